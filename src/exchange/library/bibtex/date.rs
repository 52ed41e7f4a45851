//! Dates in BibTeX: BibLaTeX's `date`, and `year`, `month` and `day`.

use super::abbreviations::MONTHS;
use super::raw_entry::Fields;
use super::tex;
use super::value::Value;
use crate::domain::Date;

const MONTH_NAMES: [&str; 12] = [
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

/// The seasons, as EDTF counts them after the months.
const SEASONS: [&str; 5] = ["spring", "summer", "autumn", "winter", "fall"];

/// What was understood of a date.
#[derive(Debug, Default)]
pub(super) struct Understood {
    pub(super) date: Option<Date>,
    /// The field that was not understood.
    pub(super) odd: Option<&'static str>,
}

/// When an entry was issued: its `date`, else its year with what there is of month and day.
pub(super) fn issued(fields: &Fields<'_>) -> Understood {
    let text = |name: &str| fields.get(name).map(|value| plain(value));
    let mut odd = None;
    if let Some(date) = text("date") {
        match edtf(&date) {
            Some(date) => return Understood { date: Some(date), odd: None },
            None => odd = Some("date"),
        }
    }
    let Some(year) = text("year").filter(|year| !year.is_empty()) else {
        return Understood { date: None, odd };
    };
    let Some(date) = edtf(&year) else { return Understood { date: None, odd: Some("year") } };
    let (month, day) = (text("month").unwrap_or_default(), text("day").unwrap_or_default());
    let simple =
        date.as_str().len() == 4 && date.as_str().bytes().all(|byte| byte.is_ascii_digit());
    if month.is_empty() || !simple {
        return Understood { date: Some(date), odd };
    }
    match with_month(date.as_str(), &month, &day) {
        Some(date) => Understood { date: Some(date), odd },
        None => Understood { date: Some(date), odd: Some("month") },
    }
}

/// The text of a value that is a date; braces and the like are of no account.
fn plain(value: &Value<'_>) -> String {
    tex::decode(&value.tex()).replace('\u{a0}', " ").trim().to_owned()
}

/// A date or year as people write it, as EDTF.
pub(super) fn edtf(text: &str) -> Option<Date> {
    let text = text.trim();
    if let Ok(date) = text.parse() {
        return Some(date);
    }
    let digits = |text: &str| (text.len() == 4).then(|| text.parse::<u16>().ok()).flatten();
    if let Some((from, to)) = text.split_once(['–', '—', '/', '-']) {
        let (from, to) = (from.trim(), to.trim_start_matches('-').trim());
        if let (Some(_), Some(_)) = (digits(from), digits(to)) {
            return format!("{from}/{to}").parse().ok();
        }
    }
    for about in ["circa", "ca.", "ca", "c."] {
        if let Some(year) = text.strip_prefix(about).map(str::trim)
            && digits(year).is_some()
        {
            return format!("{year}~").parse().ok();
        }
    }
    let inside = text.strip_prefix('[').and_then(|text| text.strip_suffix(']'));
    inside.filter(|year| digits(year).is_some()).and_then(|year| year.parse().ok())
}

fn with_month(year: &str, month: &str, day: &str) -> Option<Date> {
    let words = month.split(|c: char| !c.is_alphanumeric()).filter(|word| !word.is_empty());
    let (mut months, mut days) = (Vec::new(), Vec::new());
    for word in words {
        match (number_of_month(word), word.parse::<u8>()) {
            (Some(month), _) => months.push(month),
            (None, Ok(number)) => days.push(number),
            (None, Err(_)) => return None,
        }
    }
    // A number alone is the month; beside a name it is the day.
    if months.is_empty() && days.len() == 1 {
        months.append(&mut days);
    }
    if days.is_empty() && !day.is_empty() {
        days.push(day.trim_end_matches('.').parse().ok()?);
    }
    let text = match (months.as_slice(), days.as_slice()) {
        ([month], []) => format!("{year}-{month:02}"),
        ([month], [day]) => format!("{year}-{month:02}-{day:02}"),
        ([from, to], []) if from < to => format!("{year}-{from:02}/{year}-{to:02}"),
        _ => return None,
    };
    text.parse().ok()
}

fn number_of_month(word: &str) -> Option<u8> {
    let word = word.to_lowercase();
    let short = word.len() >= 3;
    let month = MONTH_NAMES.iter().position(|name| short && name.starts_with(&word));
    let season = || SEASONS.iter().position(|name| *name == word);
    let number = month.map(|at| at + 1).or_else(|| {
        let season = season()?;
        Some(21 + if season == 4 { 2 } else { season })
    })?;
    u8::try_from(number).ok()
}

/// The fields that say a date in BibTeX: year, month and day where they can, else beside the year
/// BibLaTeX's `date`, which BibTeX leaves alone.
pub(super) fn write_bibtex(date: &Date, field: &mut dyn FnMut(&'static str, Value<'static>)) {
    let text = date.as_str();
    let parts: Vec<&str> = text.split('-').collect();
    let number = |part: &str, length: usize| {
        part.len() == length && part.bytes().all(|b| b.is_ascii_digit())
    };
    let month = |part: &str| {
        number(part, 2)
            .then(|| part.parse::<usize>().ok())
            .flatten()
            .and_then(|m| MONTHS.get(m.wrapping_sub(1)))
    };
    match parts.as_slice() {
        [year] if number(year, 4) => field("year", Value::text((*year).to_owned())),
        [year, month_part] if number(year, 4) && month(month_part).is_some() => {
            field("year", Value::text((*year).to_owned()));
            field("month", Value::Expression(month(month_part).map_or("", |name| *name).into()));
        }
        [year, month_part, day]
            if number(year, 4) && month(month_part).is_some() && number(day, 2) =>
        {
            field("year", Value::text((*year).to_owned()));
            field("month", Value::Expression(month(month_part).map_or("", |name| *name).into()));
            field("day", Value::text((*day).to_owned()));
        }
        _ => {
            if let Some(year) = date.year() {
                field("year", Value::text(year.to_string()));
            }
            field("date", Value::text(text.to_owned()));
        }
    }
}
