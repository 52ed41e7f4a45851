//! Case folders on disk, and what reading them says.

use std::fs;
use std::path::PathBuf;

use tempfile::TempDir;
use twosource::error::{Error, Problem};
use twosource::exchange::case::{CaseFolder, Records};
use twosource::exchange::library::{FORMATS, Format};

/// The format of libraries with this name.
pub(crate) fn library(name: &str) -> &'static Format {
    FORMATS.iter().find(|format| format.name == name).unwrap()
}

/// A case folder that goes when the test ends.
pub(crate) struct Folder {
    pub(crate) dir: TempDir,
}

/// A case folder with this file in it.
pub(crate) fn folder_with(name: &str, content: impl AsRef<[u8]>) -> Folder {
    Folder { dir: TempDir::new().unwrap() }.and(name, content)
}

impl Folder {
    /// The same with a further file.
    pub(crate) fn and(self, name: &str, content: impl AsRef<[u8]>) -> Self {
        fs::write(self.path(name), content).unwrap();
        self
    }

    pub(crate) fn path(&self, name: &str) -> PathBuf {
        self.dir.path().join(name)
    }

    pub(crate) fn open(&self) -> CaseFolder {
        CaseFolder::open(self.dir.path()).unwrap()
    }
}

/// A case folder in memory.
pub(crate) fn texts(name: &'static str, text: impl Into<String>) -> CaseFolder {
    CaseFolder::from_texts([(name, text.into())]).unwrap()
}

/// The records of a file that has no faults.
pub(crate) fn all<T>(records: Result<Option<Records<T>>, Error>) -> Vec<T> {
    records.unwrap().unwrap().map(|record| record.unwrap().value).collect()
}

/// Everything that is wrong with a file.
pub(crate) fn problems<T>(records: Result<Option<Records<T>>, Error>) -> Vec<Problem> {
    match records {
        Err(error) => error.problems,
        Ok(records) => records
            .unwrap()
            .filter_map(|record| record.err())
            .flat_map(|error| error.problems)
            .collect(),
    }
}

/// The one thing that is wrong with a file.
pub(crate) fn problem<T>(records: Result<Option<Records<T>>, Error>) -> Problem {
    let mut problems = problems(records);
    assert_eq!(problems.len(), 1, "{problems:?}");
    problems.remove(0)
}

/// Line, column and value of a problem.
pub(crate) fn place(problem: &Problem) -> (Option<u64>, Option<&str>, Option<&str>) {
    let place = problem.place.as_ref().unwrap();
    (place.line, place.column.as_deref(), place.value.as_deref())
}

/// The hint of a problem; every one has one.
pub(crate) fn hint(problem: &Problem) -> &str {
    problem.hint.as_deref().unwrap()
}
