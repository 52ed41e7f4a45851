//! One change as history keeps it, as far as it can bear on evidence.

use serde::Deserialize;

use super::super::Store;
use super::super::engine::{Engine, params};
use super::narrow::{Evidence, Held};
use crate::domain::{Citation, Claim, Key, Lineage, Source, Timestamp};
use crate::error::{Error, Result};

/// A record that can be part of evidence.
#[derive(Debug, Clone, Deserialize)]
#[serde(tag = "record", rename_all = "kebab-case")]
#[allow(clippy::large_enum_variant)] // there are a few at a time
pub(super) enum Part {
    Source(Source),
    Claim(Claim),
    Citation(Citation),
    Lineage(Lineage),
}

impl Part {
    fn claim(&self) -> Option<&Claim> {
        if let Part::Claim(claim) = self { Some(claim) } else { None }
    }

    fn sources_named(&self) -> Vec<&Key> {
        match self {
            Part::Source(source) => vec![&source.key],
            Part::Claim(claim) => claim.appearances.iter().map(|work| &work.source).collect(),
            Part::Citation(citation) => sources_of_citation(citation),
            Part::Lineage(row) => vec![&row.source, &row.origin],
        }
    }

    fn source(&self) -> Option<&Source> {
        if let Part::Source(source) = self { Some(source) } else { None }
    }
}

/// A change.
#[derive(Debug)]
pub(super) struct Made {
    pub(super) id: i64,
    pub(super) at: Timestamp,
    pub(super) actor: String,
    action: String,
    /// The records as they were.
    pub(super) before: Vec<Part>,
    /// The records as they were made. An import keeps only those that were there before it.
    pub(super) after: Vec<Part>,
    /// Whether what it did is not kept any more.
    pub(super) redacted: bool,
}

impl Made {
    pub(super) fn load(store: &Store, id: i64) -> Result<Made> {
        let mut made = None;
        let sql = "SELECT at, actor, action, before, after, salt FROM change WHERE id = :id";
        store.engine.query(sql, params! { id: id }, &mut |row| {
            made = Some(Made {
                id,
                at: row.parsed("at")?,
                actor: row.text("actor")?,
                action: row.text("action")?,
                before: parts(row.optional_text("before")?),
                after: parts(row.optional_text("after")?),
                redacted: row.optional_blob("salt")?.is_none(),
            });
            Ok(())
        })?;
        made.ok_or_else(|| Error::storage(format!("there is no change number {id}")))
    }

    /// Makes the evidence for a claim what it was before the change.
    pub(super) fn turn_back(&self, evidence: &mut Evidence) {
        let after = evidence.claim.as_ref().map(|claim| claim.key.clone());
        self.turn_claim_back(evidence, after.as_ref());
        let before = evidence.claim.as_ref().map(|claim| claim.key.clone()).or(after.clone());
        for part in &self.after {
            match part {
                Part::Source(source) => {
                    evidence.sources.remove(&source.key);
                }
                Part::Citation(citation) if Some(&citation.claim) == after.as_ref() => {
                    take_one(&mut evidence.citations, citation);
                }
                Part::Lineage(lineage) => {
                    if let Some(rows) = evidence.lineage.get_mut(&lineage.source) {
                        take_one(rows, lineage);
                    }
                }
                Part::Claim(_) | Part::Citation(_) => {}
            }
        }
        // What an import brought in is marked by its number alone.
        evidence.citations.retain(|held| held.version != self.id);
        for rows in evidence.lineage.values_mut() {
            rows.retain(|held| held.version != self.id);
        }
        for part in &self.before {
            match part {
                Part::Source(source) => {
                    evidence.sources.insert(source.key.clone(), source.clone());
                }
                Part::Citation(citation) if Some(&citation.claim) == before.as_ref() => {
                    let (number, version) = (None, 0);
                    evidence.citations.push(Held { record: citation.clone(), number, version });
                }
                Part::Lineage(lineage) => evidence.add_lineage(lineage.clone(), 0),
                Part::Claim(_) | Part::Citation(_) => {}
            }
        }
    }

    /// That it made one record of two, in words, where it did.
    pub(super) fn merger(&self) -> Option<String> {
        let key = |part: &'_ Part| match (self.action.as_str(), part) {
            ("claim merge", Part::Claim(claim)) => Some(claim.key.clone()),
            ("source merge", Part::Source(source)) => Some(source.key.clone()),
            _ => None,
        };
        let stays: Vec<Key> = self.after.iter().filter_map(key).collect();
        let gone = self.before.iter().filter_map(key).find(|key| !stays.contains(key))?;
        Some(match stays.first() {
            Some(kept) if self.action == "source merge" => format!("{gone} was merged into {kept}"),
            _ => format!("claim {gone} was merged into it"),
        })
    }

    /// The sources that what is told of the change may name; `now` is the evidence as it stands.
    pub(super) fn sources_named<'m>(&'m self, now: &'m Evidence) -> impl Iterator<Item = &'m Key> {
        let parts = self.before.iter().chain(&self.after).flat_map(Part::sources_named);
        let brought = now.citations.iter().filter(|held| held.version == self.id);
        parts.chain(brought.flat_map(|held| sources_of_citation(&held.record)))
    }

    /// The claim goes by the key that it has after the change; where it stands under no such key before
    /// it, the change gave it that key.
    fn turn_claim_back(&self, evidence: &mut Evidence, after: Option<&Key>) {
        let written = claims(&self.after);
        if !written.iter().any(|claim| Some(&claim.key) == after) {
            return;
        }
        let were = claims(&self.before);
        let same = were.iter().find(|claim| Some(&claim.key) == after);
        let renamed = were.first().filter(|_| were.len() == 1 && written.len() == 1);
        evidence.claim = same.or(renamed).map(|claim| (*claim).clone());
    }
}

fn sources_of_citation(citation: &Citation) -> Vec<&Key> {
    std::iter::once(&citation.source).chain(&citation.attributed_to).collect()
}

/// The claims among the parts.
pub(super) fn claims(parts: &[Part]) -> Vec<&Claim> {
    parts.iter().filter_map(Part::claim).collect()
}

/// The sources among the parts.
pub(super) fn sources(parts: &[Part]) -> Vec<&Source> {
    parts.iter().filter_map(Part::source).collect()
}

fn take_one<T: PartialEq>(rows: &mut Vec<Held<T>>, record: &T) {
    if let Some(place) = rows.iter().position(|held| held.record == *record) {
        rows.swap_remove(place);
    }
}

/// The records in a column `before` or `after`; what is none, such as the counts of an import, is left
/// out.
fn parts(text: Option<String>) -> Vec<Part> {
    let values: Vec<serde_json::Value> =
        text.and_then(|text| serde_json::from_str(&text).ok()).unwrap_or_default();
    values.into_iter().filter_map(|value| serde_json::from_value(value).ok()).collect()
}
