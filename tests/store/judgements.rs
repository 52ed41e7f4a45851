//! Reviews and waivers hold as long as their evidence is what it was, and again when a change is taken
//! back.

use proptest::prelude::*;
use twosource::domain::{Citation, Judged, Lineage, Relation, Source, Standing, Waiver};
use twosource::error::Result;
use twosource::store::Store;

use super::desk::{Desk, key, signed};
use super::random_edits::{step, take};

const RULE: &str = "single-source";

/// The small case with a waiver for its first claim.
fn waived() -> Desk {
    let desk = Desk::with_a_case();
    desk.store.waive(&signed("Vera"), &key("c1"), RULE, "Known.").unwrap();
    desk
}

fn edit_source(desk: &Desk, name: &str, edit: impl Fn(&mut Source)) {
    let edit = |source: &mut Source| {
        edit(source);
        Ok(())
    };
    desk.store.edit_source(&signed("Bob"), "source edit", name, edit).unwrap();
}

/// What ended the waiver of the first claim; nothing where it holds.
fn end(desk: &Desk) -> Option<String> {
    let judged = desk.store.judgements(Some("c1")).unwrap().waivers;
    let ended = judged.into_iter().next().unwrap().ended?;
    assert_eq!(ended.since.as_str(), "2026-11-22T10:00:00Z");
    Some(ended.cause.unwrap().what)
}

fn unset(desk: &Desk) {
    let forget = "UPDATE waiver SET evidence = NULL";
    desk.stranger().execute(forget, []).unwrap();
}

#[test]
fn a_change_ends_it_and_taking_it_back_mends_it() {
    let desk = waived();
    assert_eq!(end(&desk), None);
    edit_source(&desk, "wire", |source| source.standing = Standing::Retracted);
    assert_eq!(end(&desk).unwrap(), "wire went from active to retracted");
    edit_source(&desk, "wire", |source| source.standing = Standing::Active);
    assert_eq!(end(&desk), None);
    assert_eq!(desk.faults(), Vec::<String>::new());
}

#[test]
fn so_does_each_kind_of_change() {
    let told = |change: &dyn Fn(&Desk)| {
        let desk = waived();
        change(&desk);
        let told = end(&desk).unwrap();
        // History alone, as for what was entered before digests were kept, tells the same.
        unset(&desk);
        assert_eq!(end(&desk).as_ref(), Some(&told));
        told
    };
    let edit_claim = |desk: &Desk| {
        let edit = |claim: &mut twosource::domain::Claim| {
            claim.statement = "Otherwise".to_owned();
            claim.claimant = Some("The bank".to_owned());
            Ok(())
        };
        desk.store.edit_claim(&signed("Bob"), "c1", edit).unwrap();
    };
    assert_eq!(told(&edit_claim), "the claim's statement and claimant were changed");
    let cite = |desk: &Desk| {
        desk.cite("c1", "wire");
    };
    assert_eq!(told(&cite), "citation 2 (wire) was added");
    let quote = |desk: &Desk| {
        let edit = |citation: &mut Citation| {
            citation.quote = Some("Words".to_owned());
            Ok(())
        };
        desk.store.edit_citation(&signed("Bob"), 1, edit).unwrap();
    };
    assert_eq!(told(&quote), "the quote of citation 1 (paper) was changed");
    let uncite = |desk: &Desk| {
        desk.store.remove_citation(&signed("Bob"), 1).unwrap();
    };
    assert_eq!(told(&uncite), "the citation of paper was removed");
    let issued =
        |desk: &Desk| edit_source(desk, "wire", |it| it.issued = Some("2017".parse().unwrap()));
    assert_eq!(told(&issued), "the date of wire was changed");
    let derive = |desk: &Desk| {
        desk.source("ministry");
        desk.derive("wire", "ministry");
    };
    assert_eq!(told(&derive), "it was said that wire comes from ministry");
    let underive = |desk: &Desk| desk.store.underive(&signed("Bob"), "paper", "wire").unwrap();
    assert_eq!(told(&underive), "it was said that paper does not come from wire");
    let remove = |desk: &Desk| {
        desk.store.remove_source(&signed("Bob"), "paper", true).unwrap();
    };
    assert_eq!(told(&remove), "the citation of paper was removed");
}

