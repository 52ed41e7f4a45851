//! The records as they stand: where a name is in them, and how it is taken out.

use std::collections::{BTreeSet, HashMap};

use serde::de::DeserializeOwned;
use serde_json::Value as Json;

use super::super::super::change::{Change, Record};
use super::super::super::doctor::each_record;
use super::super::super::engine::{Statement, params};
use super::super::super::evidence::{Repinned, Reword};
use super::super::super::{Store, alias, citation, claim, distinction, review, source};
use super::scrub::Scrub;
use super::walk::{InText, Place};
use crate::domain::{Citation, Claim, Key, Lineage, Pin, Review, Source, Waiver};
use crate::error::{Error, Result};

/// What the records that stand have to do with the names.
#[derive(Debug, Default)]
pub(super) struct Standing {
    /// Texts and keys in which a name stays.
    pub(super) places: Vec<Place>,
    /// The sources that become different.
    pub(super) sources: Vec<Key>,
    /// The claims that become different, or citations of theirs.
    pub(super) claims: BTreeSet<Key>,
    /// The claims and sources of which any record becomes different.
    pub(super) altered: BTreeSet<Key>,
}

impl Standing {
    /// Looks at every record.
    pub(super) fn of(store: &Store, scrub: &Scrub<'_>, text: InText) -> Result<Standing> {
        let mut standing = Standing::default();
        let sql = "SELECT DISTINCT actor AS text FROM change";
        for actor in store.texts(sql, params! {})? {
            if scrub.names.finder.is_whole_in(&actor) {
                let (record, field) = ("the history".to_owned(), "actor".to_owned());
                standing.places.push(Place { record, field, text: actor });
            }
        }
        each_record(store, &mut |visited| {
            let visited = visited?;
            let before = json(&visited.record)?;
            let mut after = before.clone();
            if scrub.record(&mut after, text, &mut standing.places) && after != before {
                standing.note(&visited.record);
            }
            Ok(())
        })?;
        Ok(standing)
    }

    /// Notes that a record becomes different.
    fn note(&mut self, record: &Record<'_>) {
        match record {
            Record::Source(source) => {
                self.sources.push(source.key.clone());
                self.altered.insert(source.key.clone());
            }
            Record::Claim(claim) => {
                self.claims.insert(claim.key.clone());
                self.altered.insert(claim.key.clone());
            }
            Record::Citation(numbered) => {
                self.claims.insert(numbered.citation.claim.clone());
                self.altered.insert(numbered.citation.claim.clone());
            }
            Record::Lineage(row) => self.altered.extend([row.source.clone(), row.origin.clone()]),
            Record::Review(review) => drop(self.altered.insert(review.claim.clone())),
            Record::Waiver(waiver) => drop(self.altered.insert(waiver.claim.clone())),
            _ => {}
        }
    }
}

/// Puts into a change that every record is without the names; history is told nothing of it.
pub(super) fn rewrite(
    store: &Store,
    change: &mut Change,
    scrub: &Scrub<'_>,
    text: InText,
    pins: &[Repinned],
) -> Result<()> {
    let pins: HashMap<(&str, i64), &Pin> =
        pins.iter().map(|pin| ((pin.kind, pin.id), &pin.after)).collect();
    change.untold(|change| {
        each_record(store, &mut |visited| {
            let visited = visited?;
            let before = json(&visited.record)?;
            let mut after = before.clone();
            let stays = scrub.record(&mut after, text, &mut Vec::new());
            let pin = |kind, old: &Pin| Pin::clone(pins.get(&(kind, visited.id)).unwrap_or(&old));
            match &visited.record {
                Record::Alias(known) if !stays => alias::delete(change, known),
                Record::Distinction(said) if !stays => distinction::delete(change, said),
                Record::Review(old) => {
                    let mut new: Review = typed(after)?;
                    new.pin = pin("review", &old.pin);
                    update_review(change, visited.id, old, &new)
                }
                Record::Waiver(old) => {
                    let mut new: Waiver = typed(after)?;
                    new.pin = pin("waiver", &old.pin);
                    update_waiver(change, visited.id, old, &new)
                }
                _ if before == after => Ok(()),
                Record::Source(old) => source::update(change, old, &typed::<Source>(after)?),
                Record::Claim(old) => claim::update(change, old, &typed::<Claim>(after)?),
                Record::Citation(numbered) => {
                    let new: Citation = typed(after)?;
                    citation::update(change, visited.id, numbered.citation, &new)
                }
                Record::Lineage(old) => update_lineage(change, old, &typed(after)?),
                _ => Ok(()),
            }
        })
    })
}

