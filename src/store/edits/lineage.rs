//! Saying where a source comes from.

use std::collections::HashMap;

use super::super::Store;
use super::super::change::{Change, Signature};
use super::super::write::Seen;
use super::super::{lineage, source};
use crate::domain::{Key, Lineage, LineageState, check_lineage, shell_word};
use crate::error::{Error, ErrorKind, Result};

impl Store {
    /// Adds a lineage row; the source becomes `derived`. The same row twice is one.
    ///
    /// A row that is there already keeps its note where this one has none; an empty note clears it.
    ///
    /// Refused where the source is said to be original, where the two are one, and, unless `force`,
    /// where it would close a circle; that error spells the circle out. Returns whether it is new.
    pub fn derive(&self, signature: &Signature, row: &Lineage, force: bool) -> Result<bool> {
        let mut seen = Seen::default();
        self.change(signature, |store| {
            let mut change = Change::new("source derive");
            let derived = store.source(&row.source)?;
            seen.check(store, &format!("source `{}`", row.source), derived.version)?;
            store.source_id(&row.origin)?;
            check_lineage(row)?;
            check_pair(row, derived.record.lineage)?;
            let same =
                |known: &&Lineage| known.origin == row.origin && known.relation == row.relation;
            let known = store.origins_of(&row.source)?;
            let known = known.iter().find(same);
            let row = &with_note(row, known);
            match known {
                Some(known) if known == row => return Ok((change, false)),
                Some(known) => lineage::delete(&mut change, known)?,
                None if force => {}
                None => store.refuse_circle(row)?,
            }
            if derived.record.lineage != LineageState::Derived {
                let mut new = derived.record.clone();
                new.lineage = LineageState::Derived;
                source::update(&mut change, &derived.record, &new)?;
            }
            lineage::insert(&mut change, row)?;
            Ok((change, true))
        })
    }

    /// Takes all lineage rows between the two off. The source stays `derived` until it is said to be
    /// something else: nobody has looked into it anew.
    pub fn underive(&self, signature: &Signature, key: &str, origin: &str) -> Result<()> {
        self.change(signature, |store| {
            store.source_id(key)?;
            store.source_id(origin)?;
            let mut change = Change::new("source derive");
            let rows = store.origins_of(key)?;
            let rows: Vec<_> = rows.iter().filter(|row| row.origin.as_str() == origin).collect();
            if rows.is_empty() {
                return Err(Error::not_found(format!("`{key}` has no lineage row to `{origin}`"))
                    .hint(format!(
                        "`twosource source show {}` lists its origins",
                        shell_word(key)
                    )));
            }
            for row in rows {
                lineage::delete(&mut change, row)?;
            }
            Ok((change, ()))
        })
    }

    /// An error that spells out the circle that the row would close, if it would.
    fn refuse_circle(&self, row: &Lineage) -> Result<()> {
        match self.way(&row.origin, &row.source, None)? {
            None => Ok(()),
            Some(way) => Err(circle(&row.source, &way)),
        }
    }

    /// A way from a source to one that it comes from, by steps, with both its ends; `around` is not
    /// gone through.
    pub(super) fn way(
        &self,
        start: &Key,
        end: &Key,
        around: Option<&Key>,
    ) -> Result<Option<Vec<Key>>> {
        let mut came_from: HashMap<Key, Key> = HashMap::new();
        let mut open = vec![start.clone()];
        while let Some(key) = open.pop() {
            if key == *end {
                return Ok(Some(path_back(&came_from, start, key)));
            }
            for next in self.origins_of(&key)? {
                if !came_from.contains_key(&next.origin) && Some(&next.origin) != around {
                    came_from.insert(next.origin.clone(), key.clone());
                    open.push(next.origin);
                }
            }
        }
        Ok(None)
    }
}

/// The error for a circle that would be closed: from a source along a way back to it.
pub(super) fn circle(source: &Key, way: &[Key]) -> Error {
    let way = way.iter().map(Key::as_str).collect::<Vec<_>>().join(" → ");
    Error::new(ErrorKind::Conflict, format!("that would close a circle: {source} → {way}"))
        .hint("check which of the two came first; add --force if both really draw on each other")
}

/// The row as it is to be: a note that is not given is that of the row that is there.
fn with_note(row: &Lineage, known: Option<&Lineage>) -> Lineage {
    let note = match &row.note {
        None => known.and_then(|known| known.note.clone()),
        Some(note) => Some(note.clone()).filter(|note| !note.trim().is_empty()),
    };
    Lineage { note, ..row.clone() }
}

/// The way from `start` to `end`.
fn path_back(came_from: &HashMap<Key, Key>, start: &Key, end: Key) -> Vec<Key> {
    let mut steps = vec![end];
    while let Some(last) = steps.last().filter(|last| *last != start) {
        match came_from.get(last) {
            Some(previous) => steps.push(previous.clone()),
            None => break,
        }
    }
    steps.reverse();
    steps
}

fn check_pair(row: &Lineage, state: LineageState) -> Result<()> {
    if row.source == row.origin {
        return Err(Error::invalid(format!("`{}` cannot come from itself", row.source))
            .hint("name the source it comes from with --from"));
    }
    if state == LineageState::Original {
        return Err(Error::invalid(format!("`{}` is said to be original", row.source)).hint(format!(
            "an original has no origins; if that was wrong: twosource source edit {} --lineage unknown",
            shell_word(&row.source)
        )));
    }
    Ok(())
}
