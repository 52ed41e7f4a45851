//! A record as history keeps it, and what its inverse is: one for each kind.

use serde::Deserialize;
use serde_json::Value as Json;

use super::super::super::change::Change;
use super::super::super::{
    alias, assignment, citation, claim, distinction, lineage, review, review_policy, rule_severity,
    source,
};
use crate::domain::{
    Alias, Assignment, Citation, Claim, Distinction, Lineage, Review, ReviewPolicySetting,
    RuleSeverity, Source, Waiver,
};
use crate::error::{Error, Result};

/// A record that a change wrote or took away.
#[derive(Debug, Clone, Deserialize)]
#[serde(tag = "record", rename_all = "kebab-case")]
#[expect(
    clippy::large_enum_variant,
    reason = "a change is read once, and most records are sources"
)]
pub(super) enum Kept {
    Source(Source),
    Claim(Claim),
    Citation(KeptCitation),
    Lineage(Lineage),
    Review(Review),
    Waiver(Waiver),
    RuleSeverity(RuleSeverity),
    Distinction(Distinction),
    Alias(Alias),
    Assignment(Assignment),
    ReviewPolicy(ReviewPolicySetting),
}

/// A citation; older histories do not know its number.
#[derive(Debug, Clone, Deserialize)]
pub(super) struct KeptCitation {
    pub(super) number: Option<i64>,
    #[serde(flatten)]
    pub(super) citation: Citation,
}

impl Kept {
    /// Reads a record of the history.
    pub(super) fn read(record: &Json) -> Result<Kept> {
        serde_json::from_value(record.clone()).map_err(|error| {
            Error::storage(format!("the history holds a record that cannot be read: {error}"))
                .hint("run `twosource doctor`; a newer twosource may know this kind of record")
        })
    }

    /// Puts it, new, into a change. A citation gets its number again, or else the next one.
    pub(super) fn insert(&self, change: &mut Change, next_number: &mut i64) -> Result<()> {
        match self {
            Kept::Source(record) => source::insert(change, record),
            Kept::Claim(record) => claim::insert(change, record),
            Kept::Citation(record) => {
                let number = record.number.unwrap_or(*next_number);
                *next_number += i64::from(record.number.is_none());
                citation::insert(change, number, &record.citation)
            }
            Kept::Lineage(record) => lineage::insert(change, record),
            Kept::Review(record) => review::insert_review(change, record),
            Kept::Waiver(record) => review::insert_waiver(change, record),
            Kept::RuleSeverity(record) => rule_severity::insert(change, record),
            Kept::Distinction(record) => distinction::insert(change, record),
            Kept::Alias(record) => alias::insert(change, record),
            Kept::Assignment(record) => assignment::insert(change, record),
            Kept::ReviewPolicy(record) => review_policy::insert(change, record),
        }
    }

    /// Whether the two say the same.
    pub(super) fn is(&self, other: &Kept) -> bool {
        match (self, other) {
            (Kept::Source(one), Kept::Source(other)) => one == other,
            (Kept::Claim(one), Kept::Claim(other)) => one == other,
            (Kept::Citation(one), Kept::Citation(other)) => one.citation == other.citation,
            (Kept::Lineage(one), Kept::Lineage(other)) => one == other,
            (Kept::Review(one), Kept::Review(other)) => one == other,
            (Kept::Waiver(one), Kept::Waiver(other)) => one == other,
            (Kept::RuleSeverity(one), Kept::RuleSeverity(other)) => one == other,
            (Kept::Distinction(one), Kept::Distinction(other)) => one == other,
            (Kept::Alias(one), Kept::Alias(other)) => one == other,
            (Kept::Assignment(one), Kept::Assignment(other)) => one == other,
            (Kept::ReviewPolicy(one), Kept::ReviewPolicy(other)) => one == other,
            _ => false,
        }
    }

    /// Whether the two can stand side by side, although they are found in one place.
    pub(super) fn stands_beside(&self, other: &Kept) -> bool {
        matches!((self, other), (Kept::Review(one), Kept::Review(other)) if !one.is_same(other))
    }

    /// The claims, sources and names that history knows it by.
    pub(super) fn subjects(&self) -> Vec<(&'static str, &str)> {
        match self {
            Kept::Source(record) => vec![("source", &record.key)],
            Kept::Claim(record) => vec![("claim", &record.key)],
            Kept::Citation(KeptCitation { citation, .. }) => {
                vec![("claim", &citation.claim), ("source", &citation.source)]
            }
            Kept::Lineage(record) => vec![("source", &record.source), ("source", &record.origin)],
            Kept::Review(record) => vec![("claim", &record.claim)],
            Kept::Waiver(record) => vec![("claim", &record.claim)],
            Kept::Assignment(record) => vec![("claim", &record.claim)],
            Kept::RuleSeverity(_) | Kept::ReviewPolicy(_) => vec![],
            Kept::Distinction(record) => {
                vec![("creator", &record.name), ("creator", &record.other)]
            }
            Kept::Alias(record) => {
                vec![("creator", &record.spelling), ("creator", record.name.as_written())]
            }
        }
    }

