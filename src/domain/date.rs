//! Dates as precise as they are known: EDTF (ISO 8601-2, Annex A), levels 0 and 1.

use std::fmt;
use std::str::FromStr;

use edtf_core::{Bound, BoundDate, Edtf};
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result, shortened};

/// A date as the user wrote it, known to be EDTF of level 0 or 1.
#[derive(Debug, Clone, PartialEq, Eq, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Date(String);

impl Date {
    /// The date as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first and the last day it can mean; `None` where that side is open or unknown.
    pub fn bounds(&self) -> (Option<BoundDate>, Option<BoundDate>) {
        let Ok(date) = Edtf::parse(&self.0) else { return (None, None) };
        let bounds = date.bounds();
        (known(bounds.earliest), known(bounds.latest))
    }

    /// The year it begins in, if that is known.
    pub fn year(&self) -> Option<i64> {
        self.bounds().0.map(|day| day.year)
    }
}

/// Years before or after this are a slip of the pen, and reckoning with them could overflow.
const FARTHEST_YEAR: i64 = 1_000_000_000;

/// Whether both ends of a date, where they are known, are years to reckon with.
fn is_near_enough(date: &Edtf) -> bool {
    let bounds = date.bounds();
    let range = -FARTHEST_YEAR..=FARTHEST_YEAR;
    [bounds.earliest, bounds.latest]
        .into_iter()
        .filter_map(known)
        .all(|day| range.contains(&day.year))
}

fn known(bound: Bound) -> Option<BoundDate> {
    match bound {
        Bound::Date(day) => Some(day),
        _ => None,
    }
}

impl TryFrom<String> for Date {
    type Error = Error;

    fn try_from(text: String) -> Result<Self> {
        match Edtf::parse(&text) {
            Ok(date) if date.level() <= 1 && is_near_enough(&date) => Ok(Date(text)),
            Ok(date) if date.level() <= 1 => Err(Error::invalid(format!(
                "`{}` is more than {FARTHEST_YEAR} years away",
                shortened(&text)
            ))
            .hint("look at the year again: no source and no claim is that old")),
            _ => Err(Error::invalid(format!("`{}` is not a date", shortened(&text))).hint(
                "write it as precisely as it is known: 2017-09-10, 2017-09, 2017, 198X (the \
                 eighties), 2002-22 (summer 2002), 1992~ (about), 2004/2005 (from … to)",
            )),
        }
    }
}

impl FromStr for Date {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Date::try_from(text.to_owned())
    }
}

impl From<Date> for String {
    fn from(date: Date) -> String {
        date.0
    }
}

impl fmt::Display for Date {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}
