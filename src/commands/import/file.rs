//! Taking a file in, and what is said of it.

use std::path::{Path, PathBuf};

use super::Import;
use super::format::EntryFormat;
use crate::commands::context::Context;
use crate::commands::wording::counted;
use crate::domain::shell_word;
use crate::error::Result;
use crate::output::write_file;
use crate::store::import::{ImportOptions, ImportSummary};
use crate::store::{Signature, Store};
use crate::transfer::{
    ClaimReviewFile, ImportedLibrary, LibraryFile, LibraryOptions, Matched, import_claim_review,
    import_library,
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
        let done = {
            let mut progress = context.console.progress("reading entries", None);
            let mut advance = |entries| progress.advance(entries);
            match format {
                EntryFormat::Library(format) => {
                    let file = LibraryFile { format, label, text };
                    import_library(store, signature, &file, options, &mut advance, &mut on_rejects)?
                }
                EntryFormat::ClaimReview => {
                    let file = ClaimReviewFile { label, text };
                    import_claim_review(store, signature, &file, options, &mut on_rejects)?
                }
            }
        };
        self.tell_file(context, (format, &done), &rejects);
        Ok(done.summary)
    }

    fn tell_file(
        &self,
        context: &mut Context,
        (format, done): (EntryFormat, &ImportedLibrary),
        rejects: &Path,
    ) {
        let console = &mut context.console;
        done.told.iter().take(LISTED).for_each(|told| console.warning(told));
        if let Some(more) = done.told.len().checked_sub(LISTED).filter(|more| *more > 0) {
            console.warning(&format!("{} more like these", counted(more, "warning")));
        }
        let verb = if self.dry_run { "would change" } else { "changed" };
        for (key, different) in done.changed.iter().take(LISTED) {
            let different: Vec<String> = different.iter().map(ToString::to_string).collect();
            console.status(format!("{verb} {key}: {}", different.join(", ")));
        }
        for Matched { line, key, source } in done.matched.iter().take(LISTED) {
            let key = key.as_ref().map_or_else(|| format!("line {line}"), |key| key.to_string());
            console
                .status(format!("{key} is {}, which is there already: {}", source.key, source.by));
        }
        if done.matched.len() > LISTED {
            let more = counted(done.matched.len() - LISTED, "entry");
            console.status(format!("{more} more are there already under another key"));
        }
        if done.skipped == 0 {
            return;
        }
        let skipped = counted(done.skipped, "entry");
        if self.dry_run {
            console.warning(&format!("{skipped} would be left out"));
            return;
        }
        console.warning(&format!("{skipped} left out: see {}", rejects.display()));
        let path = rejects.to_string_lossy();
        console.hint(&format!(
            "mend them there, then: twosource import {} --format {}",
            shell_word(&path),
            format.name()
        ));
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
