//! Who is to judge a claim, where it is made one with another.

use super::super::super::change::Change;
use super::super::super::{Store, assignment};
use super::Merged;
use crate::domain::Assignment;
use crate::error::Result;

impl Store {
    /// Who is to review either of the two is to review the one that is kept.
    pub(super) fn move_assignments(&self, change: &mut Change, merged: &mut Merged) -> Result<()> {
        let mut moved = 0;
        let kept = merged.kept.clone();
        self.each_assignment(Some(&merged.gone), |row| {
            assignment::delete(change, &row.record)?;
            if self.assignment(&kept, &row.record.reviewer)?.is_none() {
                moved += 1;
                let new = Assignment { claim: kept.clone(), ..row.record };
                assignment::insert(change, &new)?;
            }
            Ok(())
        })?;
        merged.count("assignment", moved);
        Ok(())
    }
}
