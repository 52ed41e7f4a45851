//! The levels that a casebook keeps: there after every edit, right whenever they are there, and never
//! missed where they are not.

use std::path::Path;

use proptest::prelude::*;
use rusqlite::Connection;
use twosource::corroboration::ClaimLevel;
use twosource::domain::{Citation, Claim, Kind, Lineage, Relation, Source, Standing};
use twosource::exchange::case::CaseFolder;
use twosource::store::edits::KeyChoice;
use twosource::store::import::{Import, ImportOptions};
use twosource::store::{Access, Store};
use twosource::transfer::import_case;

use super::desk::{Desk, WAIT, key, signed};
use super::random_edits::{change_source, step, take};

/// The level of every claim, in their order.
fn levels(store: &Store) -> Vec<ClaimLevel> {
    let levels = store.levels().unwrap();
    levels.claims().map(|claim| levels.of(store, claim).unwrap()).collect()
}

/// Asserts that every claim's level is kept, and is the one that follows from everything anew.
pub(crate) fn assert_levels_hold(desk: &Desk) {
    assert_eq!(desk.store.count_not_kept().unwrap(), 0);
    let (kept, anew) = (desk.store.levels().unwrap(), desk.store.assess_all().unwrap());
    for claim in kept.claims() {
        let kept = kept.of(&desk.store, claim).unwrap();
        assert_eq!(kept, anew.of(&desk.store, claim).unwrap(), "claim number {claim}");
    }
}

/// The claims whose levels the casebook keeps.
fn kept(desk: &Desk) -> Vec<i64> {
    let connection = desk.stranger();
    let mut rows = connection.prepare("SELECT claim_id FROM claim_level ORDER BY 1").unwrap();
    rows.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}

fn retract(desk: &Desk, source: &str) {
    let retract = |source: &mut Source| {
        source.standing = Standing::Retracted;
        Ok(())
    };
    desk.store.edit_source(&signed("Ben"), "source standing", source, retract).unwrap();
}

/// The article's case, imported, with no level kept.
fn article() -> Desk {
    let desk = Desk::new();
    let folder = CaseFolder::open(Path::new("fixtures/menamm-2019")).unwrap();
    let options = ImportOptions::default();
    import_case(&desk.store, &signed("Ana"), &folder, options, &mut |_| {}).unwrap();
    desk
}

#[test]
fn every_claim_has_one_after_every_edit() {
    let desk = Desk::with_a_case();
    assert_eq!(kept(&desk), [1, 2]);
    retract(&desk, "wire");
    assert_eq!(kept(&desk), [1, 2]);
    desk.store.remove_claim(&signed("Ana"), "c1", true).unwrap();
    assert_eq!(kept(&desk), [2]);
    assert_eq!(desk.faults(), Vec::<String>::new());
}

/// As after a program that was killed between its change and what it would have kept.
#[test]
fn what_is_not_kept_is_worked_out() {
    let desk = article();
    desk.store.keep_all_levels(&mut |_| {}).unwrap();
    let all = levels(&desk.store);
    for lost in ["claim_id % 3 = 0", "1"] {
        let forget =
            format!("DELETE FROM claim_level WHERE {lost}; DELETE FROM weakest_point WHERE {lost}");
        desk.stranger().execute_batch(&forget).unwrap();
        assert!(desk.store.count_not_kept().unwrap() > 0);
        assert_eq!(desk.faults(), Vec::<String>::new());
        // Reading never writes, also where nothing may be written.
        let reading = Store::open(&desk.path(), Access::Read, WAIT).unwrap();
        assert_eq!(levels(&reading), all);
        let points = |store: &Store| store.levels().unwrap().points_of_failure(store, 20).unwrap();
        assert_eq!(points(&reading), points(&desk.store));
        let ids: Vec<i64> = desk.store.levels().unwrap().claims().collect();
        let some: Vec<_> = reading.levels_of(&ids).unwrap().into_iter().map(|(_, l)| l).collect();
        assert_eq!(some, all.iter().map(|level| level.level).collect::<Vec<_>>());
        for (id, level) in ids.iter().zip(&all) {
            assert_eq!(reading.level_of_claim(*id).unwrap(), *level);
        }
        assert!(desk.store.count_not_kept().unwrap() > 0);
    }
    let mut heard = 0;
    desk.store.keep_all_levels(&mut |claims| heard += claims).unwrap();
    assert_eq!(heard as usize, all.len());
    assert_eq!(kept(&desk).len(), all.len());
    assert_eq!(levels(&desk.store), all);
}

