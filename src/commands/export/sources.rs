//! `twosource export sources`.

use std::path::PathBuf;

use clap::Args;

use crate::commands::context::Context;
use crate::commands::deliver::deliver;
use crate::commands::tree::Outcome;
use crate::commands::wording::counted;
use crate::error::{Error, Result};
use crate::transfer::export_csl_json;

/// Write the sources as CSL-JSON, for reference managers and citation processors
///
/// What came in as CSL-JSON goes out with every field it had. What CSL-JSON cannot say of a source,
/// such as its lineage, is told; with --strict it is an error. Confidential sources go out as
/// stand-ins, unless you say --include-confidential.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource export sources
  twosource export sources --output library.json --strict")]
pub(crate) struct Sources {
    /// What to write
    #[arg(long, value_name = "FORMAT", default_value = "csl-json", value_parser = ["csl-json"])]
    format: String,

    /// Write to this file instead of the terminal
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,

    /// Replace the file if it exists
    #[arg(long, requires = "output")]
    force: bool,

    /// Write nothing where the format cannot hold everything
    #[arg(long)]
    strict: bool,

    /// Write confidential sources as they are, and the creators of sources on background
    #[arg(long)]
    include_confidential: bool,
}

impl Sources {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let library = export_csl_json(&context.read()?, self.include_confidential)?;
        if !library.losses.is_empty() {
            let fields: Vec<_> =
                library.losses.iter().map(|(field, count)| format!("{field} ({count})")).collect();
            let lost = format!("CSL-JSON cannot hold, by number of sources: {}", fields.join(", "));
            if self.strict {
                return Err(Error::invalid(lost)
                    .hint("leave --strict out, or write a case folder: it holds everything"));
            }
            context.console.warning(&lost);
        }
        let written = format!("wrote {} as {}", counted(library.sources, "source"), self.format);
        deliver(context, &library.text, (self.output.as_deref(), self.force), &written)?;
        Ok(Outcome::Done)
    }
}
