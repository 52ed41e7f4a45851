//! The write path: every change to a casebook is one atomic batch that carries its own history.

use std::time::{Duration, Instant};

use super::change::{Change, Head, Signature};
use super::conflict_hint::what_changed;
use super::digest::ContentDigest;
use super::embedded::explained;
use super::engine::{Engine, Refusal, params};
use super::levels::LevelsTouched;
use super::{Store, chain};
use crate::error::{Error, ErrorKind, Result};

/// How long two writers who race for the head of the chain are tried again.
const RACE: Duration = Duration::from_secs(60);

impl Store {
    /// The last change.
    pub(crate) fn head(&self) -> Result<Head> {
        let mut head =
            Head { id: 0, hash: chain::BEFORE_ALL.to_vec(), content: ContentDigest::default() };
        let sql = "SELECT id, hash, content_digest FROM change ORDER BY id DESC LIMIT 1";
        self.engine.query(sql, params! {}, &mut |row| {
            head.id = row.integer("id")?;
            head.hash = row.optional_blob("hash")?.unwrap_or_default();
            head.content = row
                .optional_blob("content_digest")?
                .and_then(|bytes| ContentDigest::from_bytes(&bytes))
                .ok_or_else(|| Error::storage("the digest of the content is damaged"))?;
            Ok(())
        })?;
        Ok(head)
    }

    /// Carries out the change that `build` makes of what it reads, as one batch.
    ///
    /// Where another writer was quicker, everything is read and built again: `build` itself tells
    /// whether the records it is about have changed in between ([`Seen`]). A change without
    /// statements writes nothing.
    pub(crate) fn change<T>(
        &self,
        signature: &Signature,
        mut build: impl FnMut(&Store) -> Result<(Change, T)>,
    ) -> Result<T> {
        self.require_inside()?;
        let deadline = Instant::now() + RACE;
        loop {
            // Read first: whatever is written after this makes the batch fail.
            let head = self.head()?;
            let (change, outcome) = build(self)?;
            if change.is_empty() {
                return Ok(outcome);
            }
            let levels = LevelsTouched::by(self, change.bearing());
            let batch = change.batch(&head, signature, levels.release())?;
            match self.engine.write(&batch) {
                Ok(()) => {
                    levels.keep_again(self);
                    return Ok(outcome);
                }
                Err(Refusal::Constraint(_))
                    if self.head()?.id != head.id && Instant::now() < deadline => {}
                Err(Refusal::Constraint(reason)) => return Err(inconsistent(&reason)),
                Err(Refusal::Failure(error)) => return Err(error),
            }
        }
    }

    /// Lets `look` see the casebook as it would be after the change that `build` makes, and takes
    /// everything back: for who asks before. Nobody else can write meanwhile.
    pub(crate) fn rehearse<T, U>(
        &self,
        signature: &Signature,
        build: impl FnOnce(&Store) -> Result<(Change, T)>,
        look: impl FnOnce(&Store, &T) -> Result<U>,
    ) -> Result<U> {
        self.require_inside()?;
        // Rolled back when it is dropped.
        let _rehearsal = self.engine.connection.unchecked_transaction().map_err(explained)?;
        let head = self.head()?;
        let (change, outcome) = build(self)?;
        if !change.is_empty() {
            let levels = LevelsTouched::by(self, change.bearing());
            let batch = change.batch(&head, signature, levels.release())?;
            self.engine.run(&batch).map_err(explained)?;
        }
        look(self, &outcome)
    }

    /// Who made the change with this number, when, and by which command.
    pub fn made(&self, version: i64) -> Result<(Signature, String)> {
        let mut made = None;
        let sql = "SELECT at, actor, action FROM change WHERE id = :version";
        self.engine.query(sql, params! { version: version }, &mut |row| {
            let signature = Signature { actor: row.text("actor")?, at: row.parsed("at")? };
            made = Some((signature, row.text("action")?));
            Ok(())
        })?;
        made.ok_or_else(|| {
            Error::storage(format!("there is no change number {version}"))
                .hint("run `twosource doctor`: another program has written to the casebook")
        })
    }

    /// Who made a change.
    pub(crate) fn actor_of(&self, version: i64) -> Result<String> {
        let mut actor = String::from("somebody");
        let sql = "SELECT actor FROM change WHERE id = :version";
        self.engine.query(sql, params! { version: version }, &mut |row| {
            actor = row.text("actor")?;
            Ok(())
        })?;
        Ok(actor)
    }
}

/// Remembers the version of a record at the first reading, to tell at a later one that somebody else
/// wrote it in between.
#[derive(Debug, Default)]
pub(crate) struct Seen(Option<i64>);

impl Seen {
    /// An error that names who changed the record, where it is not as it was when first seen.
    pub(crate) fn check(&mut self, store: &Store, what: &str, version: i64) -> Result<()> {
        match *self.0.get_or_insert(version) {
            first if first == version => Ok(()),
            _ => {
                let actor = store.actor_of(version)?;
                Err(Error::new(
                    ErrorKind::Conflict,
                    format!("{what} was changed by {actor} meanwhile"),
                )
                .hint(format!(
                    "{}look at it again (twosource history --change {version}), then repeat your \
                     change if it still holds",
                    what_changed(store, version)
                )))
            }
        }
    }
}

fn inconsistent(reason: &str) -> Error {
    Error::storage(format!("the casebook refused the change, nothing was written: {reason}"))
        .hint("run `twosource doctor`; if it finds nothing, please report this")
}
