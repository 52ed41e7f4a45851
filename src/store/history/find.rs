//! Which changes somebody asks for.

use std::collections::BTreeSet;

use serde_json::Value as Json;

use super::super::Store;
use super::super::engine::{Engine, params};
use super::records::{kind, number, records, text};
use crate::domain::{Citation, Name, Timestamp, nearest};
use crate::error::{Error, Result};

/// What the changes are about.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Subject<'a> {
    /// Anything.
    All,
    /// The claim or source that has or had this key, under all the keys it had.
    Key(&'a str),
    /// What was said of this name: other spellings, renaming, two that are two.
    Creator(&'a str),
    /// The citation with this number.
    Citation(i64),
}

/// Which of these changes.
#[derive(Debug, Clone, Default)]
pub struct Wanted<'a> {
    /// Not those before this moment.
    pub since: Option<&'a Timestamp>,
    /// Only those that this one made.
    pub by: Option<&'a str>,
    /// So many at most, the latest.
    pub limit: Option<usize>,
}

impl Store {
    /// The numbers of the changes that are asked for, the latest first. No payload is read but what
    /// tells the former keys of a record.
    ///
    /// Fails where nothing has or had the key, name or number, or nobody of that name made a change.
    pub fn changes_wanted(&self, subject: Subject<'_>, wanted: &Wanted<'_>) -> Result<Vec<i64>> {
        if let Some(name) = wanted.by {
            self.require_actor(name)?;
        }
        let limit = wanted.limit.unwrap_or(usize::MAX);
        let mut numbers = Vec::new();
        if subject == Subject::All {
            let any = wanted.since.is_none() && wanted.by.is_none();
            let most = wanted.limit.filter(|_| any).and_then(|most| i64::try_from(most).ok());
            let sql = "SELECT id, at, actor FROM change ORDER BY id DESC LIMIT :most";
            self.engine.query(sql, params! { most: most.unwrap_or(-1) }, &mut |row| {
                if numbers.len() < limit && fits(wanted, &row.parsed("at")?, &row.text("actor")?) {
                    numbers.push(row.integer("id")?);
                }
                Ok(())
            })?;
            return Ok(numbers);
        }
        for number in self.changes_about_subject(subject)?.into_iter().rev() {
            let (signature, _) = self.made(number)?;
            if numbers.len() < limit && fits(wanted, &signature.at, &signature.actor) {
                numbers.push(number);
            }
        }
        Ok(numbers)
    }

    fn changes_about_subject(&self, subject: Subject<'_>) -> Result<BTreeSet<i64>> {
        match subject {
            Subject::All => Ok(BTreeSet::new()),
            Subject::Key(key) => {
                let mut found = self.trail("claim", key)?;
                found.extend(self.trail("source", key)?);
                if found.is_empty() { Err(self.never_was(key)?) } else { Ok(found) }
            }
            Subject::Creator(name) => self.about_creator(name),
            Subject::Citation(number) => self.about_citation(number),
        }
    }

    /// The changes that are about a record, also under the keys that it had before and got later, and
    /// the imports that it came with and was last written by.
    fn trail(&self, entity: &'static str, key: &str) -> Result<BTreeSet<i64>> {
        let mut found: BTreeSet<i64> = self.changes_about(entity, key, 0)?.into_iter().collect();
        let mut latest_key = key.to_owned();
        for number in found.clone() {
            let Some((old, new)) = self.renaming(number, entity)? else { continue };
            if new == key {
                self.follow_back(entity, old, number, &mut found)?;
            } else if old == key {
                latest_key = self.follow_on(entity, new, number, &mut found)?;
            }
        }
        found.extend(self.brought_in(entity, &latest_key)?);
        Ok(found)
    }

