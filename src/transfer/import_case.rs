//! A case folder into a casebook, all of it or nothing.

use std::collections::HashMap;

use crate::domain::{Appearance, Claim, Key};
use crate::error::{Error, ErrorKind, Problem, Result};
use crate::exchange::case::{AppearanceRow, CaseFolder, Located, Records};
use crate::store::import::{Import, ImportOptions, ImportSummary, Outcome, Rejection, Taken};
use crate::store::{Signature, Store};

/// How many problems are reported at most.
const LISTED: usize = 20;

/// The further appearances of claims, by claim.
type Further = HashMap<Key, Vec<Located<AppearanceRow>>>;

/// Takes a case folder in; `on_rows` hears now and then how many more rows were read.
///
/// # Errors
///
/// The problems of the first file that has any, each with its place; nothing is changed then.
pub fn import_case(
    store: &Store,
    signature: &Signature,
    folder: &CaseFolder,
    options: ImportOptions,
    on_rows: &mut dyn FnMut(u64),
) -> Result<ImportSummary> {
    let load = |import: &mut Import<'_>| load(import, folder, on_rows);
    store.import(signature, "import", options, load).map(|(summary, ())| summary)
}

fn load(import: &mut Import<'_>, folder: &CaseFolder, on_rows: &mut dyn FnMut(u64)) -> Result<()> {
    // First, so that they hold for the sources of the folder too.
    each(folder.aliases()?, on_rows, |row| import.alias(&row.value))?;
    each(folder.sources()?, on_rows, |row| import.source(&row.value, row.line))?;
    let mut further = Further::new();
    each(folder.appearances()?, on_rows, |row| {
        import.require_source("source", &row.value.appearance.source)?;
        further.entry(row.value.claim.clone()).or_default().push(row.clone());
        Ok(Outcome::New)
    })?;
    each(folder.claims()?, on_rows, |row| {
        let Some(more) = further.remove(&row.value.key) else {
            return import.claim(&row.value, row.line);
        };
        import.claim(&with_appearances(row.value.clone(), more), row.line)
    })?;
    let mut rest: Vec<_> = further.into_values().flatten().collect();
    rest.sort_by_key(|row| row.line);
    each_of(rest.into_iter().map(Ok), on_rows, |row| {
        import.appearance(&row.value.claim, &row.value.appearance)
    })?;
    each(folder.lineage()?, on_rows, |row| import.lineage(&row.value))?;
    each(folder.citations()?, on_rows, |row| import.citation(&row.value))?;
    each(folder.reviews()?, on_rows, |row| import.review(&row.value))?;
    each(folder.waivers()?, on_rows, |row| import.waiver(&row.value))?;
    each(folder.rules()?, on_rows, |row| import.rule_severity(&row.value))?;
    each(folder.distinctions()?, on_rows, |row| import.distinction(&row.value))?;
    each(folder.assignments()?, on_rows, |row| import.assignment(&row.value))?;
    each(folder.review_policy()?, on_rows, |row| import.review_policy(&row.value))
}

/// The claim with the rows of `appearances.csv` behind its own; the same place twice is one.
fn with_appearances(mut claim: Claim, more: Vec<Located<AppearanceRow>>) -> Claim {
    let new = more.into_iter().map(|row| row.value.appearance);
    for appearance in new.collect::<Vec<Appearance>>() {
        if !claim.appearances.contains(&appearance) {
            claim.appearances.push(appearance);
        }
    }
    claim
}

fn each<T>(
    records: Option<Records<T>>,
    on_rows: &mut dyn FnMut(u64),
    take: impl FnMut(&Located<T>) -> Taken,
) -> Result<()> {
    match records {
        Some(records) => each_of(records, on_rows, take),
        None => Ok(()),
    }
}

/// Hands the records of one file over and gathers what is wrong with them. A file with problems ends
/// the import: what refers to its rows would only seem to be wrong.
fn each_of<T>(
    records: impl Iterator<Item = Result<Located<T>>>,
    on_rows: &mut dyn FnMut(u64),
    mut take: impl FnMut(&Located<T>) -> Taken,
) -> Result<()> {
    const TOLD_EVERY: u64 = 1024;
    let mut problems = Problems::default();
    let mut rows = 0;
    for record in records {
        rows += 1;
        if rows % TOLD_EVERY == 0 {
            on_rows(TOLD_EVERY);
        }
        match record {
            Err(error) if error.kind == ErrorKind::Storage => return Err(error),
            Err(error) => problems.add(error),
            Ok(record) => match take(&record) {
                Ok(_) => {}
                Err(Rejection::Failure(error)) => return Err(error),
                Err(Rejection::Fault(fault)) => {
                    let place = record.place(fault.column, fault.value);
                    problems.add(fault.error.at(place));
                }
            },
        }
    }
    on_rows(rows % TOLD_EVERY);
    problems.into_error().map_or(Ok(()), Err)
}

/// What is wrong with a file: the first problems, and the number of the others.
#[derive(Default)]
pub(super) struct Problems {
    listed: Vec<Problem>,
    unlisted: usize,
}

impl Problems {
    pub(super) fn add(&mut self, error: Error) {
        let room = LISTED.saturating_sub(self.listed.len());
        self.unlisted += error.problems.len().saturating_sub(room) + error.unlisted;
        self.listed.extend(error.problems.into_iter().take(room));
    }

    pub(super) fn into_error(self) -> Option<Error> {
        let mut error = Error::several(ErrorKind::Invalid, self.listed, LISTED)?;
        error.unlisted = self.unlisted;
        Some(error)
    }
}
