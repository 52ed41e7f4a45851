//! `twosource export sources`.

use clap::Args;

use crate::commands::context::Context;
use crate::commands::deliver::{OutputFile, deliver};
use crate::commands::tree::Outcome;
use crate::commands::values::one_of;
use crate::commands::wording::counted;
use crate::error::{Error, Result};
use crate::exchange::library::{FORMATS, Format};
use crate::transfer::export_library;

/// Write the sources as a library, for reference managers and citation processors
///
/// What came in as a library goes out in the same format with every field it had. What the format
/// cannot say of a source, such as its lineage, is told; with --strict it is an error. Confidential sources go out as
/// stand-ins, unless you say --include-confidential.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource export sources
  twosource export sources --output library.json --strict
  twosource export sources --format biblatex --output library.bib")]
pub(crate) struct Sources {
    /// What to write
    #[arg(long, value_name = "FORMAT", default_value = "csl-json",
          value_parser = one_of(FORMATS, |format| format.name))]
    format: Format,

    #[command(flatten)]
    file: OutputFile,

    /// Write nothing where the format cannot hold everything
    #[arg(long)]
    strict: bool,

    /// Write confidential sources as they are, and the creators of sources on background
    #[arg(long)]
    include_confidential: bool,
}

impl Sources {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let title = self.format.title;
        let library = export_library(&context.read()?, &self.format, self.include_confidential)?;
        if !library.losses.is_empty() {
            let fields: Vec<_> =
                library.losses.iter().map(|(field, count)| format!("{field} ({count})")).collect();
            let lost = format!("{title} cannot hold, by number of sources: {}", fields.join(", "));
            if self.strict {
                return Err(Error::invalid(lost)
                    .hint("leave --strict out, or write a case folder: it holds everything"));
            }
            context.console.warning(&lost);
        }
        let written = format!("wrote {} as {}", counted(library.sources, "source"), title);
        deliver(context, &library.text, &self.file, &written)?;
        Ok(Outcome::Done)
    }
}