#[test]
fn the_points_that_most_claims_hang_on_are_the_same_kept_or_not() {
    let desk = article();
    let points = || desk.store.levels().unwrap().points_of_failure(&desk.store, 30).unwrap();
    let before = points();
    assert!(before.len() > 5);
    desk.store.keep_all_levels(&mut |_| {}).unwrap();
    assert_eq!(points(), before);
}

/// So many that they are worked out in one pass over the casebook.
#[test]
fn many_claims_at_once() {
    let desk = Desk::with_a_case();
    let load = |import: &mut Import<'_>| {
        for number in 0..600 {
            let name = key(&format!("n{number}"));
            import.claim(&Claim::new(name.clone(), "Statement"), number + 1).unwrap();
            let cited = if number % 2 == 0 { "paper" } else { "wire" };
            import.citation(&Citation::new(name, key(cited))).unwrap();
        }
        Ok(())
    };
    desk.store.import(&signed("Ana"), "import", ImportOptions::default(), load).unwrap();
    assert_eq!(kept(&desk), [1, 2]);
    let all = levels(&desk.store);
    assert_eq!(all.len(), 602);
    desk.store.keep_all_levels(&mut |_| {}).unwrap();
    assert_eq!(levels(&desk.store), all);
    retract(&desk, "wire");
    assert_eq!(kept(&desk).len(), 602);
    assert_eq!(desk.faults(), Vec::<String>::new());
}

/// Levels do not look at everything: a note on a source that half the casebook leans on costs nothing.
#[test]
fn what_no_level_looks_at_takes_none_away() {
    let desk = Desk::with_a_case();
    let mark = "UPDATE claim_level SET origins = 77 WHERE claim_id = 1";
    desk.stranger().execute_batch(mark).unwrap();
    let note = |source: &mut Source| {
        source.note = Some("Read twice.".to_owned());
        source.standing = Standing::Corrected;
        Ok(())
    };
    desk.store.edit_source(&signed("Ben"), "source edit", "wire", note).unwrap();
    assert_eq!(levels(&desk.store)[0].origins, 77);
    retract(&desk, "wire");
    assert_eq!(levels(&desk.store)[0].origins, 0);
}

#[test]
fn a_new_name_of_a_source_is_the_name_of_the_point() {
    let desk = Desk::with_a_case();
    let rename = |source: &mut Source| {
        source.key = key("agency");
        Ok(())
    };
    desk.store.edit_source(&signed("Ben"), "source edit", "wire", rename).unwrap();
    let names: Vec<String> =
        levels(&desk.store).swap_remove(0).weakest_points.into_iter().map(|p| p.name).collect();
    assert_eq!(names, ["agency", "paper"]);
}

#[test]
fn a_casebook_of_an_older_release_keeps_levels_once_it_is_brought_up_to_date() {
    let folder = tempfile::tempdir().unwrap();
    let path = folder.path().join("casebook.db");
    let connection = Connection::open(&path).unwrap();
    let schema = std::fs::read_to_string("fixtures/schemas/v2.sql").unwrap();
    connection.execute_batch(&schema).unwrap();
    connection
        .execute_batch(
            "INSERT INTO change VALUES (1, '2026-01-02T00:00:00Z', 'Ana', 'claim add', NULL, NULL, NULL,
                                        zeroblob(32), zeroblob(32), zeroblob(32));
             INSERT INTO claim VALUES (1, 'c1', 'Statement', NULL, NULL, 'fact', 'normal', NULL, NULL, 1)",
        )
        .unwrap();
    drop(connection);
    let store = Store::open(&path, Access::Write, WAIT).unwrap();
    assert_eq!(store.count_not_kept().unwrap(), 0);
}

/// Takes a citation, a lineage row and a source in, and tells which levels are still kept.
fn kept_after(desk: &Desk, load: impl FnOnce(&mut Import<'_>)) -> Vec<i64> {
    let load = |import: &mut Import<'_>| {
        load(import);
        Ok(())
    };
    desk.store.import(&signed("Ana"), "import", ImportOptions::default(), load).unwrap();
    let left = kept(desk);
    desk.store.keep_all_levels(&mut |_| {}).unwrap();
    assert_levels_hold(desk);
    left
}

