//! A disk that is full: a limit on the size of files stands for it.

use std::path::Path;
use std::process::{Command, Output};

use super::{CASE, desk, program, run, stderr};

/// Runs the program where no file may grow over so many units of 512 bytes.
fn limited(folder: &Path, limit: u32, arguments: &str) -> Output {
    let name = program(folder).get_program().to_string_lossy().into_owned();
    let script = format!("ulimit -f {limit}; exec {name} {arguments}");
    let mut shell = Command::new("sh");
    shell.args(["-c", &script]).current_dir(folder).env_clear();
    shell.env("PATH", "/usr/bin:/bin").env("TWOSOURCE_ACTOR", "desk").output().unwrap()
}

#[test]
fn an_import_that_does_not_fit_leaves_the_casebook_to_the_byte() {
    let folder = desk();
    let before = std::fs::read(folder.path().join("casebook.db")).unwrap();
    // The empty casebook fits, its write-ahead log does not grow.
    let output = limited(folder.path(), 380, &format!("import {CASE}"));
    let told = stderr(&output);
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.contains("nothing was changed"), "{told}");
    assert!(told.contains("\nhint: "), "{told}");
    // Opening it again clears the log of the import that failed.
    assert!(run(folder.path(), &["check"]).status.success());
    assert_eq!(before, std::fs::read(folder.path().join("casebook.db")).unwrap());
    assert!(run(folder.path(), &["import", CASE]).status.success());
}

#[test]
fn a_name_that_free_space_may_still_hold_is_not_said_to_be_gone() {
    let folder = desk();
    assert!(run(folder.path(), &["import", CASE]).status.success());
    let redact = "source redact khalilzad-book --also-text --keep-text --yes -q";
    // The change fits into the write-ahead log, the whole casebook does not.
    let size = std::fs::metadata(folder.path().join("casebook.db")).unwrap().len();
    let limit = u32::try_from(size / 512).unwrap() - 8;
    let output = limited(folder.path(), limit, redact);
    let told = stderr(&output);
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.contains("no record names it any more, but the file may still hold it"), "{told}");
    assert!(!told.contains("nothing was changed"), "{told}");
    assert!(told.contains("twosource source redact redacted-1 --yes"), "{told}");
    assert!(run(folder.path(), &["source", "redact", "redacted-1", "--yes"]).status.success());
    assert!(run(folder.path(), &["doctor"]).status.success());
    let bytes = std::fs::read(folder.path().join("casebook.db")).unwrap();
    assert!(!bytes.windows(6).any(|window| window == b"Zalmay"));
}
