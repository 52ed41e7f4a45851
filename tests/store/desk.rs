//! A casebook in a folder of its own, and short ways to fill it.

use std::path::{Path, PathBuf};
use std::time::Duration;

use rusqlite::Connection;
use tempfile::TempDir;
use twosource::domain::{Citation, Claim, Key, Kind, Lineage, Relation, Source, Timestamp};
use twosource::store::doctor::{Finding, Severity};
use twosource::store::edits::{Cited, KeyChoice};
use twosource::store::{Access, Signature, Store};

pub(crate) const WAIT: Duration = Duration::from_secs(10);

/// A desk with one casebook.
pub(crate) struct Desk {
    folder: TempDir,
    pub(crate) store: Store,
}

pub(crate) fn signed(actor: &str) -> Signature {
    let at: Timestamp = "2026-11-22T10:00:00Z".parse().unwrap();
    Signature { actor: actor.to_owned(), at }
}

pub(crate) fn key(text: &str) -> Key {
    text.parse().unwrap()
}

impl Desk {
    /// A new, empty casebook.
    pub(crate) fn new() -> Self {
        let folder = tempfile::tempdir().unwrap();
        let path = folder.path().join("casebook.db");
        Store::create(&path, WAIT).unwrap();
        let store = Store::open(&path, Access::Write, WAIT).unwrap();
        Desk { folder, store }
    }

    /// Two sources, two claims, one citation, one lineage row.
    pub(crate) fn with_a_case() -> Self {
        let desk = Desk::new();
        desk.source("wire");
        desk.source("paper");
        desk.derive("paper", "wire");
        desk.claim("c1");
        desk.claim("c2");
        desk.cite("c1", "paper");
        desk
    }

    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    pub(crate) fn path(&self) -> PathBuf {
        self.folder.path().join("casebook.db")
    }

    /// A second program that has the same casebook open.
    pub(crate) fn another(&self) -> Store {
        Store::open(&self.path(), Access::Write, WAIT).unwrap()
    }

    /// A program that knows nothing of casebooks, with its checks off.
    pub(crate) fn stranger(&self) -> Connection {
        let connection = Connection::open(self.path()).unwrap();
        connection.pragma_update(None, "foreign_keys", false).unwrap();
        connection.pragma_update(None, "ignore_check_constraints", true).unwrap();
        connection
    }

    pub(crate) fn source(&self, name: &str) {
        let source = Source::new(key(name), Kind::Report, format!("The title of {name}"));
        self.store.add_source(&signed("Ana"), &source, KeyChoice::Given).unwrap();
    }

    pub(crate) fn claim(&self, name: &str) {
        let claim = Claim::new(key(name), format!("The statement of {name}"));
        self.store.add_claim(&signed("Ana"), &claim, KeyChoice::Given).unwrap();
    }

    pub(crate) fn cite(&self, claim: &str, source: &str) -> i64 {
        let citation = Citation::new(key(claim), key(source));
        match self.store.cite(&signed("Ana"), &citation).unwrap() {
            Cited::New(number) | Cited::Known(number) => number,
        }
    }

    pub(crate) fn derive(&self, source: &str, origin: &str) {
        let relation = Relation::Reports;
        let row = Lineage { source: key(source), origin: key(origin), relation, note: None };
        self.store.derive(&signed("Ana"), &row, false).unwrap();
    }

    /// The number of the last change.
    pub(crate) fn head(&self) -> i64 {
        let sql = "SELECT coalesce(max(id), 0) FROM change";
        self.stranger().query_row(sql, [], |row| row.get(0)).unwrap()
    }

    /// The digest of the content that the last change left.
    pub(crate) fn digest(&self) -> Vec<u8> {
        let sql = "SELECT content_digest FROM change ORDER BY id DESC LIMIT 1";
        self.stranger().query_row(sql, [], |row| row.get(0)).unwrap()
    }

    /// What the doctor finds broken, one line each.
    pub(crate) fn faults(&self) -> Vec<String> {
        faults(&self.store)
    }
}

/// What the doctor finds broken in this casebook.
pub(crate) fn faults(store: &Store) -> Vec<String> {
    let findings = store.examine(&mut |_| {}).unwrap();
    let broken = |finding: &Finding| finding.severity == Severity::Fault;
    let line = |finding: Finding| format!("{}: {}", finding.name, finding.message);
    findings.into_iter().filter(broken).map(line).collect()
}
