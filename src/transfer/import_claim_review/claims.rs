//! The claims of the import: those of the file, and those that the casebook has already.

use std::collections::{HashMap, HashSet};

use crate::domain::{Appearance, Claim, Key};
use crate::error::Result;
use crate::exchange::claim_review::FactCheck;
use crate::store::Store;

/// A claim of the import.
pub(super) struct Planned {
    /// As it is to be.
    pub(super) claim: Claim,
    /// As the casebook has it already.
    pub(super) before: Option<Claim>,
    /// The line of the file that names it first.
    pub(super) line: u64,
}

/// The claims of the import, in the order in which the file names them.
pub(super) struct Claims<'s> {
    store: &'s Store,
    pub(super) all: Vec<Planned>,
    by_key: HashMap<Key, usize>,
    by_statement: HashMap<String, Vec<usize>>,
    /// Claims of the casebook with a statement that is in the file too.
    known: HashMap<String, Vec<Key>>,
    next: i64,
}

impl<'s> Claims<'s> {
    /// Looks once through the casebook for the statements of the file.
    pub(super) fn new(store: &'s Store, statements: &HashSet<&str>) -> Result<Self> {
        let mut known: HashMap<String, Vec<Key>> = HashMap::new();
        store.each_claim(|claim| {
            let Claim { key, statement, .. } = claim.record;
            if statements.contains(statement.as_str()) {
                known.entry(statement).or_default().push(key);
            }
            Ok(())
        })?;
        let next = store.next_number("claim")?;
        let (by_key, by_statement) = Default::default();
        Ok(Claims { store, all: Vec::new(), by_key, by_statement, known, next })
    }

    /// The claim that says the same, by the same claimant as far as that is known.
    pub(super) fn find(&mut self, check: &FactCheck, line: u64) -> Result<Option<usize>> {
        for key in self.known.remove(&check.statement).unwrap_or_default() {
            self.with_key(&key, line)?;
        }
        let same = |number: &&usize| {
            let claimant = &self.all[**number].claim.claimant;
            claimant == &check.claimant || claimant.is_none() || check.claimant.is_none()
        };
        let numbers = self.by_statement.get(&check.statement);
        Ok(numbers.and_then(|numbers| numbers.iter().find(same)).copied())
    }

    /// A claim by its key, if there is one.
    pub(super) fn with_key(&mut self, key: &Key, line: u64) -> Result<Option<usize>> {
        if let Some(number) = self.by_key.get(key) {
            return Ok(Some(*number));
        }
        let Some(found) = self.store.find_claim(key)? else { return Ok(None) };
        let claim = found.record;
        Ok(Some(self.add(Planned { before: Some(claim.clone()), claim, line })))
    }

    /// A new claim.
    pub(super) fn enter(&mut self, check: &FactCheck, line: u64) -> Result<usize> {
        let mut key: Key = format!("c{}", self.next).parse()?;
        while self.by_key.contains_key(&key) || self.store.find_claim(&key)?.is_some() {
            self.next += 1;
            key = format!("c{}", self.next).parse()?;
        }
        self.next += 1;
        let claim = Claim {
            claimant: check.claimant.clone(),
            claimed_on: check.claimed_on.clone(),
            ..Claim::new(key, check.statement.as_str())
        };
        Ok(self.add(Planned { claim, before: None, line }))
    }

    /// Notes that a claim appears in a work.
    pub(super) fn appears(&mut self, number: usize, work: &Key) {
        let appearances = &mut self.all[number].claim.appearances;
        if appearances.iter().all(|known| known.source != *work) {
            appearances.push(Appearance { source: work.clone(), locator: None, quote: None });
        }
    }

    fn add(&mut self, planned: Planned) -> usize {
        let number = self.all.len();
        self.by_key.insert(planned.claim.key.clone(), number);
        self.by_statement.entry(planned.claim.statement.clone()).or_default().push(number);
        self.all.push(planned);
        number
    }
}
