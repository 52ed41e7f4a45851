//! Making one source of two.

use super::super::super::change::{Change, Signature};
use super::super::super::write::Seen;
use super::super::super::{Store, claim, source};
use super::{Merged, citations, lineage, points, refuse_itself};
use crate::domain::{Claim, Key, Source, check_source, is_stand_in, merged_source, shell_word};
use crate::error::{Error, Result};

impl Store {
    /// Makes one source of two that are of one work. What names the other one names the source that is
    /// kept from then on; its key becomes a further one of that.
    ///
    /// Fails where the two are one, one of them is not there or is a stand-in from an export, their
    /// standings differ, one is said to be original and the other to be derived, a third one is a record
    /// of a page of the other one alone, or, unless `force`, where that would close a circle in the lineage.
    pub fn merge_sources(
        &self,
        signature: &Signature,
        [kept, other]: [&Key; 2],
        force: bool,
    ) -> Result<Merged> {
        let mut seen = Default::default();
        self.change(signature, |store| store.merging_sources([kept, other], force, &mut seen))
    }

    /// The same, but nothing is changed: `look` sees the casebook as it would be.
    pub fn rehearse_source_merge<T>(
        &self,
        signature: &Signature,
        [kept, other]: [&Key; 2],
        force: bool,
        look: impl FnOnce(&Store, &Merged) -> Result<T>,
    ) -> Result<T> {
        let build =
            |store: &Store| store.merging_sources([kept, other], force, &mut Default::default());
        self.rehearse(signature, build, look)
    }

    fn merging_sources(
        &self,
        [kept, other]: [&Key; 2],
        force: bool,
        [seen_kept, seen_other]: &mut [Seen; 2],
    ) -> Result<(Change, Merged)> {
        refuse_itself("source", kept, other)?;
        let (kept, gone) = (self.source(kept)?, self.source(other)?);
        seen_kept.check(self, &format!("source `{}`", kept.record.key), kept.version)?;
        seen_other.check(self, &format!("source `{}`", gone.record.key), gone.version)?;
        let (kept, gone) = (kept.record, gone.record);
        for source in [&kept, &gone] {
            refuse_stand_in(source)?;
        }
        refuse_other_standing(&kept, &gone)?;
        let mut one = kept.clone();
        let mut two = gone.clone();
        one.lineage = lineage::state_without(self, &kept, &gone.key)?;
        two.lineage = lineage::state_without(self, &gone, &kept.key)?;
        lineage::refuse_contradiction(self, &one, &two)?;
        if !force {
            lineage::refuse_circle(self, &kept.key, &gone.key)?;
        }
        let mut change = Change::new("source merge");
        let mut merged = Merged::new(&kept.key, &gone.key);
        let (new, settled) = merged_source(&one, &two);
        merged.settled = settled;
        merged.confidentiality = new.confidentiality;
        check_source(&new)?;
        points::refuse_lost_page(self, [&kept, &gone], &new)?;
        points::warn_of_lost_voices(self, &gone, &new, &mut merged)?;
        citations::move_to_source(self, &mut change, &mut merged)?;
        lineage::move_to_source(self, &mut change, &mut merged)?;
        self.move_appearances(&mut change, &mut merged)?;
        // A key that means one source must be free before it can mean another.
        source::delete(&mut change, &gone)?;
        source::update(&mut change, &kept, &new)?;
        Ok((change, merged))
    }

    fn move_appearances(&self, change: &mut Change, merged: &mut Merged) -> Result<()> {
        let mut moved = 0;
        for old in self.claims_appearing_in(&merged.gone)? {
            let mut new = Claim { appearances: Vec::new(), ..old.clone() };
            for mut work in old.appearances.iter().cloned() {
                let moves = work.source == merged.gone;
                if moves {
                    work.source.clone_from(&merged.kept);
                }
                if !new.appearances.contains(&work) {
                    moved += usize::from(moves);
                    new.appearances.push(work);
                } else if moves {
                    let claim = &old.key;
                    merged.folded.push(format!("claim {claim} appears in both alike: kept once"));
                }
            }
            claim::update(change, &old, &new)?;
        }
        merged.count("appearance", moved);
        Ok(())
    }
}

fn refuse_stand_in(source: &Source) -> Result<()> {
    if !is_stand_in(source) {
        return Ok(());
    }
    Err(Error::invalid(format!("`{}` is, or names, a stand-in from an export", source.key)).hint(
        "nobody can tell from it which source it stands for; import that export with \
         --include-confidential, then merge the real sources",
    ))
}

/// What has become of a source decides whether it is evidence: where two records of it differ in that,
/// a person has to say which is right.
fn refuse_other_standing(kept: &Source, gone: &Source) -> Result<()> {
    if kept.standing == gone.standing {
        return Ok(());
    }
    Err(Error::invalid(format!(
        "`{}` is {}, but `{}` is {}: which of it holds has to be said first",
        kept.key, kept.standing, gone.key, gone.standing
    ))
    .hint(format!(
        "twosource source standing {} {}; or: twosource source standing {} {}",
        shell_word(&kept.key),
        gone.standing,
        shell_word(&gone.key),
        kept.standing
    )))
}
