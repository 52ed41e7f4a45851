//! Judging claims: what the casebook keeps of it.

use proptest::prelude::*;
use twosource::domain::{
    Citation, Consensus, Review, ReviewPolicy, ReviewState, Standing, Verdict,
};
use twosource::error::ErrorKind;
use twosource::store::edits::Undo;

use super::desk::{Desk, key, signed};
use super::random_edits::{Step, step, take};

fn judge(desk: &Desk, who: &str, verdict: Verdict) -> Review {
    desk.store.judge(&signed(who), &key("c1"), verdict, None).unwrap()
}

fn state(desk: &Desk) -> ReviewState {
    let reviews = desk.store.judgements(Some("c1")).unwrap().reviews;
    Consensus::new(&reviews, None, ReviewPolicy::default()).state
}

#[test]
fn a_verdict_is_kept_and_the_casebook_stays_sound() {
    let desk = Desk::with_a_case();
    let review = judge(&desk, "Vera", Verdict::Supported);
    assert_eq!((review.reviewer.as_str(), review.verdict), ("Vera", Verdict::Supported));
    let later = judge(&desk, "Vera", Verdict::Refuted);
    let reviews = desk.store.judgements(Some("c1")).unwrap().reviews;
    let kept: Vec<_> = reviews.into_iter().map(|judged| judged.record).collect();
    assert_eq!(kept, [review, later]);
    assert_eq!(desk.faults(), Vec::<String>::new());
}

#[test]
fn it_is_of_the_evidence_as_it_was_then() {
    let desk = Desk::with_a_case();
    judge(&desk, "Vera", Verdict::Supported);
    assert_eq!(state(&desk), ReviewState::Agreed);
    let retract = |standing| {
        let edit = |source: &mut twosource::domain::Source| {
            source.standing = standing;
            Ok(())
        };
        desk.store.edit_source(&signed("Bob"), "source standing", "wire", edit).unwrap();
    };
    retract(Standing::Retracted);
    assert_eq!(state(&desk), ReviewState::Stale);
    retract(Standing::Active);
    assert_eq!(state(&desk), ReviewState::Agreed);
}

#[test]
fn it_can_be_taken_back() {
    let desk = Desk::with_a_case();
    judge(&desk, "Vera", Verdict::Supported);
    desk.store.undo(&signed("Vera"), Undo::Last).unwrap();
    assert_eq!(state(&desk), ReviewState::Unreviewed);
    assert_eq!(desk.faults(), Vec::<String>::new());
}

#[test]
fn a_claim_that_is_gone_is_not_judged() {
    let desk = Desk::with_a_case();
    let head = desk.head();
    let error = desk.store.judge(&signed("Vera"), &key("c11"), Verdict::Supported, None);
    assert_eq!(error.unwrap_err().kind, ErrorKind::NotFound);
    assert_eq!(desk.head(), head);
}

#[test]
fn a_review_that_an_older_date_would_hide_is_refused() {
    let desk = Desk::with_a_case();
    let mut late = signed("Vera");
    late.at = "2036-01-01T00:00:00Z".parse().unwrap();
    desk.store.judge(&late, &key("c1"), Verdict::Supported, None).unwrap();
    let error = desk.store.judge(&signed(" vera"), &key("c1"), Verdict::Refuted, None);
    assert!(error.unwrap_err().to_string().contains("later than now"));
    judge(&desk, "Ana", Verdict::Refuted);
}

#[test]
fn evidence_that_has_changed_while_somebody_looked_is_not_judged() {
    let desk = Desk::with_a_case();
    let seen = desk.store.evidence_digest(&key("c1")).unwrap();
    let judge = |seen| {
        let found = (Verdict::Supported, Some("Read it."));
        desk.store.judge_as_seen(&signed("Vera"), &key("c1"), found, seen)
    };
    desk.store.cite(&signed("Bob"), &Citation::new(key("c1"), key("wire"))).unwrap();
    let error = judge(seen).unwrap_err();
    assert_eq!(error.kind, ErrorKind::Conflict);
    assert_eq!(
        error.to_string(),
        "the evidence for `c1` has changed meanwhile: citation 2 (wire) was added on 2026-11-22, by Bob"
    );
    assert_eq!(state(&desk), ReviewState::Unreviewed);
    judge(desk.store.evidence_digest(&key("c1")).unwrap()).unwrap();
    assert_eq!(state(&desk), ReviewState::Agreed);
}

#[test]
fn so_it_is_with_waivers_and_citations() {
    let desk = Desk::with_a_case();
    let (claim, vera) = (key("c1"), signed("Vera"));
    let waive = |seen| {
        desk.store.waive_as_seen(&vera, &claim, ("single-source", "It is known."), seen).map(drop)
    };
    let cite = |seen| {
        let citation = Citation {
            note: Some("By Vera.".to_owned()),
            ..Citation::new(claim.clone(), key("wire"))
        };
        desk.store.cite_as_seen(&vera, &citation, seen).map(drop)
    };
    let seen = desk.store.evidence_digest(&claim).unwrap();
    desk.store.cite(&signed("Bob"), &Citation::new(claim.clone(), key("wire"))).unwrap();
    let head = desk.head();
    for error in [waive(seen).unwrap_err(), cite(seen).unwrap_err()] {
        assert_eq!(error.kind, ErrorKind::Conflict);
        assert!(error.to_string().ends_with("was added on 2026-11-22, by Bob"), "{error}");
    }
    assert_eq!(desk.head(), head);
    let now = || desk.store.evidence_digest(&claim).unwrap();
    waive(now()).unwrap();
    cite(now()).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 32, failure_persistence: None, ..Default::default() })]

    #[test]
    fn what_has_changed_since_a_review_is_told_whole_and_only_where_it_does_not_hold(
        first in prop::collection::vec(step(), 5..20),
        then in prop::collection::vec(step(), 1..20),
    ) {
        let desk = Desk::with_a_case();
        // A review that came from another claim was given for that one's evidence.
        let merged = first.iter().chain(&then).any(|step| matches!(step, Step::MergeClaims(..)));
        first.iter().for_each(|step| drop(take(&desk.store, step)));
        for claim in ["c0", "c1", "c2", "c3"] {
            let _ = desk.store.judge(&signed("Vera"), &key(claim), Verdict::Refuted, None);
        }
        then.iter().for_each(|step| drop(take(&desk.store, step)));
        for review in desk.store.judgements(None).unwrap().reviews {
            let since = desk.store.since_review(&review).unwrap();
            prop_assert!(since.is_complete || merged);
            prop_assert!(since.is_complete || review.ended.is_some());
            prop_assert!(since.changes.is_empty() == review.ended.is_none() || merged);
            for change in since.changes {
                prop_assert!(!change.differences.is_empty(), "{:?} of {:?}", change, review);
            }
        }
    }
}
