//! Identifiers of a source: `doi:…`, `isbn:…`, `ecli:…`, `docket:…`, `citation:…`.

use std::fmt;
use std::str::FromStr;

use serde::{Deserialize, Serialize};

use super::words::Scheme;
use crate::error::{Error, Result, shortened};

/// One identifier, its value as the user wrote it.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Identifier {
    /// What it is.
    pub scheme: Scheme,
    /// The identifier itself, without the scheme.
    pub value: String,
}

impl FromStr for Identifier {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let hint = "write the kind in front of it: doi:10.1000/182, isbn:…, ecli:…, docket:…, \
                    citation:826 F. Supp. 2d 128";
        let (scheme, value) = text.split_once(':').ok_or_else(|| {
            Error::invalid(format!("`{}` is not an identifier", shortened(text))).hint(hint)
        })?;
        let value = value.trim();
        if value.is_empty() {
            return Err(Error::invalid(format!("the identifier `{text}` is empty")).hint(hint));
        }
        Ok(Identifier { scheme: scheme.trim().parse()?, value: value.to_owned() })
    }
}

impl TryFrom<String> for Identifier {
    type Error = Error;

    fn try_from(text: String) -> Result<Self> {
        text.parse()
    }
}

impl From<Identifier> for String {
    fn from(identifier: Identifier) -> String {
        identifier.to_string()
    }
}

impl fmt::Display for Identifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.scheme, self.value)
    }
}
