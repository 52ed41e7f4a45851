//! Taking a file in, and what is said of it.

use std::path::{Path, PathBuf};

use super::Import;
use super::format::EntryFormat;
use super::table::tell_columns;
use crate::commands::context::Context;
use crate::commands::wording::counted;
use crate::domain::shell_word;
use crate::error::{Error, Result};
use crate::output::write_file;
use crate::store::import::{ImportOptions, ImportSummary};
use crate::store::{Signature, Store};
use crate::transfer::{
    ClaimReviewFile, ImportedLibrary, LibraryFile, LibraryOptions, Matched, import_claim_review,
    import_library, import_table, import_zotero,
};

/// As many of a kind are told; the others are counted.
const LISTED: usize = 20;

impl Import {
    pub(super) fn take_file(
        &self,
        context: &mut Context,
        (store, signature): (&Store, &Signature),
        (format, label, text): (EntryFormat, &str, &str),
        import: ImportOptions,
    ) -> Result<ImportSummary> {
        let options =
            LibraryOptions { import, skip_invalid: self.skip_invalid, no_match: self.no_match };
        let rejects = self.rejects.clone().unwrap_or_else(|| beside(&self.path));
        let dry_run = self.dry_run;
        let mut on_rejects = |text: &str| {
            if dry_run { Ok(()) } else { write_file(&rejects, text.as_bytes(), false) }
        };
        if !matches!(format, EntryFormat::Table) {
            self.refuse_table_options()?;
        }
        let done = {
            let mut progress = context.console.progress("reading entries", None);
            let mut advance = |entries| progress.advance(entries);
            match format {
                EntryFormat::Library(format) => {
                    let file = LibraryFile { format, label, text };
                    import_library(store, signature, &file, options, &mut advance, &mut on_rejects)?
                }
                EntryFormat::Table => {
                    let table = (label, &self.open_table(label, text)?);
                    import_table(store, signature, table, options, &mut advance, &mut on_rejects)?
                }
                EntryFormat::ClaimReview => {
                    let file = ClaimReviewFile { label, text };
                    import_claim_review(store, signature, &file, options, &mut on_rejects)?
                }
            }
        };
        if let EntryFormat::Table = format {
            tell_columns(context, &self.open_table(label, text)?);
        }
        self.tell_file(context, store, (format, &done), &rejects)?;
        Ok(done.summary)
    }

    fn tell_file(
        &self,
        context: &mut Context,
        store: &Store,
        (format, done): (EntryFormat, &ImportedLibrary),
        rejects: &Path,
    ) -> Result<()> {
        self.tell_done(context, store, done)?;
        let console = &mut context.console;
        if done.skipped == 0 {
            return Ok(());
        }
        let skipped = counted(done.skipped, "entry");
        if self.dry_run {
            console.warning(&format!("{skipped} would be left out"));
            return Ok(());
        }
        console.warning(&format!("{skipped} left out: see {}", rejects.display()));
        let path = rejects.to_string_lossy();
        console.hint(&format!(
            "mend them there, then: twosource import {} --format {}",
            shell_word(&path),
            format.name()
        ));
        Ok(())
    }

    /// Takes a Zotero library in.
    pub(super) fn take_zotero(
        &self,
        context: &mut Context,
        (store, signature): (&Store, &Signature),
        path: &Path,
        import: ImportOptions,
    ) -> Result<ImportSummary> {
        if self.skip_invalid || self.encoding.is_some() {
            return Err(Error::invalid("--skip-invalid and --encoding are for files of text")
                .hint("leave them out: a Zotero library is a database"));
        }
        let options = LibraryOptions { import, skip_invalid: false, no_match: self.no_match };
        let done = {
            let mut progress = context.console.progress("reading items", None);
            let mut advance = |items| progress.advance(items);
            import_zotero(store, signature, path, options, &mut advance)?
        };
        self.tell_done(context, store, &done)?;
        Ok(done.summary)
    }

    /// Says what the user should hear of, though it came in.
    fn tell_done(
        &self,
        context: &mut Context,
        store: &Store,
        done: &ImportedLibrary,
    ) -> Result<()> {
        let console = &mut context.console;
        done.told.iter().take(LISTED).for_each(|told| console.warning(told));
        if let Some(more) = done.told.len().checked_sub(LISTED).filter(|more| *more > 0) {
            console.warning(&format!("{} more like these", counted(more, "warning")));
        }
        let verb = if self.dry_run { "would change" } else { "changed" };
        for (key, different) in done.changed.iter().take(LISTED) {
            let different = store.told_differences(key, different)?;
            console.status(format!("{verb} {key}: {different}"));
        }
        for Matched { line, key, source } in done.matched.iter().take(LISTED) {
            let key = match (key, line) {
                (Some(key), _) => key.to_string(),
                (None, Some(line)) => format!("line {line}"),
                (None, None) => "an item".to_owned(),
            };
            let known = match store.may_name_source(&source.key)? {
                true => source.key.as_str(),
                false => "a confidential source",
            };
            console.status(format!("{key} is {known}, which is there already: {}", source.by));
        }
        if done.matched.len() > LISTED {
            let more = counted(done.matched.len() - LISTED, "entry");
            console.status(format!("{more} more are there already under another key"));
        }
        Ok(())
    }
}

/// Where the entries go that are left out, if the user names no file: here, under a name like that of
/// the library.
fn beside(path: &Path) -> PathBuf {
    let part = |part: Option<&std::ffi::OsStr>| {
        part.map(|part| part.to_string_lossy().into_owned()).unwrap_or_default()
    };
    let ending = part(path.extension());
    let dot = if ending.is_empty() { "" } else { "." };
    PathBuf::from(format!("{}-rejects{dot}{ending}", part(path.file_stem())))
}
