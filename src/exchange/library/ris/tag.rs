//! Tags, and lines that begin with one.

use std::fmt;

/// A tag of RIS: a letter, and a letter or digit; capitals.
#[derive(Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(super) struct Tag([u8; 2]);

impl Tag {
    /// The tag of this name, which is one.
    pub(super) const fn new(name: &'static str) -> Self {
        let name = name.as_bytes();
        Tag([name[0], name[1]])
    }

    /// The tag with this name, in whatever case; `None` where it is none.
    pub(super) fn named(name: &str) -> Option<Self> {
        let &[first, second] = name.as_bytes() else { return None };
        (first.is_ascii_alphabetic() && second.is_ascii_alphanumeric())
            .then(|| Tag([first.to_ascii_uppercase(), second.to_ascii_uppercase()]))
    }

    /// Its name.
    pub(super) fn name(&self) -> &str {
        // Only letters and digits of ASCII ever come in.
        std::str::from_utf8(&self.0).unwrap_or_default()
    }
}

impl fmt::Display for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}

impl fmt::Debug for Tag {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(self.name())
    }
}

/// The kind of reference: begins an entry.
pub(super) const TY: Tag = Tag::new("TY");
/// Ends an entry.
pub(super) const ER: Tag = Tag::new("ER");
/// The key.
pub(super) const ID: Tag = Tag::new("ID");

/// How the lines of a file are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Dash {
    /// `TY  - `, as the specification has it.
    AfterTwoSpaces,
    /// `TY - `: some programs write it so. A line of running text is then more easily taken for one
    /// with a tag, so it holds only for files that begin so.
    AfterOneSpace,
}

impl Dash {
    /// How the first line with `TY` is written; `None` where no line has it.
    pub(super) fn of(text: &str) -> Option<Self> {
        [Dash::AfterTwoSpaces, Dash::AfterOneSpace].into_iter().find(|dash| {
            text.split(['\n', '\r']).any(|line| dash.split(line).is_some_and(|(tag, _)| tag == TY))
        })
    }

    /// The tag that a line begins with, and its value without white space around it.
    pub(super) fn split(self, line: &str) -> Option<(Tag, &str)> {
        let tag = Tag::named(line.get(..2)?)?;
        let rest = &line[2..];
        let value = match self {
            Dash::AfterTwoSpaces => rest.strip_prefix("  -")?,
            Dash::AfterOneSpace => {
                let value = rest.strip_prefix(" -").or_else(|| rest.strip_prefix("  -"))?;
                if !value.is_empty() && !value.starts_with(' ') {
                    return None;
                }
                value
            }
        };
        Some((tag, value.trim()))
    }
}
