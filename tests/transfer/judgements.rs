//! Reviews and waivers out and in again: what holds holds, what has ended has ended.

use std::fs;
use std::path::Path;

use twosource::domain::Confidentiality::{Confidential, Open};
use twosource::store::Store;
use twosource::transfer::{ExportOptions, export_case};

use super::{add, claim, desk, import, interview, new_casebook};

/// Which claims have a waiver or review, and whether each holds.
fn states(store: &Store) -> Vec<(String, bool)> {
    let judged = store.judgements(None).unwrap();
    let reviews = judged.reviews.iter().map(|it| (&it.record.claim, it.ended.is_none()));
    let waivers = judged.waivers.iter().map(|it| (&it.record.claim, it.ended.is_none()));
    reviews.chain(waivers).map(|(claim, holds)| (claim.to_string(), holds)).collect()
}

fn assert_whole(store: &Store) {
    let faults = store.examine(&mut |_| {}).unwrap();
    assert!(faults.iter().all(|finding| finding.severity.as_str() != "fault"), "{faults:?}");
}

fn file(folder: &Path, name: &str) -> String {
    fs::read_to_string(folder.join(name)).unwrap()
}

fn waive(store: &Store, claim: &str) {
    store.waive(&desk(), &claim.parse().unwrap(), "single-source", "Known.").unwrap();
}

/// A review and a waiver that hold (c1) and that have ended (c2).
fn judged(store: &Store, folder: &Path) {
    add(store, &interview("s1", "speaker: Doe, Jane", Confidential));
    add(store, &interview("s2", "speaker: Roe, Max", Open));
    claim(store, "c1", &["s1", "s2"]);
    claim(store, "c2", &["s1"]);
    let reviews = folder.join("reviews");
    fs::create_dir(&reviews).unwrap();
    let rows = "claim,reviewer,verdict,reviewed_at\nc1,Vera,supported,2026-11-20\n\
                c2,Vera,supported,2026-11-20\n";
    fs::write(reviews.join("reviews.csv"), rows).unwrap();
    import(store, &reviews, false).unwrap();
    waive(store, "c1");
    waive(store, "c2");
    claim(store, "c3", &["s2"]);
    let citation = twosource::domain::Citation::new("c2".parse().unwrap(), "s2".parse().unwrap());
    store.cite(&desk(), &citation).unwrap();
}

#[test]
fn the_state_comes_back_and_the_second_export_is_the_same() {
    for include_confidential in [false, true] {
        let folder = tempfile::tempdir().unwrap();
        let first = new_casebook(folder.path(), "a.db");
        judged(&first, folder.path());
        let expected = ["c1", "c2", "c1", "c2"].map(|claim| (claim.to_owned(), claim == "c1"));
        assert_eq!(states(&first), expected);
        let (once, twice) = (folder.path().join("once"), folder.path().join("twice"));
        let options = ExportOptions { include_confidential, ..ExportOptions::default() };
        export_case(&first, &once, options).unwrap();
        let second = new_casebook(folder.path(), "b.db");
        import(&second, &once, false).unwrap();
        assert_eq!(states(&second), expected);
        assert_whole(&second);
        export_case(&second, &twice, options).unwrap();
        for name in ["reviews.csv", "waivers.csv"] {
            assert_eq!(file(&once, name), file(&twice, name));
        }
        assert_eq!(
            file(&once, "waivers.csv"),
            "claim,rule,actor,reason,waived_at,ended\n\
             c1,single-source,desk,Known.,2026-11-22T10:00:00Z,\n\
             c2,single-source,desk,Known.,2026-11-22T10:00:00Z,2026-11-22T10:00:00Z\n"
        );
    }
}

#[test]
fn a_folder_that_comes_back_where_it_came_from_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let store = new_casebook(folder.path(), "a.db");
    judged(&store, folder.path());
    let out = folder.path().join("out");
    let options = ExportOptions { include_confidential: true, ..ExportOptions::default() };
    export_case(&store, &out, options).unwrap();
    assert!(!import(&store, &out, false).unwrap().changes_anything());
    assert!(!import(&store, &out, true).unwrap().changes_anything());
}

#[test]
fn a_folder_that_knows_nothing_of_it_holds_as_of_the_import_and_ends_with_its_evidence() {
    let folder = tempfile::tempdir().unwrap();
    let store = new_casebook(folder.path(), "a.db");
    let case = folder.path().join("case");
    fs::create_dir(&case).unwrap();
    let write = |name: &str, text: &str| fs::write(case.join(name), text).unwrap();
    write("sources.csv", "key,kind,title\ns1,report,A report\ns2,report,Another\n");
    write("claims.csv", "key,statement\nc1,Something was paid.\n");
    write("citations.csv", "claim,source\nc1,s1\n");
    write(
        "waivers.csv",
        "claim,rule,actor,reason,waived_at\nc1,single-source,Vera,Known.,2019-01-01\n",
    );
    import(&store, &case, false).unwrap();
    assert_eq!(states(&store), [("c1".to_owned(), true)]);
    assert_whole(&store);
    write("citations.csv", "claim,source\nc1,s1\nc1,s2\n");
    import(&store, &case, false).unwrap();
    let ended = store.judgements(None).unwrap().waivers.remove(0).ended.unwrap();
    assert_eq!(ended.cause.unwrap().what, "citation 2 (s2) was brought in");
    write("sources.csv", "key,kind,title,standing\ns1,report,A report,retracted\n");
    write("citations.csv", "claim,source\nc1,s1\n");
    store.remove_citation(&desk(), 2).unwrap();
    assert_eq!(states(&store), [("c1".to_owned(), true)]);
    import(&store, &case, true).unwrap();
    let ended = store.judgements(None).unwrap().waivers.remove(0).ended.unwrap();
    assert_eq!(ended.cause.unwrap().what, "s1 went from active to retracted");
    assert_whole(&store);
}

#[test]
fn a_waiver_that_comes_in_otherwise_with_update_holds_again() {
    let folder = tempfile::tempdir().unwrap();
    let store = new_casebook(folder.path(), "a.db");
    judged(&store, folder.path());
    let case = folder.path().join("case");
    fs::create_dir(&case).unwrap();
    let rows =
        "claim,rule,actor,reason,waived_at\nc2,single-source,Vera,Looked again.,2026-11-22\n";
    fs::write(case.join("waivers.csv"), rows).unwrap();
    import(&store, &case, true).unwrap();
    assert_eq!(states(&store)[3], ("c2".to_owned(), true));
    assert_whole(&store);
}
