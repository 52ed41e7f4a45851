//! Casebooks that are encrypted on the disk: the real program, built with the feature `encrypted`.

// A test that cannot get its casebook has nothing better to do than to panic, and its name says
// what it is about.
#![allow(clippy::unwrap_used, missing_docs)]

#[allow(dead_code)] // the tests of commands have more use for them
#[path = "../cli/desk.rs"]
mod desk;
#[cfg(unix)]
mod prompt;
#[cfg(unix)]
#[allow(dead_code)]
#[path = "../cli/terminal.rs"]
mod terminal;

use std::fs;
use std::path::PathBuf;

use assert_cmd::Command;
use tempfile::TempDir;

const STATEMENT: &str = "The minister paid the families of the attackers.";

/// A folder with an encrypted casebook and the passphrase in a file.
struct Vault(TempDir);

struct Answer {
    status: Option<i32>,
    stdout: String,
    stderr: String,
}

impl Vault {
    fn empty() -> Self {
        let desk = Vault(TempDir::new().unwrap());
        fs::write(desk.path("passphrase"), "four wrong 'words' \"here\"\n").unwrap();
        desk
    }

    fn new() -> Self {
        let desk = Vault::empty();
        desk.succeeds("init --encrypted");
        desk.does(&["claim", "add", STATEMENT, "--key", "c1"]);
        desk.does(&["source", "add", "Ledger", "--kind", "document", "--key", "ledger"]);
        desk.succeeds("cite c1 ledger --locator page3");
        desk
    }

    fn path(&self, name: &str) -> PathBuf {
        self.0.path().join(name)
    }

