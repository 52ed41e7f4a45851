//! A reference library into a casebook, all of it or nothing.

mod keys;
pub(super) mod rejects;

use std::collections::HashSet;

use super::import_case::Problems;
use crate::domain::{Difference, Key, Source, differences, proposed_key};
use crate::error::{Error, Place, Result, shortened};
use crate::exchange::library::{Entries, Entry, Fault, Format, Warning, merged};
use crate::store::import::{Import, ImportOptions, ImportSummary, Outcome, Recognised, Rejection};
use crate::store::{Signature, Store};
use keys::{Keys, Settled};
use rejects::Reject;

/// A file that is to be taken in.
#[derive(Debug, Clone, Copy)]
pub struct LibraryFile<'t> {
    /// What it is.
    pub format: Format,
    /// Its name for messages.
    pub label: &'t str,
    /// What stands in it.
    pub text: &'t str,
}

/// How a library is to be taken in.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct LibraryOptions {
    /// As for every import.
    pub import: ImportOptions,
    /// Entries that cannot come in are left out; otherwise they keep the others out as well.
    pub skip_invalid: bool,
    /// An entry whose key is new always is a new source; otherwise it may be one that is there.
    pub no_match: bool,
}

/// What became of a library.
#[derive(Debug, Clone, Default)]
pub struct ImportedLibrary {
    /// What became of its entries.
    pub summary: ImportSummary,
    /// What the user should hear of, though it came in.
    pub told: Vec<String>,
    /// The sources that were there and are different now, with how.
    pub changed: Vec<(Key, Vec<Difference>)>,
    /// The entries that are sources which were there under another key.
    pub matched: Vec<Matched>,
    /// How many entries were left out.
    pub skipped: usize,
}

/// An entry that is a source which was there under another key.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Matched {
    /// The line on which it begins, where it stands in a file with lines.
    pub line: Option<u64>,
    /// Its key, by which the source is known from now on, where it has one.
    pub key: Option<Key>,
    /// The source, and what tells that it is meant.
    pub source: Recognised,
}

/// Takes a library in. `on_entries` hears now and then how many more entries were read, and
/// `on_rejects`, before anything is settled, the file of those that were left out.
///
/// # Errors
///
/// What is wrong with the entries, each with its line and key, unless they are to be left out; and what
/// `on_rejects` says. Nothing is changed then.
pub fn import_library(
    store: &Store,
    signature: &Signature,
    file: &LibraryFile<'_>,
    options: LibraryOptions,
    on_entries: &mut dyn FnMut(u64),
    on_rejects: &mut dyn FnMut(&str) -> Result<()>,
) -> Result<ImportedLibrary> {
    let incoming = Incoming {
        origin: Origin {
            label: file.label,
            key_field: file.format.key_field,
            has_lines: true,
            merged: &|known, entry| merged(&file.format, known, entry),
        },
        entries: (file.format.entries)(file.text),
        rejected: &|rejects| rejects::document(file.text, file.format.frame, rejects),
    };
    import_entries(store, signature, incoming, options, on_entries, on_rejects)
}

/// Entries that are to be taken in, wherever they come from.
pub(super) struct Incoming<'t> {
    pub(super) origin: Origin<'t>,
    pub(super) entries: Entries<'t>,
    /// The file of those that were left out.
    pub(super) rejected: &'t dyn Fn(&[Reject]) -> String,
}

/// What is to be known of where entries come from.
#[derive(Clone, Copy)]
pub(super) struct Origin<'t> {
    /// Its name for messages.
    pub(super) label: &'t str,
    /// What the key of an entry is called there.
    pub(super) key_field: &'t str,
    /// Whether the numbers of entries are lines, so that a user can find them.
    pub(super) has_lines: bool,
    /// A known source with what an entry says otherwise.
    pub(super) merged: &'t dyn Fn(&Source, &Source) -> Source,
}

/// Takes entries in, as [`import_library`] does.
pub(super) fn import_entries(
    store: &Store,
    signature: &Signature,
    incoming: Incoming<'_>,
    options: LibraryOptions,
    on_entries: &mut dyn FnMut(u64),
    on_rejects: &mut dyn FnMut(&str) -> Result<()>,
) -> Result<ImportedLibrary> {
    const TOLD_EVERY: u64 = 256;
    let Incoming { origin, entries, rejected } = incoming;
    let (summary, mut done) = store.import(signature, "import", options.import, |import| {
        let mut taking = Taking::new(origin, options);
        for (number, entry) in (1..).zip(entries) {
            if number % TOLD_EVERY == 0 {
                on_entries(TOLD_EVERY);
            }
            taking.take(import, entry)?;
        }
        taking.settle_matches(import)?;
        if !taking.rejects.is_empty() {
            on_rejects(&rejected(&taking.rejects))?;
        }
        taking.done.skipped = taking.rejects.len();
        taking.problems.into_error().map_or(Ok(taking.done), |error| Err(or_leave_out(error)))
    })?;
    done.summary = summary;
    Ok(done)
}

/// The last of the problems says what else can be done about all of them.
pub(super) fn or_leave_out(mut error: Error) -> Error {
    if let Some(hint) = error.problems.last_mut().and_then(|problem| problem.hint.as_mut()) {
        hint.push_str("; or leave what cannot come in out with --skip-invalid");
    }
    error
}

