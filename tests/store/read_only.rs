//! A casebook in a folder where nothing may be written.

#![cfg(unix)]

use std::fs::{Permissions, metadata, set_permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt};
use std::os::unix::process::CommandExt;
use std::path::Path;
use std::process::Command;

use twosource::domain::{Claim, Confidentiality, Source};
use twosource::error::ErrorKind;
use twosource::store::edits::KeyChoice;
use twosource::store::{Access, Store};
use twosource::transfer::Outside;

use super::desk::{Desk, WAIT, faults, key, signed};
use super::elsewhere;

const NOBODY: u32 = 65534;

#[test]
fn reading_works_and_writing_says_why_not() {
    let desk = Desk::with_a_case();
    let withheld = |source: &mut Source| {
        source.confidentiality = Confidentiality::Confidential;
        Ok(())
    };
    desk.store.edit_source(&signed("Ana"), "source edit", "wire", withheld).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let copy = folder.path().join("copy.db");
    desk.store.backup(&copy).unwrap();
    set_permissions(&copy, Permissions::from_mode(0o444)).unwrap();
    set_permissions(folder.path(), Permissions::from_mode(0o555)).unwrap();
    if metadata(folder.path()).unwrap().uid() == 0 {
        // Nothing is read-only for root: the same again as somebody else.
        let mut command = Command::new(std::env::current_exe().unwrap());
        command.uid(NOBODY).gid(NOBODY);
        match elsewhere::run(command, "read_only::as_somebody_else", &copy) {
            Ok(output) => elsewhere::assert_passed(&output),
            // Where the tests were built in a folder that is root's alone.
            Err(error) => assert_eq!(error.kind(), std::io::ErrorKind::PermissionDenied),
        }
    } else {
        examine_and_write(&copy);
    }
    set_permissions(folder.path(), Permissions::from_mode(0o755)).unwrap();
}

#[test]
#[ignore = "run by the test above, as another user"]
fn as_somebody_else() {
    if let Some(path) = elsewhere::casebook() {
        examine_and_write(&path);
    }
}

fn examine_and_write(path: &Path) {
    let store = Store::open(path, Access::Read, WAIT).unwrap();
    assert_eq!(store.claim("c1").unwrap().record.key, key("c1"));
    assert_eq!(faults(&store), Vec::<String>::new());
    let outside = Outside::of(&store).unwrap().unwrap();
    let seen = outside.store().source("confidential-source-1").unwrap().record;
    assert_eq!(seen.title, "Confidential source 1");
    let claim = Claim::new(key("c3"), "One more");
    let error = Store::open(path, Access::Write, WAIT)
        .and_then(|store| store.add_claim(&signed("Ben"), &claim, KeyChoice::Given))
        .unwrap_err();
    assert_eq!(error.kind, ErrorKind::Storage);
    assert!(error.to_string().contains("read-only"), "{error}");
    assert!(error.problems[0].hint.as_deref().unwrap().contains("copy it"), "{error:?}");
}