#[test]
fn an_import_takes_away_what_it_reaches() {
    let desk = Desk::with_a_case();
    let left = kept_after(&desk, |import| {
        import.source(&Source::new(key("more"), Kind::Report, "More"), 1).unwrap();
        import.claim(&Claim::new(key("c3"), "Statement"), 1).unwrap();
    });
    assert_eq!(left, [1, 2]);
    let left = kept_after(&desk, |import| {
        import.citation(&Citation::new(key("c2"), key("more"))).unwrap();
    });
    assert_eq!(left, [1, 3]);
    let left = kept_after(&desk, |import| {
        let (source, origin) = (key("wire"), key("more"));
        let row = Lineage { source, origin, relation: Relation::Republishes, note: None };
        import.lineage(&row).unwrap();
    });
    assert_eq!(left, [3]);
}

#[test]
fn an_import_that_is_only_tried_takes_none_away() {
    let desk = Desk::with_a_case();
    let load = |import: &mut Import<'_>| {
        import.source(&Source::new(key("more"), Kind::Report, "More"), 1).unwrap();
        Ok(())
    };
    let options = ImportOptions { dry_run: true, update: false };
    desk.store.import(&signed("Ana"), "import", options, load).unwrap();
    assert_eq!(kept(&desk), [1, 2]);
}

/// Four sources; three claims that are borne out by three of them each, one by one alone.
fn well_cited() -> Desk {
    let desk = Desk::new();
    ["s0", "s1", "s2", "s3"].iter().for_each(|name| desk.source(name));
    let cited: [(&str, &[u8]); 4] =
        [("c0", &[0, 1, 2]), ("c1", &[1, 2, 3]), ("c2", &[0, 2, 3]), ("c3", &[1])];
    for (claim, cited) in cited {
        desk.claim(claim);
        for number in cited {
            desk.cite(claim, &format!("s{number}"));
        }
    }
    desk
}

/// Imports a source that is changed or new, where it comes from, and a citation of it; what contradicts
/// the casebook is left out.
fn import_some(desk: &Desk, name: &str, other: &str, how: u8) {
    let known = desk.store.find_source(name).unwrap().map(|known| known.record);
    let mut source = known.unwrap_or_else(|| Source::new(key(name), Kind::Report, name));
    change_source(&mut source, how);
    source.variables.sort();
    let load = |import: &mut Import<'_>| {
        let _ = import.source(&source, 1);
        let _ = import.citation(&Citation::new(key(&format!("c{}", how % 4)), key(name)));
        let relation =
            if how.is_multiple_of(2) { Relation::Republishes } else { Relation::Reports };
        let (source, origin) = (key(name), key(other));
        let _ = import.lineage(&Lineage { source, origin, relation, note: None });
        Ok(())
    };
    let options = ImportOptions { update: true, dry_run: false };
    desk.store.import(&signed("Ana"), "import", options, load).unwrap();
    desk.store.keep_all_levels(&mut |_| {}).unwrap();
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 24, failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_edit_leaves_a_level_that_does_not_hold(steps in prop::collection::vec(step(), 1..30)) {
        let desk = well_cited();
        for step in &steps {
            // Some steps are refused; these change nothing.
            let _ = take(&desk.store, step);
            assert_levels_hold(&desk);
        }
    }

    #[test]
    fn no_import_leaves_a_level_that_does_not_hold(
        steps in prop::collection::vec((step(), 0_u8..4, 0_u8..4, any::<u8>()), 1..16),
    ) {
        let desk = well_cited();
        for (step, source, other, how) in steps {
            let _ = take(&desk.store, &step);
            import_some(&desk, &format!("s{source}"), &format!("s{other}"), how);
            assert_levels_hold(&desk);
        }
    }
}

/// A source by two people, of whom the second was known to the casebook first: whether a level is
/// worked out by itself or with all others, its points are kept in one order.
#[test]
fn points_are_kept_in_one_order() {
    let desk = Desk::new();
    for (name, people) in
        [("one", ["Zola, Émile", "Arendt, Hannah"]), ("two", ["Arendt, Hannah", "Zola, Émile"])]
    {
        let mut source = Source::new(key(name), Kind::Report, name);
        source.creators = people.iter().map(|person| person.parse().unwrap()).collect();
        desk.store.add_source(&signed("Ana"), &source, KeyChoice::Given).unwrap();
    }
    desk.claim("c1");
    desk.cite("c1", "two");
    assert_eq!(desk.faults(), Vec::<String>::new());
}