#[test]
fn what_is_for_keeping_house_ends_nothing() {
    let desk = waived();
    edit_source(&desk, "paper", |source| {
        source.tags = vec!["seen".to_owned()];
        source.note = Some("In the cupboard".to_owned());
        source.archived_url = Some("https://web.archive.org/web/2017/x".to_owned());
        source.language = Some("de".to_owned());
    });
    desk.source("elsewhere");
    desk.claim("c3");
    desk.cite("c3", "wire");
    assert_eq!(end(&desk), None);
    unset(&desk);
    assert_eq!(end(&desk), None);
}

#[test]
fn another_key_ends_nothing() {
    let desk = waived();
    edit_source(&desk, "wire", |source| source.key = key("agency"));
    edit_source(&desk, "paper", |source| source.key = key("daily"));
    let rename = |claim: &mut twosource::domain::Claim| {
        claim.key = key("first");
        Ok(())
    };
    desk.store.edit_claim(&signed("Bob"), "c1", rename).unwrap();
    let judged = desk.store.judgements(Some("first")).unwrap().waivers;
    assert_eq!(judged[0].ended, None);
    assert_eq!(desk.faults(), Vec::<String>::new());
}

#[test]
fn a_waiver_that_has_ended_gives_way_to_a_new_one() {
    let desk = waived();
    let again = |desk: &Desk| desk.store.waive(&signed("Vera"), &key("c1"), RULE, "Still.");
    assert!(again(&desk).is_err());
    desk.cite("c1", "wire");
    assert_eq!(again(&desk).unwrap().unwrap().reason, "Known.");
    assert_eq!(end(&desk), None);
    assert_eq!(desk.faults(), Vec::<String>::new());
}

#[test]
fn the_change_that_ended_it_is_told_not_a_later_one() {
    let desk = waived();
    edit_source(&desk, "paper", |source| source.publisher = Some("Press".to_owned()));
    edit_source(&desk, "paper", |source| source.publisher = None);
    desk.cite("c1", "wire");
    edit_source(&desk, "paper", |source| source.publisher = Some("Press".to_owned()));
    assert_eq!(end(&desk).unwrap(), "citation 2 (wire) was added");
}

#[test]
fn a_stranger_who_pins_a_waiver_anew_is_found() {
    let desk = waived();
    desk.stranger().execute("UPDATE waiver SET evidence = zeroblob(32)", []).unwrap();
    let faults = desk.faults();
    assert_eq!(faults.len(), 1, "{faults:?}");
    assert!(
        faults[0].contains("waiver of single-source for claim `c1`, pin: was changed"),
        "{faults:?}"
    );
}

/// Whether each waiver holds, in the order in which they were given.
fn holding(store: &Store) -> Result<Vec<bool>> {
    let holds = |judged: &Judged<Waiver>| judged.ended.is_none();
    Ok(store.judgements(None)?.waivers.iter().map(holds).collect())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..Default::default() })]

    #[test]
    fn history_and_digest_agree(steps in prop::collection::vec(step(), 1..30)) {
        let desk = waived();
        for (source, origin) in [("s0", "s1"), ("s1", "s2")] {
            if desk.store.find_source(source).unwrap().is_none() {
                desk.source(source);
            }
            desk.source(origin);
            let row = Lineage { source: key(source), origin: key(origin), relation: Relation::Quotes, note: None };
            desk.store.derive(&signed("Ana"), &row, false).unwrap();
        }
        desk.claim("c0");
        desk.cite("c0", "s0");
        desk.store.waive(&signed("Vera"), &key("c0"), RULE, "Known.").unwrap();
        for step in &steps {
            let _ = take(&desk.store, step);
        }
        for judged in desk.store.judgements(None).unwrap().waivers {
            let digest = desk.store.evidence_digest(&judged.record.claim).unwrap();
            let pinned = twosource::domain::Pin::Evidence(digest);
            prop_assert_eq!(judged.ended.is_none(), judged.record.pin == pinned);
            if let Some(ended) = judged.ended {
                prop_assert!(ended.cause.is_some(), "{:?}", ended);
            }
        }
        let pinned = holding(&desk.store).unwrap();
        unset(&desk);
        prop_assert_eq!(holding(&desk.store).unwrap(), pinned);
    }
}
