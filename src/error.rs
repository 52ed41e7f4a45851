//! The one error that reaches a user: what failed, where, and what to do about it.

use std::fmt;

/// The result of everything in this crate that can fail.
pub type Result<T> = std::result::Result<T, Error>;

/// What sort of failure it is. Decides nothing but how callers may react; every kind exits with 2.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ErrorKind {
    /// A value, file or argument that is not acceptable.
    Invalid,
    /// A key or file that is not there.
    NotFound,
    /// A key or file that is there already.
    Exists,
    /// What was read has been changed by somebody else meanwhile, or others lean on it.
    Conflict,
    /// Another program holds the casebook.
    Busy,
    /// The casebook or a file cannot be read or written.
    Storage,
}

/// Where in a user's input something is wrong. Lines are counted from 1.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Place {
    /// The file, as the user named it.
    pub file: String,
    /// The line on which the record or cell starts.
    pub line: Option<u64>,
    /// The name of the column.
    pub column: Option<String>,
    /// The value found there, as it stands in the file.
    pub value: Option<String>,
}

/// One thing that is wrong.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Problem {
    /// Where, if it is about an input file.
    pub place: Option<Place>,
    /// What is wrong, as a sentence without a full stop.
    pub message: String,
    /// What the user can do, as a sentence.
    pub hint: Option<String>,
}

/// A failure with everything a user needs to mend it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Error {
    /// What sort of failure.
    pub kind: ErrorKind,
    /// What is wrong; more than one where a whole file was looked through. Never empty.
    pub problems: Vec<Problem>,
    /// How many further problems were found but are not listed.
    pub unlisted: usize,
}

impl Error {
    /// A failure of the given kind with a message and no hint.
    pub fn new(kind: ErrorKind, message: impl Into<String>) -> Self {
        let problem = Problem { place: None, message: message.into(), hint: None };
        Error { kind, problems: vec![problem], unlisted: 0 }
    }

    /// A value, file or argument that is not acceptable.
    pub fn invalid(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Invalid, message)
    }

    /// A key or file that is not there.
    pub fn not_found(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::NotFound, message)
    }

    /// The casebook or a file that cannot be read or written.
    pub fn storage(message: impl Into<String>) -> Self {
        Self::new(ErrorKind::Storage, message)
    }

    /// The same failure with the advice to print as its `hint:` line.
    #[must_use]
    pub fn hint(mut self, hint: impl Into<String>) -> Self {
        if let Some(problem) = self.problems.last_mut() {
            problem.hint = Some(hint.into());
        }
        self
    }

    /// The same failure, said to be at this place of a user's input.
    #[must_use]
    pub fn at(mut self, place: Place) -> Self {
        if let Some(problem) = self.problems.last_mut() {
            problem.place = Some(place);
        }
        self
    }

    /// Several problems as one failure. At most `listed` are kept; the others are counted.
    ///
    /// Returns `None` where there are no problems.
    pub fn several(kind: ErrorKind, mut problems: Vec<Problem>, listed: usize) -> Option<Self> {
        let unlisted = problems.len().saturating_sub(listed);
        problems.truncate(listed);
        (!problems.is_empty()).then_some(Error { kind, problems, unlisted })
    }

    /// The status the program exits with: 2 for every failure.
    pub fn exit_code(&self) -> u8 {
        2
    }
}

impl fmt::Display for Place {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.file)?;
        if let Some(line) = self.line {
            write!(f, ", line {line}")?;
        }
        if let Some(column) = &self.column {
            write!(f, ", column `{}`", shortened(column))?;
        }
        if let Some(value) = &self.value {
            write!(f, ", value `{}`", shortened(value))?;
        }
        Ok(())
    }
}

/// A value cut to what a person can take in, for a message; data may be up to a mebibyte.
pub(crate) fn shortened(value: &str) -> String {
    const SHOWN: usize = 80;
    if value.chars().count() <= SHOWN {
        return value.to_owned();
    }
    let cut: String = value.chars().take(SHOWN).collect();
    format!("{cut}…")
}

impl fmt::Display for Problem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if let Some(place) = &self.place {
            write!(f, "{place}: ")?;
        }
        f.write_str(&self.message)
    }
}

impl fmt::Display for Error {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        for (position, problem) in self.problems.iter().enumerate() {
            if position > 0 {
                f.write_str("\n")?;
            }
            write!(f, "{problem}")?;
        }
        Ok(())
    }
}

impl std::error::Error for Error {}
