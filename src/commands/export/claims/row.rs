//! One claim as a row of a table that people read: what it says, what it rests on, what is weak.

use std::collections::HashMap;

use crate::checks::Finding;
use crate::commands::check::Survey;
use crate::commands::claim::level::{in_words, points_in_words};
use crate::domain::{Citation, Claim, Consensus, Judged, Key, Review, join_values};
use crate::error::Result;
use crate::output::{SheetCell, SheetColumn, level_style};
use crate::store::levels::ClaimLevel;
use crate::store::{Citations, Store};

/// The columns; fields may be added, never renamed.
pub(super) const COLUMNS: [SheetColumn<'_>; 20] = [
    SheetColumn { heading: "key", width: 18 },
    SheetColumn { heading: "statement", width: 60 },
    SheetColumn { heading: "level", width: 15 },
    SheetColumn { heading: "meaning", width: 34 },
    SheetColumn { heading: "sources", width: 9 },
    SheetColumn { heading: "origins", width: 9 },
    SheetColumn { heading: "weakest_points", width: 34 },
    SheetColumn { heading: "evidence", width: 44 },
    SheetColumn { heading: "findings", width: 60 },
    SheetColumn { heading: "verdict", width: 20 },
    SheetColumn { heading: "review_state", width: 12 },
    SheetColumn { heading: "reviewed", width: 40 },
    SheetColumn { heading: "priority", width: 10 },
    SheetColumn { heading: "nature", width: 9 },
    SheetColumn { heading: "claimant", width: 22 },
    SheetColumn { heading: "claimed_on", width: 13 },
    SheetColumn { heading: "appears_in", width: 24 },
    SheetColumn { heading: "logged_by", width: 16 },
    SheetColumn { heading: "tags", width: 20 },
    SheetColumn { heading: "note", width: 44 },
];

/// A claim with what is known of it.
pub(super) struct ClaimRow<'a> {
    claim: &'a Claim,
    level: &'a ClaimLevel,
    /// What it cites, one a line.
    evidence: String,
    /// What was found and nobody has accepted, one a line.
    findings: String,
    reviewed: Consensus<'a>,
}

/// Hands on every claim as a row, in the order in which they were logged.
pub(super) fn rows(
    store: &Store,
    survey: &Survey,
    on_row: &mut dyn FnMut(&ClaimRow<'_>) -> Result<()>,
) -> Result<()> {
    let mut found: HashMap<&Key, Vec<&Finding>> = HashMap::new();
    for finding in survey.open() {
        if let Some(claim) = &finding.claim {
            found.entry(claim).or_default().push(finding);
        }
    }
    let reviews = store.judgements(None)?.reviews_by_claim();
    let policy = store.review_policy()?;
    let levels = store.levels()?;
    store.each_claim(|stored| {
        let claim = &stored.record;
        let mut evidence = Vec::new();
        store.each_citation(Citations::OfClaim(&claim.key), |citation| {
            evidence.push(told(&citation.record));
            Ok(())
        })?;
        let findings = found.get(&claim.key).map(Vec::as_slice).unwrap_or_default();
        let findings: Vec<String> = findings
            .iter()
            .map(|finding| format!("{}: {} ({})", finding.severity, finding.message, finding.rule))
            .collect();
        let reviews = reviews.get(&claim.key).map(Vec::as_slice).unwrap_or_default();
        on_row(&ClaimRow {
            claim,
            level: &levels.of(store, stored.id)?,
            evidence: evidence.join("\n"),
            findings: findings.join("\n"),
            reviewed: Consensus::new(reviews, claim.logged_by.as_deref(), policy),
        })
    })
}

/// A citation in one line: `supports okafor-2026, page 3, from inspection-2025`.
fn told(citation: &Citation) -> String {
    let mut line = format!("{} {}", citation.stance, citation.source);
    if let Some(locator) = &citation.locator {
        line.push_str(&format!(", {locator}"));
    }
    if !citation.attributed_to.is_empty() {
        let origins: Vec<&str> = citation.attributed_to.iter().map(Key::as_str).collect();
        line.push_str(&format!(", from {}", origins.join(" and ")));
    }
    line
}

impl ClaimRow<'_> {
    /// The cells of a sheet.
    pub(super) fn cells(&self) -> [SheetCell<'_>; COLUMNS.len()] {
        let (claim, found) = (self.claim, self.level);
        let level = found.level.as_str();
        let given = |text: &Option<String>| text.clone().unwrap_or_default();
        let works = claim.appearances.iter().map(|work| work.source.as_str());
        let text = |text: String| SheetCell::Text(text.into());
        [
            text(claim.key.to_string()),
            text(claim.statement.clone()),
            SheetCell::Word(level, level_style(level)),
            text(meaning(found)),
            SheetCell::Number(found.sources),
            SheetCell::Number(found.origins),
            text(points_in_words(&found.weakest_points)),
            text(self.evidence.clone()),
            text(self.findings.clone()),
            text(self.reviewed.verdict.map(|verdict| verdict.to_string()).unwrap_or_default()),
            text(self.reviewed.state.to_string()),
            text(self.reviewers()),
            text(claim.priority.to_string()),
            text(claim.nature.to_string()),
            text(given(&claim.claimant)),
            text(claim.claimed_on.as_ref().map_or("", |date| date.as_str()).to_owned()),
            text(join_values(works)),
            text(given(&claim.logged_by)),
            text(join_values(claim.tags.iter().map(String::as_str))),
            text(given(&claim.note)),
        ]
    }

    /// The latest review of each reviewer, one a line: those that count, then the others.
    fn reviewers(&self) -> String {
        let Consensus { counting, outdated, barred, .. } = &self.reviewed;
        let all = counting.iter().chain(outdated).chain(barred);
        all.map(|review| reviewed(review)).collect::<Vec<_>>().join("\n")
    }

    /// The cells as text.
    pub(super) fn texts(&self) -> Vec<String> {
        let text = |cell: SheetCell<'_>| match cell {
            SheetCell::Text(text) => text.into_owned(),
            SheetCell::Word(text, _) | SheetCell::Address(text) => text.to_owned(),
            SheetCell::Number(number) => number.to_string(),
        };
        self.cells().into_iter().map(text).collect()
    }
}

/// What the level means for this claim, without its name.
fn meaning(found: &ClaimLevel) -> String {
    let words = in_words(found);
    words.split_once(": ").map_or(words.clone(), |(_, meaning)| meaning.to_owned())
}

/// Who reviewed it when, what they found, and whether that still holds.
fn reviewed(review: &Judged<Review>) -> String {
    let Review { reviewer, reviewed_at, verdict, .. } = &review.record;
    let ended = review.ended.as_ref().map(|ended| format!("; does not hold any more: {ended}"));
    format!("{reviewer}, {}: {verdict}{}", reviewed_at.day(), ended.unwrap_or_default())
}
