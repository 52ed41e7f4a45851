//! Case folders out of a casebook and into another: what is withheld, and what levels come of it.

// A test that cannot make its casebook has nothing better to do than to panic.
#![allow(clippy::unwrap_used, missing_docs)]

mod judgements;
mod outside;
mod part_and_whole;
mod updates;
mod withheld;

use std::path::Path;
use std::time::Duration;

use twosource::domain::{Citation, Claim, Confidentiality, Kind, LineageState, Source};
use twosource::error::Result;
use twosource::exchange::case::CaseFolder;
use twosource::store::edits::KeyChoice;
use twosource::store::import::{ImportOptions, ImportSummary};
use twosource::store::{Access, Signature, Store};
use twosource::transfer::import_case;

pub(crate) fn desk() -> Signature {
    Signature { actor: "desk".to_owned(), at: "2026-11-22T10:00:00Z".parse().unwrap() }
}

pub(crate) fn new_casebook(folder: &Path, name: &str) -> Store {
    let path = folder.join(name);
    Store::create(&path, Duration::from_secs(1)).unwrap();
    Store::open(&path, Access::Write, Duration::from_secs(1)).unwrap()
}

pub(crate) fn import(store: &Store, folder: &Path, update: bool) -> Result<ImportSummary> {
    let folder = CaseFolder::open(folder)?;
    let options = ImportOptions { update, dry_run: false };
    import_case(store, &desk(), &folder, options, &mut |_| {})
}

/// A first-hand interview with somebody.
pub(crate) fn interview(key: &str, creators: &str, confidentiality: Confidentiality) -> Source {
    let mut source = Source::new(key.parse().unwrap(), Kind::Interview, format!("SECRET of {key}"));
    source.creators = creators.split("; ").map(|credit| credit.parse().unwrap()).collect();
    source.lineage = LineageState::Original;
    source.confidentiality = confidentiality;
    source
}

pub(crate) fn add(store: &Store, source: &Source) {
    store.add_source(&desk(), source, KeyChoice::Given).unwrap();
}

/// A claim that cites these sources.
pub(crate) fn claim(store: &Store, key: &str, sources: &[&str]) {
    let claim = Claim::new(key.parse().unwrap(), "Something was paid.");
    store.add_claim(&desk(), &claim, KeyChoice::Given).unwrap();
    for source in sources {
        let mut citation = Citation::new(key.parse().unwrap(), source.parse().unwrap());
        citation.quote = Some("SECRET quote".to_owned());
        store.cite(&desk(), &citation).unwrap();
    }
}

pub(crate) fn level(store: &Store, claim: &str) -> String {
    let id = store.claim(claim).unwrap().id;
    let alone = store.level_of_claim(id).unwrap();
    let among_all = store.levels().unwrap().of(store, id).unwrap();
    assert_eq!(alone, among_all, "{claim}");
    alone.level.to_string()
}
