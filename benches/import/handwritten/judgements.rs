//! Reviews and waivers.

use super::{Loader, Outcome, given, id_of};

impl Loader<'_> {
    pub(crate) fn load_reviews(&mut self) -> Outcome<()> {
        let mut to =
            self.insert("review (claim_id, reviewer, verdict, reviewed_at, note, version)")?;
        self.each("reviews.csv", |loader, row| {
            let claim = id_of(&loader.claims, &row[0])?;
            to.run(&[&claim, &&row[1], &&row[2], &&row[3], &given(&row[4]), &1])?;
            let digest = loader.digest.begin("review").text(&row[0]).text(&row[1]).text(&row[2]);
            digest.text(&row[3]).optional(given(&row[4])).add();
            Ok(())
        })
    }

    pub(crate) fn load_waivers(&mut self) -> Outcome<()> {
        let mut to = self.insert("waiver (claim_id, rule, actor, reason, waived_at, version)")?;
        self.each("waivers.csv", |loader, row| {
            let claim = id_of(&loader.claims, &row[0])?;
            to.run(&[&claim, &&row[1], &&row[2], &&row[3], &&row[4], &1])?;
            let digest = loader.digest.begin("waiver").text(&row[0]).text(&row[1]).text(&row[2]);
            digest.text(&row[3]).text(&row[4]).add();
            Ok(())
        })
    }
}
