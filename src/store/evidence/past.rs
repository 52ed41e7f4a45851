//! The evidence for a claim as it was: turned back change by change, as far as history tells.

use std::collections::btree_map::Entry;
use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use super::super::Store;
use super::super::engine::{Engine, params};
use super::about::About;
use super::made::Made;
use super::narrow::Evidence;
use super::words;
use crate::domain::{Cause, Ended, EvidenceDigest, Key, Timestamp};
use crate::error::Result;

/// Of which changes it is told what they did.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Telling {
    /// Of all.
    All,
    /// Of those that name none but open sources: what is told may leave the desk.
    OfOpenSources,
}

/// Looks into the history of a casebook.
pub(super) struct Past<'s> {
    store: &'s Store,
    telling: Telling,
    /// All imports, which say of no record that they are about it, once they are asked for.
    imports: Option<Vec<Rc<Made>>>,
    /// What made one of two claims, by the change and the moment that were asked for.
    mergers: HashMap<(i64, Timestamp), Option<Cause>>,
}

/// A change, and the digest of the evidence before it.
pub(super) type Step = (Rc<Made>, EvidenceDigest);

/// The evidence for a claim on its way back, the latest change first.
pub(super) struct Trail {
    now: Evidence,
    /// The same with the sources that were part of it on the way.
    pub(super) start: Evidence,
    pub(super) steps: Vec<Step>,
}

impl<'s> Past<'s> {
    pub(super) fn new(store: &'s Store, telling: Telling) -> Self {
        Past { store, telling, imports: None, mergers: HashMap::new() }
    }

    /// The end of a judgement that was given for evidence of this digest, which is not that of now.
    pub(super) fn end(
        &mut self,
        claim: &Key,
        entered: i64,
        given: EvidenceDigest,
    ) -> Result<Ended> {
        let trail = self.trail(claim, entered)?;
        match self.told_end(&trail, given)? {
            Some(ended) => Ok(ended),
            None => Ok(Ended { since: self.last_touch(&trail)?, cause: None }),
        }
    }

    /// The end of a judgement that had ended by this moment when the change with the number `entered`
    /// wrote it. Where that made one of two claims, it is what ended it.
    pub(super) fn end_of_moved(&mut self, entered: i64, since: &Timestamp) -> Result<Ended> {
        let asked = (entered, since.clone());
        let cause = match self.mergers.get(&asked) {
            Some(known) => known.clone(),
            None => {
                self.mergers.entry(asked).or_insert(merger(self.store, entered, since)?).clone()
            }
        };
        Ok(Ended { since: since.clone(), cause })
    }

    /// The end of a judgement of which only is known by which change it was entered; `None` where the
    /// evidence is what it was then.
    pub(super) fn end_of_entered(&mut self, claim: &Key, entered: i64) -> Result<Option<Ended>> {
        let trail = self.trail(claim, entered)?;
        if trail.steps.iter().any(|(made, _)| made.redacted) {
            // Nobody can tell any more whether that bore on it.
            return Ok(Some(Ended { since: self.last_touch(&trail)?, cause: None }));
        }
        let given = trail.steps.last().map(|(_, before)| *before);
        match given.filter(|given| *given != trail.now.digest()) {
            Some(given) => self.told_end(&trail, given),
            None => Ok(None),
        }
    }

    /// The end of a judgement that was given for this evidence, with what may be told of its cause.
    fn told_end(&self, trail: &Trail, given: EvidenceDigest) -> Result<Option<Ended>> {
        let Some(made) = trail.end(given) else { return Ok(None) };
        let mut is_told = true;
        if self.telling == Telling::OfOpenSources {
            for key in made.sources_named(&trail.now) {
                is_told &= self.store.is_open_source(key)?;
            }
        }
        let cause = is_told.then(|| {
            let what = words::what_was_done(made, &trail.now);
            Cause { what, actor: made.actor.clone() }
        });
        Ok(Some(Ended { since: made.at.clone(), cause }))
    }

    /// Turns the evidence back to the moment after a change.
    pub(super) fn trail(&mut self, claim: &Key, entered: i64) -> Result<Trail> {
        let now = Evidence::load(self.store, claim)?;
        let mut about = About::new(claim, &now);
        let mut made: BTreeMap<i64, Rc<Made>> = BTreeMap::new();
        for import in self.imports()?.iter().filter(|import| import.id > entered) {
            made.insert(import.id, Rc::clone(import));
        }
        let mut then = now.clone();
        while let Some((entity, key)) = about.open.pop() {
            if entity == "source" {
                let origins = then.add_source(self.store, &key)?;
                origins.iter().for_each(|origin| about.add_source(origin));
            }
            for id in self.changes_about(entity, &key, entered)? {
                if let Entry::Vacant(place) = made.entry(id) {
                    place.insert(Rc::new(Made::load(self.store, id)?));
                }
            }
            if about.open.is_empty() {
                made.values().for_each(|made| about.grow(made));
            }
        }
        let start = then.clone();
        let mut steps = Vec::with_capacity(made.len());
        for made in made.into_values().rev() {
            made.turn_back(&mut then);
            let before = then.digest();
            steps.push((made, before));
        }
        Ok(Trail { now, start, steps })
    }

    fn imports(&mut self) -> Result<&[Rc<Made>]> {
        if self.imports.is_none() {
            let mut imports = Vec::new();
            for id in self.store.ids("SELECT id FROM change WHERE action = 'import'", 0)? {
                imports.push(Rc::new(Made::load(self.store, id)?));
            }
            self.imports = Some(imports);
        }
        Ok(self.imports.as_deref().unwrap_or_default())
    }

    fn changes_about(&self, entity: &str, key: &Key, after: i64) -> Result<Vec<i64>> {
        let mut ids = Vec::new();
        let sql = "SELECT change_id FROM change_subject
                   WHERE entity = :entity AND key = :key AND change_id > :after";
        let parameters = params! { entity: entity, key: key.as_str(), after: after };
        self.store.engine.query(sql, parameters, &mut |row| {
            ids.push(row.integer("change_id")?);
            Ok(())
        })?;
        Ok(ids)
    }

    /// When the last of these changes was made that made a difference; of the casebook, where none did.
    fn last_touch(&self, trail: &Trail) -> Result<Timestamp> {
        match trail.touches().next() {
            Some((made, _)) => Ok(made.at.clone()),
            None => Ok(self.store.made(self.store.head()?.id)?.0.at),
        }
    }
}

impl Trail {
    /// The changes that made a difference, the latest first, each with the digest before it.
    fn touches(&self) -> impl Iterator<Item = (&Rc<Made>, EvidenceDigest)> {
        let mut after = self.now.digest();
        self.steps.iter().filter_map(move |(made, before)| {
            let differs = std::mem::replace(&mut after, *before) != *before;
            differs.then_some((made, *before))
        })
    }

    /// The last change before which the evidence had this digest.
    fn end(&self, given: EvidenceDigest) -> Option<&Made> {
        self.touches().find(|(_, before)| *before == given).map(|(made, _)| &**made)
    }
}

/// What is told of a change that made one of two claims at this moment; of others nothing.
fn merger(store: &Store, number: i64, at: &Timestamp) -> Result<Option<Cause>> {
    // Where the history is damaged, the moment is all that is told.
    let Ok((signature, action)) = store.made(number) else { return Ok(None) };
    if action != "claim merge" || signature.at != *at {
        return Ok(None);
    }
    let what = Made::load(store, number)?.merger();
    Ok(what.map(|what| Cause { what, actor: signature.actor }))
}
