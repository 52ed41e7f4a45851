//! `twosource review CLAIM --verdict …`.

use crate::commands::context::Context;
use crate::commands::tree::Outcome;
use crate::domain::{Consensus, Key, Review, Verdict};
use crate::error::Result;
use crate::store::Store;

/// Records what somebody finds of a claim, and tells what its reviews come to.
pub(super) fn judge(
    context: &mut Context,
    claim: &Key,
    verdict: Verdict,
    note: Option<&str>,
) -> Result<Outcome> {
    let signature = context.signature()?;
    let store = context.write()?;
    if let Some(known) = same_already(&store, claim, &signature.actor, verdict, note)? {
        let Review { reviewer, reviewed_at, .. } = known;
        let day = reviewed_at.day();
        context.console.status(format!(
            "nothing new: {reviewer} found {claim} {verdict} on {day} already, on the same evidence"
        ));
        context.console.hint("a note makes it a new review: --note \"…\"");
    } else {
        let review = store.judge(&signature, claim, verdict, note)?;
        let reviewer = review.reviewer;
        context.console.status(format!("recorded that {reviewer} finds {claim} {verdict}"));
    }
    let now = state_in_words(&store, claim)?;
    context.console.status(format!("{claim}: {now}"));
    Ok(Outcome::Done)
}

/// The review by which the same was said already, of the evidence as it is.
pub(super) fn same_already(
    store: &Store,
    claim: &Key,
    reviewer: &str,
    verdict: Verdict,
    note: Option<&str>,
) -> Result<Option<Review>> {
    let note = note.map(str::trim).filter(|note| !note.is_empty());
    let says_the_same = |known: &&Review| {
        known.verdict == verdict && (note.is_none() || note == known.note.as_deref())
    };
    looking_at(store, claim, |found| {
        let known = found.counting_of(reviewer).map(|judged| &judged.record);
        known.filter(says_the_same).cloned()
    })
}

/// What the reviews of a claim come to.
pub(super) fn state_in_words(store: &Store, claim: &Key) -> Result<String> {
    looking_at(store, claim, |found| found.in_words())
}

/// Looks at what the reviews of a claim come to, as they are at one moment.
fn looking_at<T>(store: &Store, claim: &Key, look: impl FnOnce(&Consensus<'_>) -> T) -> Result<T> {
    store.in_snapshot(|store| {
        let logged_by = store.claim(claim)?.record.logged_by;
        let reviews = store.judgements(Some(claim))?.reviews;
        Ok(look(&Consensus::new(&reviews, logged_by.as_deref(), store.review_policy()?)))
    })
}
