//! Taking other spellings of names in, and writing the right name where one comes in.

use super::super::{Store, alias};
use super::session::Import;
use super::{Outcome, Rejection, Taken, faults};
use crate::domain::{Alias, Name, Source};
use crate::error::Result;

impl Import<'_> {
    /// Takes another spelling in, before the sources. Who said it first, and when, stays.
    pub fn alias(&mut self, alias: &Alias) -> Taken {
        let taken = self.take_alias(alias);
        self.summary.aliases.count(&taken);
        taken
    }

    fn take_alias(&mut self, given: &Alias) -> Taken {
        // What it is a spelling of may be known as one itself.
        let name = self.spellings.get(&given.name.voice()).unwrap_or(&given.name).clone();
        let given = Alias { name, ..given.clone() };
        let voice = given.name.voice();
        if voice == given.spelling {
            return Err(faults::circular_alias(&given));
        }
        let mut outcome = Outcome::New;
        if let Some(known) = self.store.alias(&given.spelling)? {
            if known.record.name.voice() == voice {
                return Ok(self.again(known.version));
            }
            let in_import = known.version == self.version;
            if in_import || !self.update {
                return Err(faults::spelt_otherwise(&given, &known.record, in_import));
            }
            alias::delete(&mut self.changes, &known.record)?;
            outcome = Outcome::Updated;
        }
        if self.store.is_creator(&given.spelling)? {
            return Err(faults::spelling_in_use(&given));
        }
        self.require_not_distinct(&given.spelling, &given)?;
        for chained in self.store.aliases()? {
            if chained.name.voice() == given.spelling {
                self.require_not_distinct(&chained.spelling, &given)?;
                alias::delete(&mut self.changes, &chained)?;
                let through = Alias { name: given.name.clone(), ..chained };
                alias::insert(&mut self.changes, &through)?;
                self.spellings.insert(through.spelling, through.name);
            }
        }
        alias::insert(&mut self.changes, &given)?;
        self.carry_out_changes()?;
        self.spellings.insert(given.spelling, given.name);
        Ok(outcome)
    }

    fn require_not_distinct(
        &self,
        spelling: &str,
        given: &Alias,
    ) -> std::result::Result<(), Rejection> {
        match self.store.distinction(spelling, &given.name.voice())? {
            None => Ok(()),
            Some(said) => Err(faults::said_to_be_two(given, &said.record)),
        }
    }

    /// The source with the names that are to be written, where any of its is another spelling.
    pub(super) fn respelt(&self, source: &Source) -> Result<Option<Source>> {
        let is_other = |name: &Name| self.spellings.contains_key(&name.voice());
        let mut open = source.creators.iter().filter(|credit| !credit.unnamed);
        if self.spellings.is_empty() || !open.any(|credit| is_other(&credit.name)) {
            return Ok(None);
        }
        let mut respelt = source.clone();
        self.store.respell(&[], &mut respelt.creators)?;
        Ok(Some(respelt))
    }

    /// Notes for the summary which names of a source were written otherwise.
    pub(super) fn note_respelt(&mut self, source: &Source) -> Result<()> {
        for credit in source.creators.iter().filter(|credit| !credit.unnamed) {
            if let Some(name) = self.spellings.get(&credit.name.voice()) {
                let (given, written) = (credit.name.to_string(), self.store.told_name(name)?);
                self.summary.respelt.insert(given, written);
            }
        }
        Ok(())
    }
}

/// The spellings that a casebook knows, in the form in which voices are compared, with their names.
pub(super) fn known(store: &Store) -> Result<std::collections::HashMap<String, Name>> {
    Ok(store.aliases()?.into_iter().map(|alias| (alias.spelling, alias.name)).collect())
}
