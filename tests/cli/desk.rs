//! A desk to work at: a folder of its own, no settings from outside, a fixed time.

use std::fmt;
use std::path::{Path, PathBuf};
use std::time::Duration;

use assert_cmd::Command;
use tempfile::TempDir;
use twosource::exchange::case::CaseFolder;
use twosource::store::import::ImportOptions;
use twosource::store::{Access, Signature, Store};
use twosource::transfer::import_case;

/// The moment at which everything in the tests is done.
pub(crate) const NOW: &str = "2026-11-02T14:05:00Z";

/// A folder in which the program is run.
pub(crate) struct Desk {
    folder: TempDir,
}

impl Desk {
    /// An empty folder.
    pub(crate) fn empty() -> Self {
        Desk { folder: TempDir::new().unwrap() }
    }

    /// A folder with an empty casebook.
    pub(crate) fn new() -> Self {
        let desk = Desk::empty();
        desk.run(&["init"]).succeeds();
        desk
    }

    /// A folder with the casebook of the article.
    pub(crate) fn with_the_article() -> Self {
        let desk = Desk::new();
        let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("fixtures/menamm-2019");
        let folder = CaseFolder::open(&folder).unwrap();
        let store = desk.store();
        import_case(&store, &signature(), &folder, ImportOptions::default(), &mut |_| {}).unwrap();
        store.keep_all_levels(&mut |_| {}).unwrap();
        desk
    }

    /// The casebook, to put into it what a test is not about.
    pub(crate) fn store(&self) -> Store {
        Store::open(&self.path("casebook.db"), Access::Write, Duration::from_secs(10)).unwrap()
    }

    /// The folder.
    pub(crate) fn folder(&self) -> &Path {
        self.folder.path()
    }

    /// A file in the folder.
    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.folder.path().join(name)
    }

    /// The program with nothing from outside but a time and somebody at work.
    pub(crate) fn command(&self, arguments: &[&str]) -> Command {
        let mut command = Command::cargo_bin("twosource").unwrap();
        command.env_clear().env("TWOSOURCE_NOW", NOW).env("TWOSOURCE_ACTOR", "Ada");
        command.current_dir(self.folder()).args(arguments);
        command
    }

    /// Runs the program to its end.
    pub(crate) fn run(&self, arguments: &[&str]) -> Answer {
        self.answer(&mut self.command(arguments))
    }

    /// Runs a command that the test has changed.
    pub(crate) fn answer(&self, command: &mut Command) -> Answer {
        let output = command.output().unwrap();
        let folder = self.folder().canonicalize().unwrap().display().to_string();
        let text = |bytes| String::from_utf8(bytes).unwrap().replace(&folder, "FOLDER");
        Answer {
            status: output.status.code(),
            stdout: text(output.stdout),
            stderr: text(output.stderr),
        }
    }
}

/// Who makes changes that no command makes.
pub(crate) fn signature() -> Signature {
    Signature { actor: "Ada".to_owned(), at: NOW.parse().unwrap() }
}

/// What the program answered.
pub(crate) struct Answer {
    /// The exit status; none where it was killed.
    pub(crate) status: Option<i32>,
    /// What it wrote to stdout, with FOLDER in place of the folder's name.
    pub(crate) stdout: String,
    /// What it wrote to stderr, likewise.
    pub(crate) stderr: String,
}

impl Answer {
    /// The answer, which must be a success.
    #[track_caller]
    pub(crate) fn succeeds(self) -> Self {
        assert_eq!(self.status, Some(0), "{self}");
        self
    }

    /// The answer, which must be a failure that says what to do.
    #[track_caller]
    pub(crate) fn fails(self) -> Self {
        assert_eq!(self.status, Some(2), "{self}");
        assert!(self.stderr.starts_with("error: "), "{self}");
        assert!(self.stderr.contains("\nhint: "), "{self}");
        self
    }
}

impl fmt::Display for Answer {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let status = self.status.map_or("killed".to_owned(), |status| status.to_string());
        for (name, text) in [("stdout", &self.stdout), ("stderr", &self.stderr)] {
            if !text.is_empty() {
                write!(f, "--- {name}\n{text}")?;
            }
        }
        write!(f, "--- status {status}")
    }
}
