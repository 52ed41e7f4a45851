//! `twosource import`.

use std::path::{Path, PathBuf};

use clap::Args;

use super::context::Context;
use super::level_changes::LevelChanges;
use super::tree::Outcome;
use super::wording::counted;
use crate::corroboration::Level;
use crate::error::{Error, Result};
use crate::exchange::case::{CaseFolder, is_spreadsheet};
use crate::store::Store;
use crate::store::import::{ImportOptions, ImportSummary};
use crate::transfer::{import_case, import_library};

/// In a larger casebook an import is not followed by an assessment of every claim: that would take as
/// much memory as the import is kept from taking.
const ASSESSED: i64 = 100_000;

/// Take a case folder, or a library in CSL-JSON, into the casebook
///
/// A case folder holds some of sources.csv, claims.csv, appearances.csv, citations.csv, lineage.csv,
/// reviews.csv, waivers.csv, rules.csv and distinctions.csv. Either all of it comes in, or, where anything is wrong with it,
/// nothing: the errors name file, line and column.
///
/// What is in the casebook already and the same is left alone; what is there and differs is an error,
/// unless you say --update.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource import my-case
  twosource import my-case --dry-run
  twosource import my-case --update")]
pub(crate) struct Import {
    /// The case folder, or a file in CSL-JSON
    #[arg(value_name = "PATH")]
    path: PathBuf,

    /// Only say what would be done, and change nothing
    #[arg(long)]
    dry_run: bool,

    /// Change claims and sources that are there already and differ
    #[arg(long)]
    update: bool,
}

impl Import {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let input = Input::open(&self.path)?;
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
                let mut progress = context.console.progress("reading", None);
                let mut advance = |rows| progress.advance(rows);
                import_case(&store, &signature, &folder, options, &mut advance)?
            }
            Input::Library(text) => {
                let label = self.path.display().to_string();
                let (summary, told) = import_library(&store, &signature, (&label, &text), options)?;
                told.iter().for_each(|told| context.console.warning(told));
                summary
            }
        };
        tell(context, &summary, self.dry_run);
        if !self.dry_run && summary.changes_anything() {
            match levels {
                Some(levels) => levels.tell(context, &store)?,
                None => tell_levels(context, &store)?,
            }
        }
        Ok(Outcome::Done)
    }

    /// The levels of the claims that are there already; `None` where there is none.
    fn watch(&self, context: &Context, store: &Store) -> Result<Option<LevelChanges>> {
        match store.count_claims()? {
            0 => Ok(None),
            1..=ASSESSED if !self.dry_run => LevelChanges::watch_all(context, store).map(Some),
            _ => Ok(Some(LevelChanges::none())),
        }
    }
}

/// What the path leads to.
enum Input {
    Folder(CaseFolder),
    /// The text of a library.
    Library(String),
}

impl Input {
    fn open(path: &Path) -> Result<Self> {
        match library(path)? {
            Some(text) => Ok(Input::Library(text)),
            None => open(path).map(Input::Folder),
        }
    }
}

/// Says how the claims of a new casebook are borne out, and what to do next.
fn tell_levels(context: &mut Context, store: &Store) -> Result<()> {
    let claims = store.count_claims()?;
    if claims == 0 || context.console.surroundings().quiet {
        return Ok(());
    }
    if claims <= ASSESSED {
        let levels = store.levels()?;
        let supported: usize = Level::ALL.iter().map(|level| levels.count(*level)).sum();
        // A claim that nobody is cited for is in no list.
        let bare = usize::try_from(claims).unwrap_or_default().saturating_sub(supported);
        let count =
            |level| levels.count(level) + if level == Level::Unsupported { bare } else { 0 };
        let counts: Vec<String> = Level::ALL
            .iter()
            .filter(|level| count(**level) > 0)
            .map(|level| format!("{} {level}", count(*level)))
            .collect();
        context.console.status(format!("the claims: {}", counts.join(", ")));
    }
    context.console.hint("see what is weak about them: twosource check");
    Ok(())
}

/// The text of a file that is a library in CSL-JSON: its first character tells.
fn library(path: &Path) -> Result<Option<String>> {
    if !path.is_file() || is_spreadsheet(path) {
        return Ok(None);
    }
    let bytes = std::fs::read(path).map_err(|error| {
        Error::storage(format!("{} cannot be read: {error}", path.display()))
            .hint("check that the file is there and that you may read it")
    })?;
    let bytes = bytes.strip_prefix(b"\xEF\xBB\xBF").unwrap_or(&bytes);
    let first = bytes.iter().find(|byte| !byte.is_ascii_whitespace());
    if !matches!(first, Some(b'[' | b'{')) {
        return Ok(None);
    }
    let text = std::str::from_utf8(bytes).map_err(|_| {
        Error::invalid(format!("{} is not valid UTF-8", path.display()))
            .hint("CSL-JSON is written in UTF-8: export the file again")
    })?;
    Ok(Some(text.to_owned()))
}

fn open(path: &Path) -> Result<CaseFolder> {
    if path.is_file() && is_spreadsheet(path) {
        return Err(Error::invalid(format!("{} is a spreadsheet", path.display())).hint(
            "save it as CSV (UTF-8), each sheet under its name (sources.csv, claims.csv …) in one \
             folder, and name that folder",
        ));
    }
    if path.is_file() {
        return Err(Error::invalid(format!("{} is a file", path.display()))
            .hint("a case folder is imported as a whole: name the folder that the file is in"));
    }
    CaseFolder::open(path)
}

/// Says what an import did, or would do.
pub(crate) fn tell(context: &mut Context, summary: &ImportSummary, dry_run: bool) {
    let named = summary.named();
    let part = |of: fn(&crate::store::import::Counts) -> u64, verb: &str| {
        let parts: Vec<_> = named
            .iter()
            .filter(|(_, counts)| of(counts) > 0)
            .map(|(name, counts)| counted_kind(of(counts), name))
            .collect();
        (!parts.is_empty()).then(|| format!("{verb} {}", parts.join(", ")))
    };
    let (took_in, changed) =
        if dry_run { ("would take in", "would change") } else { ("took in", "changed") };
    let lines = [part(|counts| counts.new, took_in), part(|counts| counts.updated, changed)];
    lines.into_iter().flatten().for_each(|line| context.console.status(line));
    if let Some(same) = part(|counts| counts.unchanged, "unchanged:") {
        context.console.status(same);
    }
    if let Some(folded) =
        part(|counts| counts.folded, "the same row more than once, taken in once:")
    {
        context.console.status(folded);
    }
    if !summary.changes_anything() {
        context.console.status("nothing new: the casebook is as it was");
    } else if dry_run {
        context.console.hint("nothing was changed; leave --dry-run out to do it");
    }
}

fn counted_kind(count: u64, plural: &str) -> String {
    counted(count, plural.strip_suffix('s').unwrap_or(plural))
}
