//! The rows of a table as claims.

use std::collections::{HashMap, HashSet};

use super::super::import_case::Problems;
use super::super::import_library::rejects::Reject;
use super::super::import_library::{ImportedLibrary, LibraryOptions, or_leave_out};
use super::rejected;
use crate::domain::{Claim, Key, differences};
use crate::error::{Error, Place, Result, shortened};
use crate::exchange::library::{Fault, Warning};
use crate::exchange::table::{ClaimEntry, Table, merged_claim};
use crate::store::import::{Import, Outcome, Rejection};
use crate::store::{Signature, Store};

/// Takes a table of claims in. One whose key does not stand in the table is the claim that says the same
/// and is there already; else it gets the next free key.
pub(super) fn import_claims(
    store: &Store,
    signature: &Signature,
    (label, table): (&str, &Table<'_>),
    options: LibraryOptions,
    on_rejects: &mut dyn FnMut(&str) -> Result<()>,
) -> Result<ImportedLibrary> {
    let (summary, mut done) = store.import(signature, "import", options.import, |import| {
        let mut taking = Taking::new(store, label, table, options)?;
        for row in table.claims() {
            taking.take(import, row)?;
        }
        if !taking.rejects.is_empty() {
            on_rejects(&rejected(table, &taking.rejects))?;
        }
        taking.done.skipped = taking.rejects.len();
        taking.problems.into_error().map_or(Ok(taking.done), |error| Err(or_leave_out(error)))
    })?;
    done.summary = summary;
    Ok(done)
}

struct Taking<'t> {
    store: &'t Store,
    label: &'t str,
    key_heading: &'t str,
    skip_invalid: bool,
    /// The claims of the casebook by what they say; only where the table has rows without a key.
    known: HashMap<String, Vec<Key>>,
    /// The keys of this table's claims so far.
    met: HashSet<Key>,
    /// The keys that stand in the table.
    given: HashSet<Key>,
    /// Whether the casebook has any claims; where it has none, none is looked for.
    has_claims: bool,
    /// What stood in rows without a key.
    said: HashSet<blake3::Hash>,
    next: i64,
    problems: Problems,
    rejects: Vec<Reject>,
    done: ImportedLibrary,
}

impl<'t> Taking<'t> {
    fn new(
        store: &'t Store,
        label: &'t str,
        table: &'t Table<'_>,
        options: LibraryOptions,
    ) -> Result<Self> {
        let (mut statements, mut given) = (HashSet::new(), HashSet::new());
        for row in table.claims().flatten() {
            if row.has_key {
                given.insert(row.claim.key);
            } else {
                statements.insert(row.claim.statement);
            }
        }
        let mut known: HashMap<String, Vec<Key>> = HashMap::new();
        if !statements.is_empty() && !options.no_match {
            store.each_claim(|claim| {
                let Claim { key, statement, .. } = claim.record;
                if statements.contains(&statement) {
                    known.entry(statement).or_default().push(key);
                }
                Ok(())
            })?;
        }
        Ok(Taking {
            store,
            label,
            key_heading: table.key_heading(),
            skip_invalid: options.skip_invalid,
            known,
            met: HashSet::new(),
            given,
            has_claims: store.count_claims()? > 0,
            said: HashSet::new(),
            next: store.next_number("claim")?,
            problems: Problems::default(),
            rejects: Vec::new(),
            done: ImportedLibrary::default(),
        })
    }

    fn take(
        &mut self,
        import: &mut Import<'_>,
        row: std::result::Result<ClaimEntry, Fault>,
    ) -> Result<()> {
        let mut row = match row {
            Ok(row) => row,
            Err(Fault { line, error, span, .. }) => {
                let place = self.place(line, None);
                self.refuse(span, error.at(place));
                return Ok(());
            }
        };
        if !row.has_key {
            let content = blake3::hash(format!("{:?}", row.claim).as_bytes());
            if !self.said.insert(content) {
                self.tell(row.line, "is there twice, exactly the same; taken in once", &row.claim);
                return Ok(());
            }
            row.claim.key = self.key_for(&row.claim)?;
        }
        let key = row.claim.key.clone();
        for Warning { field, value, message } in &row.warnings {
            let (label, line, value) = (self.label, row.line, shortened(value));
            self.done
                .told
                .push(format!("{label}, line {line}, `{key}`: {field} `{value}` {message}"));
        }
        let before = if self.met.contains(&key) { None } else { self.find(&key)? };
        if let Some(before) = &before {
            row.claim = merged_claim(before, &row.claim);
        }
        self.met.insert(key.clone());
        match import.claim(&row.claim, row.line) {
            Ok(Outcome::Updated) => {
                let different = before.map(|before| differences(&before, &row.claim));
                self.done.changed.push((key, different.unwrap_or_default()));
            }
            Ok(_) => {}
            Err(Rejection::Failure(error)) => return Err(error),
            Err(Rejection::Fault(fault)) => {
                let value = row.has_key.then(|| key.to_string());
                let place = self.place(row.line, value);
                self.refuse(row.span, fault.error.at(place));
            }
        }
        Ok(())
    }

    /// The key of a claim for which the table has none.
    fn key_for(&mut self, claim: &Claim) -> Result<Key> {
        let known = self.known.get(&claim.statement).map(Vec::as_slice).unwrap_or_default();
        for key in known.iter().filter(|key| !self.met.contains(*key)) {
            let of_known = self.store.claim(key)?.record.claimant;
            if of_known.is_none() || claim.claimant.is_none() || of_known == claim.claimant {
                return Ok(key.clone());
            }
        }
        loop {
            let key: Key = format!("c{}", self.next).parse()?;
            self.next += 1;
            if !self.given.contains(&key) && self.find(&key)?.is_none() {
                return Ok(key);
            }
        }
    }

    /// The claim of the casebook with this key, as it was before the import.
    fn find(&self, key: &Key) -> Result<Option<Claim>> {
        if !self.has_claims {
            return Ok(None);
        }
        Ok(self.store.find_claim(key)?.map(|claim| claim.record))
    }

    fn tell(&mut self, line: u64, what: &str, claim: &Claim) {
        let statement = shortened(&claim.statement);
        self.done.told.push(format!("{}, line {line}: `{statement}` {what}", self.label));
    }

    fn place(&self, line: u64, key: Option<String>) -> Place {
        let column = key.as_ref().map(|_| self.key_heading.to_owned());
        Place { file: self.label.to_owned(), line: Some(line), column, value: key }
    }

    /// Leaves a row out, or remembers that the import cannot be.
    fn refuse(&mut self, span: std::ops::Range<usize>, error: Error) {
        // What ends the file is not the fault of a row.
        if self.skip_invalid && !span.is_empty() {
            self.rejects.push(Reject { span, error });
        } else {
            self.problems.add(error);
        }
    }
}
