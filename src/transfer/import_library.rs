//! A reference library into a casebook, all of it or nothing.

use std::collections::HashMap;

use super::import_case::Problems;
use crate::domain::Key;
use crate::error::{Place, Result, shortened};
use crate::exchange::library::{Entry, Format, Warning};
use crate::store::import::{ImportOptions, ImportSummary, Rejection};
use crate::store::{Signature, Store};

/// Takes a library in: its format, its name for messages, and its text. Returns too what the user
/// should hear of, though it came in.
///
/// # Errors
///
/// What is wrong with the entries, each with its line and key; nothing is changed then.
pub fn import_library(
    store: &Store,
    signature: &Signature,
    (format, label, text): (Format, &str, &str),
    options: ImportOptions,
) -> Result<(ImportSummary, Vec<String>)> {
    store.import(signature, "import", options, |import| {
        let place = |line: u64, key: Option<String>| {
            let column = key.as_ref().map(|_| format.key_field.to_owned());
            Place { file: label.to_owned(), line: Some(line), column, value: key }
        };
        let (mut problems, mut told) = (Problems::default(), Vec::new());
        let mut keys = Keys::default();
        for entry in (format.entries)(text) {
            let entry = match entry {
                Ok(entry) => entry,
                Err(fault) => {
                    problems.add(fault.error.at(place(fault.line, fault.key)));
                    continue;
                }
            };
            let key = entry.source.key.clone();
            let Some(entry) = keys.settled(label, entry, &mut told)? else { continue };
            match import.source(&entry.source, entry.line) {
                Ok(_) => {}
                Err(Rejection::Failure(error)) => return Err(error),
                Err(Rejection::Fault(fault)) => {
                    problems.add(fault.error.at(place(entry.line, Some(key.to_string()))));
                }
            }
        }
        problems.into_error().map_or(Ok(told), Err)
    })
}

/// The keys of one file: what stood under each.
#[derive(Default)]
struct Keys(HashMap<Key, blake3::Hash>);

enum Settled {
    /// The same entry stood there already.
    Again,
    /// The key by which it comes in.
    As(Key),
}

impl Keys {
    /// The entry under the key by which it comes in; `None` where the same was there already. Tells of
    /// either, and of what was understood only in part.
    fn settled(
        &mut self,
        label: &str,
        mut entry: Entry,
        told: &mut Vec<String>,
    ) -> Result<Option<Entry>> {
        let (line, key) = (entry.line, entry.source.key.clone());
        match self.settle(&key, &format!("{:?}", entry.source))? {
            Settled::Again => {
                told.push(format!(
                    "{label}, line {line}: `{key}` is there twice, exactly the same; taken in once"
                ));
                return Ok(None);
            }
            Settled::As(other) if other != key => {
                told.push(format!(
                    "{label}, line {line}: another entry has the key `{key}`; this one is `{other}`"
                ));
                entry.source.key = other;
            }
            Settled::As(_) => {}
        }
        for Warning { field, value, message } in &entry.warnings {
            let value = shortened(value);
            told.push(format!("{label}, line {line}, `{key}`: {field} `{value}` {message}"));
        }
        Ok(Some(entry))
    }

    fn settle(&mut self, key: &Key, content: &str) -> Result<Settled> {
        let content = blake3::hash(content.as_bytes());
        let mut proposed = key.clone();
        for number in 2.. {
            match self.0.get(&proposed) {
                None => break,
                Some(known) if *known == content => return Ok(Settled::Again),
                Some(_) => proposed = format!("{key}-{number}").parse::<Key>()?,
            }
        }
        self.0.insert(proposed.clone(), content);
        Ok(Settled::As(proposed))
    }
}
