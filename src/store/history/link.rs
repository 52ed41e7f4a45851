//! The changes as links of the chain, and the head.

use std::path::Path;
use std::time::Duration;

use super::super::Store;
use super::super::chain::ChainWalk;
use super::super::cipher::Passphrase;
use super::super::engine::{Engine, Row, params};
use super::super::open::{Access, configure, connect, recognise, refuse_newer};
use super::super::seal::{self, Note};
use crate::domain::{ChainLink, HistoryHead};
use crate::error::{Error, Result};

/// All links, in their order.
pub(in crate::store) const LINKS: &str =
    "SELECT id, at, actor, action, before, after, salt, payload_digest, content_digest, hash
     FROM change ORDER BY id";

/// The link in a row of [`LINKS`].
pub(in crate::store) fn link_of(row: &Row<'_>) -> Result<ChainLink> {
    let bytes = |column| row.optional_blob(column).map(Option::unwrap_or_default);
    let (action, after) = (row.text("action")?, row.optional_text("after")?);
    Ok(ChainLink {
        withheld: false,
        unproved: false,
        seal: Note::of(&action, after.as_deref()).and_then(Note::seal),
        change: row.integer("id")?,
        at: row.text("at")?,
        actor: row.text("actor")?,
        action,
        before: row.optional_text("before")?,
        after,
        salt: row.optional_blob("salt")?,
        payload_digest: bytes("payload_digest")?,
        content_digest: bytes("content_digest")?,
        hash: bytes("hash")?,
    })
}

impl Store {
    /// Hands on every change as a link of the chain, in their order, as they stand in the file.
    pub fn each_link(&self, visit: &mut dyn FnMut(ChainLink) -> Result<()>) -> Result<()> {
        self.engine.query(LINKS, params! {}, &mut |row| visit(link_of(row)?))
    }

    /// A walk along the chain.
    pub fn chain_walk(&self) -> Result<ChainWalk> {
        let redactions = seal::redactions(self)?;
        Ok(ChainWalk::new(redactions.into_iter().filter_map(|(by, note)| Some((by, note.seal()?)))))
    }

    /// The head of the history; none where nothing has been done yet.
    pub fn history_head(&self) -> Result<Option<HistoryHead>> {
        let head = self.head()?;
        if head.id == 0 {
            return Ok(None);
        }
        let hash = head.hash.try_into().map_err(|_| {
            Error::storage("the hash of the last change is damaged")
                .hint("run `twosource doctor`: another program has written to the casebook")
        })?;
        Ok(Some(HistoryHead { change: head.id, hash }))
    }
}

/// Hands on every change of a casebook in another file, such as a backup, of this release or an older
/// one, as long as each follows from the one before.
///
/// # Errors
/// It is no casebook, or one of a newer release; its history is broken, and so proves nothing.
pub fn each_link_in(
    path: &Path,
    wait: Duration,
    key: Option<&Passphrase>,
    visit: &mut dyn FnMut(ChainLink) -> Result<()>,
) -> Result<()> {
    refuse_newer(path, recognise(path, key)?)?;
    let connection = connect(path, Access::Read, key)?;
    configure(&connection, wait)?;
    let store = Store::over(connection, path.to_owned(), key);
    let broken = |fault: &str| {
        Error::invalid(format!(
            "{} has a broken history, which proves nothing: {fault}",
            path.display()
        ))
        .hint("take another backup, or what you keep elsewhere of `twosource history --head`")
    };
    store.in_snapshot(|store| {
        let mut walk = store.chain_walk()?;
        store.each_link(&mut |link| match walk.step(&link) {
            None => visit(link),
            Some(fault) => Err(broken(&fault)),
        })?;
        walk.broken_seals().first().map_or(Ok(()), |fault| Err(broken(fault)))
    })
}
