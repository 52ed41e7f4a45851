//! Creators: people and bodies behind a source, and how their names are written.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};
use unicode_normalization::UnicodeNormalization;

use super::nearest::nearest;
use super::words::Role;
use crate::error::{Error, Result};

/// The mark in front of a name that is withheld.
const UNNAMED: &str = "unnamed";

/// What stands between family and given name: the comma, also as Arabic and Chinese write it.
const COMMAS: [char; 3] = [',', '\u{60c}', '\u{ff0c}'];

/// A name as the user wrote it: `Family, Given` for a person, anything without a comma for a body
/// or mononym, braces around a body with a comma.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Name(String);

/// What a [`Name`] consists of.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NameParts<'a> {
    /// A person.
    Person {
        /// The family name.
        family: &'a str,
        /// The given names; may be empty.
        given: &'a str,
    },
    /// A body, a mononym, or somebody who is only described.
    Literal(&'a str),
}

impl Name {
    /// A name that is not to be taken apart, whatever is in it. `None` for what is no name.
    pub fn literal(text: &str) -> Option<Self> {
        let plain = text.parse::<Name>().ok();
        plain
            .filter(|name| name.parts() == NameParts::Literal(text) && !text.contains(':'))
            .or_else(|| format!("{{{text}}}").parse().ok())
    }

    /// The name as it was written.
    pub fn as_written(&self) -> &str {
        &self.0
    }

    /// The name taken apart.
    pub fn parts(&self) -> NameParts<'_> {
        if let Some(inner) = braced(&self.0) {
            return NameParts::Literal(inner);
        }
        match self.0.split_once(COMMAS) {
            Some((family, given)) => {
                NameParts::Person { family: family.trim(), given: given.trim() }
            }
            None => NameParts::Literal(&self.0),
        }
    }

    /// The name in the one form by which two voices are compared: as in the case folder, in NFC.
    pub fn voice(&self) -> String {
        match self.parts() {
            NameParts::Person { family, given } => format!("{family}, {given}").nfc().collect(),
            NameParts::Literal(text) if text.contains(COMMAS) => {
                format!("{{{text}}}").nfc().collect()
            }
            NameParts::Literal(text) => text.nfc().collect(),
        }
    }

    /// The name in reading order (`Javad Mansouri`).
    pub fn reading_order(&self) -> String {
        match self.parts() {
            NameParts::Person { family, given: "" } => family.to_owned(),
            NameParts::Person { family, given } => format!("{given} {family}"),
            NameParts::Literal(text) => text.to_owned(),
        }
    }
}

fn braced(text: &str) -> Option<&str> {
    let inner = text.strip_prefix('{')?.strip_suffix('}')?.trim();
    (!inner.is_empty()).then_some(inner)
}

impl TryFrom<String> for Name {
    type Error = Error;

    fn try_from(text: String) -> Result<Self> {
        let trimmed = text.trim();
        let is_filling = |character| "{} ".contains(character) || COMMAS.contains(&character);
        if trimmed.trim_matches(is_filling).is_empty() {
            return Err(Error::invalid("a name is empty")
                .hint("write a person as `Family, Given`, a body as it is called"));
        }
        if trimmed.chars().any(|character| character.is_control()) {
            return Err(Error::invalid("a name holds a control character or a line break")
                .hint("write each name on one line; separate names with `; `"));
        }
        if let Some((UNNAMED, _)) = prefix(trimmed) {
            return Err(Error::invalid(format!(
                "`{trimmed}` is no name but marks one that is withheld"
            ))
            .hint("leave `unnamed:` out here, or put braces around a name that begins so"));
        }
        Ok(Name(if trimmed.len() == text.len() { text } else { trimmed.to_owned() }))
    }
}

impl FromStr for Name {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Name::try_from(text.to_owned())
    }
}

impl From<Name> for String {
    fn from(name: Name) -> String {
        name.0
    }
}

impl fmt::Display for Name {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}

/// One creator of a source: `role: Name`, role `author` when left out, `unnamed: ` in front of a
/// name that is withheld.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Credit {
    /// What the creator did.
    pub role: Role,
    /// Who it is, or how somebody whose name is withheld is described.
    pub name: Name,
    /// Whether the name is withheld.
    pub unnamed: bool,
}

impl FromStr for Credit {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let text = text.trim();
        let (role, rest) = match prefix(text) {
            Some((UNNAMED, _)) | None => (Role::Author, text),
            Some((word, rest)) => (role_named(word)?, rest),
        };
        let (unnamed, name) = match prefix(rest) {
            Some((UNNAMED, name)) => (true, name),
            _ => (false, rest),
        };
        Ok(Credit { role, name: name.parse()?, unnamed })
    }
}

/// What stands before the first colon, and what after it; braces protect a name with a colon.
fn prefix(text: &str) -> Option<(&str, &str)> {
    if text.starts_with('{') {
        return None;
    }
    let (word, rest) = text.split_once(':')?;
    Some((word.trim(), rest.trim()))
}

fn role_named(word: &str) -> Result<Role> {
    word.parse().map_err(|error: Error| {
        let roles = Role::ALL.iter().map(|role| role.as_str()).chain([UNNAMED]);
        match nearest(word, roles) {
            Some(near) => error.hint(format!(
                "did you mean `{near}`? Put braces around a name that has a colon: `{{Name: more}}`"
            )),
            None => error,
        }
    })
}

impl TryFrom<String> for Credit {
    type Error = Error;

    fn try_from(text: String) -> Result<Self> {
        text.parse()
    }
}

impl From<Credit> for String {
    fn from(credit: Credit) -> String {
        credit.to_string()
    }
}

impl fmt::Display for Credit {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        // The role is left out only where reading it back cannot go wrong.
        if self.role != Role::Author || (!self.unnamed && prefix(&self.name.0).is_some()) {
            write!(f, "{}: ", self.role)?;
        }
        if self.unnamed {
            f.write_str("unnamed: ")?;
        }
        f.write_str(&self.name.0)
    }
}
