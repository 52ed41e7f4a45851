//! A casebook in a folder that may only be read.

use std::fs::{self, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::path::Path;
use std::process::{Command, Output};

use super::{CASE, desk, program, stderr, succeed};

fn set_mode(path: &Path, mode: u32) {
    fs::set_permissions(path, Permissions::from_mode(mode)).unwrap();
}

/// Runs the program as somebody to whom permissions apply: not as root. `None` where that cannot be.
fn run_as_nobody(folder: &Path, arguments: &[&str]) -> Option<Output> {
    let plain = program(folder);
    if fs::metadata("/proc/self").ok()?.uid() != 0 {
        return program(folder).args(arguments).output().ok();
    }
    // The build folder may be closed to others; a copy beside the casebook is not.
    let copy = folder.join("twosource");
    if !copy.exists() {
        set_mode(folder, 0o755);
        fs::copy(plain.get_program(), &copy).unwrap();
        set_mode(&copy, 0o755);
        set_mode(folder, 0o555);
    }
    let mut command = Command::new("setpriv");
    command.args(["--reuid", "65534", "--clear-groups"]).arg(copy).args(arguments);
    command.current_dir(folder).env_clear().env("PATH", "/usr/bin:/bin");
    command.env("TWOSOURCE_ACTOR", "desk").output().ok()
}

#[test]
fn reading_works_and_writing_says_why_not() {
    let folder = desk();
    let folder = folder.path();
    succeed(folder, &["import", CASE]);
    let hide = ["source", "edit", "obl-letter-haven", "--confidentiality", "confidential"];
    succeed(folder, &hide);
    let casebook = folder.join("casebook.db");
    let before = fs::read(&casebook).unwrap();
    set_mode(&casebook, 0o444);
    set_mode(folder, 0o555);
    let read = run_as_nobody(folder, &["check", "--rule", "single-origin"]);
    let write = run_as_nobody(folder, &["claim", "add", "The bank paid."]);
    let dry = run_as_nobody(folder, &["claim", "list", "--format", "csv"]);
    let secret = ["source", "list", "--format", "csv", "--include-confidential"];
    let secret = run_as_nobody(folder, &secret);
    set_mode(folder, 0o755);
    let (Some(read), Some(write), Some(list), Some(secret)) = (read, write, dry, secret) else {
        // Root, and no way to run as somebody else: nothing can be shown here.
        return;
    };
    assert_eq!(read.status.code(), Some(1), "{}", stderr(&read));
    assert!(String::from_utf8_lossy(&read.stdout).contains("vital-artery"));
    assert!(list.status.success(), "{}", stderr(&list));
    assert_eq!(write.status.code(), Some(2));
    let told = stderr(&write);
    assert!(told.contains("read-only") && told.contains("\nhint: "), "{told}");
    // What is shown has to be kept in the history.
    assert_eq!((secret.status.code(), secret.stdout.len()), (Some(2), 0));
    let told = stderr(&secret);
    assert!(told.contains("the history has to keep") && told.contains("\nhint: "), "{told}");
    assert_eq!(before, fs::read(&casebook).unwrap());
}