/// The ids stay what they are, so that of a row only its note can differ.
fn update_lineage(change: &mut Change, old: &Lineage, new: &Lineage) -> Result<()> {
    change.run(Statement::new(
        "UPDATE lineage SET note = :note, version = :version WHERE relation = :relation
         AND source_id = (SELECT id FROM source WHERE key = :source)
         AND origin_id = (SELECT id FROM source WHERE key = :origin)",
        params! { note: new.note.as_deref(), relation: new.relation.as_str(),
        source: new.source.as_str(), origin: new.origin.as_str() },
    ));
    change.removes(&Record::Lineage(old))?;
    change.adds(&Record::Lineage(new))
}

fn update_review(change: &mut Change, id: i64, old: &Review, new: &Review) -> Result<()> {
    if old == new {
        return Ok(());
    }
    let (evidence, ended) = review::pin_columns(&new.pin);
    change.run(Statement::new(
        "UPDATE review SET note = :note, evidence = :evidence, ended = :ended, version = :version
         WHERE id = :id",
        params! { id: id, note: new.note.as_deref(), evidence: evidence, ended: ended },
    ));
    change.removes(&Record::Review(old))?;
    change.adds(&Record::Review(new))
}

fn update_waiver(change: &mut Change, id: i64, old: &Waiver, new: &Waiver) -> Result<()> {
    if old == new {
        return Ok(());
    }
    let (evidence, ended) = review::pin_columns(&new.pin);
    change.run(Statement::new(
        "UPDATE waiver SET reason = :reason, evidence = :evidence, ended = :ended, version = :version
         WHERE id = :id",
        params! { id: id, reason: new.reason.as_str(), evidence: evidence, ended: ended },
    ));
    change.removes(&Record::Waiver(old))?;
    change.adds(&Record::Waiver(new))
}

fn json(record: &Record<'_>) -> Result<Json> {
    serde_json::to_value(record)
        .map_err(|error| Error::storage(format!("a record cannot be written down: {error}")))
}

fn typed<T: DeserializeOwned>(record: Json) -> Result<T> {
    serde_json::from_value(record)
        .map_err(|error| Error::storage(format!("a record cannot be rewritten: {error}")))
}

/// Evidence is worded as the records are.
pub(super) struct Worded<'s, 'n> {
    pub(super) scrub: &'s Scrub<'n>,
    pub(super) text: InText,
}

impl Reword for Worded<'_, '_> {
    fn claim(&self, claim: &mut Claim) -> Result<()> {
        *claim = self.scrub.typed("claim", claim, self.text)?;
        Ok(())
    }

    fn citation(&self, citation: &mut Citation) -> Result<()> {
        *citation = self.scrub.typed("citation", citation, self.text)?;
        Ok(())
    }

    fn source(&self, source: &mut Source) -> Result<()> {
        *source = self.scrub.typed("source", source, self.text)?;
        Ok(())
    }

    fn lineage(&self, lineage: &mut Lineage) -> Result<()> {
        *lineage = self.scrub.typed("lineage", lineage, self.text)?;
        Ok(())
    }
}

/// The pins of the history: for each claim, what stands for the one that a judgement had.
pub(super) fn note_pins(scrub: &mut Scrub<'_>, claim: &Key, repinned: &[Repinned]) {
    scrub.judged.insert(claim.to_string());
    for one in repinned {
        if let Pin::Evidence(given) = &one.before {
            scrub.pins.insert((claim.to_string(), given.to_string()), one.after.clone());
        }
    }
}
