//! A claim as `review list` writes it for programs. Fields may be added, never renamed.

use serde::Serialize;

use super::queue_order::QueuedClaim;
use crate::domain::{Judged, Review, Verdict, join_values};

/// One claim in the answer of `review list --format json`.
#[derive(Serialize)]
pub(super) struct ListedClaim<'a> {
    key: &'a str,
    statement: &'a str,
    priority: &'static str,
    level: &'static str,
    state: &'static str,
    /// The verdict that stands.
    verdict: Option<Verdict>,
    agreeing: u32,
    required: u32,
    reviewers: Vec<Reviewer<'a>>,
    assigned_to: Vec<&'a str>,
    findings: Vec<ListedFinding<'a>>,
}

/// The latest review of one reviewer.
#[derive(Serialize)]
struct Reviewer<'a> {
    reviewer: &'a str,
    verdict: Verdict,
    reviewed_at: &'a str,
    /// Whether it counts towards the verdict that stands.
    counts: bool,
    /// Whether the evidence has changed since.
    stale: bool,
}

#[derive(Serialize)]
struct ListedFinding<'a> {
    rule: &'a str,
    severity: &'static str,
    message: &'a str,
}

impl<'a> ListedClaim<'a> {
    /// The headings of [`ListedClaim::cells`].
    pub(super) const HEADINGS: [&'static str; 11] = [
        "key",
        "statement",
        "priority",
        "level",
        "state",
        "verdict",
        "agreeing",
        "required",
        "reviewers",
        "assigned_to",
        "findings",
    ];

    pub(super) fn new(queued: &'a QueuedClaim) -> Self {
        let found = queued.consensus();
        let reviewer = |counts: bool| {
            move |judged: &&'a Judged<Review>| Reviewer {
                reviewer: &judged.record.reviewer,
                verdict: judged.record.verdict,
                reviewed_at: judged.record.reviewed_at.as_str(),
                counts,
                stale: judged.ended.is_some(),
            }
        };
        let mut reviewers: Vec<_> = found.counting.iter().map(reviewer(true)).collect();
        reviewers.extend(found.outdated.iter().chain(&found.barred).map(reviewer(false)));
        ListedClaim {
            key: &queued.claim.key,
            statement: &queued.claim.statement,
            priority: queued.claim.priority.as_str(),
            level: queued.level.level.as_str(),
            state: found.state.as_str(),
            verdict: found.verdict,
            agreeing: found.agreeing,
            required: found.required,
            reviewers,
            assigned_to: queued.assigned_to.iter().map(String::as_str).collect(),
            findings: queued
                .findings
                .iter()
                .map(|finding| ListedFinding {
                    rule: finding.rule,
                    severity: finding.severity.as_str(),
                    message: &finding.message,
                })
                .collect(),
        }
    }

    /// The claim as a row of CSV.
    pub(super) fn cells(&self) -> [String; 11] {
        let joined = |values: &[String]| join_values(values.iter().map(String::as_str));
        let told = |reviewer: &Reviewer<'_>| {
            let why = match (reviewer.counts, reviewer.stale) {
                (true, _) => "",
                (false, true) => " (stale)",
                (false, false) => " (does not count: logged the claim)",
            };
            format!("{}: {}{why}", reviewer.reviewer, reviewer.verdict)
        };
        let reviewers: Vec<String> = self.reviewers.iter().map(told).collect();
        [
            self.key.to_owned(),
            self.statement.to_owned(),
            self.priority.to_owned(),
            self.level.to_owned(),
            self.state.to_owned(),
            self.verdict.map(|verdict| verdict.to_string()).unwrap_or_default(),
            self.agreeing.to_string(),
            self.required.to_string(),
            joined(&reviewers),
            join_values(self.assigned_to.iter().copied()),
            join_values(self.findings.iter().map(|finding| finding.rule)),
        ]
    }
}
