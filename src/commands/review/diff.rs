//! `twosource review diff`.

use clap::Args;
use serde::Serialize;

use crate::commands::context::Context;
use crate::commands::disclosure::Disclosure;
use crate::commands::format::FormatArgument;
use crate::commands::history::{HEADINGS, ShownChange, rows, tell};
use crate::commands::past_view::past_outside;
use crate::commands::tree::Outcome;
use crate::commands::wording::counted;
use crate::domain::{
    Consensus, Judged, Key, Review, ReviewPolicy, nearest, same_person, shell_word,
};
use crate::error::{Error, Result};
use crate::output::Format;
use crate::store::{Since, Store};

/// Show what has changed in the evidence for a claim since it was reviewed
///
/// Change by change, with who made it and when: what it made different in the claim, its citations
/// and the sources behind them, from what to what. Notes, tags and the like are no evidence and are
/// not shown; `twosource history CLAIM` shows them.
///
/// Of the reviews whose evidence has changed the latest is looked at, unless a reviewer is named.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource review diff c12
  twosource review diff c12 --since-review-of \"Ben Okri\"
  twosource review diff c12 --format json")]
pub(crate) struct Diff {
    /// The key of the claim
    #[arg(value_name = "CLAIM")]
    claim: Key,

    /// Since the latest review of this person
    #[arg(long, value_name = "NAME")]
    since_review_of: Option<String>,

    #[command(flatten)]
    format: FormatArgument,

    #[command(flatten)]
    disclosure: Disclosure,
}

/// The answer of `review diff --format json`.
#[derive(Serialize)]
struct ShownDiff<'a> {
    claim: &'a str,
    reviewer: &'a str,
    verdict: &'static str,
    reviewed_at: &'a str,
    note: Option<&'a str>,
    stale: bool,
    /// Whether the history tells all that has changed.
    complete: bool,
    changes: Vec<ShownChange<'a>>,
}

impl Diff {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let store = context.read()?;
        let (review, since) = store.in_snapshot(|store| {
            let review = self.review(store)?;
            let mut since = store.since_review(&review)?;
            let target = self.format.format.into();
            let outside = past_outside(context, store, &self.disclosure, target, "review diff")?;
            if let Some(outside) = outside {
                let changes = since.changes.into_iter().map(|past| outside.past(past));
                since.changes = changes.collect::<Result<_>>()?;
            }
            Ok((review, since))
        })?;
        match self.format.format {
            Format::Table => self.tell(context, &review, &since)?,
            Format::Json => context.console.json(&shown(&review, &since))?,
            Format::Csv => context.console.csv(&HEADINGS, since.changes.iter().flat_map(rows))?,
        }
        Ok(Outcome::Done)
    }

    /// The review that is meant.
    fn review(&self, store: &Store) -> Result<Judged<Review>> {
        store.claim(&self.claim)?;
        let reviews = store.judgements(Some(&self.claim))?.reviews;
        if let Some(name) = &self.since_review_of {
            let of_them = reviews.iter().filter(|it| same_person(&it.record.reviewer, name));
            let latest = of_them.max_by_key(|review| review.given());
            return latest.cloned().ok_or_else(|| self.not_reviewed_by(name, &reviews));
        }
        let stale = Consensus::new(&reviews, None, ReviewPolicy::default()).outdated;
        let latest = stale.last().copied().or(reviews.iter().max_by_key(|review| review.given()));
        latest.cloned().ok_or_else(|| self.not_reviewed())
    }

    fn not_reviewed(&self) -> Error {
        let key = shell_word(&self.claim);
        Error::not_found(format!("nobody has reviewed `{}`", self.claim))
            .hint(format!("be the first: twosource review {key} --verdict …"))
    }

    fn not_reviewed_by(&self, name: &str, reviews: &[Judged<Review>]) -> Error {
        let mut names: Vec<&str> = reviews.iter().map(|it| it.record.reviewer.as_str()).collect();
        names.sort_unstable();
        names.dedup();
        let error = Error::not_found(format!("`{name}` has not reviewed `{}`", self.claim));
        match nearest(name, names.iter().copied()) {
            Some(near) => error.hint(format!("did you mean `{near}`?")),
            None if names.is_empty() => self.not_reviewed(),
            None => error.hint(format!("those who have: {}", names.join(", "))),
        }
    }

    fn tell(&self, context: &mut Context, review: &Judged<Review>, since: &Since) -> Result<()> {
        for (position, past) in since.changes.iter().enumerate() {
            if position > 0 {
                context.console.data("")?;
            }
            tell(context, past)?;
        }
        let Review { claim, reviewer, verdict, reviewed_at, .. } = &review.record;
        let of = format!("the review of {} by {reviewer} ({verdict})", reviewed_at.day());
        let Some(ended) = &review.ended else {
            let status = format!("the evidence for {claim} is as it was at {of}");
            context.console.status(status);
            return Ok(());
        };
        if since.changes.is_empty() {
            let how = if ended.cause.is_some() { "" } else { ": the history does not tell how" };
            context.console.status(format!("{ended}, after {of}{how}"));
        } else {
            let changes = counted(since.changes.len(), "change");
            let all = if since.is_complete { "" } else { "; the history does not tell of all" };
            context.console.status(format!("{changes} in the evidence since {of}{all}"));
        }
        let key = shell_word(claim);
        context.console.hint(&format!("judge it anew: twosource review {key} --verdict …"));
        Ok(())
    }
}

fn shown<'a>(review: &'a Judged<Review>, since: &'a Since) -> ShownDiff<'a> {
    let Review { claim, reviewer, verdict, reviewed_at, note, .. } = &review.record;
    ShownDiff {
        claim,
        reviewer,
        verdict: verdict.as_str(),
        reviewed_at: reviewed_at.as_str(),
        note: note.as_deref(),
        stale: review.ended.is_some(),
        complete: since.is_complete,
        changes: since.changes.iter().map(ShownChange::new).collect(),
    }
}
