//! Keeping levels in the casebook, and taking away those that hold no longer.
//!
//! A change takes the rows of all claims that it can reach away, in its own batch. Afterwards they are
//! worked out and put back in a batch of their own, which is refused where somebody else has changed
//! the casebook since. Nothing is lost where that fails: a level that is not kept is worked out by
//! whoever asks for it.

use super::super::Store;
use super::super::engine::{Engine, Statement, params};
use super::bearing::Bearing;
use super::kept::{KeptLevel, KeptPoint};
use crate::corroboration::Level;
use crate::error::Result;

/// How many claims are written in one batch.
const BATCH: usize = 4096;

/// The levels that a change touches.
pub(crate) struct LevelsTouched {
    /// The claims whose rows are taken away; `None` for all.
    reached: Option<Vec<i64>>,
    /// The keys of the claims that the change writes.
    written: Vec<String>,
}

impl LevelsTouched {
    /// What the records of a change can reach, in the casebook as it is before it.
    ///
    /// Where damage stands against finding that out, or they are too many, all rows are taken away.
    pub(crate) fn by(store: &Store, bearing: &Bearing) -> Self {
        LevelsTouched {
            reached: if bearing.is_wide() { None } else { store.claims_borne_on(bearing).ok() },
            written: bearing.claims().map(str::to_owned).collect(),
        }
    }

    /// The statements that take the rows away.
    pub(crate) fn release(&self) -> Vec<Statement> {
        let Some(claims) = &self.reached else { return release_all().into() };
        if claims.is_empty() {
            return Vec::new();
        }
        // One text for all of them: a change may reach half the casebook.
        let ids: Vec<String> = claims.iter().map(i64::to_string).collect();
        let ids = format!("[{}]", ids.join(","));
        let release = |table| {
            Statement::new(
                format!(
                    "DELETE FROM {table} WHERE claim_id IN (SELECT value FROM json_each(:claims))"
                ),
                params! { claims: ids.as_str() },
            )
        };
        vec![release("claim_level"), release("weakest_point")]
    }

    /// Works the levels out as they are after the change, and keeps them.
    pub(crate) fn keep_again(self, store: &Store) {
        // Whatever goes wrong here, the change is made, and the levels are worked out when asked for.
        let _ = self.try_keep_again(store);
    }

    fn try_keep_again(self, store: &Store) -> Result<()> {
        let Some(mut claims) = self.reached else { return Ok(()) };
        let kept = store.in_snapshot(|store| {
            for key in &self.written {
                claims.extend(store.find_claim_id(key)?);
            }
            claims.sort_unstable();
            claims.dedup();
            store.retain_claims(&mut claims)?;
            Ok((store.head()?.id, store.assess_claims(&claims)?))
        });
        let (head, levels) = kept?;
        levels.chunks(BATCH).all(|levels| store.keep(head, levels));
        Ok(())
    }
}

/// The statements that take all rows away.
fn release_all() -> [Statement; 2] {
    ["DELETE FROM claim_level", "DELETE FROM weakest_point"]
        .map(|sql| Statement::new(sql, params! {}))
}

impl Store {
    /// Works out every level that is not kept, and keeps it; `on_kept` hears how many more are kept.
    ///
    /// Ends early where somebody else writes meanwhile: what is not kept is worked out when asked for.
    pub fn keep_all_levels(&self, on_kept: &mut dyn FnMut(u64)) -> Result<()> {
        if self.count_not_kept()? == 0 {
            return Ok(());
        }
        let (head, missing, all) = self.in_snapshot(|store| {
            let missing = store.claims_not_kept()?;
            let all = store.is_quicker_for_all(missing.len())?;
            let all = if all { Some(store.assess_all()?) } else { None };
            Ok((store.head()?.id, missing, all))
        })?;
        for claims in missing.chunks(BATCH) {
            let levels = match &all {
                Some(all) => claims.iter().map(|id| Ok((*id, all.kept(*id)?))).collect(),
                None => self.assess_some(claims),
            };
            if !self.keep(head, &levels?) {
                break;
            }
            on_kept(claims.len() as u64);
        }
        Ok(())
    }

    /// Works all levels out anew and hands on the claims of which something else is kept, with the level
    /// that is and the one that follows. Returns how many levels are kept.
    pub(crate) fn each_wrong_level(
        &self,
        mut on_claim: impl FnMut(i64, Level, Level) -> Result<()>,
    ) -> Result<usize> {
        let assessed = self.assess_all()?;
        let entries = self.kept_entries()?;
        for entry in &entries {
            let right = assessed.entry(entry.claim);
            let points = assessed.points(entry.claim)?;
            if *entry != right || self.kept_points(entry.claim)? != points {
                on_claim(entry.claim, entry.level, right.level)?;
            }
        }
        Ok(entries.len())
    }

