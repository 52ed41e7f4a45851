//! Two records made one: the same as by hand, and as before when it is taken back.

use proptest::prelude::*;
use twosource::domain::{
    Citation, Key, Lineage, LineageState, Source, Standing, Verdict, merged_claim, merged_source,
};
use twosource::error::ErrorKind;
use twosource::store::edits::{Merged, Undo};
use twosource::store::{Citations, Store};
use twosource::transfer::export_json_lines;

use super::desk::{Desk, key, signed};
use super::kept_levels::assert_levels_hold;
use super::random_edits::{Step, step, take};

/// What the casebook says, a record a line.
fn said(desk: &Desk) -> Vec<String> {
    let lines = export_json_lines(&desk.store, true).unwrap().text;
    lines.lines().map(str::to_owned).collect()
}

/// The same whatever the order: what comes back stands behind what stayed.
fn records(desk: &Desk) -> Vec<String> {
    let mut lines = said(desk);
    lines.sort_unstable();
    lines
}

/// The same without what people have judged and are to judge.
fn evidence(desk: &Desk) -> Vec<String> {
    let judged = ["review", "waiver", "assignment"].map(|name| format!("{{\"type\":\"{name}\""));
    let mut lines = records(desk);
    lines.retain(|line| judged.iter().all(|start| !line.starts_with(start)));
    lines
}

fn merge_sources(desk: &Desk, kept: &str, other: &str) -> twosource::error::Result<Merged> {
    desk.store.merge_sources(&signed("Ana"), [&key(kept), &key(other)], false)
}

fn merge_claims(desk: &Desk, kept: &str, other: &str) -> Merged {
    desk.store.merge_claims(&signed("Ana"), [kept, other]).unwrap()
}

/// A desk at which these steps were taken, with what each person found of the claims.
fn after(steps: &[Step]) -> Desk {
    let desk = Desk::new();
    let sources = (0..4).map(|number| Step::AddSource(number, number));
    let claims = (0..4).map(|number| Step::AddClaim(number, None));
    for step in sources.chain(claims).chain(steps.iter().cloned()) {
        let _ = take(&desk.store, &step);
    }
    for (who, claim) in [("Vera", "c0"), ("Vera", "c1"), ("Ben", "c1"), ("Ben", "c2")] {
        let _ = desk.store.judge(&signed(who), &key(claim), Verdict::Supported, None);
    }
    desk
}

/// Makes one source of two with the commands that there were before: everything is cited anew, the
/// fields are written, and the other one is removed.
fn merge_sources_by_hand(desk: &Desk, kept: &Key, other: &Key) {
    let store = &desk.store;
    cite_anew(store, kept, other);
    let lineages = lineages_apart(store, kept, other);
    derive_anew(store, kept, other);
    appear_anew(store, kept, other);
    let mut gone = store.source(other).unwrap().record;
    store.remove_source(&signed("Ana"), other, false).unwrap();
    assert!(store.find_source(other).unwrap().is_none(), "something leans on it still");
    gone.lineage = lineages[1];
    let edit = |source: &mut Source| {
        let derived = !store.origins_of(kept)?.is_empty();
        source.lineage = lineages[0];
        *source = merged_source(source, &gone).0;
        if derived {
            source.lineage = LineageState::Derived;
        }
        Ok(())
    };
    store.edit_source(&signed("Ana"), "source edit", kept, edit).unwrap();
}

/// Puts the key that is kept in the place of the other.
fn swap(name: &mut Key, kept: &Key, other: &Key) {
    if name == other {
        name.clone_from(kept);
    }
}

fn cite_anew(store: &Store, kept: &Key, other: &Key) {
    let mut cited = store.citations(Citations::OfSource(other)).unwrap();
    cited.extend(store.citations(Citations::AttributedTo(other)).unwrap());
    cited.sort_by_key(|row| row.id);
    cited.dedup_by_key(|row| row.id);
    for row in cited {
        let edit = |citation: &mut Citation| {
            swap(&mut citation.source, kept, other);
            let mut from = Vec::new();
            for mut name in citation.attributed_to.drain(..) {
                swap(&mut name, kept, other);
                if name != citation.source && !from.contains(&name) {
                    from.push(name);
                }
            }
            citation.attributed_to = from;
            Ok(())
        };
        if store.edit_citation(&signed("Ana"), row.id, edit).is_err() {
            // Another one says that already.
            store.remove_citation(&signed("Ana"), row.id).unwrap();
        }
    }
}

/// What the lineage of each is but for where it comes from the other.
fn lineages_apart(store: &Store, kept: &Key, other: &Key) -> [LineageState; 2] {
    let mut lineages = [kept, other].map(|name| store.source(name).unwrap().record.lineage);
    for (state, (name, from)) in lineages.iter_mut().zip([(kept, other), (other, kept)]) {
        let rows = store.origins_of(name).unwrap();
        if !rows.is_empty() && rows.iter().all(|row| row.origin == *from) {
            *state = LineageState::Unknown;
        }
    }
    lineages
}

