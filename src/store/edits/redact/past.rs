//! The history without the names: changes written anew, what they are about, and the seal over them.

use std::collections::{BTreeMap, BTreeSet};

use serde_json::{Value as Json, json};

use super::super::super::Store;
use super::super::super::chain;
use super::super::super::change::{Change, Head};
use super::super::super::engine::{Engine, Statement, Value, params};
use super::super::super::history::{Subject, Wanted, records};
use super::super::super::seal::{self, NO_DIGEST, Note, Sealing};
use super::names::Names;
use super::scrub::Scrub;
use super::walk::InText;
use crate::domain::{Key, Name};
use crate::error::{Error, Result};

/// What a change says now: the records before it and after it.
type Payload = (Option<String>, Option<String>);

/// The history as it is to be.
#[derive(Debug, Default)]
pub(super) struct Past {
    /// The changes that are written anew.
    pub(super) rewritten: BTreeMap<i64, Payload>,
    /// What a change is about, where that is called otherwise now: entity, old key, new key.
    subjects: Vec<(String, String, String)>,
}

impl Past {
    /// Looks through all changes.
    pub(super) fn of(store: &Store, names: &Names, scrub: &Scrub<'_>) -> Result<Past> {
        let mut past = Past::default();
        let sql = "SELECT id, before, after FROM change ORDER BY id";
        store.engine.query(sql, params! {}, &mut |row| {
            let before = row.optional_text("before")?;
            let after = row.optional_text("after")?;
            let new = (rewritten(scrub, before.as_deref())?, rewritten(scrub, after.as_deref())?);
            if (&before, &after) != (&new.0, &new.1) {
                past.rewritten.insert(row.integer("id")?, new);
            }
            Ok(())
        })?;
        let sql = "SELECT DISTINCT entity, key FROM change_subject";
        store.engine.query(sql, params! {}, &mut |row| {
            let (entity, key) = (row.text("entity")?, row.text("key")?);
            if let Some(new) = subject(names, scrub, &entity, &key) {
                past.subjects.push((entity, key, new));
            }
            Ok(())
        })?;
        Ok(past)
    }

    /// Puts into a change that the history is like this. `altered` are the claims and sources
    /// of which any record is changed.
    pub(super) fn put_into(
        mut self,
        store: &Store,
        change: &mut Change,
        head: &Head,
        altered: &BTreeSet<Key>,
        note: &mut Note,
    ) -> Result<()> {
        note.changes = self.rewritten.len();
        if let Some(from) = self.first(store, altered)? {
            self.take_seals_off(store, from)?;
            note.from = Some(from);
            note.seal = Some(self.seal(store, from, head)?);
            change.run(Statement::new(
                "UPDATE change SET payload_digest = :none, content_digest = :none,
                        salt = CASE WHEN salt IS NULL THEN NULL ELSE x'' END
                 WHERE id >= :from AND id < :version",
                params! { none: Value::Blob(NO_DIGEST.to_vec()), from: from },
            ));
        }
        for (id, (before, after)) in self.rewritten {
            change.run(Statement::new(
                "UPDATE change SET before = :before, after = :after, salt = NULL WHERE id = :id",
                params! { id: id, before: before, after: after },
            ));
        }
        for (entity, old, new) in self.subjects {
            for sql in [
                "INSERT INTO change_subject (entity, key, change_id)
                 SELECT entity, :new, change_id FROM change_subject
                 WHERE entity = :entity AND key = :old ON CONFLICT DO NOTHING",
                "DELETE FROM change_subject WHERE entity = :entity AND key = :old",
            ] {
                change.run(Statement::new(
                    sql,
                    params! { entity: entity.as_str(), old: old.as_str(), new: new.as_str() },
                ));
            }
        }
        Ok(())
    }

    /// The first change after which the content held a name: one that told it, or an import, which tells
    /// only what it is about, that brought a record in which it stood.
    fn first(&self, store: &Store, altered: &BTreeSet<Key>) -> Result<Option<i64>> {
        let mut first = self.rewritten.keys().next().copied();
        for key in altered {
            let about = store.changes_wanted(Subject::Key(key), &Wanted::default())?;
            first = first.into_iter().chain(about).min();
        }
        // What was sealed already is sealed together with this.
        for (number, note) in seal::redactions(store)? {
            if let (Some(from), Some(sealed)) = (first, note.from)
                && number >= from
            {
                first = Some(from.min(sealed));
            }
        }
        Ok(first)
    }

    /// Takes the seals of earlier redactions off that are sealed again.
    fn take_seals_off(&mut self, store: &Store, from: i64) -> Result<()> {
        for (number, note) in seal::redactions(store)? {
            if number >= from && note.seal.is_some() {
                // It may have been written anew itself.
                let now = self.rewritten.get(&number).and_then(|(_, after)| after.as_deref());
                let note = Note::of(seal::ACTION, now).unwrap_or(note);
                let note = Note { from: None, seal: None, ..note };
                self.rewritten.insert(number, (None, Some(json!([note.to_json()]).to_string())));
            }
        }
        Ok(())
    }

    fn seal(&self, store: &Store, from: i64, head: &Head) -> Result<String> {
        let mut previous = chain::BEFORE_ALL.to_vec();
        let sql = "SELECT hash FROM change WHERE id < :from ORDER BY id DESC LIMIT 1";
        store.engine.query(sql, params! { from: from }, &mut |row| {
            previous = row.optional_blob("hash")?.unwrap_or_default();
            Ok(())
        })?;
        let mut sealing = Sealing::behind(&previous);
        let sql = "SELECT id, at, actor, action, before, after, salt, payload_digest,
                          content_digest, hash FROM change WHERE id >= :from AND id <= :last ORDER BY id";
        store.engine.query(sql, params! { from: from, last: head.id }, &mut |row| {
            let new = self.rewritten.get(&row.integer("id")?);
            sealing.add(row, new.map(|(before, after)| (before.as_deref(), after.as_deref())))
        })?;
        Ok(sealing.finish())
    }
}

/// A column of a change without the names; what has none comes back as it is.
fn rewritten(scrub: &Scrub<'_>, text: Option<&str>) -> Result<Option<String>> {
    let Some(text) = text else { return Ok(None) };
    let before = records(Some(text))?;
    let mut after: Vec<Json> = before.clone();
    after.retain_mut(|record| scrub.record(record, InText::Past, &mut Vec::new()));
    if before == after {
        return Ok(Some(text.to_owned()));
    }
    if after.is_empty() {
        return Ok(None);
    }
    let text = serde_json::to_string(&after)
        .map_err(|error| Error::storage(format!("a change cannot be written down: {error}")))?;
    Ok(Some(text))
}

/// What a subject of the history is called now, where that is something else.
fn subject(names: &Names, scrub: &Scrub<'_>, entity: &str, key: &str) -> Option<String> {
    match entity {
        "creator" => {
            let name: Name = key.parse().ok()?;
            let stand_in = names.stand_in(&name.voice()).map(|it| it.as_written().to_owned());
            // Others share the family name alone.
            let written = || scrub.past_name(key).filter(|_| names.finder.is_whole_in(key));
            stand_in.or_else(written)
        }
        "source" => match names.keys.iter().find(|(old, _)| old.as_str() == key) {
            Some((_, new)) => Some(new.to_string()),
            None => scrub.past_name(key),
        },
        _ => scrub.past_name(key),
    }
}
