//! A claim as `claim list` and `claim show` write it for programs. Fields may be added, never renamed.

use serde::Serialize;

use crate::domain::{Claim, Consensus, ReviewState, Verdict, join_values};
use crate::store::levels::{ClaimLevel, WeakestPoint};

/// One claim in the answer of `claim list --format json`.
#[derive(Debug, Serialize)]
pub(crate) struct ListedClaim {
    key: String,
    statement: String,
    claimant: Option<String>,
    nature: &'static str,
    appears_in: Vec<String>,
    tags: Vec<String>,
    level: &'static str,
    sources: u32,
    origins: u32,
    weakest_points: Vec<ListedPoint>,
    /// The verdict that stands.
    verdict: Option<Verdict>,
    review_state: ReviewState,
    reviewers_agreeing: u32,
    reviewers_required: u32,
    /// Who is to review it.
    assigned_to: Vec<String>,
}

#[derive(Debug, Serialize)]
struct ListedPoint {
    kind: &'static str,
    name: String,
}

impl ListedClaim {
    /// The headings of [`ListedClaim::cells`].
    pub(crate) const HEADINGS: [&'static str; 15] = [
        "key",
        "statement",
        "claimant",
        "nature",
        "appears_in",
        "tags",
        "level",
        "sources",
        "origins",
        "weakest_points",
        "verdict",
        "review_state",
        "reviewers_agreeing",
        "reviewers_required",
        "assigned_to",
    ];

    /// The claim with what follows from its evidence and reviews.
    pub(crate) fn new(claim: &Claim, level: &ClaimLevel, reviewed: &Consensus<'_>) -> Self {
        let point = |point: &WeakestPoint| ListedPoint {
            kind: point.kind.as_str(),
            name: point.name.clone(),
        };
        ListedClaim {
            key: claim.key.to_string(),
            statement: claim.statement.clone(),
            claimant: claim.claimant.clone(),
            nature: claim.nature.as_str(),
            appears_in: claim.appearances.iter().map(|work| work.source.to_string()).collect(),
            tags: claim.tags.clone(),
            level: level.level.as_str(),
            sources: level.sources,
            origins: level.origins,
            weakest_points: level.weakest_points.iter().map(point).collect(),
            verdict: reviewed.verdict,
            review_state: reviewed.state,
            reviewers_agreeing: reviewed.agreeing,
            reviewers_required: reviewed.required,
            assigned_to: Vec::new(),
        }
    }

    /// The same claim with the names of those who are to review it.
    pub(crate) fn assigned_to(mut self, reviewers: Vec<String>) -> Self {
        self.assigned_to = reviewers;
        self
    }

    /// The claim as a row of CSV.
    pub(crate) fn cells(&self) -> Vec<String> {
        let points: Vec<String> = self
            .weakest_points
            .iter()
            .map(|point| format!("{} {}", point.kind, point.name))
            .collect();
        vec![
            self.key.clone(),
            self.statement.clone(),
            self.claimant.clone().unwrap_or_default(),
            self.nature.to_owned(),
            join_values(self.appears_in.iter().map(String::as_str)),
            join_values(self.tags.iter().map(String::as_str)),
            self.level.to_owned(),
            self.sources.to_string(),
            self.origins.to_string(),
            join_values(points.iter().map(String::as_str)),
            self.verdict.map(|verdict| verdict.to_string()).unwrap_or_default(),
            self.review_state.to_string(),
            self.reviewers_agreeing.to_string(),
            self.reviewers_required.to_string(),
            join_values(self.assigned_to.iter().map(String::as_str)),
        ]
    }
}
