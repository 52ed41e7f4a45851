//! What `import` says of what is no case folder.

use std::fs;

use crate::desk::Desk;

#[test]
fn a_spreadsheet_is_to_be_saved_as_csv() {
    let desk = Desk::new();
    fs::create_dir(desk.path("case")).unwrap();
    fs::write(desk.path("case/sources.xlsx"), "PK").unwrap();
    for path in ["case/sources.xlsx", "case"] {
        let told = desk.run(&["import", path]).fails().stderr;
        assert!(told.contains("as CSV (UTF-8)"), "{told}");
    }
}

#[cfg(target_os = "linux")]
#[test]
fn a_file_in_capital_letters_is_to_be_renamed() {
    let desk = Desk::new();
    fs::create_dir(desk.path("case")).unwrap();
    fs::write(desk.path("case/Sources.csv"), "key,kind,title\n").unwrap();
    let told = desk.run(&["import", "case"]).fails().stderr;
    assert!(told.contains("Names are case-sensitive: rename it to sources.csv"), "{told}");
}
