//! Dates in RIS: `YYYY/MM/DD/other`, and what programs write instead.

use crate::domain::Date;

/// Year, month and day, as far as a value tells them, and the EDTF in its last part.
#[derive(Debug, Default, PartialEq, Eq)]
struct Parts {
    year: Option<u32>,
    month: Option<u32>,
    day: Option<u32>,
    edtf: Option<Date>,
}

/// The date that the values of `DA`, `Y1` and `PY` tell together: the most precise that is in the year
/// that they agree on.
pub(super) fn issued(day: Option<&str>, first: Option<&str>, year: Option<&str>) -> Option<Date> {
    let told: Vec<Parts> = [day, first, year].into_iter().flatten().map(parts).collect();
    if let Some(date) = told.iter().find_map(|parts| parts.edtf.clone()) {
        return Some(date);
    }
    // `PY` is the year of the work; `DA` may be that of its entry in a database.
    let year = year.map(parts).and_then(|parts| parts.year);
    let year = year.or_else(|| told.iter().find_map(|parts| parts.year))?;
    let precise = told
        .iter()
        .filter(|parts| parts.year.is_none_or(|of| of == year))
        .max_by_key(|parts| (parts.month.is_some(), parts.month.is_some() && parts.day.is_some()));
    let (month, day) = precise.map_or((None, None), |parts| (parts.month, parts.day));
    let month = month.map(|month| format!("-{month:02}")).unwrap_or_default();
    let day = day.filter(|_| !month.is_empty()).map(|day| format!("-{day:02}"));
    let day = day.unwrap_or_default();
    [format!("{year:04}{month}{day}"), format!("{year:04}{month}"), format!("{year:04}")]
        .into_iter()
        .find_map(|text| text.parse().ok())
}

/// The date that one value tells, as references have it: `2004/03/15`, `15 Mar 2004`, EDTF.
pub fn one(value: &str) -> Option<Date> {
    issued(Some(value), None, None)
}

fn parts(value: &str) -> Parts {
    let value = value.trim();
    if !value.contains('/') {
        return match value.parse::<Date>() {
            Ok(date) if plain(&date).is_none() => Parts { edtf: Some(date), ..Parts::default() },
            Ok(date) => numbers(date.as_str().split('-')),
            Err(_) => in_words(value),
        };
    }
    let mut pieces = value.splitn(4, '/').map(str::trim);
    let first = pieces.next().unwrap_or_default();
    let (month, day) = (pieces.next().unwrap_or_default(), pieces.next().unwrap_or_default());
    let other = pieces.next().unwrap_or_default();
    let edtf = other.parse::<Date>().ok().filter(|date| plain(date).is_none());
    if edtf.is_some() {
        return Parts { edtf, ..Parts::default() };
    }
    // `15/03/2004` is no RIS, and whether `3/4/2004` is in March or April nobody knows.
    if first.len() != 4 && !first.is_empty() {
        return Parts::default();
    }
    match numbers([first, month, day].into_iter()) {
        parts if parts.month.is_none() && !month.is_empty() => {
            Parts { year: parts.year, ..in_words(&format!("{month} {day}")) }
        }
        parts => parts,
    }
}

/// Zeroes stand for what is not known.
fn numbers<'p>(pieces: impl Iterator<Item = &'p str>) -> Parts {
    let mut numbers = pieces.map(|piece| piece.parse::<u32>().ok().filter(|number| *number > 0));
    let mut next = || numbers.next().flatten();
    Parts { year: next(), month: next().filter(|month| *month <= 12), day: next(), edtf: None }
}

/// `15 Mar 2004`, `March 15, 2004`, `MAR 15`, `2004 Mar`: English names of months.
fn in_words(value: &str) -> Parts {
    let mut parts = Parts::default();
    for word in value.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty()) {
        let number = word.parse::<u32>().ok();
        match number {
            Some(_) if word.len() == 4 && parts.year.is_none() => parts.year = number,
            Some(1..=31) if word.len() <= 2 && parts.day.is_none() => parts.day = number,
            None if parts.month.is_none() => match month(word) {
                Some(month) => parts.month = Some(month),
                None => return Parts::default(),
            },
            _ => return Parts::default(),
        }
    }
    parts
}

fn month(word: &str) -> Option<u32> {
    const MONTHS: [&str; 12] = [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
    ];
    let word = word.to_lowercase();
    let found = MONTHS.iter().position(|month| word.len() >= 3 && month.starts_with(&word));
    found.or_else(|| (word == "sept").then_some(8)).and_then(|at| u32::try_from(at + 1).ok())
}

/// The date in numbers, if it is a year, month or day and no more than that.
fn plain(date: &Date) -> Option<[Option<&str>; 3]> {
    let mut pieces = date.as_str().split('-');
    let parts = [pieces.next(), pieces.next(), pieces.next()];
    let digits = |piece: &str, length: usize| {
        piece.len() == length && piece.bytes().all(|byte| byte.is_ascii_digit())
    };
    let is_plain = pieces.next().is_none()
        && parts[0].is_some_and(|year| digits(year, 4) && year != "0000")
        && parts[1].is_none_or(|month| digits(month, 2) && month <= "12")
        && parts[2].is_none_or(|day| digits(day, 2));
    is_plain.then_some(parts)
}

/// The year alone, if the date tells it and nothing else would be lost by leaving that out.
pub(super) fn year(date: &Date) -> Option<&str> {
    plain(date)?[0]
}

/// The date whole: `2004/03/15/`, and in the last part what RIS has no place for.
pub(super) fn whole(date: &Date) -> String {
    match plain(date) {
        Some([year, month, day]) => {
            let [year, month, day] = [year, month, day].map(Option::unwrap_or_default);
            format!("{year}/{month}/{day}/")
        }
        None => {
            let year = date.year().filter(|year| (1..=9999).contains(year));
            let year = year.map(|year| format!("{year:04}")).unwrap_or_default();
            format!("{year}///{date}")
        }
    }
}

/// Whether the year is all that the date tells.
pub(super) fn is_year(date: &Date) -> bool {
    plain(date).is_some_and(|parts| parts[1].is_none())
}
