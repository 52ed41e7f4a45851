//! Which judgements do not hold any more once two claims are one, in words.

use super::super::super::Judgements;
use super::judgements::Union;
use crate::domain::{Consensus, Judged, Key, Review, ReviewPolicy, Waiver, bars};

const OTHER_EVIDENCE: &str = "the evidence is not what it was given for";

/// Of the claim that is kept and of the one that goes: each review that is the latest of somebody and
/// held until now, and each waiver that did, and why it does not any more.
pub(super) fn ended(
    union: &Union<'_>,
    [kept, gone]: &[Judgements; 2],
    policy: ReviewPolicy,
) -> Vec<String> {
    let mut told = Vec::new();
    for judged in held(kept).filter(|judged| !union.holds(judged)) {
        told.push(of_review(&judged.record, OTHER_EVIDENCE));
    }
    for judged in held(gone) {
        let reviewer = &judged.record.reviewer;
        let barred_by = |logger: &Option<String>| bars(policy, logger.as_deref(), reviewer);
        let logged = |key: &Key| format!("{reviewer} has logged {key}");
        let why = if union.lost_its_logger(reviewer) {
            logged(&union.gone.key)
        } else if barred_by(&union.new.logged_by) && !barred_by(&union.gone.logged_by) {
            logged(&union.new.key)
        } else if union.goes_on(judged) {
            continue;
        } else {
            OTHER_EVIDENCE.to_owned()
        };
        told.push(of_review(&judged.record, &why));
    }
    let still = |waiver: &Waiver| {
        !gone.waivers.iter().any(|it| it.record.rule == waiver.rule && union.goes_on(it))
    };
    let ends = kept.waivers.iter().filter(|it| it.ended.is_none() && !union.holds(it));
    told.extend(ends.filter(|it| still(&it.record)).map(|it| of_waiver(&it.record)));
    let has = |waiver: &Waiver| kept.waivers.iter().any(|it| it.record.rule == waiver.rule);
    let ends = gone.waivers.iter().filter(|it| it.ended.is_none() && !union.goes_on(it));
    told.extend(ends.filter(|it| !has(&it.record)).map(|it| of_waiver(&it.record)));
    told
}

/// The latest review of each reviewer, where it holds, whoever they are.
fn held(judged: &Judgements) -> impl Iterator<Item = &Judged<Review>> {
    Consensus::new(&judged.reviews, None, ReviewPolicy::default()).counting.into_iter()
}

fn of_review(review: &Review, why: &str) -> String {
    let Review { claim, reviewer, verdict, .. } = review;
    format!("the review of {claim} by {reviewer} (`{verdict}`) holds no more: {why}")
}

fn of_waiver(waiver: &Waiver) -> String {
    let Waiver { claim, rule, actor, .. } = waiver;
    format!("the waiver of {rule} for {claim} by {actor} holds no more: {OTHER_EVIDENCE}")
}
