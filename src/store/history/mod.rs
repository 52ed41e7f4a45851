//! What was done to the casebook, by whom and when: history as people read it.

mod compare;
mod difference;
mod disclosed;
mod earlier;
mod find;
mod link;
mod merged;
mod records;
mod replaced;
mod taken_out;
mod withheld;
mod words;

use serde_json::Value as Json;

use super::Store;
use super::engine::{Engine, params};
use super::seal;
use crate::domain::{Timestamp, nearest};
use crate::error::{Error, Result};

pub use super::chain::ChainWalk;
pub use compare::{Comparison, SealedSince};
pub(super) use difference::differences;
pub use difference::{Difference, FieldDifference};
pub use disclosed::Disclosed;
pub use earlier::{Earlier, EarlierChange};
pub use find::{Subject, Wanted};
pub use link::each_link_in;
pub(super) use link::{LINKS, link_of};
pub(super) use records::records;
pub use replaced::{Edited, Replaced};
pub use withheld::WithheldOnce;
pub(super) use words::name as called;

/// A change as history keeps it.
#[derive(Debug, Clone)]
pub struct Past {
    /// Its number.
    pub number: i64,
    /// When it was made.
    pub at: Timestamp,
    /// Who made it.
    pub actor: String,
    /// What was done, as the command is called.
    pub action: String,
    /// What an import counted, by the kind of record: the new ones and the updated ones of each.
    pub counts: Vec<(String, u64, u64)>,
    /// What was shown outside, where the change is about that.
    pub disclosed: Option<Disclosed>,
    /// What differs, record by record. An import names only records that were there before it.
    pub differences: Vec<Difference>,
    /// How many records differ that cannot be shown outside; none in the casebook itself.
    pub left_out: usize,
    /// Whether names were taken out of it since, so that it cannot be undone.
    pub redacted: bool,
    /// Of a redaction: the source that it was about, and what stands for the names.
    pub took_out: Option<(String, Vec<String>)>,
}

impl Store {
    /// The change with this number; where there is none, an error that says which there are.
    pub fn past(&self, number: i64) -> Result<Past> {
        let mut past = None;
        let sql = "SELECT at, actor, action, before, after, salt FROM change WHERE id = :id";
        self.engine.query(sql, params! { id: number }, &mut |row| {
            let before = records(row.optional_text("before")?.as_deref())?;
            let after = records(row.optional_text("after")?.as_deref())?;
            past = Some(Past {
                number,
                at: row.parsed("at")?,
                actor: row.text("actor")?,
                action: row.text("action")?,
                counts: counts(&after),
                took_out: took_out(&after),
                disclosed: Disclosed::of(&after),
                left_out: 0,
                differences: differences(before, after),
                redacted: row.optional_blob("salt")?.is_none(),
            });
            Ok(())
        })?;
        match past {
            Some(past) => Ok(past),
            None => Err(self.no_change(number)?),
        }
    }

    /// The error for a change that never was.
    pub(super) fn no_change(&self, number: i64) -> Result<Error> {
        let error = Error::not_found(format!("there is no change number {number}"));
        Ok(match self.head()?.id {
            0 => error.hint("nothing has been done in this casebook yet"),
            last => error.hint(format!(
                "the last change is number {last}; `twosource history` shows all of them"
            )),
        })
    }

    /// An error that names the nearest of those who made changes, where nobody of this name did.
    fn require_actor(&self, name: &str) -> Result<()> {
        let known = self.texts("SELECT DISTINCT actor AS text FROM change", params! {})?;
        if known.iter().any(|actor| actor == name) {
            return Ok(());
        }
        let error = Error::not_found(format!("`{name}` has made no change"));
        Err(match nearest(name, known.iter().map(String::as_str)) {
            Some(near) => error.hint(format!("did you mean `{near}`?")),
            None if known.is_empty() => error.hint("nothing has been done in this casebook yet"),
            None => error.hint(format!("those who have: {}", known.join(", "))),
        })
    }
}

/// What a redaction says of itself.
fn took_out(after: &[Json]) -> Option<(String, Vec<String>)> {
    let note = after.first()?.get("redaction")?;
    let note: seal::Note = serde_json::from_value(note.clone()).ok()?;
    Some((note.source, note.stand_ins))
}

/// What the note in front of the records of an import says, which is not a record itself.
fn counts(after: &[Json]) -> Vec<(String, u64, u64)> {
    let Some(note) = after.first().filter(|first| first.get("record").is_none()) else {
        return Vec::new();
    };
    let number = |counts: &Json, name: &str| counts.get(name).and_then(Json::as_u64);
    let kinds = note.as_object().into_iter().flatten();
    kinds
        .filter_map(|(kind, counts)| {
            let (new, updated) = (number(counts, "new")?, number(counts, "updated")?);
            (new + updated > 0).then(|| (kind.clone(), new, updated))
        })
        .collect()
}
