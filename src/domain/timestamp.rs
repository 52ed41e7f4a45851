//! Moments: a day, or a day and time.

use std::fmt;
use std::str::FromStr;

use chrono::{DateTime, NaiveDate, NaiveTime, SecondsFormat, TimeDelta, Utc};
use serde::{Deserialize, Serialize};

use crate::error::{Error, Result, shortened};

/// When something was done: `2026-11-02`, or RFC 3339 with a zone (`2026-11-02T14:05:00Z`).
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
#[serde(try_from = "String", into = "String")]
pub struct Timestamp(String);

impl Timestamp {
    /// The moment as it was written.
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// The first and the last instant it can mean: a day alone is all of that day, in UTC.
    pub fn span(&self) -> (DateTime<Utc>, DateTime<Utc>) {
        if let Ok(moment) = DateTime::parse_from_rfc3339(&self.0) {
            return (moment.to_utc(), moment.to_utc());
        }
        let day = NaiveDate::parse_from_str(&self.0, "%Y-%m-%d").unwrap_or_default();
        let midnight = day.and_time(NaiveTime::MIN).and_utc();
        (midnight, midnight + TimeDelta::days(1) - TimeDelta::milliseconds(1))
    }

    /// The day, as it was written.
    pub fn day(&self) -> &str {
        self.0.get(..10).unwrap_or(&self.0)
    }

    /// A moment to the millisecond, in UTC.
    pub fn at(moment: DateTime<Utc>) -> Self {
        Timestamp(moment.to_rfc3339_opts(SecondsFormat::Millis, true))
    }
}

impl TryFrom<String> for Timestamp {
    type Error = Error;

    fn try_from(text: String) -> Result<Self> {
        let day = text.len() == 10 && NaiveDate::parse_from_str(&text, "%Y-%m-%d").is_ok();
        if day || DateTime::parse_from_rfc3339(&text).is_ok() {
            return Ok(Timestamp(text));
        }
        Err(Error::invalid(format!("`{}` is not a day or a moment", shortened(&text)))
            .hint("write it as 2026-11-02 or 2026-11-02T14:05:00Z"))
    }
}

impl FromStr for Timestamp {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        Timestamp::try_from(text.to_owned())
    }
}

impl From<Timestamp> for String {
    fn from(timestamp: Timestamp) -> String {
        timestamp.0
    }
}

impl fmt::Display for Timestamp {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(&self.0)
    }
}
