//! Reviews and waivers in the casebook.

use super::Store;
use super::change::{Change, Record};
use super::engine::{Engine, Row, Statement, params};
use super::source::Stored;
use super::unreadable::Unreadable;
use crate::domain::{EvidenceDigest, Pin, Review, Waiver};
use crate::error::{Error, Result};

const REVIEWS: &str = "SELECT review.id, claim.key AS claim, review.reviewer, review.verdict,
                              review.reviewed_at, review.note, review.version, review.evidence,
                              review.ended
                       FROM review JOIN claim ON claim.id = review.claim_id";

const WAIVERS: &str =
    "SELECT waiver.id, claim.key AS claim, waiver.rule, waiver.actor, waiver.reason,
                              waiver.waived_at, waiver.version, waiver.evidence, waiver.ended
                       FROM waiver JOIN claim ON claim.id = waiver.claim_id";

impl Store {
    /// Hands reviews on in the order in which they were entered: all, or those of one claim.
    pub fn each_review(
        &self,
        claim: Option<&str>,
        mut on_review: impl FnMut(Stored<Review>) -> Result<()>,
    ) -> Result<()> {
        self.try_each_review(claim, |review| on_review(review?))
    }

    /// The same, for who goes on where a review cannot be read.
    pub(super) fn try_each_review(
        &self,
        claim: Option<&str>,
        mut on_review: impl FnMut(std::result::Result<Stored<Review>, Unreadable>) -> Result<()>,
    ) -> Result<()> {
        let sql = format!("{REVIEWS} {} ORDER BY review.id", of_claim(claim));
        let key = claim.unwrap_or_default();
        self.engine.query(&sql, params! { key: key }, &mut |row| {
            let of = |error| Unreadable::in_row("review of claim", row, "claim", error);
            on_review(review(row).map_err(of))
        })
    }

    /// Hands waivers on in the order in which they were entered: all, or those of one claim.
    pub fn each_waiver(
        &self,
        claim: Option<&str>,
        mut on_waiver: impl FnMut(Stored<Waiver>) -> Result<()>,
    ) -> Result<()> {
        self.try_each_waiver(claim, |waiver| on_waiver(waiver?))
    }

    /// The same, for who goes on where a waiver cannot be read.
    pub(super) fn try_each_waiver(
        &self,
        claim: Option<&str>,
        mut on_waiver: impl FnMut(std::result::Result<Stored<Waiver>, Unreadable>) -> Result<()>,
    ) -> Result<()> {
        let sql = format!("{WAIVERS} {} ORDER BY waiver.id", of_claim(claim));
        let key = claim.unwrap_or_default();
        self.engine.query(&sql, params! { key: key }, &mut |row| {
            let of = |error| Unreadable::in_row("waiver of claim", row, "claim", error);
            on_waiver(waiver(row).map_err(of))
        })
    }

    /// The reviews that a change has brought in and that are pinned to nothing yet, with numbers over
    /// `after`; so many at most.
    pub(super) fn reviews_to_pin(
        &self,
        change: i64,
        after: i64,
        most: usize,
    ) -> Result<Vec<Stored<Review>>> {
        self.to_pin(&format!("{REVIEWS} {}", unpinned("review")), (change, after, most), review)
    }

    /// The same of waivers.
    pub(super) fn waivers_to_pin(
        &self,
        change: i64,
        after: i64,
        most: usize,
    ) -> Result<Vec<Stored<Waiver>>> {
        self.to_pin(&format!("{WAIVERS} {}", unpinned("waiver")), (change, after, most), waiver)
    }

    fn to_pin<T>(
        &self,
        sql: &str,
        (change, after, most): (i64, i64, usize),
        read: impl Fn(&Row<'_>) -> Result<Stored<T>>,
    ) -> Result<Vec<Stored<T>>> {
        let mut rows = Vec::new();
        let parameters = params! { version: change, after: after, most: most as i64 };
        self.engine.query(sql, parameters, &mut |row| {
            rows.push(read(row)?);
            Ok(())
        })?;
        Ok(rows)
    }
}

fn unpinned(table: &str) -> String {
    format!(
        "WHERE {table}.version = :version AND {table}.id > :after AND {table}.evidence IS NULL
           AND {table}.ended IS NULL ORDER BY {table}.id LIMIT :most"
    )
}

fn of_claim(claim: Option<&str>) -> &'static str {
    if claim.is_some() { "WHERE claim.key = :key" } else { "" }
}

