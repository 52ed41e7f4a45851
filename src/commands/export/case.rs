//! `twosource export case`.

use std::path::{Path, PathBuf};

use clap::{Args, ValueEnum};

use crate::commands::context::Context;
use crate::commands::deliver::{OutputFile, deliver};
use crate::commands::disclosure::{Disclosure, Target};
use crate::commands::names::shows_all;
use crate::commands::tree::Outcome;
use crate::commands::wording::counted;
use crate::error::{Error, Result};
use crate::store::Store;
use crate::transfer::{ExportOptions, Scope, export_case, export_json_lines};

/// Write a case folder: the state of the casebook as CSV files, or the same as JSON Lines in one file
///
/// Either reads back into the same casebook with `import`. It carries the state, not the history:
/// `backup` carries everything. Confidential sources go out under a pseudonym, unless you say
/// --include-confidential.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource export case --output my-case
  twosource export case --output my-case --force
  twosource export case --format jsonl --output my-case.jsonl")]
pub(crate) struct Case {
    /// What to write
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Form::Case)]
    format: Form,

    /// The folder to write, which is made where there is none; of JSON Lines the file, otherwise they go
    /// to the terminal
    #[arg(short, long, value_name = "PATH", required_if_eq("format", "case"))]
    output: Option<PathBuf>,

    /// Replace the files of a case folder, or the file, that are there already
    #[arg(long, requires = "output")]
    force: bool,

    #[command(flatten)]
    disclosure: Disclosure,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Form {
    /// A folder of CSV files
    Case,
    /// One object a line, each with its type
    Jsonl,
}

impl Case {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let target = self.output.as_deref().map_or(Target::Document, Target::File);
        let store = context.read()?;
        let what = ("export case", Scope::ALL);
        let include = shows_all(context, &store, &self.disclosure, target, what)?;
        match (self.format, &self.output) {
            (Form::Case, Some(folder)) => self.folder(context, &store, folder, include)?,
            (Form::Case, None) => {
                return Err(Error::invalid("a case folder needs a place")
                    .hint("name the folder: --output my-case"));
            }
            (Form::Jsonl, _) => self.lines(context, &store, include)?,
        }
        if !include {
            context.console.warning(
                "what is withheld is not in it: it does not come back into this casebook as it was",
            );
        }
        Ok(Outcome::Done)
    }

    fn folder(
        &self,
        context: &mut Context,
        store: &Store,
        folder: &Path,
        include_confidential: bool,
    ) -> Result<()> {
        let options = ExportOptions { replace: self.force, include_confidential };
        let exported = export_case(store, folder, options)?;
        let files = counted(exported.files.len(), "file");
        context.console.status(format!("wrote {files} to {}", folder.display()));
        Ok(())
    }

    fn lines(&self, context: &mut Context, store: &Store, include: bool) -> Result<()> {
        let exported = export_json_lines(store, include)?;
        let place = OutputFile { output: self.output.clone(), force: self.force };
        let written = format!("wrote {}", counted(exported.text.lines().count(), "record"));
        deliver(context, &exported.text, &place, &written)
    }
}