fn derive_anew(store: &Store, kept: &Key, other: &Key) {
    let mut rows = store.origins_of(other).unwrap();
    rows.extend(store.derived_from(other).unwrap());
    for mut row in rows {
        let _ = store.underive(&signed("Ana"), &row.source, &row.origin);
        swap(&mut row.source, kept, other);
        swap(&mut row.origin, kept, other);
        if row.source != row.origin {
            let known = store.origins_of(&row.source).unwrap();
            let same = |it: &&Lineage| it.origin == row.origin && it.relation == row.relation;
            let kept_note = known.iter().find(same).and_then(|it| it.note.clone());
            row.note = kept_note.or(row.note);
            store.derive(&signed("Ana"), &row, true).unwrap();
        }
    }
}

fn appear_anew(store: &Store, kept: &Key, other: &Key) {
    for claim in store.claims_appearing_in(other).unwrap() {
        let edit = |claim: &mut twosource::domain::Claim| {
            let mut works = Vec::new();
            for mut work in claim.appearances.drain(..) {
                swap(&mut work.source, kept, other);
                if !works.contains(&work) {
                    works.push(work);
                }
            }
            claim.appearances = works;
            Ok(())
        };
        store.edit_claim(&signed("Ana"), &claim.key, edit).unwrap();
    }
}

/// The same of claims: every citation is entered anew for the claim that is kept.
fn merge_claims_by_hand(desk: &Desk, kept: &str, other: &str) {
    let store = &desk.store;
    for row in store.citations(Citations::OfClaim(other)).unwrap() {
        store.cite(&signed("Ana"), &Citation { claim: key(kept), ..row.record }).unwrap();
    }
    let gone = store.claim(other).unwrap().record;
    let edit = |claim: &mut twosource::domain::Claim| {
        *claim = merged_claim(claim, &gone).0;
        Ok(())
    };
    store.edit_claim(&signed("Ana"), kept, edit).unwrap();
    store.remove_claim(&signed("Ana"), other, true).unwrap();
}

/// Takes the last change back, and does it again: each time everything is as it was.
fn there_and_back(desk: &Desk, before: &[String], digest: &[u8]) {
    let (merged, merged_digest) = (records(desk), desk.digest());
    desk.store.undo(&signed("Ana"), Undo::Last).unwrap();
    assert_eq!(records(desk), before);
    assert_eq!(desk.digest(), digest);
    assert_levels_hold(desk);
    desk.store.undo(&signed("Ana"), Undo::Change(desk.head())).unwrap();
    assert_eq!(records(desk), merged);
    assert_eq!(desk.digest(), merged_digest);
    assert_levels_hold(desk);
    assert_eq!(desk.faults(), Vec::<String>::new());
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..Default::default() })]

    #[test]
    fn one_source_of_two_is_what_citing_anew_by_hand_makes(
        steps in prop::collection::vec(step(), 5..30),
        (kept, other) in (0_u8..4, 0_u8..4),
    ) {
        let (desk, by_hand) = (after(&steps), after(&steps));
        let (before, digest, head) = (records(&desk), desk.digest(), desk.head());
        let (kept, other) = (key(&format!("s{kept}")), key(&format!("s{other}")));
        match desk.store.merge_sources(&signed("Ana"), [&kept, &other], true) {
            Err(error) => {
                prop_assert_ne!(error.kind, ErrorKind::Storage, "{}", error);
                prop_assert_eq!(desk.head(), head);
            }
            Ok(_) => {
                prop_assert_eq!(desk.head(), head + 1);
                assert_levels_hold(&desk);
                merge_sources_by_hand(&by_hand, &kept, &other);
                prop_assert_eq!(said(&desk), said(&by_hand));
                there_and_back(&desk, &before, &digest);
            }
        }
    }

    #[test]
    fn one_claim_of_two_is_what_citing_anew_by_hand_makes(
        steps in prop::collection::vec(step(), 5..30),
        (kept, other) in (0_u8..4, 0_u8..4),
    ) {
        let (desk, by_hand) = (after(&steps), after(&steps));
        let (before, digest, head) = (records(&desk), desk.digest(), desk.head());
        let (kept, other) = (format!("c{kept}"), format!("c{other}"));
        match desk.store.merge_claims(&signed("Ana"), [&kept, &other]) {
            Err(error) => {
                prop_assert_ne!(error.kind, ErrorKind::Storage, "{}", error);
                prop_assert_eq!(desk.head(), head);
            }
            Ok(_) => {
                prop_assert_eq!(desk.head(), head + 1);
                assert_levels_hold(&desk);
                merge_claims_by_hand(&by_hand, &kept, &other);
                prop_assert_eq!(evidence(&desk), evidence(&by_hand));
                there_and_back(&desk, &before, &digest);
            }
        }
    }
}

