//! The article's case from the library's side: the folder comes in, the levels come out as the
//! inventory has them, and the folder goes out again as it was.

// A test that cannot get its casebook has nothing better to do than to panic.
#![allow(clippy::unwrap_used, missing_docs)]

mod impact;
mod levels;
mod round_trip;

use std::path::Path;
use std::time::Duration;

use twosource::domain::Timestamp;
use twosource::exchange::case::CaseFolder;
use twosource::store::import::{ImportOptions, ImportSummary};
use twosource::store::{Access, Signature, Store};
use twosource::transfer::import_case;

pub(crate) const FOLDER: &str = "fixtures/menamm-2019";

pub(crate) fn desk() -> Signature {
    let at: Timestamp = "2026-11-22T10:00:00Z".parse().unwrap();
    Signature { actor: "desk".to_owned(), at }
}

pub(crate) fn new_casebook(folder: &Path, name: &str) -> Store {
    let path = folder.join(name);
    Store::create(&path, Duration::from_secs(1)).unwrap();
    Store::open(&path, Access::Write, Duration::from_secs(1)).unwrap()
}

pub(crate) fn import(store: &Store, folder: &Path) -> ImportSummary {
    let folder = CaseFolder::open(folder).unwrap();
    import_case(store, &desk(), &folder, ImportOptions::default(), &mut |_| {}).unwrap()
}