/// A library that is being taken in.
struct Taking<'t> {
    origin: Origin<'t>,
    options: LibraryOptions,
    keys: Keys,
    problems: Problems,
    rejects: Vec<Reject>,
    /// Entries that are perhaps sources which were there. What they are is known at the end: no two
    /// entries of a file are one source.
    matches: Vec<(Entry, Recognised)>,
    done: ImportedLibrary,
}

impl<'t> Taking<'t> {
    fn new(origin: Origin<'t>, options: LibraryOptions) -> Self {
        Taking {
            origin,
            options,
            keys: Keys::default(),
            problems: Problems::default(),
            rejects: Vec::new(),
            matches: Vec::new(),
            done: ImportedLibrary::default(),
        }
    }

    fn take(
        &mut self,
        import: &mut Import<'_>,
        entry: std::result::Result<Entry, Fault>,
    ) -> Result<()> {
        let entry = match entry {
            Ok(entry) => entry,
            Err(Fault { line, key, error, span }) => {
                let place = self.place(line, key);
                self.refuse(span, error.at(place));
                return Ok(());
            }
        };
        let Some(entry) = self.settled(import, entry)? else { return Ok(()) };
        if import.known_as(&entry.source.key).is_some() {
            import.meet_again();
            return Ok(());
        }
        let before = import.source_before(&entry.source.key)?;
        if before.is_none()
            && !self.options.no_match
            && let Some(found) = import.recognise(&entry.source)?
        {
            self.matches.push((entry, found));
            return Ok(());
        }
        self.take_source(import, entry, before)
    }

    /// Of the entries that may be sources which were there: each such source is one entry at most, and
    /// none that came in under its own key.
    fn settle_matches(&mut self, import: &mut Import<'_>) -> Result<()> {
        let mut met = HashSet::new();
        for (mut entry, source) in std::mem::take(&mut self.matches) {
            if self.keys.has(&source.key) || !met.insert(source.key.clone()) {
                self.take_source(import, entry, None)?;
            } else if !entry.has_key && source.key.starts_with(&proposed_key(&entry.source)) {
                // It got its key from an entry like this one.
                entry.source.key = source.key;
                let before = import.source_before(&entry.source.key)?;
                self.take_source(import, entry, before)?;
            } else {
                let key = entry.has_key.then_some(entry.source.key);
                let line = self.origin.has_lines.then_some(entry.line);
                match &key {
                    Some(key) => import.also_known_as(&source.key, key)?,
                    None => import.meet_again(),
                }
                self.done.matched.push(Matched { line, key, source });
            }
        }
        Ok(())
    }

    fn take_source(
        &mut self,
        import: &mut Import<'_>,
        mut entry: Entry,
        before: Option<Source>,
    ) -> Result<()> {
        if let Some(before) = &before {
            entry.source = (self.origin.merged)(before, &entry.source);
        }
        let key = entry.source.key.clone();
        match import.source(&entry.source, entry.line) {
            Ok(Outcome::Updated) => {
                let different = before.map(|before| differences(&before, &entry.source));
                self.done.changed.push((key, different.unwrap_or_default()));
            }
            Ok(_) => {}
            Err(Rejection::Failure(error)) => return Err(error),
            Err(Rejection::Fault(fault)) => {
                let place = self.place(entry.line, Some(key.to_string()));
                self.refuse(entry.span, fault.error.at(place));
            }
        }
        Ok(())
    }

    fn place(&self, line: u64, key: Option<String>) -> Place {
        let Origin { label, key_field, has_lines, .. } = self.origin;
        let column = key.as_ref().map(|_| key_field.to_owned());
        Place { file: label.to_owned(), line: has_lines.then_some(line), column, value: key }
    }

    /// Leaves an entry out, or remembers that the import cannot be.
    fn refuse(&mut self, span: std::ops::Range<usize>, error: Error) {
        if self.options.skip_invalid {
            self.rejects.push(Reject { span, error });
        } else {
            self.problems.add(error);
        }
    }

    /// The entry under the key by which it comes in; `None` where the same was there already. Tells of
    /// either, and of what was understood only in part.
    fn settled(&mut self, import: &Import<'_>, mut entry: Entry) -> Result<Option<Entry>> {
        let (at, key) = (self.place(entry.line, None).to_string(), entry.source.key.clone());
        let free = |key: &Key| {
            if import.known_as(key).is_some() {
                return Ok(false);
            }
            let known = import.source_before(key)?;
            Ok(known
                .is_none_or(|known| known == Source { key: key.clone(), ..entry.source.clone() }))
        };
        let told = &mut self.done.told;
        match self.keys.settle(&entry, free)? {
            Settled::Again => {
                told.push(format!("{at}: `{key}` is there twice, exactly the same; taken in once"));
                return Ok(None);
            }
            Settled::As(other) if other != key => {
                if entry.has_key {
                    told.push(format!(
                        "{at}: another entry has the key `{key}`; this one is `{other}`"
                    ));
                }
                entry.source.key = other;
            }
            Settled::As(_) => {}
        }
        for Warning { field, value, message } in &entry.warnings {
            let value = shortened(value);
            told.push(format!("{at}, `{key}`: {field} `{value}` {message}"));
        }
        Ok(Some(entry))
    }
}
