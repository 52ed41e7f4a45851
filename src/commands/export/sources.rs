//! `twosource export sources`.

use std::sync::LazyLock;

use clap::Args;

use super::losses;
use super::selection::Selection;
use super::sources_table::table_of_sources;
use super::spreadsheet::TableFormat;
use crate::commands::context::Context;
use crate::commands::deliver::{OutputFile, deliver};
use crate::commands::disclosure::Disclosure;
use crate::commands::names::shows_all;
use crate::commands::tree::Outcome;
use crate::commands::values::one_of;
use crate::commands::wording::counted;
use crate::domain::{Key, Source};
use crate::error::Result;
use crate::exchange::library::{FORMATS, Format};
use crate::store::Store;
use crate::transfer::{Scope, export_library};

/// What sources can be written as.
#[derive(Debug, Clone, Copy)]
enum SourcesFormat {
    Library(Format),
    Table(TableFormat),
}

static ALL: LazyLock<Vec<SourcesFormat>> = LazyLock::new(|| {
    let libraries = FORMATS.iter().copied().map(SourcesFormat::Library);
    libraries.chain(TableFormat::ALL.map(SourcesFormat::Table)).collect()
});

impl SourcesFormat {
    fn name(self) -> &'static str {
        match self {
            SourcesFormat::Library(format) => format.name,
            SourcesFormat::Table(format) => format.name(),
        }
    }
}

/// Write the sources as a library, for reference managers and citation processors, or as a table
///
/// What came in as a library goes out in the same format with every field it had. What the format
/// cannot say of a source, such as its lineage, is told; with --strict it is an error. Confidential sources go out as
/// stand-ins, unless you say --include-confidential.
///
/// As a table (csv, xlsx) every field is there, under the names of sources.csv in a case folder.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource export sources
  twosource export sources --output library.json --strict
  twosource export sources --format biblatex --output library.bib
  twosource export sources --format xlsx --output sources.xlsx
  twosource export sources --claim c1 --kind interview
  twosource export sources --format ris --output library.ris")]
pub(crate) struct Sources {
    /// What to write
    #[arg(long, value_name = "FORMAT", default_value = "csl-json",
          value_parser = one_of(&ALL, SourcesFormat::name))]
    format: SourcesFormat,

    #[command(flatten)]
    selection: Selection,

    #[command(flatten)]
    file: OutputFile,

    /// Write nothing where the format cannot hold everything
    #[arg(long)]
    strict: bool,

    #[command(flatten)]
    disclosure: Disclosure,
}

impl Sources {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        self.file.require_free()?;
        let store = context.read()?;
        let place = (&self.file).into();
        let scope = Scope { sources: true, notes: true, ..Scope::NONE };
        let what = ("export sources", scope);
        let include = shows_all(context, &store, &self.disclosure, place, what)?;
        let selection = &self.selection;
        let cited = if selection.claim.is_empty() { None } else { Some(selection.cited(&store)?) };
        let is_wanted = |key: &Key, source: &Source| {
            cited.as_ref().is_none_or(|cited| cited.contains(key)) && selection.lets_through(source)
        };
        match self.format {
            SourcesFormat::Library(format) => {
                self.library(context, &store, &format, include, &is_wanted)
            }
            SourcesFormat::Table(format) => {
                let (table, sources) = table_of_sources(&store, format, include, &is_wanted)?;
                let written = format!("wrote {}", counted(sources, "source"));
                table.deliver(context, &self.file, &written)?;
                Ok(Outcome::Done)
            }
        }
    }

    fn library(
        &self,
        context: &mut Context,
        store: &Store,
        format: &Format,
        include_confidential: bool,
        is_wanted: &dyn Fn(&Key, &Source) -> bool,
    ) -> Result<Outcome> {
        let title = format.title;
        let library = {
            let _progress = context.console.progress("writing", None);
            export_library(store, format, include_confidential, is_wanted)?
        };
        losses::tell(context, title, "sources", &library.losses, self.strict)?;
        let written = format!("wrote {} as {}", counted(library.sources, "source"), title);
        deliver(context, &library.text, &self.file, &written)?;
        Ok(Outcome::Done)
    }
}
