//! `twosource export case`.

use std::path::PathBuf;

use clap::Args;

use crate::commands::context::Context;
use crate::commands::tree::Outcome;
use crate::commands::wording::counted;
use crate::error::Result;
use crate::transfer::{ExportOptions, export_case};

/// Write a case folder: the state of the casebook as CSV files
///
/// The folder reads back into the same casebook with `import`. It carries the state, not the history:
/// `backup` carries everything. Confidential sources go out under a pseudonym, unless you say
/// --include-confidential.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource export case --output my-case
  twosource export case --output my-case --force")]
pub(crate) struct Case {
    /// The folder to write; it is made where there is none
    #[arg(short, long, value_name = "FOLDER")]
    output: PathBuf,

    /// Replace the files of a case folder that are there already
    #[arg(long)]
    force: bool,

    /// Write confidential sources as they are, and the creators of sources on background
    #[arg(long)]
    include_confidential: bool,
}

impl Case {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let options =
            ExportOptions { replace: self.force, include_confidential: self.include_confidential };
        let exported = export_case(&context.read()?, &self.output, options)?;
        let files = counted(exported.files.len(), "file");
        context.console.status(format!("wrote {files} to {}", self.output.display()));
        if exported.confidential + exported.background > 0 {
            context.console.warning(&format!(
                "withheld: {} and the creators of {} on background; names that stand in other texts \
                 are as you wrote them",
                counted(exported.confidential, "confidential source"),
                counted(exported.background, "source"),
            ));
            context.console.hint(
                "for a folder that comes back into this casebook, export with --include-confidential",
            );
        }
        Ok(Outcome::Done)
    }
}
