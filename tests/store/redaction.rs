//! Whatever was done before it, a redaction leaves a whole casebook, and no level rises by it.

use proptest::prelude::*;
use twosource::corroboration::Level;
use twosource::domain::Key;
use twosource::store::Store;
use twosource::store::edits::Redaction;

use super::desk::{Desk, signed};
use super::kept_levels::assert_levels_hold;
use super::random_edits::{step, take};

fn request(source: &Key, everything: bool) -> Redaction {
    Redaction {
        source: source.clone(),
        creators: Vec::new(),
        everything,
        key: None,
        also_text: true,
        keep_text: true,
    }
}

/// The levels of the claims that are there, by their numbers.
fn levels(store: &Store) -> Vec<(i64, Level)> {
    let levels = store.levels().unwrap();
    levels.claims().map(|claim| (claim, levels.level(claim))).collect()
}

fn waivers_that_hold(store: &Store) -> usize {
    let judged = store.judgements(None).unwrap().waivers;
    judged.iter().filter(|waiver| waiver.ended.is_none()).count()
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 64, ..ProptestConfig::default() })]

    #[test]
    fn a_redaction_leaves_a_whole_casebook(
        before in prop::collection::vec(step(), 1..60),
        after in prop::collection::vec(step(), 1..20),
        sources in prop::collection::vec((0_u8..4, any::<bool>()), 1..4),
    ) {
        let desk = Desk::new();
        for step in &before {
            let _ = take(&desk.store, step);
        }
        for (number, everything) in &sources {
            let (levels_before, holding) = (levels(&desk.store), waivers_that_hold(&desk.store));
            let Ok(source) = desk.store.redactable_key(&format!("s{number}")) else { continue };
            let request = request(&source, *everything);
            // Two sources of one page are not taken apart.
            let Ok(plan) = desk.store.redactable(&request) else {
                prop_assert!(*everything);
                continue;
            };
            let names = plan.names;
            let redacted = desk.store.redact(&signed("Ana"), &request).unwrap();
            prop_assert_eq!(desk.faults(), Vec::<String>::new());
            prop_assert_eq!(waivers_that_hold(&desk.store), holding);
            for (was, is) in levels_before.iter().zip(levels(&desk.store)) {
                prop_assert!(was.0 == is.0 && is.1 <= was.1, "{was:?} {is:?}");
            }
            prop_assert_eq!(names.len(), redacted.stand_ins.len());
            let history = payloads(&desk);
            for name in names {
                prop_assert!(!history.contains(&name), "{} in {}", name, history);
            }
        }
        for step in &after {
            let _ = take(&desk.store, step);
            assert_levels_hold(&desk);
        }
        prop_assert_eq!(desk.faults(), Vec::<String>::new());
    }
}

fn payloads(desk: &Desk) -> String {
    let sql = "SELECT group_concat(coalesce(before, '') || coalesce(after, '')) FROM change";
    desk.stranger().query_row(sql, [], |row| row.get(0)).unwrap()
}