    /// Adds the changes about a key before a renaming, and before that about the key before it.
    fn follow_back(
        &self,
        entity: &'static str,
        mut key: String,
        mut until: i64,
        found: &mut BTreeSet<i64>,
    ) -> Result<()> {
        'keys: loop {
            for number in self.changes_about(entity, &key, 0)?.into_iter().rev() {
                if number >= until {
                    continue;
                }
                found.insert(number);
                if let Some((old, new)) = self.renaming(number, entity)?
                    && new == key
                {
                    (key, until) = (old, number);
                    continue 'keys;
                }
            }
            return Ok(());
        }
    }

    /// The same from a renaming on; returns the last key.
    fn follow_on(
        &self,
        entity: &'static str,
        mut key: String,
        mut after: i64,
        found: &mut BTreeSet<i64>,
    ) -> Result<String> {
        'keys: loop {
            for number in self.changes_about(entity, &key, after)? {
                found.insert(number);
                if let Some((old, new)) = self.renaming(number, entity)?
                    && old == key
                {
                    (key, after) = (new, number);
                    continue 'keys;
                }
            }
            return Ok(key);
        }
    }

    /// The changes after one that say they are about something, in their order.
    pub(in crate::store) fn changes_about(
        &self,
        entity: &str,
        key: &str,
        after: i64,
    ) -> Result<Vec<i64>> {
        let mut found = Vec::new();
        let sql = "SELECT change_id FROM change_subject
                   WHERE entity = :entity AND key = :key AND change_id > :after ORDER BY change_id";
        let parameters = params! { entity: entity, key: key, after: after };
        self.engine.query(sql, parameters, &mut |row| {
            found.push(row.integer("change_id")?);
            Ok(())
        })?;
        Ok(found)
    }

    /// The changes after this one that may hold a record of a kind that no claim, source or name is
    /// known by; their records have to be looked at.
    pub(in crate::store) fn changes_holding(&self, kind: &str, after: i64) -> Result<Vec<i64>> {
        let mut found = Vec::new();
        let sql = "SELECT id FROM change WHERE id > :after
                   AND instr(coalesce(before, '') || coalesce(after, ''), :kind) ORDER BY id";
        let parameters = params! { kind: format!("\"{kind}\""), after: after };
        self.engine.query(sql, parameters, &mut |row| {
            found.push(row.integer("id")?);
            Ok(())
        })?;
        Ok(found)
    }

    /// The old and the new key, where a change gave a record of this kind another one.
    pub(super) fn renaming(&self, change: i64, entity: &str) -> Result<Option<(String, String)>> {
        let (before, after) = self.payload(change)?;
        let keys = |records: &[Json]| -> BTreeSet<String> {
            let of_kind = records.iter().filter(|record| kind(record) == Some(entity));
            of_kind.map(|record| text(record, "key").to_owned()).collect()
        };
        let (before, after) = (keys(&before), keys(&after));
        let (mut gone, mut came) = (before.difference(&after), after.difference(&before));
        Ok(match (gone.next(), gone.next(), came.next(), came.next()) {
            (Some(old), None, Some(new), None) => Some((old.clone(), new.clone())),
            _ => None,
        })
    }

    /// The records before and after a change.
    pub(in crate::store) fn payload(&self, change: i64) -> Result<(Vec<Json>, Vec<Json>)> {
        let mut payload = (Vec::new(), Vec::new());
        let sql = "SELECT before, after FROM change WHERE id = :id";
        self.engine.query(sql, params! { id: change }, &mut |row| {
            payload = (
                records(row.optional_text("before")?.as_deref())?,
                records(row.optional_text("after")?.as_deref())?,
            );
            Ok(())
        })?;
        Ok(payload)
    }

    /// The import that a record came with, and the change that last wrote it.
    fn brought_in(&self, entity: &'static str, key: &str) -> Result<Vec<i64>> {
        let row = match entity {
            "claim" => self.find_claim(key)?.map(|row| (row.id, row.version)),
            _ => self.find_source(key)?.map(|row| (row.id, row.version)),
        };
        let Some((id, version)) = row else { return Ok(Vec::new()) };
        let mut found = self.imports_of(entity, id)?;
        found.push(version);
        Ok(found)
    }

    /// The import that brought the row with this number, where it says so. Imports of older releases
    /// do not.
    fn imports_of(&self, entity: &str, id: i64) -> Result<Vec<i64>> {
        let mut found = Vec::new();
        let sql = "SELECT id FROM change WHERE action = 'import'
                   AND json_extract(after, '$[0].rows.' || :entity || '[0]') <= :row
                   AND json_extract(after, '$[0].rows.' || :entity || '[1]') > :row";
        self.engine.query(sql, params! { entity: entity, row: id }, &mut |row| {
            found.push(row.integer("id")?);
            Ok(())
        })?;
        Ok(found)
    }

    fn about_creator(&self, name: &str) -> Result<BTreeSet<i64>> {
        let voice = name.parse::<Name>()?.voice();
        let mut found: BTreeSet<i64> =
            self.changes_about("creator", name, 0)?.into_iter().collect();
        found.extend(self.changes_about("creator", &voice, 0)?);
        if found.is_empty() {
            // An error where nobody has the name; somebody may have it of whom nothing was said.
            self.creators_named(name)?;
        }
        Ok(found)
    }

    fn about_citation(&self, wanted: i64) -> Result<BTreeSet<i64>> {
        let mut found = BTreeSet::new();
        if let Ok(known) = self.citation(wanted) {
            found.extend(self.imports_of("citation", wanted)?);
            found.insert(known.version);
            // A new key of the source is a change of the citation too, but not one of the claim.
            let mut about = self.trail("claim", &known.record.claim)?;
            about.extend(self.trail("source", &known.record.source)?);
            for number in about {
                let (before, after) = self.payload(number)?;
                if before.iter().chain(&after).any(|record| is_of(record, wanted, &known.record)) {
                    found.insert(number);
                }
            }
            return Ok(found);
        }
        // It is gone, and nothing tells whose it was: all that was removed is looked through.
        let mark = format!("\"record\":\"citation\",\"number\":{wanted},");
        let sql = "SELECT id FROM change WHERE instr(before, :mark) > 0 OR instr(after, :mark) > 0";
        self.engine.query(sql, params! { mark: mark }, &mut |row| {
            found.insert(row.integer("id")?);
            Ok(())
        })?;
        if found.is_empty() { self.citation(wanted).map(|_| found) } else { Ok(found) }
    }

    /// The error for a key that nothing has or had.
    fn never_was(&self, key: &str) -> Result<Error> {
        let mut near: Vec<String> =
            ["claim", "source"].into_iter().filter_map(|it| self.near_key(it, key)).collect();
        let former = "SELECT DISTINCT key AS text FROM change_subject
                      WHERE entity <> 'creator' AND key >= :start AND key < :end LIMIT 5000";
        let start: String = key.chars().take(2).collect();
        let end = format!("{start}\u{10FFFF}");
        near.extend(self.texts(former, params! { start: start, end: end })?);
        self.retain_keys_to_suggest(&mut near)?;
        let error = Error::not_found(format!("no claim or source has or had the key `{key}`"));
        Ok(match nearest(key, near.iter().map(String::as_str)) {
            Some(near) => error.hint(format!("did you mean `{near}`?")),
            None if key.parse::<i64>().is_ok() => error.hint(format!(
                "a citation is asked for with --citation {key}, a change with --change {key}"
            )),
            None => error.hint("`twosource history` shows all changes; a name: --creator NAME"),
        })
    }
}

/// Whether a record is the citation with this number; where history does not know the number, whether
/// it may be.
fn is_of(record: &Json, wanted: i64, known: &Citation) -> bool {
    let same = || {
        text(record, "claim") == known.claim.as_str()
            && text(record, "source") == known.source.as_str()
    };
    kind(record) == Some("citation") && number(record).map_or_else(same, |number| number == wanted)
}

fn fits(wanted: &Wanted<'_>, at: &Timestamp, actor: &str) -> bool {
    wanted.since.is_none_or(|since| at.span().1 >= since.span().0)
        && wanted.by.is_none_or(|by| by == actor)
}
