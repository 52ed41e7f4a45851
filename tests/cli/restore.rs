use std::fs;

use crate::desk::Desk;

/// A casebook with a claim, a backup of it, and a second claim that came later.
fn a_desk() -> Desk {
    let desk = Desk::new();
    desk.run(&["claim", "add", "The bank paid nobody.", "--key", "c1"]).succeeds();
    desk.run(&["backup", "safe.db"]).succeeds();
    desk.run(&["claim", "add", "Another claim.", "--key", "c2"]).succeeds();
    desk
}

fn has(desk: &Desk, file: &str, key: &str) -> bool {
    desk.run(&["claim", "show", key, "--casebook", file]).status == Some(0)
}

#[test]
fn a_backup_takes_the_place_of_the_casebook_which_is_kept() {
    let desk = a_desk();
    insta::assert_snapshot!(desk.run(&["restore", "safe.db", "--yes"]), @"
    --- stderr
    FOLDER/casebook.db is now as in safe.db, with 1 change
    what was there before is kept as FOLDER/casebook.db.before-restore
    --- status 0
    ");
    assert!(has(&desk, "casebook.db", "c1") && !has(&desk, "casebook.db", "c2"));
    assert!(has(&desk, "casebook.db.before-restore", "c2"));
    desk.run(&["doctor"]).succeeds();
    // What was kept can be restored likewise, and is not replaced by what is kept then.
    desk.run(&["restore", "casebook.db.before-restore", "--yes"]).succeeds();
    assert!(has(&desk, "casebook.db", "c2"));
    assert!(desk.path("casebook.db.before-restore-2").exists());
    let left = fs::read_dir(desk.folder()).unwrap().count();
    assert_eq!(left, 4, "casebook, backup, and two that were kept");
}

#[test]
fn nobody_is_there_to_ask() {
    let desk = a_desk();
    insta::assert_snapshot!(desk.run(&["restore", "safe.db"]).fails(), @"
    --- stderr
    error: FOLDER/casebook.db would be replaced, and nobody is there to ask
    hint: add --yes if that is what you want; the old file is kept
    --- status 2
    ");
    assert!(has(&desk, "casebook.db", "c2"));
}

#[test]
fn what_is_no_casebook_is_not_restored() {
    let desk = a_desk();
    fs::write(desk.path("notes.txt"), "mine").unwrap();
    for file in ["notes.txt", "gone.db", "casebook.db", "."] {
        desk.run(&["restore", file, "--yes"]).fails();
    }
    assert!(has(&desk, "casebook.db", "c2"));
    assert_eq!(fs::read_dir(desk.folder()).unwrap().count(), 3);
}

#[test]
fn a_backup_with_a_broken_history_is_not_restored() {
    let desk = a_desk();
    let mut file = fs::read(desk.path("safe.db")).unwrap();
    let (old, new) = (b"paid nobody", b"paid anyone");
    let places: Vec<usize> =
        (0..file.len() - old.len()).filter(|at| file[*at..].starts_with(old)).collect();
    places.iter().for_each(|at| file[*at..*at + old.len()].copy_from_slice(new));
    fs::write(desk.path("safe.db"), file).unwrap();
    let answer = desk.run(&["restore", "safe.db", "--yes"]).fails();
    assert!(answer.stderr.contains("its history is broken: change 1"), "{answer}");
    assert!(has(&desk, "casebook.db", "c2"));
    assert_eq!(fs::read_dir(desk.folder()).unwrap().count(), 2);
}

#[test]
fn a_casebook_that_is_gone_or_damaged_comes_back() {
    let desk = a_desk();
    fs::write(desk.path("casebook.db"), "damaged").unwrap();
    desk.run(&["restore", "safe.db", "--yes"]).succeeds();
    assert!(has(&desk, "casebook.db", "c1"));
    fs::remove_file(desk.path("casebook.db")).unwrap();
    desk.run(&["restore", "safe.db"]).succeeds();
    assert!(has(&desk, "casebook.db", "c1"));
}

#[test]
fn nothing_is_restored_while_another_program_writes() {
    let desk = a_desk();
    let other = rusqlite::Connection::open(desk.path("casebook.db")).unwrap();
    other.execute_batch("BEGIN IMMEDIATE").unwrap();
    let answer = desk.run(&["restore", "safe.db", "--yes", "--wait", "0"]).fails();
    assert!(answer.stderr.contains("another program"), "{answer}");
    other.execute_batch("ROLLBACK").unwrap();
    drop(other);
    assert!(has(&desk, "casebook.db", "c2"));
    assert_eq!(fs::read_dir(desk.folder()).unwrap().count(), 2);
}

/// What may be an encrypted casebook and does not open is not replaced by one that everybody can read.
#[test]
fn what_may_be_encrypted_and_does_not_open_stays() {
    let desk = a_desk();
    let chance: Vec<u8> =
        (0..8192_u32).map(|at| (at.wrapping_mul(2_654_435_761) >> 24) as u8).collect();
    fs::write(desk.path("vault.db"), &chance).unwrap();
    let answer = desk.run(&["restore", "safe.db", "--casebook", "vault.db", "--yes"]).fails();
    assert!(answer.stderr.contains("cannot be replaced: "), "{answer}");
    assert!(answer.stderr.contains("move it away first"), "{answer}");
    assert_eq!(fs::read(desk.path("vault.db")).unwrap(), chance);
    assert!(!desk.path("vault.db.before-restore").exists());
}
