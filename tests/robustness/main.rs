//! What must never happen: a half-written import, a lost edit, a casebook touched by a failure. Played
//! with the real program, in processes of its own.

// A test that cannot run the program has nothing better to do than to panic.
#![allow(clippy::unwrap_used, missing_docs)]
#![cfg(unix)]

mod copies;
mod full_disk;
mod killed;
mod locked;
mod one_claim;
mod read_only;
mod two_writers;

use std::path::Path;
use std::process::{Command, Output};

pub(crate) const CASE: &str = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/menamm-2019");

/// The program, with nothing from outside, run in a folder.
pub(crate) fn program(folder: &Path) -> Command {
    let mut command = Command::new(env!("CARGO_BIN_EXE_twosource"));
    command.current_dir(folder).env_clear().env("TWOSOURCE_ACTOR", "desk");
    command
}

pub(crate) fn run(folder: &Path, arguments: &[&str]) -> Output {
    program(folder).args(arguments).output().unwrap()
}

/// Runs what must succeed and returns its stdout.
#[track_caller]
pub(crate) fn succeed(folder: &Path, arguments: &[&str]) -> String {
    let output = run(folder, arguments);
    assert!(output.status.success(), "{arguments:?}: {}", stderr(&output));
    String::from_utf8(output.stdout).unwrap()
}

pub(crate) fn stderr(output: &Output) -> String {
    String::from_utf8_lossy(&output.stderr).into_owned()
}

/// A folder with an empty casebook.
pub(crate) fn desk() -> tempfile::TempDir {
    let folder = tempfile::tempdir().unwrap();
    succeed(folder.path(), &["init"]);
    folder
}

/// Opens the casebook as the library does.
pub(crate) fn store(folder: &Path) -> twosource::store::Store {
    let path = folder.join("casebook.db");
    let wait = std::time::Duration::from_secs(5);
    twosource::store::Store::open(&path, twosource::store::Access::Read, wait).unwrap()
}
