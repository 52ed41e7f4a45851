//! Which sources were ever withheld, by all the keys that they had.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::super::Store;
use super::super::engine::{Engine, params};
use super::records::{kind, records, text};
use crate::domain::{Confidentiality, Source};
use crate::error::Result;

/// The keys of the sources that are or once were withheld.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct WithheldOnce {
    /// The keys of each that was confidential, also those before and after, in the order in which the
    /// history came to know them.
    pub confidential: Vec<BTreeSet<String>>,
    /// The keys of those that were on background, and never confidential.
    pub background: BTreeSet<String>,
}

impl WithheldOnce {
    /// Whether there are none.
    pub fn is_empty(&self) -> bool {
        self.confidential.is_empty() && self.background.is_empty()
    }
}

impl Store {
    /// The sources that are withheld, or were at some time, also those that are gone.
    ///
    /// A key that was given twice counts as withheld for both: rather too much than too little.
    pub fn withheld_once(&self) -> Result<WithheldOnce> {
        let (mut confidential, mut background) = (Vec::new(), Vec::new());
        self.withheld_in_the_past(&mut confidential, &mut background)?;
        self.withheld_today("confidential", &mut confidential)?;
        self.withheld_today("background", &mut background)?;
        let mut known = WithheldOnce::default();
        for key in confidential {
            if known.confidential.iter().any(|keys| keys.contains(&key)) {
                continue;
            }
            let keys = self.keys_over_time(&key)?;
            known.confidential.push(keys);
        }
        for key in background {
            if known.background.contains(&key)
                || known.confidential.iter().any(|keys| keys.contains(&key))
            {
                continue;
            }
            let keys = self.keys_over_time(&key)?;
            let is_new = |key: &String| !known.confidential.iter().any(|keys| keys.contains(key));
            known.background.extend(keys.into_iter().filter(is_new));
        }
        Ok(known)
    }

    /// What history tells of these, the sources that are or once were withheld: each as it was before and
    /// after every change, with what it was at its most secret.
    pub fn withheld_states(&self, once: &WithheldOnce) -> Result<Vec<Source>> {
        let mut states = Vec::new();
        for keys in &once.confidential {
            self.states(keys, Confidentiality::Confidential, &mut states)?;
        }
        self.states(&once.background, Confidentiality::Background, &mut states)?;
        Ok(states)
    }

    fn states(
        &self,
        keys: &BTreeSet<String>,
        confidentiality: Confidentiality,
        states: &mut Vec<Source>,
    ) -> Result<()> {
        for key in keys {
            for number in self.changes_about("source", key, 0)? {
                let (before, after) = self.payload(number)?;
                let records =
                    before.into_iter().chain(after).filter(|it| kind(it) == Some("source"));
                // Of one that cannot be read nothing can be learnt.
                let sources = records.filter_map(|it| serde_json::from_value::<Source>(it).ok());
                states.extend(
                    sources
                        .filter(|source| keys.contains(source.key.as_str()))
                        .map(|source| Source { confidentiality, ..source }),
                );
            }
        }
        Ok(())
    }

    fn withheld_today(&self, state: &str, keys: &mut Vec<String>) -> Result<()> {
        let sql = "SELECT key AS text FROM source
                   WHERE confidentiality <> 'open' AND confidentiality = :state
                   UNION ALL
                   SELECT alias AS text FROM source_alias JOIN source ON source.id = source_id
                   WHERE confidentiality <> 'open' AND confidentiality = :state";
        keys.extend(self.texts(sql, params! { state: state })?);
        Ok(())
    }

    fn withheld_in_the_past(
        &self,
        confidential: &mut Vec<String>,
        background: &mut Vec<String>,
    ) -> Result<()> {
        // Most changes are about claims: what they hold is not even read.
        let sql = "SELECT before, after FROM change
                   WHERE action NOT LIKE 'claim %' AND action NOT LIKE 'cit%'
                     AND action NOT LIKE 'review%' AND action NOT LIKE 'waive%'
                     AND (instr(before, '\"confidentiality\":\"confidential\"') > 0
                      OR instr(after, '\"confidentiality\":\"confidential\"') > 0
                      OR instr(before, '\"confidentiality\":\"background\"') > 0
                      OR instr(after, '\"confidentiality\":\"background\"') > 0)
                   ORDER BY id";
        self.engine.query(sql, params! {}, &mut |row| {
            for column in ["before", "after"] {
                for record in records(row.optional_text(column)?.as_deref())? {
                    match text(&record, "confidentiality") {
                        "confidential" => confidential.extend(keys_of(&record)),
                        "background" => background.extend(keys_of(&record)),
                        _ => {}
                    }
                }
            }
            Ok(())
        })
    }

    /// The keys of the sources that a change made one; none where it was another change.
    fn merged(&self, number: i64) -> Result<Vec<String>> {
        if self.made(number)?.1 != "source merge" {
            return Ok(Vec::new());
        }
        let (before, _) = self.payload(number)?;
        Ok(before.iter().flat_map(keys_of).collect())
    }

    /// All keys that the source had which has or had this one.
    fn keys_over_time(&self, key: &str) -> Result<BTreeSet<String>> {
        let mut keys = BTreeSet::from([key.to_owned()]);
        let mut open = vec![key.to_owned()];
        while let Some(key) = open.pop() {
            for number in self.changes_about("source", &key, 0)? {
                let others = match self.renaming(number, "source")? {
                    Some((old, new)) => vec![old, new],
                    None => self.merged(number)?,
                };
                if others.contains(&key) {
                    open.extend(others.into_iter().filter(|key| keys.insert(key.clone())));
                }
            }
        }
        Ok(keys)
    }
}

/// The keys by which a source is known, as its record says.
fn keys_of(record: &Json) -> Vec<String> {
    if kind(record) != Some("source") {
        return Vec::new();
    }
    let others = record.get("aliases").and_then(Json::as_array).into_iter().flatten();
    let others = others.filter_map(Json::as_str).map(str::to_owned);
    std::iter::once(text(record, "key").to_owned()).chain(others).collect()
}