    fn run(&self, passphrase: Option<&str>, arguments: &[&str]) -> Answer {
        let mut command = Command::cargo_bin("twosource").unwrap();
        command.env_clear().env("TWOSOURCE_ACTOR", "Ada").current_dir(self.0.path());
        if let Some(file) = passphrase {
            command.env("TWOSOURCE_PASSPHRASE_FILE", file);
        }
        let output = command.args(arguments).output().unwrap();
        let text = |bytes| String::from_utf8(bytes).unwrap();
        Answer {
            status: output.status.code(),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }

    #[track_caller]
    fn does(&self, arguments: &[&str]) -> String {
        let answer = self.run(Some("passphrase"), arguments);
        assert_eq!(answer.status, Some(0), "{arguments:?}: {}", answer.stderr);
        answer.stdout
    }

    #[track_caller]
    fn succeeds(&self, line: &str) -> String {
        self.does(&line.split(' ').collect::<Vec<_>>())
    }

    /// What a failure says on stderr; it says nothing else.
    #[track_caller]
    fn fails(&self, passphrase: Option<&str>, line: &str) -> String {
        let answer = self.run(passphrase, &line.split(' ').collect::<Vec<_>>());
        assert_eq!(answer.status, Some(2), "{line}: {}{}", answer.stdout, answer.stderr);
        assert!(answer.stdout.is_empty(), "{}", answer.stdout);
        assert!(answer.stderr.starts_with("error: ") && answer.stderr.contains("\nhint: "));
        answer.stderr
    }

    /// Files in the folder in which a text stands that only the casebook knows.
    fn telling(&self) -> Vec<String> {
        let words = ["minister", "ledger", "SQLite format", "CREATE TABLE"];
        let entries = fs::read_dir(self.0.path()).unwrap().map(|entry| entry.unwrap());
        let telling = entries.filter(|entry| {
            let bytes = fs::read(entry.path()).unwrap();
            words.iter().any(|word| bytes.windows(word.len()).any(|it| it == word.as_bytes()))
        });
        telling.map(|entry| entry.file_name().into_string().unwrap()).collect()
    }
}

#[test]
fn every_command_works_on_it_and_no_file_tells_anything() {
    let desk = Vault::new();
    assert!(desk.succeeds("claim show c1").contains(STATEMENT));
    assert!(desk.succeeds("search minister").contains("c1"));
    assert!(desk.succeeds("claim list --format json").contains("\"single-source\""));
    assert!(desk.succeeds("history").contains("claim add"));
    for line in ["check --fail-on error -q", "stats", "explain c1", "impact ledger", "graph c1"] {
        desk.succeeds(line);
    }
    assert_eq!(desk.telling(), Vec::<String>::new());
    let examined = desk.succeeds("doctor");
    assert!(examined.contains("the file is encrypted"), "{examined}");
    assert!(desk.succeeds("--version").contains("(with encryption)"));
}

#[test]
fn the_log_of_an_open_casebook_tells_nothing_either() {
    let desk = Vault::new();
    let other = rusqlite::Connection::open(desk.path("casebook.db")).unwrap();
    other.pragma_update(None, "key", "four wrong 'words' \"here\"").unwrap();
    other.query_row("SELECT count(*) FROM claim", [], |row| row.get::<_, i64>(0)).unwrap();
    desk.succeeds("claim edit c1 --note minister");
    assert!(fs::metadata(desk.path("casebook.db-wal")).unwrap().len() > 0);
    assert_eq!(desk.telling(), Vec::<String>::new());
}

#[test]
fn a_wrong_passphrase_says_nothing_of_what_is_inside() {
    let desk = Vault::new();
    fs::write(desk.path("wrong"), "four right words").unwrap();
    let told = desk.fails(Some("wrong"), "claim list");
    assert!(told.contains("casebook.db does not open with this passphrase"), "{told}");
    // The same, word for word, as of a file that holds nothing at all.
    fs::write(desk.path("chance.db"), vec![0xA7; 8192]).unwrap();
    let chance = desk.fails(Some("wrong"), "claim list --casebook chance.db");
    assert_eq!(
        told.replace(&*desk.0.path().to_string_lossy(), "").replace("/casebook.db", "chance.db"),
        chance
    );
    for line in ["doctor", "backup copy.db", "claim add x", "restore casebook.db --yes"] {
        desk.fails(Some("wrong"), line);
    }
    desk.succeeds("doctor");
}

#[test]
fn a_passphrase_that_cannot_be_had_is_an_error() {
    let desk = Vault::new();
    fs::write(desk.path("empty"), "\n").unwrap();
    for (file, told) in [
        (None, "casebook.db is encrypted, or no casebook"),
        (Some("empty"), "the passphrase is empty"),
        (Some("gone"), "the passphrase cannot be read from gone"),
        (Some("."), "the passphrase cannot be read from ."),
    ] {
        let answer = desk.fails(file, "claim list");
        assert!(answer.contains(told), "{answer}");
    }
    let other = Vault::empty();
    let told = other.fails(None, "init --encrypted");
    assert!(told.contains("nobody is there to ask"), "{told}");
    let told = other.fails(None, "init --passphrase-file passphrase");
    assert!(told.contains("not encrypted"), "{told}");
    assert!(!other.path("casebook.db").exists());
    other.run(None, &["init", "--encrypted", "--passphrase-file", "passphrase"]);
    other.succeeds("doctor");
}

#[test]
fn backups_are_encrypted_and_come_back() {
    let desk = Vault::new();
    desk.succeeds("backup safe.db");
    fs::create_dir(desk.path("safe")).unwrap();
    desk.succeeds("backup safe/casebook-2026-10-01-120000.db");
    desk.succeeds("backup --keep 1 safe");
    assert_eq!(fs::read_dir(desk.path("safe")).unwrap().count(), 1);
    assert!(desk.succeeds("history --verify safe.db").contains("continues"));
    desk.succeeds("claim remove c1 --cascade");
    desk.succeeds("restore safe.db --yes");
    assert!(desk.succeeds("claim show c1").contains(STATEMENT));
    assert!(desk.succeeds("doctor --casebook casebook.db.before-restore").contains("encrypted"));
    fs::remove_dir_all(desk.path("safe")).unwrap();
    assert_eq!(desk.telling(), Vec::<String>::new());
}

#[test]
fn a_casebook_that_is_there_already_is_encrypted_with_its_history() {
    let desk = Vault::empty();
    desk.succeeds("init");
    desk.does(&["claim", "add", STATEMENT, "--key", "c1"]);
    desk.succeeds("claim edit c1 --note ledger");
    assert_eq!(desk.telling(), ["casebook.db"]);
    desk.succeeds("backup --encrypted secret.db");
    assert_eq!(desk.telling(), ["casebook.db"]);
    let answer = desk.run(Some("passphrase"), &["restore", "secret.db", "--yes"]);
    assert_eq!(answer.status, Some(0), "{}", answer.stderr);
    assert!(answer.stderr.contains("casebook.db.before-restore is not encrypted"));
    assert_eq!(desk.telling(), ["casebook.db.before-restore"]);
    let examined = desk.succeeds("doctor");
    assert!(examined.contains("the file is encrypted") && examined.contains("2 changes"));
    assert!(desk.succeeds("search minister").contains("c1"));
    desk.succeeds("claim add More.");
    // And once more, with another passphrase.
    fs::write(desk.path("another"), "other words altogether").unwrap();
    desk.succeeds("backup --encrypted again.db");
    let told = desk.fails(Some("another"), "claim list --casebook again.db");
    assert!(told.contains("does not open"), "{told}");
    desk.succeeds("doctor --casebook again.db");
}

#[test]
fn a_readable_backup_does_not_take_its_place_unasked() {
    let desk = Vault::new();
    desk.succeeds("init plain.db");
    let told = desk.fails(Some("passphrase"), "restore plain.db --yes");
    assert!(told.contains("plain.db is not encrypted, and the casebook is"), "{told}");
    assert!(desk.succeeds("claim show c1").contains(STATEMENT));
}

#[test]
fn casebooks_of_other_programs_and_plain_ones_are_what_they_are() {
    let desk = Vault::empty();
    desk.succeeds("init");
    let examined = desk.succeeds("doctor");
    assert!(examined.contains("none: who gets the file can read it"), "{examined}");
    let other = rusqlite::Connection::open(desk.path("other.db")).unwrap();
    other.pragma_update(None, "key", "four wrong 'words' \"here\"").unwrap();
    other.execute_batch("CREATE TABLE mine (x)").unwrap();
    drop(other);
    let told = desk.fails(Some("passphrase"), "claim list --casebook other.db");
    assert!(told.contains("it is another program's file"), "{told}");
    fs::write(desk.path("notes.txt"), "Notes.").unwrap();
    let told = desk.fails(Some("passphrase"), "claim list --casebook notes.txt");
    assert!(told.contains("it is no SQLite file"), "{told}");
}

#[test]
fn a_page_that_somebody_changed_is_found() {
    let desk = Vault::new();
    let mut bytes = fs::read(desk.path("casebook.db")).unwrap();
    let at = bytes.len() - 2000;
    bytes[at] ^= 1;
    fs::write(desk.path("casebook.db"), bytes).unwrap();
    let found = desk.run(Some("passphrase"), &["doctor"]);
    assert_ne!(found.status, Some(0), "{}{}", found.stdout, found.stderr);
}

#[test]
fn an_import_and_a_redaction_work_on_it() {
    let desk = Vault::empty();
    desk.succeeds("init --encrypted");
    let case = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/menamm-2019");
    desk.does(&["import", case, "-q"]);
    let add =
        ["source", "add", "Talk", "--kind", "interview", "--interviewee", "Zebrowska, Kornelia"];
    desk.does(&add);
    desk.succeeds("source redact zebrowska --yes");
    assert!(!desk.succeeds("history --format csv").contains("Zebrowska"));
    desk.succeeds("doctor");
    assert_eq!(desk.telling(), Vec::<String>::new());
}

#[test]
fn a_casebook_of_an_older_release_is_brought_up_to_date() {
    let desk = Vault::empty();
    let frozen = concat!(env!("CARGO_MANIFEST_DIR"), "/fixtures/schemas/v5.sql");
    let old = rusqlite::Connection::open(desk.path("casebook.db")).unwrap();
    old.pragma_update(None, "key", "four wrong 'words' \"here\"").unwrap();
    old.execute_batch(&fs::read_to_string(frozen).unwrap()).unwrap();
    drop(old);
    desk.succeeds("claim add One.");
    assert!(desk.path("casebook.db.before-v6").exists());
    assert_eq!(desk.telling(), Vec::<String>::new());
}
