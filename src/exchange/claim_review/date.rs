//! Dates as pages write them.

use chrono::{DateTime, Datelike, NaiveDate};

use crate::domain::{Date, Timestamp};

/// Ways of writing a day that can mean only one; `4/3/2019` means two.
const DAYS: &[&str] = &[
    "%Y/%m/%d",
    "%Y.%m.%d",
    "%Y%m%d",
    "%B %d, %Y",
    "%b %d, %Y",
    "%d %B %Y",
    "%d %b %Y",
    "%B %d %Y",
];
/// Moments with a zone, but not as RFC 3339 writes it.
const MOMENTS: &[&str] = &["%Y-%m-%dT%H:%M:%S%.f%z", "%Y-%m-%d %H:%M:%S%.f%z", "%Y-%m-%dT%H:%M%z"];

/// The day and, where it is known to the day at least, the moment. `None` for what is no date.
pub(super) fn read(text: &str) -> Option<(Date, Option<Timestamp>)> {
    let text = text.trim();
    if text.contains('T')
        && let Ok(moment) = text.parse::<Timestamp>()
    {
        return Some((moment.day().parse().ok()?, Some(moment)));
    }
    if let Some(moment) = MOMENTS.iter().find_map(|form| DateTime::parse_from_str(text, form).ok())
    {
        let moment: Timestamp = moment.to_rfc3339().parse().ok()?;
        return Some((moment.day().parse().ok()?, Some(moment)));
    }
    if let Some(day) = day(text) {
        let written = format!("{:04}-{:02}-{:02}", day.year(), day.month(), day.day());
        return Some((written.parse().ok()?, written.parse().ok()));
    }
    // Year, or year and month.
    text.parse().ok().map(|date| (date, None))
}

fn day(text: &str) -> Option<NaiveDate> {
    let first = text.get(..10).filter(|_| text[10..].starts_with(['T', ' ']) || text.len() == 10);
    let plain = first.and_then(|first| NaiveDate::parse_from_str(first, "%Y-%m-%d").ok());
    plain
        .or_else(|| DAYS.iter().find_map(|form| NaiveDate::parse_from_str(text, form).ok()))
        .or_else(|| DateTime::parse_from_rfc2822(text).ok().map(|moment| moment.date_naive()))
        .filter(|day| (1..=9999).contains(&day.year()))
}

#[cfg(test)]
mod tests {
    use super::read;

    #[test]
    fn dates_are_read_as_pages_write_them() {
        for (written, date, moment) in [
            ("2019-03-04", "2019-03-04", Some("2019-03-04")),
            ("2019-03-04T10:00:00+01:00", "2019-03-04", Some("2019-03-04T10:00:00+01:00")),
            ("2019-03-04T10:00:00+0100", "2019-03-04", Some("2019-03-04T10:00:00+01:00")),
            ("2019-03-04T10:00", "2019-03-04", Some("2019-03-04")),
            ("2019-03-04 10:00:00", "2019-03-04", Some("2019-03-04")),
            ("March 4, 2019", "2019-03-04", Some("2019-03-04")),
            ("4 Mar 2019", "2019-03-04", Some("2019-03-04")),
            ("Mon, 04 Mar 2019 10:00:00 GMT", "2019-03-04", Some("2019-03-04")),
            ("2019-03", "2019-03", None),
            ("2019", "2019", None),
        ] {
            let found = read(written).map(|(date, moment)| {
                (date.as_str().to_owned(), moment.map(|moment| moment.as_str().to_owned()))
            });
            assert_eq!(found, Some((date.to_owned(), moment.map(str::to_owned))), "{written}");
        }
        for none in ["", "04/03/2019", "yesterday", "2019-13-40", "äöüäöüäöü", "+12019-03-04"]
        {
            assert_eq!(read(none), None, "{none}");
        }
    }
}