    /// The kind of the setting that it is, as history writes it, where no subject leads to it.
    pub(super) fn setting(&self) -> Option<&'static str> {
        match self {
            Kept::RuleSeverity(_) => Some("rule-severity"),
            Kept::ReviewPolicy(_) => Some("review-policy"),
            _ => None,
        }
    }

    /// What people call it.
    pub(super) fn called(&self) -> String {
        match self {
            Kept::Source(record) => format!("source `{}`", record.key),
            Kept::Claim(record) => format!("claim `{}`", record.key),
            Kept::Citation(KeptCitation { number, citation }) => {
                let number = number.map(|number| format!(" {number}")).unwrap_or_default();
                format!("citation{number} of `{}` by claim `{}`", citation.source, citation.claim)
            }
            Kept::Lineage(record) => {
                format!(
                    "the entry that `{}` {} `{}`",
                    record.source, record.relation, record.origin
                )
            }
            Kept::Review(record) => {
                format!("the review of claim `{}` by {}", record.claim, record.reviewer)
            }
            Kept::Waiver(record) => {
                format!("the waiver of {} for claim `{}`", record.rule, record.claim)
            }
            Kept::RuleSeverity(record) => format!("the severity of {}", record.rule),
            Kept::Distinction(record) => {
                format!("the entry that {} and {} are two", record.name, record.other)
            }
            Kept::Alias(record) => {
                format!("the entry that {} is a spelling of {}", record.spelling, record.name)
            }
            Kept::Assignment(record) => {
                format!("the assignment of claim `{}` to {}", record.claim, record.reviewer)
            }
            Kept::ReviewPolicy(_) => "the review policy".to_owned(),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::super::super::super::change::Record;
    use super::{Kept, KeptCitation};
    use crate::domain::{
        Alias, Assignment, Citation, Claim, Distinction, Key, Kind, Lineage, Pin, Relation, Review,
        ReviewPolicy, ReviewPolicySetting, RuleSeverity, SeveritySetting, Source, Timestamp,
        Verdict, Waiver,
    };
    use crate::error::{Error, Result};

    /// A record as history would write it. A new kind of record does not compile here until it is known
    /// to [`Kept`].
    fn kept(record: &Record<'_>) -> Kept {
        match record {
            Record::Source(it) => Kept::Source((*it).clone()),
            Record::Claim(it) => Kept::Claim((*it).clone()),
            Record::Citation(it) => {
                Kept::Citation(KeptCitation { number: None, citation: it.citation.clone() })
            }
            Record::Lineage(it) => Kept::Lineage((*it).clone()),
            Record::Review(it) => Kept::Review((*it).clone()),
            Record::Waiver(it) => Kept::Waiver((*it).clone()),
            Record::RuleSeverity(it) => Kept::RuleSeverity((*it).clone()),
            Record::Distinction(it) => Kept::Distinction((*it).clone()),
            Record::Alias(it) => Kept::Alias((*it).clone()),
            Record::Assignment(it) => Kept::Assignment((*it).clone()),
            Record::ReviewPolicy(it) => Kept::ReviewPolicy((*it).clone()),
        }
    }

    fn assert_can_be_read_again(record: &Record<'_>) -> Result<()> {
        let written = serde_json::to_value(record).map_err(|e| Error::storage(e.to_string()))?;
        assert!(Kept::read(&written)?.is(&kept(record)), "{written}");
        Ok(())
    }

    #[test]
    fn evidence_can_be_read_again() -> Result<()> {
        let claim = Claim::new("c1".parse()?, "Said.");
        let source = Source::new("wire".parse()?, Kind::Report, "Wire");
        let citation = Citation::new(claim.key.clone(), source.key.clone());
        let lineage = Lineage {
            source: "audit".parse()?,
            origin: source.key.clone(),
            relation: Relation::Quotes,
            note: Some("p. 3".to_owned()),
        };
        let records = [
            Record::Source(&source),
            Record::Claim(&claim),
            Record::citation(4, &citation),
            Record::Lineage(&lineage),
        ];
        records.iter().try_for_each(assert_can_be_read_again)
    }

    #[test]
    fn judgements_can_be_read_again() -> Result<()> {
        let (claim, at): (Key, Timestamp) = ("c1".parse()?, "2026-11-02T14:05:00Z".parse()?);
        let review = Review {
            claim: claim.clone(),
            reviewer: "Ada".to_owned(),
            verdict: Verdict::Supported,
            reviewed_at: at.clone(),
            note: None,
            pin: Pin::Evidence(crate::domain::EvidenceDigest([7; 32])),
        };
        let waiver = Waiver {
            claim: claim.clone(),
            rule: "single-source".to_owned(),
            actor: "Ada".to_owned(),
            reason: "settled".to_owned(),
            waived_at: at.clone(),
            pin: Pin::Ended(at.clone()),
        };
        let assignment = Assignment {
            claim,
            reviewer: "Ben".to_owned(),
            assigned_by: "Ada".to_owned(),
            assigned_at: at,
        };
        let records =
            [Record::Review(&review), Record::Waiver(&waiver), Record::Assignment(&assignment)];
        records.iter().try_for_each(assert_can_be_read_again)
    }

    #[test]
    fn what_was_said_of_rules_and_names_can_be_read_again() -> Result<()> {
        let (actor, at) = ("Ada".to_owned(), "2026-11-02T14:05:00Z".parse::<Timestamp>()?);
        let severity = RuleSeverity {
            rule: "single-source".to_owned(),
            severity: SeveritySetting::Off,
            actor: actor.clone(),
            set_at: at.clone(),
        };
        let policy = ReviewPolicySetting {
            policy: ReviewPolicy { required: 2, not_by_logger: true },
            actor: actor.clone(),
            set_at: at.clone(),
        };
        let alias = Alias {
            spelling: "Sow".to_owned(),
            name: "Sow, A.".parse()?,
            actor: actor.clone(),
            said_at: at.clone(),
        };
        let said = Distinction::new("Sow".to_owned(), "Saw".to_owned(), actor, at);
        let records = [
            Record::RuleSeverity(&severity),
            Record::ReviewPolicy(&policy),
            Record::Alias(&alias),
            Record::Distinction(&said),
        ];
        records.iter().try_for_each(assert_can_be_read_again)
    }
}