    /// Keeps levels that were worked out when the head was this one. Returns whether that was done.
    fn keep(&self, head: i64, levels: &[(i64, KeptLevel)]) -> bool {
        let mut batch = vec![unless_moved(head)];
        for (claim, level) in levels {
            put_down(&mut batch, *claim, level);
        }
        self.engine.write_derived(&batch)
    }

    /// The claims that a change with this bearing can reach.
    fn claims_borne_on(&self, bearing: &Bearing) -> Result<Vec<i64>> {
        let mut claims = self.claims_reached(&bearing.touched())?;
        for key in bearing.claims() {
            claims.extend(self.find_claim_id(key)?);
        }
        Ok(claims)
    }

    /// Leaves out the claims that are gone.
    fn retain_claims(&self, claims: &mut Vec<i64>) -> Result<()> {
        let mut there = Vec::with_capacity(claims.len());
        for claim in claims.iter() {
            let sql = "SELECT id FROM claim WHERE id = :id";
            self.each_id(sql, params! { id: *claim }, |id| there.push(id))?;
        }
        *claims = there;
        Ok(())
    }
}

/// A statement that has the batch refused where the casebook was changed since: its row would break
/// the rules of the table.
fn unless_moved(head: i64) -> Statement {
    Statement::new(
        "INSERT INTO claim_level (claim_id, level, sources, origins)
         SELECT 0, '', 0, 0 WHERE (SELECT max(id) FROM change) <> :head",
        params! { head: head },
    )
}

/// Adds the statements that keep the level of one claim. It may be there already, and is the same.
fn put_down(batch: &mut Vec<Statement>, claim: i64, kept: &KeptLevel) {
    let KeptLevel { level, sources, origins, points } = kept;
    batch.push(Statement::new(
        "INSERT INTO claim_level (claim_id, level, sources, origins)
         VALUES (:claim, :level, :sources, :origins) ON CONFLICT DO NOTHING",
        params! { claim: claim, level: level.as_str(), sources: i64::from(*sources),
        origins: i64::from(*origins) },
    ));
    for (position, point) in (0_i64..).zip(points) {
        let (mut source, mut voice, mut identifier) = (None, None, None);
        match point {
            KeptPoint::Source(id) => source = Some(*id),
            KeptPoint::Voice(name) => voice = Some(name.as_str()),
            KeptPoint::Identifier(name) => identifier = Some(name.as_str()),
        }
        batch.push(Statement::new(
            "INSERT INTO weakest_point (claim_id, position, source_id, voice, identifier)
             VALUES (:claim, :position, :source, :voice, :identifier) ON CONFLICT DO NOTHING",
            params! { claim: claim, position: position, source: source, voice: voice,
            identifier: identifier },
        ));
    }
}

#[cfg(test)]
mod tests {
    use std::time::Duration;

    use super::super::super::{Access, Signature, Store};
    use crate::domain::Claim;
    use crate::error::Result;
    use crate::store::edits::KeyChoice;

    /// Somebody else changes the casebook between the working out and the keeping.
    #[test]
    fn what_was_worked_out_before_another_change_is_not_kept() -> Result<()> {
        let folder =
            tempfile::tempdir().map_err(|e| crate::error::Error::storage(e.to_string()))?;
        let path = folder.path().join("casebook.db");
        let wait = Duration::from_secs(5);
        Store::create(&path, wait)?;
        let store = Store::open(&path, Access::Write, wait)?;
        let signature = Signature { actor: "Ana".to_owned(), at: "2026-11-22T10:00:00Z".parse()? };
        let claim = |key: &str| -> Result<Claim> { Ok(Claim::new(key.parse()?, "Statement")) };
        store.add_claim(&signature, &claim("c1")?, KeyChoice::Given)?;
        let forget = "DELETE FROM claim_level";
        store
            .engine
            .connection
            .execute_batch(forget)
            .map_err(super::super::super::embedded::explained)?;
        let (head, levels) = (store.head()?.id, store.assess_some(&[1])?);
        store.add_claim(&signature, &claim("c2")?, KeyChoice::Given)?;
        assert!(!store.keep(head, &levels));
        assert_eq!(store.count_not_kept()?, 1);
        assert!(store.keep(store.head()?.id, &levels));
        assert_eq!(store.count_not_kept()?, 0);
        Ok(())
    }
}
