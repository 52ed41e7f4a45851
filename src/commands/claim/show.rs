//! `twosource claim show`.

use clap::Args;
use serde::Serialize;

use super::answer::ListedClaim;
use super::level;
use crate::commands::context::Context;
use crate::commands::disclosure::Disclosure;
use crate::commands::format::FormatArgument;
use crate::commands::tree::Outcome;
use crate::commands::view::View;
use crate::domain::{
    Appearance, Assignment, Citation, Claim, Consensus, Judged, Review, ReviewPolicy, shell_word,
};
use crate::error::Result;
use crate::output::{Cell, Column, Format, Style, Table, Text, level_style};
use crate::store::levels::ClaimLevel;
use crate::store::{Citations, Store, Stored};

/// Show a claim: what it rests on, where it was made, its citations and reviews
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource claim show c12
  twosource claim show c12 --format json")]
pub(crate) struct Show {
    /// The key of the claim
    #[arg(value_name = "CLAIM")]
    key: String,

    #[command(flatten)]
    format: FormatArgument,

    #[command(flatten)]
    disclosure: Disclosure,
}

/// All that the casebook knows of a claim.
struct Known {
    claim: Claim,
    level: ClaimLevel,
    citations: Vec<Stored<Citation>>,
    reviews: Vec<Judged<Review>>,
    assignments: Vec<Assignment>,
    policy: ReviewPolicy,
}

/// The answer of `claim show --format json`: the claim as in `claim list`, and more.
#[derive(Serialize)]
struct ShownClaim<'a> {
    #[serde(flatten)]
    listed: ListedClaim,
    claimed_on: Option<&'a str>,
    priority: &'static str,
    appearances: &'a [Appearance],
    logged_by: Option<&'a str>,
    note: Option<&'a str>,
    citations: Vec<ShownCitation<'a>>,
    reviews: Vec<ShownReview<'a>>,
}

/// A review, and what has changed since in what it was given for.
#[derive(Serialize)]
struct ShownReview<'a> {
    claim: &'a str,
    reviewer: &'a str,
    verdict: &'static str,
    reviewed_at: &'a str,
    note: Option<&'a str>,
    /// Whether it counts towards the verdict that stands.
    counts: bool,
    stale: bool,
    stale_because: Option<String>,
}

#[derive(Serialize)]
struct ShownCitation<'a> {
    number: i64,
    #[serde(flatten)]
    citation: &'a Citation,
}

impl Show {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let view = View::open(context, &self.disclosure, self.format.format.into(), "claim show")?;
        let known = view.in_snapshot(|store| self.load(store))?;
        match self.format.format {
            Format::Table => known.tell(context),
            Format::Json => context.console.json(&known.answer()),
            Format::Csv => context.console.csv(&ListedClaim::HEADINGS, [known.listed().cells()]),
        }?;
        Ok(Outcome::Done)
    }

    fn load(&self, store: &Store) -> Result<Known> {
        let claim = store.claim(&self.key)?;
        Ok(Known {
            level: store.level_of_claim(claim.id)?,
            claim: claim.record,
            citations: store.citations(Citations::OfClaim(&self.key))?,
            reviews: store.judgements(Some(&self.key))?.reviews,
            assignments: assignments(store, &self.key)?,
            policy: store.review_policy()?,
        })
    }
}

impl<'a> ShownReview<'a> {
    fn new(judged: &'a Judged<Review>, reviewed: &Consensus<'_>) -> Self {
        let review = &judged.record;
        ShownReview {
            claim: &review.claim,
            reviewer: &review.reviewer,
            verdict: review.verdict.as_str(),
            reviewed_at: review.reviewed_at.as_str(),
            note: review.note.as_deref(),
            counts: reviewed.counting.iter().any(|counting| counting.id == judged.id),
            stale: judged.ended.is_some(),
            stale_because: judged.ended.as_ref().map(ToString::to_string),
        }
    }
}

