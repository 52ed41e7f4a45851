//! What holds a whole casebook is readable by its owner only, whatever the system would allow.
#![cfg(unix)]

use std::fs;
use std::os::unix::fs::PermissionsExt;

use assert_cmd::Command;

use crate::desk::Desk;

/// A desk whose system gives new files to everybody.
fn run(desk: &Desk, line: &str) {
    let program = assert_cmd::cargo::cargo_bin("twosource");
    let mut command = Command::new("sh");
    command.env("TWOSOURCE_ACTOR", "Ada").current_dir(desk.folder());
    command.args(["-c", &format!("umask 000; exec \"$0\" {line}")]).arg(program);
    command.assert().success();
}

fn mode(desk: &Desk, file: &str) -> u32 {
    fs::metadata(desk.path(file)).unwrap().permissions().mode() & 0o777
}

#[test]
fn the_casebook_and_all_copies_of_it_are_for_their_owner() {
    let desk = Desk::empty();
    run(&desk, "init");
    run(&desk, "claim add 'The bank paid.'");
    run(&desk, "backup safe.db");
    run(&desk, "restore safe.db --yes");
    for file in ["casebook.db", "safe.db", "casebook.db.before-restore"] {
        assert_eq!(mode(&desk, file), 0o600, "{file}");
    }
    // While it is open it has helper files, which hold what was written last.
    let other = rusqlite::Connection::open(desk.path("casebook.db")).unwrap();
    let count = "SELECT count(*) FROM claim";
    other.query_row(count, [], |row| row.get::<_, i64>(0)).unwrap();
    run(&desk, "claim add 'The bank paid nobody.'");
    for file in ["casebook.db-wal", "casebook.db-shm"] {
        assert_eq!(mode(&desk, file), 0o600, "{file}");
    }
}

#[test]
fn the_copy_before_an_update_is_for_its_owner() {
    let desk = Desk::empty();
    let frozen = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/schemas/v5.sql");
    let old = rusqlite::Connection::open(desk.path("casebook.db")).unwrap();
    old.execute_batch(&fs::read_to_string(frozen).unwrap()).unwrap();
    drop(old);
    fs::set_permissions(desk.path("casebook.db"), fs::Permissions::from_mode(0o644)).unwrap();
    run(&desk, "claim add 'The bank paid.'");
    assert_eq!(mode(&desk, "casebook.db.before-v6"), 0o600);
}

#[test]
fn exports_are_as_the_system_makes_new_files() {
    let desk = Desk::new();
    run(&desk, "claim add 'The bank paid.'");
    run(&desk, "export claims --format csv --output claims.csv");
    run(&desk, "export case --output case");
    assert_eq!(mode(&desk, "claims.csv"), 0o666);
    assert_eq!(mode(&desk, "case/claims.csv"), 0o666);
}

#[test]
fn a_casebook_that_others_may_read_is_a_warning() {
    let desk = Desk::new();
    desk.run(&["backup", "safe.db"]).succeeds();
    fs::set_permissions(desk.folder(), fs::Permissions::from_mode(0o755)).unwrap();
    let open =
        |file| fs::set_permissions(desk.path(file), fs::Permissions::from_mode(0o644)).unwrap();
    open("casebook.db");
    let found = desk.run(&["doctor"]);
    assert_eq!(found.status, Some(1), "{found}");
    assert!(found.stdout.contains("others than its owner may read"), "{found}");
    assert!(found.stderr.contains("hint: if only you are to read it: chmod 600 "), "{found}");
    // A folder that keeps others out does.
    fs::set_permissions(desk.folder(), fs::Permissions::from_mode(0o700)).unwrap();
    desk.run(&["doctor"]).succeeds();
}
