//! The one clock of the program, so that tests and demonstrations can fix the time.

use std::env;

use chrono::{DateTime, Utc};

use crate::error::{Error, Result};

/// The variable that fixes the time: a moment as in RFC 3339, `2026-11-02T14:05:00Z`.
pub const NOW_VARIABLE: &str = "TWOSOURCE_NOW";

/// What time it is: what `TWOSOURCE_NOW` says where it is set and not empty, else the system's.
///
/// # Errors
/// Where the variable is set to something that is not a moment: a wrong time would be stored.
pub fn now() -> Result<DateTime<Utc>> {
    match env::var_os(NOW_VARIABLE) {
        Some(fixed) if !fixed.is_empty() => moment(&fixed.to_string_lossy()),
        _ => Ok(Utc::now()),
    }
}

fn moment(text: &str) -> Result<DateTime<Utc>> {
    DateTime::parse_from_rfc3339(text).map(|moment| moment.to_utc()).map_err(|_| {
        Error::invalid(format!("{NOW_VARIABLE} is `{text}`, which is not a moment"))
            .hint("write it as 2026-11-02T14:05:00Z, or unset it to use the system's clock")
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    // The tests read a text, not the variable: setting a variable while other tests run is unsafe.
    #[test]
    fn a_moment_is_turned_into_utc() {
        let read = moment("2026-11-02T15:05:00+01:00").unwrap();
        assert_eq!(read.to_rfc3339(), "2026-11-02T14:05:00+00:00");
    }

    #[test]
    fn what_is_not_a_moment_is_an_error_that_says_how_to_write_one() {
        let error = moment("yesterday").unwrap_err();
        assert_eq!(error.to_string(), "TWOSOURCE_NOW is `yesterday`, which is not a moment");
        assert!(error.problems[0].hint.as_deref().unwrap().contains("2026-11-02T14:05:00Z"));
    }
}
