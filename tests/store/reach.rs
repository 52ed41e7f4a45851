//! No claim changes its level by an edit that is not said to reach it.

use proptest::prelude::*;
use twosource::corroboration::Level;
use twosource::domain::{Appearance, Claim, Credit, Kind, Lineage, LineageState, Relation, Source};
use twosource::store::edits::KeyChoice;
use twosource::store::levels::Touched;

use super::desk::{Desk, key, signed};
use super::random_edits::{NAMES, Step, step, take};

/// Asserts that the claims whose levels are different after a step were said to be reached, and that
/// their levels one by one are those of the whole.
fn assert_reaches(desk: &Desk, step: &Step) -> Result<(), TestCaseError> {
    let (mut keys, mut names) = (Vec::new(), Vec::new());
    match *step {
        Step::EditSource(source, _)
        | Step::RenameSource(source, _)
        | Step::RemoveSource(source, _) => {
            keys.push(source);
        }
        Step::Derive(source, origin, _) | Step::Underive(source, origin) => {
            keys.extend([source, origin]);
        }
        Step::RenameCreator(one, other, _) | Step::MergeCreators(one, other) => {
            names.extend([one, other]);
        }
        _ => {
            let _ = take(&desk.store, step);
            return Ok(());
        }
    }
    let keys: Vec<String> = keys.iter().map(|number| format!("s{number}")).collect();
    let given: Vec<Credit> = ["speaker: unnamed: an official", "speaker: an official"]
        .map(|c| c.parse().unwrap())
        .into();
    let touched = Touched {
        sources: keys.iter().map(String::as_str).collect(),
        credits: if matches!(step, Step::EditSource(..)) { given.iter().collect() } else { vec![] },
        names: names.iter().map(|number| NAMES[usize::from(*number)]).collect(),
    };
    let reached = desk.store.claims_reached(&touched).unwrap();
    let before = desk.store.levels().unwrap();
    let _ = take(&desk.store, step);
    let after = desk.store.levels().unwrap();
    for change in before.changes(&after) {
        prop_assert!(reached.contains(&change.claim), "{:?} by {:?}", change, step);
    }
    for (claim, level) in desk.store.levels_of(&reached).unwrap() {
        prop_assert_eq!(level, after.level(claim));
    }
    Ok(())
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..Default::default() })]

    #[test]
    fn an_edit_changes_no_level_but_of_the_claims_it_reaches(
        steps in prop::collection::vec(step(), 10..60),
    ) {
        let desk = Desk::new();
        for step in &steps {
            assert_reaches(&desk, step)?;
        }
    }
}

/// A source known to be an origin.
fn original(desk: &Desk, name: &str, creators: &[&str]) {
    let mut source = Source::new(key(name), Kind::Report, name.to_owned());
    source.lineage = LineageState::Original;
    source.creators = creators.iter().map(|credit| credit.parse().unwrap()).collect();
    desk.store.add_source(&signed("Ana"), &source, KeyChoice::Given).unwrap();
}

fn edition(desk: &Desk, source: &str, origin: &str) {
    let (source, origin, relation) = (key(source), key(origin), Relation::Republishes);
    let row = Lineage { source, origin, relation, note: None };
    desk.store.derive(&signed("Ana"), &row, false).unwrap();
}

/// The claim appears in `a`, which republishes `b`; `c` republishes `d`, which it cites. That `b`
/// republishes `c` makes the work that it appears in an edition of what it cites.
#[test]
fn joining_two_texts_reaches_every_edition_of_both() {
    let desk = Desk::new();
    ["a", "b", "c", "d"].iter().for_each(|name| desk.source(name));
    edition(&desk, "a", "b");
    edition(&desk, "c", "d");
    let mut claim = Claim::new(key("c1"), "Statement".to_owned());
    claim.appearances.push(Appearance { source: key("a"), locator: None, quote: None });
    desk.store.add_claim(&signed("Ana"), &claim, KeyChoice::Given).unwrap();
    desk.cite("c1", "d");
    let id = desk.store.claim("c1").unwrap().id;
    let touched = Touched { sources: vec!["b", "c"], ..Touched::default() };
    assert_eq!(desk.store.claims_reached(&touched).unwrap(), [id]);
    assert_eq!(desk.store.level_of_claim(id).unwrap().level, Level::SingleSource);
    edition(&desk, "b", "c");
    assert_eq!(desk.store.level_of_claim(id).unwrap().level, Level::Unsupported);
}

/// Who is withheld in one source is withheld in all, and all unnamed voices are one on firm paths.
#[test]
fn withholding_a_name_reaches_every_source_with_it() {
    let desk = Desk::new();
    original(&desk, "one", &["speaker: an official"]);
    original(&desk, "two", &["speaker: unnamed: a diplomat"]);
    desk.source("third");
    desk.claim("c1");
    desk.cite("c1", "one");
    desk.cite("c1", "two");
    let id = desk.store.claim("c1").unwrap().id;
    assert_eq!(desk.store.level_of_claim(id).unwrap().level, Level::Corroborated);
    let credit: Credit = "speaker: unnamed: an official".parse().unwrap();
    let touched = Touched { credits: vec![&credit], ..Touched::of_source("third") };
    assert_eq!(desk.store.claims_reached(&touched).unwrap(), [id]);
    let withhold = |source: &mut Source| {
        source.creators = vec![credit.clone()];
        Ok(())
    };
    desk.store.edit_source(&signed("Ana"), "source edit", "third", withhold).unwrap();
    assert_eq!(desk.store.level_of_claim(id).unwrap().level, Level::Apparent);
    // And back: the name that is withheld so far is that of the source itself.
    assert_eq!(desk.store.claims_reached(&Touched::of_source("third")).unwrap(), [id]);
}