/// What has become of the judgements of the first claim: who gave each, and what ended it.
fn reviews(desk: &Desk) -> Vec<(String, Option<String>)> {
    let judged = desk.store.judgements(Some("c1")).unwrap().reviews;
    let told = |ended: twosource::domain::Ended| ended.to_string();
    judged.into_iter().map(|one| (one.record.reviewer, one.ended.map(told))).collect()
}

fn review(who: &str, ended: Option<&str>) -> (String, Option<String>) {
    (who.to_owned(), ended.map(str::to_owned))
}

#[test]
fn reviews_end_where_the_other_claim_brings_new_evidence() {
    let desk = Desk::with_a_case();
    desk.cite("c2", "wire");
    for (who, claim) in [("Vera", "c1"), ("Ben", "c2")] {
        desk.store.judge(&signed(who), &key(claim), Verdict::Supported, None).unwrap();
    }
    merge_claims(&desk, "c1", "c2");
    let ended = Some("claim c2 was merged into it on 2026-11-22");
    assert_eq!(reviews(&desk), [review("Vera", ended), review("Ben", ended)]);
    desk.store.undo(&signed("Ana"), Undo::Last).unwrap();
    assert_eq!(reviews(&desk), [review("Vera", None)]);
    let restored = desk.store.judgements(Some("c2")).unwrap().reviews;
    assert!(restored.iter().all(|one| one.ended.is_none()));
}

#[test]
fn reviews_of_one_person_at_one_moment_come_back_each() {
    let desk = Desk::with_a_case();
    desk.cite("c2", "wire");
    let given = [("c1", Verdict::Supported), ("c2", Verdict::Supported), ("c2", Verdict::Refuted)];
    for (claim, verdict) in given.into_iter().chain([given[1], given[2]]) {
        desk.store.judge(&signed("Vera"), &key(claim), verdict, None).unwrap();
    }
    let (before, digest) = (records(&desk), desk.digest());
    merge_claims(&desk, "c1", "c2");
    let ended = Some("claim c2 was merged into it on 2026-11-22");
    assert_eq!(reviews(&desk), [review("Vera", ended), review("Vera", ended)]);
    there_and_back(&desk, &before, &digest);
}

#[test]
fn a_review_of_the_very_same_evidence_goes_on_holding() {
    let desk = Desk::with_a_case();
    desk.store
        .edit_claim(&signed("Ana"), "c2", |claim| {
            claim.statement = "The statement of c1".to_owned();
            Ok(())
        })
        .unwrap();
    desk.cite("c2", "paper");
    for (who, claim) in [("Vera", "c1"), ("Ben", "c2")] {
        desk.store.judge(&signed(who), &key(claim), Verdict::Supported, None).unwrap();
    }
    merge_claims(&desk, "c1", "c2");
    assert_eq!(reviews(&desk), [review("Vera", None), review("Ben", None)]);
    assert_eq!(desk.faults(), Vec::<String>::new());
}

#[test]
fn a_review_of_what_cited_the_other_source_ends() {
    let desk = Desk::with_a_case();
    desk.source("paper-2");
    desk.cite("c2", "paper-2");
    desk.store.judge(&signed("Vera"), &key("c1"), Verdict::Supported, None).unwrap();
    desk.store.judge(&signed("Vera"), &key("c2"), Verdict::Supported, None).unwrap();
    merge_sources(&desk, "paper", "paper-2").unwrap();
    // What the first claim cites is what it was.
    assert_eq!(reviews(&desk), [review("Vera", None)]);
    let other = desk.store.judgements(Some("c2")).unwrap().reviews;
    let ended = other[0].ended.as_ref().unwrap().to_string();
    assert_eq!(ended, "paper-2 was merged into paper on 2026-11-22");
}

#[test]
fn both_keys_find_the_source() {
    let desk = Desk::with_a_case();
    desk.source("wire-2");
    merge_sources(&desk, "wire", "wire-2").unwrap();
    assert_eq!(desk.store.source_key("wire-2").unwrap(), key("wire"));
    // A source with that key cannot come in again.
    let again = Source::new(key("wire-2"), twosource::domain::Kind::Report, "Again");
    let choice = twosource::store::edits::KeyChoice::Given;
    let error = desk.store.add_source(&signed("Ana"), &again, choice).unwrap_err();
    assert_eq!(error.kind, ErrorKind::Exists);
}

#[test]
fn what_was_done_to_it_since_stands_against_taking_it_back() {
    let desk = Desk::with_a_case();
    desk.source("wire-2");
    merge_sources(&desk, "wire", "wire-2").unwrap();
    let number = desk.head();
    let retract = |source: &mut Source| {
        source.standing = Standing::Retracted;
        Ok(())
    };
    desk.store.edit_source(&signed("Ben"), "source standing", "wire", retract).unwrap();
    let error = desk.store.undo(&signed("Ana"), Undo::Change(number)).unwrap_err();
    assert_eq!(error.kind, ErrorKind::Conflict);
    assert!(error.to_string().contains("source `wire` was changed since"), "{error}");
}