impl Known {
    /// What its reviews come to.
    fn reviewed(&self) -> Consensus<'_> {
        Consensus::new(&self.reviews, self.claim.logged_by.as_deref(), self.policy)
    }

    fn listed(&self) -> ListedClaim {
        let assigned = self.assignments.iter().map(|row| row.reviewer.clone()).collect();
        ListedClaim::new(&self.claim, &self.level, &self.reviewed()).assigned_to(assigned)
    }

    fn answer(&self) -> ShownClaim<'_> {
        let number = |row: &Stored<Citation>| row.id;
        let reviewed = self.reviewed();
        ShownClaim {
            listed: self.listed(),
            claimed_on: self.claim.claimed_on.as_ref().map(|date| date.as_str()),
            priority: self.claim.priority.as_str(),
            appearances: &self.claim.appearances,
            logged_by: self.claim.logged_by.as_deref(),
            note: self.claim.note.as_deref(),
            citations: self
                .citations
                .iter()
                .map(|row| ShownCitation { number: number(row), citation: &row.record })
                .collect(),
            reviews: self.reviews.iter().map(|one| ShownReview::new(one, &reviewed)).collect(),
        }
    }

    fn tell(&self, context: &mut Context) -> Result<()> {
        let heading = Text::new().styled(Style::Bold, self.claim.key.as_str());
        context.console.data(heading.plain(format!(": {}\n\n", self.claim.statement)))?;
        context.console.table(&self.details())?;
        if !self.citations.is_empty() {
            context.console.data("")?;
            context.console.table(&self.citation_table())?;
        }
        if !self.reviews.is_empty() {
            context.console.data("")?;
            context.console.table(&self.review_table())?;
        }
        if self.citations.is_empty() {
            context.console.hint(&format!(
                "no source is cited for it yet: twosource cite {} SOURCE",
                shell_word(&self.claim.key)
            ));
        }
        Ok(())
    }

    fn details(&self) -> Table {
        let claim = &self.claim;
        let mut table = Table::details();
        let style = level_style(self.level.level.as_str());
        table.detail("level", Cell::styled(level::in_words(&self.level), style));
        table.detail("rests on", level::points_in_words(&self.level.weakest_points));
        if !self.reviews.is_empty() {
            table.detail("review", self.reviewed().in_words());
        }
        table.detail("claimant", claim.claimant.as_deref().unwrap_or_default());
        table.detail("claimed on", claim.claimed_on.as_ref().map_or("", |date| date.as_str()));
        table.detail("nature", claim.nature);
        table.detail("priority", claim.priority);
        for appearance in &claim.appearances {
            table.detail("appears in", place_in_words(appearance));
        }
        table.detail("logged by", claim.logged_by.as_deref().unwrap_or_default());
        for row in &self.assignments {
            let (by, day) = (&row.assigned_by, row.assigned_at.day());
            table.detail("assigned to", format!("{} (by {by} on {day})", row.reviewer));
        }
        table.detail("tags", claim.tags.join(", "));
        table.detail("note", claim.note.as_deref().unwrap_or_default());
        table
    }

    fn citation_table(&self) -> Table {
        let mut table = Table::new([
            Column::number("citation"),
            Column::whole("source"),
            Column::whole("stance"),
            Column::text("locator"),
            Column::text("attributed to"),
            Column::text("quote"),
        ]);
        for Stored { id, record, .. } in &self.citations {
            let origins: Vec<&str> = record.attributed_to.iter().map(|key| key.as_str()).collect();
            table.row([
                Cell::plain(id),
                Cell::styled(&record.source, Style::Bold),
                Cell::plain(record.stance),
                Cell::plain(record.locator.as_deref().unwrap_or_default()),
                Cell::plain(origins.join(", ")),
                Cell::plain(record.quote.as_deref().unwrap_or_default()),
            ]);
        }
        table
    }

    fn review_table(&self) -> Table {
        let columns = [
            Column::whole("reviewed"),
            Column::whole("by"),
            Column::whole("verdict"),
            Column::text("note"),
        ];
        let mut table = Table::new(columns);
        let reviewed = self.reviewed();
        for judged in &self.reviews {
            let review = &judged.record;
            let note = review.note.as_deref().unwrap_or_default();
            let why = why_not_counted(judged, &reviewed);
            table.row([
                Cell::plain(&review.reviewed_at),
                Cell::plain(&review.reviewer),
                Cell::plain(review.verdict),
                Cell::plain(format!("{note} {why}").trim()),
            ]);
        }
        table
    }
}

/// Who is to review a claim.
fn assignments(store: &Store, claim: &str) -> Result<Vec<Assignment>> {
    let mut assignments = Vec::new();
    store.each_assignment(Some(claim), |row| {
        assignments.push(row.record);
        Ok(())
    })?;
    Ok(assignments)
}

/// Why a review does not count, if it does not.
pub(crate) fn why_not_counted(review: &Judged<Review>, reviewed: &Consensus<'_>) -> String {
    if let Some(ended) = &review.ended {
        return format!("(stale: {ended})");
    }
    if reviewed.counting.iter().any(|counting| counting.id == review.id) {
        return String::new();
    }
    let barred = reviewed.barred.is_some_and(|barred| barred.id == review.id);
    let why = if barred { "does not count: logged the claim" } else { "judged anew since" };
    format!("({why})")
}

/// `menamm-2019, paragraph 7: “…”`
pub(crate) fn place_in_words(appearance: &Appearance) -> String {
    let mut words = appearance.source.to_string();
    if let Some(locator) = &appearance.locator {
        words.push_str(&format!(", {locator}"));
    }
    if let Some(quote) = &appearance.quote {
        words.push_str(&format!(": “{quote}”"));
    }
    words
}
