//! The casebook file: opening it, reading from it, and changing it by atomic batches.
//!
//! The only place that names rusqlite, refinery or SQL.

mod alias;
mod assignment;
mod backup;
mod chain;
mod change;
mod cipher;
mod citation;
mod claim;
mod conflict_hint;
mod creator;
mod digest;
mod distinction;
pub mod doctor;
pub mod edits;
mod embedded;
mod engine;
mod erase;
mod evidence;
pub mod history;
pub mod import;
pub mod levels;
mod lineage;
mod migrate;
mod names;
mod numbers;
mod open;
mod openly;
mod outside;
mod restore;
mod review;
mod review_policy;
mod rotation;
mod rule_severity;
mod seal;
mod search;
mod search_text;
mod snapshot;
mod source;
mod statistics;
mod strong_identifier;
pub mod synchronised;
mod unreadable;
mod write;
mod zotero;

use std::path::{Path, PathBuf};

pub use change::Signature;
pub use cipher::{CAN_DECRYPT, Passphrase, may_be_encrypted};
pub use citation::Citations;
pub use creator::Creator;
pub use digest::ContentDigest;
pub use evidence::{Judgements, Since};
pub use open::{Access, CASEBOOK_FILE};
pub use outside::Mask;
pub use restore::{Restored, restore};
pub use search::{Hit, Hits};
pub(crate) use search_text::{fold, stands_alone};
pub use source::Stored;
pub use statistics::Division;
pub use zotero::{ZOTERO_FILE, ZoteroCreator, ZoteroItem, is_zotero, read_zotero};

use crate::domain::{Claim, Source, nearest, shell_word};
use crate::error::{Error, Result};
use engine::{Engine, Parameters, params};

/// An open casebook.
pub struct Store {
    engine: embedded::Embedded,
    path: PathBuf,
    /// What it was opened with, where it is encrypted.
    key: Option<Passphrase>,
    /// Where this is the casebook as it is seen outside: the casebook itself, at the same moment.
    inside: Option<Box<Store>>,
    /// Whether messages leave out what is withheld.
    discreet: bool,
}

impl Store {
    /// The casebook over a connection; `key` is what others to the same casebook are opened with.
    fn over(connection: rusqlite::Connection, path: PathBuf, key: Option<&Passphrase>) -> Store {
        let engine = embedded::Embedded::new(connection);
        Store { engine, path, key: key.cloned(), inside: None, discreet: false }
    }

    /// The file it is in.
    pub fn path(&self) -> &Path {
        &self.path
    }

    /// What opens the casebook, where it is encrypted.
    fn key(&self) -> Option<&Passphrase> {
        self.key.as_ref()
    }

    /// The column `text` of every row of an answer.
    fn texts(&self, sql: &str, parameters: Parameters) -> Result<Vec<String>> {
        let mut texts = Vec::new();
        self.engine.query(sql, parameters, &mut |row| {
            texts.push(row.text("text")?);
            Ok(())
        })?;
        Ok(texts)
    }

    /// The column `number` of the only row of an answer.
    fn number(&self, sql: &str, parameters: Parameters) -> Result<i64> {
        let mut number = 0;
        self.engine.query(sql, parameters, &mut |row| {
            number = row.integer("number")?;
            Ok(())
        })?;
        Ok(number)
    }

    /// The error for a key that nothing has, with the nearest key that there is; or with the claim that
    /// the one with this key was merged into.
    pub fn unknown_key(&self, entity: &'static str, key: &str) -> Error {
        let error = Error::not_found(format!("there is no {entity} `{key}`"));
        if entity == "claim"
            && let Ok(Some(kept)) = self.merged_into(key)
        {
            let word = shell_word(&kept);
            return error.hint(format!("it was merged into `{kept}`: twosource claim show {word}"));
        }
        match self.near_key(entity, key) {
            Some(near) => error.hint(format!("did you mean `{near}`?")),
            None => error.hint(format!("`twosource {entity} list` shows all keys")),
        }
    }

    /// The claims whose keys begin like this, in the order of their keys.
    pub fn claims_beginning(&self, start: &str, limit: usize) -> Result<Vec<Stored<Claim>>> {
        let keys = self.keys_beginning("claim", start, limit)?;
        keys.iter().map(|key| self.claim(key)).collect()
    }

    /// The sources whose keys begin like this, in the order of their keys.
    pub fn sources_beginning(&self, start: &str, limit: usize) -> Result<Vec<Stored<Source>>> {
        let keys = self.keys_beginning("source", start, limit)?;
        keys.iter().map(|key| self.source(key)).collect()
    }

    fn keys_beginning(&self, entity: &str, start: &str, limit: usize) -> Result<Vec<String>> {
        let limit = i64::try_from(limit).unwrap_or(i64::MAX);
        let sql = format!(
            "SELECT key AS text FROM {entity} WHERE key >= :start AND key < :end
             ORDER BY key LIMIT :limit"
        );
        let end = format!("{start}\u{10FFFF}");
        self.texts(&sql, params! { start: start, end: end, limit: limit })
    }

    /// The key of a claim or source that is most like this one.
    fn near_key(&self, entity: &'static str, key: &str) -> Option<String> {
        // A casebook may hold a million keys: those that begin alike, or else the first few
        // thousand, are enough to guess from.
        let start: String = key.chars().take(2).collect();
        let shown = if entity == "source" && self.discreet {
            "confidentiality <> 'confidential'"
        } else {
            "1 = 1"
        };
        let alike = format!(
            "SELECT key AS text FROM {entity} WHERE key >= :start AND key < :end AND {shown}
             LIMIT 5000"
        );
        let any = format!("SELECT key AS text FROM {entity} WHERE {shown} LIMIT 5000");
        [alike, any].into_iter().find_map(|sql| {
            let end = format!("{start}\u{10FFFF}");
            let known = self.texts(&sql, params! { start: start.as_str(), end: end }).ok()?;
            nearest(key, known.iter().map(String::as_str)).map(str::to_owned)
        })
    }
}
