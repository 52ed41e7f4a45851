//! No claim changes its level by an edit that is not said to reach it.

use proptest::prelude::*;
use twosource::domain::Credit;
use twosource::store::levels::Touched;

use super::desk::Desk;
use super::random_edits::{NAMES, Step, step, take};

/// Asserts that the claims whose levels are different after a step were said to be reached, and that
/// their levels one by one are those of the whole.
fn assert_reaches(desk: &Desk, step: &Step) -> Result<(), TestCaseError> {
    let (mut keys, mut names) = (Vec::new(), Vec::new());
    match *step {
        Step::EditSource(source, _) | Step::RenameSource(source, _) | Step::RemoveSource(source, _) => {
            keys.push(source);
        }
        Step::Derive(source, origin, _) | Step::Underive(source, origin) => {
            keys.extend([source, origin]);
        }
        Step::RenameCreator(one, other) | Step::MergeCreators(one, other) => {
            names.extend([one, other]);
        }
        _ => {
            let _ = take(&desk.store, step);
            return Ok(());
        }
    }
    let keys: Vec<String> = keys.iter().map(|number| format!("s{number}")).collect();
    let given: Vec<Credit> =
        ["speaker: unnamed: an official", "speaker: an official"].map(|c| c.parse().unwrap()).into();
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