fn review(row: &Row<'_>) -> Result<Stored<Review>> {
    let record = Review {
        claim: row.parsed("claim")?,
        reviewer: row.text("reviewer")?,
        verdict: row.parsed("verdict")?,
        reviewed_at: row.parsed("reviewed_at")?,
        note: row.optional_text("note")?,
        pin: pin(row)?,
    };
    Ok(Stored { id: row.integer("id")?, version: row.integer("version")?, record })
}

fn waiver(row: &Row<'_>) -> Result<Stored<Waiver>> {
    let record = Waiver {
        claim: row.parsed("claim")?,
        rule: row.text("rule")?,
        actor: row.text("actor")?,
        reason: row.text("reason")?,
        waived_at: row.parsed("waived_at")?,
        pin: pin(row)?,
    };
    Ok(Stored { id: row.integer("id")?, version: row.integer("version")?, record })
}

/// What a judgement was given for.
fn pin(row: &Row<'_>) -> Result<Pin> {
    if let Some(bytes) = row.optional_blob("evidence")? {
        let digest = bytes
            .try_into()
            .map_err(|_| Error::storage("the digest of the evidence is not 32 bytes long"))?;
        return Ok(Pin::Evidence(EvidenceDigest(digest)));
    }
    Ok(row.optional_parsed("ended")?.map_or(Pin::Entered, Pin::Ended))
}

/// What the columns `evidence` and `ended` hold for a pin.
pub(crate) fn pin_columns(pin: &Pin) -> (Option<Vec<u8>>, Option<&str>) {
    match pin {
        Pin::Entered => (None, None),
        Pin::Evidence(digest) => (Some(digest.0.to_vec()), None),
        Pin::Ended(at) => (None, Some(at.as_str())),
    }
}

/// Puts a new review into a change.
pub(crate) fn insert_review(change: &mut Change, review: &Review) -> Result<()> {
    let (evidence, ended) = pin_columns(&review.pin);
    change.run(Statement::new(
        "INSERT INTO review (claim_id, reviewer, verdict, reviewed_at, note, version, evidence, ended)
         SELECT id, :reviewer, :verdict, :reviewed_at, :note, :version, :evidence, :ended FROM claim
         WHERE key = :claim",
        params! { reviewer: review.reviewer.as_str(), verdict: review.verdict.as_str(),
        reviewed_at: review.reviewed_at.as_str(), note: review.note.as_deref(),
        claim: review.claim.as_str(), evidence: evidence, ended: ended },
    ));
    change.about("claim", &review.claim);
    change.adds(&Record::Review(review))
}

/// Puts the end of a review into a change.
pub(crate) fn delete_review(change: &mut Change, review: &Stored<Review>) -> Result<()> {
    change.run(Statement::new("DELETE FROM review WHERE id = :id", params! { id: review.id }));
    change.about("claim", &review.record.claim);
    change.removes(&Record::Review(&review.record))
}

/// Puts a new waiver into a change.
pub(crate) fn insert_waiver(change: &mut Change, waiver: &Waiver) -> Result<()> {
    let (evidence, ended) = pin_columns(&waiver.pin);
    change.run(Statement::new(
        "INSERT INTO waiver (claim_id, rule, actor, reason, waived_at, version, evidence, ended)
         SELECT id, :rule, :actor, :reason, :waived_at, :version, :evidence, :ended FROM claim
         WHERE key = :claim",
        params! { rule: waiver.rule.as_str(), actor: waiver.actor.as_str(),
        reason: waiver.reason.as_str(), waived_at: waiver.waived_at.as_str(),
        claim: waiver.claim.as_str(), evidence: evidence, ended: ended },
    ));
    change.about("claim", &waiver.claim);
    change.adds(&Record::Waiver(waiver))
}

/// Puts the end of a waiver into a change.
pub(crate) fn delete_waiver(change: &mut Change, waiver: &Stored<Waiver>) -> Result<()> {
    change.run(Statement::new("DELETE FROM waiver WHERE id = :id", params! { id: waiver.id }));
    change.about("claim", &waiver.record.claim);
    change.removes(&Record::Waiver(&waiver.record))
}
