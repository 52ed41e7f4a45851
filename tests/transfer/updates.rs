//! A folder that was changed and comes back.

use twosource::domain::Confidentiality::Open;
use twosource::domain::{Lineage, Relation};
use twosource::transfer::{ExportOptions, export_case};

use super::{add, desk, import, interview, new_casebook};

#[test]
fn a_changed_note_of_a_lineage_row_comes_in_with_update() {
    let folder = tempfile::tempdir().unwrap();
    let store = new_casebook(folder.path(), "a.db");
    add(&store, &interview("origin", "speaker: Doe, Jane", Open));
    let mut derived = interview("paper", "Roe, Max", Open);
    derived.lineage = twosource::domain::LineageState::Unknown;
    add(&store, &derived);
    let (source, origin) = ("paper".parse().unwrap(), "origin".parse().unwrap());
    let row = Lineage { source, origin, relation: Relation::Reports, note: Some("old".to_owned()) };
    store.derive(&desk(), &row, false).unwrap();
    let out = folder.path().join("out");
    export_case(&store, &out, ExportOptions::default()).unwrap();
    let file = out.join("lineage.csv");
    let text = std::fs::read_to_string(&file).unwrap().replace("old", "new");
    std::fs::write(&file, text).unwrap();
    let error = import(&store, &out, false).unwrap_err();
    assert!(error.problems[0].hint.as_deref().unwrap().contains("--update"));
    assert_eq!(import(&store, &out, true).unwrap().lineage.updated, 1);
    assert_eq!(store.origins_of("paper").unwrap()[0].note.as_deref(), Some("new"));
    let faults = store.examine(&mut |_| {}).unwrap();
    assert!(faults.iter().all(|finding| finding.severity.as_str() != "fault"), "{faults:?}");
}

#[test]
fn of_very_many_problems_the_first_are_told_and_the_others_counted() {
    let folder = tempfile::tempdir().unwrap();
    let store = new_casebook(folder.path(), "a.db");
    let case = folder.path().join("case");
    std::fs::create_dir(&case).unwrap();
    let mut text = String::from("claim,source\n");
    (0..5000).for_each(|number| text.push_str(&format!("c{number},s{number}\n")));
    std::fs::write(case.join("citations.csv"), text).unwrap();
    let error = import(&store, &case, false).unwrap_err();
    assert_eq!((error.problems.len(), error.unlisted), (20, 4980));
}
