//! `twosource import`.

mod file;
mod format;
mod input;
mod table;
mod tell;

pub(crate) use tell::tell;

use std::path::PathBuf;

use clap::Args;

use super::context::Context;
use super::level_changes::LevelChanges;
use super::tree::Outcome;
use super::values::one_of;
use crate::error::{Error, Result};
use crate::exchange::case::CaseFolder;
use crate::exchange::library::encoding;
use crate::exchange::table::TableSubject;
use crate::store::Store;
use crate::store::import::ImportOptions;
use crate::transfer::import_case;
use format::FileFormat;
use input::Input;
use table::field_and_column;

/// In a larger casebook whose levels are not kept they are not worked out before the import: that
/// would take longer than most imports.
const ASSESSED: i64 = 100_000;

/// Take a case folder, a library in BibTeX, CSL-JSON or RIS, or fact-checks as ClaimReview into the casebook
///
/// A case folder holds some of sources.csv, claims.csv, appearances.csv, citations.csv, lineage.csv,
/// reviews.csv, waivers.csv, rules.csv, distinctions.csv, aliases.csv, assignments.csv and
/// review_policy.csv. Either all of it comes in, or, where anything is wrong with it, nothing: the errors
/// name file, line and column.
///
/// Of a library everything comes in as well, or nothing; with --skip-invalid the entries that cannot
/// come in are written to a file, where you can mend them, and the others come in.
///
/// An entry that is in the casebook under another key comes in no second time, unless you say --no-match:
/// by the same DOI, ECLI or web address with a title that is not wholly different, or else the same
/// title, creators and year. Its key becomes another key of the source, which you can cite it by.
///
/// A case may also come as JSON Lines in one file, as `export case --format jsonl` writes it.
///
/// ClaimReview, in a file of its own or in a saved page, gives claims, the works they were made in, the
/// articles that check them, and a review where the rating is a verdict beyond doubt.
///
/// A table in CSV holds sources or claims under any headings, in several languages; --map says what a column
/// is, such as title=Titel or csl:volume=Band, and ignore=COLUMN leaves one out. Every other column is kept:
/// with a source under its heading, with a claim in its note.
///
/// A Zotero library is read from its folder, or its file zotero.sqlite, which is neither locked nor
/// changed.
///
/// What is in the casebook already and the same is left alone; what is there and differs is an error that
/// says how, unless you say --update. An entry of a library changes only what it says something of: the
/// lineage, grade and the like that you have given a source stay.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource import my-case
  twosource import my-case --dry-run
  twosource import my-case --update
  twosource import library.bib
  twosource import library.json
  twosource import library.ris --skip-invalid --rejects broken.ris
  twosource import old.ris --encoding windows-1252
  twosource import export.txt --format ris
  twosource import fact-check.html
  twosource import my-case.jsonl
  twosource import quellen.csv --map title=Titel --map ignore=Intern --dry-run
  twosource import sheet.csv --as claims
  twosource import ~/Zotero")]
pub(crate) struct Import {
    /// The case folder, or the file
    #[arg(value_name = "PATH")]
    path: PathBuf,

    /// What the file is; it is recognised by what stands in it unless you say
    #[arg(long, value_name = "FORMAT", value_parser = format::named())]
    format: Option<FileFormat>,

    /// What a column of a table in CSV is: a field, and the heading; may be given several times
    #[arg(long, value_name = "FIELD=COLUMN", value_parser = field_and_column)]
    map: Vec<(String, String)>,

    /// What the rows of a table are, where its headings do not tell
    #[arg(long = "as", value_name = "WHAT",
          value_parser = one_of(&TableSubject::ALL, TableSubject::name))]
    rows_are: Option<TableSubject>,

    /// Only say what would be done, and change nothing
    #[arg(long)]
    dry_run: bool,

    /// Change claims and sources that are there already and differ
    #[arg(long)]
    update: bool,

    /// Take every entry of a library whose key is new for a new source
    #[arg(long)]
    no_match: bool,

    /// The encoding of a file that is not in UTF-8, such as windows-1252
    #[arg(long, value_name = "NAME", value_parser = encoding)]
    encoding: Option<&'static encoding_rs::Encoding>,

    /// Leave out the entries of a file that cannot come in, and write them to a file
    #[arg(long)]
    skip_invalid: bool,

    /// The file for the entries that are left out; otherwise PATH-rejects in this folder
    #[arg(long, value_name = "FILE", requires = "skip_invalid")]
    rejects: Option<PathBuf>,
}

impl Import {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let input = Input::open(&self.path, self.format, self.encoding)?;
        if let Input::Folder(_) = input {
            for (name, meant) in CaseFolder::misnamed(&self.path) {
                let message = format!("{name} is not read; is it meant to be {}?", meant.name());
                context.console.warning(&message);
            }
        }
        let options = ImportOptions { update: self.update, dry_run: self.dry_run };
        let (store, signature) = (context.write()?, context.signature()?);
        let levels = self.watch(context, &store)?;
        let summary = match input {
            Input::Folder(folder) => {
                self.refuse_library_options()?;
                self.refuse_table_options()?;
                let mut progress = context.console.progress("reading", None);
                let mut advance = |rows| progress.advance(rows);
                import_case(&store, &signature, &folder, options, &mut advance)?
            }
            Input::Zotero(path) => {
                self.refuse_table_options()?;
                self.take_zotero(context, (&store, &signature), &path, options)?
            }
            Input::File { format, label, text } => {
                let file = (format, label.as_str(), text.as_str());
                self.take_file(context, (&store, &signature), file, options)?
            }
        };
        tell(context, &summary, self.dry_run);
        if !self.dry_run && summary.changes_anything() {
            keep_levels(context, &store)?;
            match levels {
                Some(levels) => levels.tell(context, &store)?,
                None => tell::levels(context, &store)?,
            }
        }
        Ok(Outcome::Done)
    }

    fn refuse_library_options(&self) -> Result<()> {
        let given = [
            ("--encoding", self.encoding.is_some()),
            ("--skip-invalid", self.skip_invalid),
            ("--no-match", self.no_match),
        ];
        match given.iter().find(|(_, given)| *given) {
            None => Ok(()),
            Some((option, _)) => Err(Error::invalid(format!("{option} is for libraries"))
                .hint("a case folder is in UTF-8, or UTF-16 with a mark, and comes in whole")),
        }
    }

    /// The levels of the claims that are there already; `None` where there is none.
    fn watch(&self, context: &Context, store: &Store) -> Result<Option<LevelChanges>> {
        let claims = store.count_claims()?;
        if claims == 0 {
            return Ok(None);
        }
        let watched = !self.dry_run && (claims <= ASSESSED || store.count_not_kept()? == 0);
        let watch = || LevelChanges::watch_all(context, store);
        Ok(Some(if watched { watch()? } else { LevelChanges::none() }))
    }
}

/// Works out the levels, which an import does not keep: it has given its memory back by now.
pub(crate) fn keep_levels(context: &Context, store: &Store) -> Result<()> {
    let mut progress = context.console.progress("keeping levels", None);
    store.keep_all_levels(&mut |claims| progress.advance(claims))
}
