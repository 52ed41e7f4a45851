//! Dates that are only partly known, put into words.
//!
//! The engine can print a plain day, month or year and panics or goes wrong on the rest. So it gets
//! a stand-in year in every case (see [`super::stand_in`]), and the words made here take its place:
//! for `2017-09-10` that is the year, with month and day left to the style; for `198X` it is "1980s".

use edtf_core::{Date, DateField, Edtf, Interval, IntervalEndpoint, YearKind};

use super::words::Words;

/// A date in words.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Worded {
    /// What stands where the style puts the year.
    pub(crate) year: String,
    /// The year as a number, where there is one: a style may print its last two digits.
    pub(crate) number: Option<i64>,
    /// Month, 1 to 12, for the style to print.
    pub(crate) month: Option<u8>,
    /// Day of the month, 1 to 31, for the style to print.
    pub(crate) day: Option<u8>,
    /// Text that sorts as the date does: digits of year, month and day.
    pub(crate) sorts_as: String,
}

/// The date in words; text that is no EDTF stays as it is. Nothing for a date that says nothing.
pub(crate) fn worded(text: &str, words: &Words) -> Option<Worded> {
    let text = text.trim();
    if text.is_empty() {
        return None;
    }
    match Edtf::parse(text) {
        Ok(Edtf::Date(date)) => from_date(&date, words),
        Ok(Edtf::DateTime(moment)) => from_date(&moment.date, words),
        Ok(Edtf::Interval(interval)) => from_interval(&interval, words),
        Ok(Edtf::Set(_)) | Err(_) => Some(literal(text.to_owned(), None, String::new())),
    }
}

/// The whole date, for where no style has a say: "September 10, 2017".
pub(crate) fn in_full(text: &str, words: &Words) -> Option<String> {
    let date = worded(text, words)?;
    Some(words.date(&date.year, date.month, date.day))
}

fn literal(year: String, number: Option<i64>, sorts_as: String) -> Worded {
    Worded { year, number, month: None, day: None, sorts_as }
}

fn from_date(date: &Date, words: &Words) -> Option<Worded> {
    let sorts_as = sort_text(date);
    let number = date.year.value();
    let day = date.day.and_then(DateField::value).filter(|day| (1..=31).contains(day));
    let month = date.month.and_then(DateField::value).filter(|month| (1..=12).contains(month));
    let plain = number.is_some() && !date.is_uncertain() && !date.is_approximate();
    let season = date.month.and_then(DateField::value).is_some_and(|month| month > 12);
    if plain && !season {
        let year = year_in_words(date, words)?;
        return Some(Worded {
            year,
            number,
            month,
            day: day.filter(|_| month.is_some()),
            sorts_as,
        });
    }
    Some(literal(in_words(date, words)?, number, sorts_as))
}

/// A whole date with what is doubtful about it: "ca. May 1992", "1992?".
fn in_words(date: &Date, words: &Words) -> Option<String> {
    let mut text = unqualified(date, words)?;
    if date.is_uncertain() {
        text.push('?');
    }
    if date.is_approximate() {
        text.insert_str(0, &format!("{} ", words.circa));
    }
    Some(text)
}

fn unqualified(date: &Date, words: &Words) -> Option<String> {
    let year = year_in_words(date, words)?;
    let day = date.day.and_then(DateField::value);
    Some(match date.month.and_then(DateField::value) {
        Some(month @ 1..=12) => words.date(&year, Some(month), day),
        Some(season) => {
            words.season(season).map_or_else(|| year.clone(), |season| format!("{season} {year}"))
        }
        None => year,
    })
}

/// The year alone: "2017", "44 BC", "1980s", "1900–1999". Nothing where no digit is known.
fn year_in_words(date: &Date, words: &Words) -> Option<String> {
    if let Some(year) = date.year.value() {
        // EDTF counts as astronomers do: year 0 is 1 BC.
        return Some(if year > 0 {
            year.to_string()
        } else {
            format!("{} {}", 1_i64.saturating_sub(year), words.before_christ)
        });
    }
    let YearKind::Standard { digits, .. } = date.year.kind else {
        return Some(format!("{:?}", date.year.kind));
    };
    let known: String =
        digits.iter().map_while(|digit| *digit).map(|digit| (b'0' + digit) as char).collect();
    match known.len() {
        0 => None,
        3 => Some(format!("{known}0s")),
        length => {
            let unknown = 4 - length;
            Some(format!("{known}{}–{known}{}", "0".repeat(unknown), "9".repeat(unknown)))
        }
    }
}

fn from_interval(interval: &Interval, words: &Words) -> Option<Worded> {
    let start = endpoint(&interval.start);
    let end = endpoint(&interval.end);
    let sorts_as = start.or(end).map(sort_text).unwrap_or_default();
    let number = start.or(end).and_then(|date| date.year.value());
    let text = match (start, end) {
        (Some(start), Some(end)) => span(start, end, words)?,
        (Some(start), None) => format!("{}–", in_words(start, words)?),
        (None, Some(end)) => format!("–{}", in_words(end, words)?),
        (None, None) => return None,
    };
    Some(literal(text, number, sorts_as))
}

/// "2004–2005", "May–June 2004", "May 1–3, 2004", "May 30–June 2, 2004", else both in full.
fn span(start: &Date, end: &Date, words: &Words) -> Option<String> {
    if let (Some(from), Some(to)) = (certain_month(start, words), certain_month(end, words))
        && start.year.value() == end.year.value()
        && words.month_first
    {
        let year = year_in_words(start, words)?;
        match (start.day.and_then(DateField::value), end.day.and_then(DateField::value)) {
            (Some(first), Some(last)) if from == to => {
                return Some(format!("{from} {first}–{last}, {year}"));
            }
            (Some(first), Some(last)) => {
                return Some(format!("{from} {first}–{to} {last}, {year}"));
            }
            (None, None) if from != to => return Some(format!("{from}–{to} {year}")),
            _ => {}
        }
    }
    Some(format!("{}–{}", in_words(start, words)?, in_words(end, words)?))
}

/// The name of the month, where the whole date is certain.
fn certain_month<'a>(date: &Date, words: &'a Words) -> Option<&'a str> {
    let month = date.month.and_then(DateField::value)?;
    let doubtful = date.is_uncertain() || date.is_approximate() || date.has_unspecified();
    words.month(month).filter(|_| !doubtful)
}

fn endpoint(end: &IntervalEndpoint) -> Option<&Date> {
    match end {
        IntervalEndpoint::Date(date)
        | IntervalEndpoint::OnOrBefore(date)
        | IntervalEndpoint::OnOrAfter(date) => Some(date),
        IntervalEndpoint::Open | IntervalEndpoint::Unknown => None,
    }
}

/// Digits that compare as the earliest day of the date does, years BC included.
fn sort_text(date: &Date) -> String {
    let year = match (date.year.value(), date.year.kind) {
        (Some(year), _) => year,
        (None, YearKind::Standard { digits, .. }) => {
            digits.iter().fold(0, |sum, digit| sum * 10 + i64::from(digit.unwrap_or(0)))
        }
        (None, _) => 0,
    };
    let shifted = year.saturating_add(1_000_000_000).clamp(0, 9_999_999_999);
    let part = |field: Option<DateField>| field.and_then(DateField::value).unwrap_or(0);
    // A season sorts with its first month: summer with June.
    let month = match part(date.month) {
        season @ 21..=24 => (season - 21) * 3 + 3,
        month => month,
    };
    format!("{shifted:010}{month:02}{:02}", part(date.day))
}

#[cfg(test)]
mod tests {
    use citationberg::LocaleCode;
    use hayagriva::archive::locales;

    use super::{in_full, worded};
    use crate::bibliography::words::Words;

    fn english() -> Words {
        Words::of(&[], None)
    }

    fn year(text: &str) -> String {
        worded(text, &english()).map(|date| date.year).unwrap_or_default()
    }

    #[test]
    fn other_languages_have_their_own_words_and_order() {
        let all = locales();
        for (language, day, about, season) in [
            ("de-DE", "10. September 2017", "ca. Mai 1992", "Sommer 2002"),
            ("fr-FR", "10 septembre 2017", "v. mai 1992", "été 2002"),
            ("es-ES", "10 de septiembre de 2017", "c. mayo de 1992", "verano 2002"),
            ("en-GB", "10 September 2017", "ca. May 1992", "Summer 2002"),
            ("ja-JP", "2017年9月10日", "およそ 1992年5月", "夏季 2002"),
        ] {
            let words = Words::of(&all, Some(&LocaleCode(language.to_owned())));
            let said = |text: &str| in_full(text, &words).unwrap_or_default();
            assert_eq!(
                [said("2017-09-10"), said("1992-05~"), said("2002-22")],
                [day, about, season],
                "{language}"
            );
        }
    }

    #[test]
    fn every_kind_of_date_reads_well() {
        for (edtf, words) in [
            ("2017-09-10", "2017"),
            ("2017-09", "2017"),
            ("198X", "1980s"),
            ("19XX", "1900–1999"),
            ("1992~", "ca. 1992"),
            ("1992?", "1992?"),
            ("1992%", "ca. 1992?"),
            ("1992-05~", "ca. May 1992"),
            ("2002-22", "Summer 2002"),
            ("2004/2005", "2004–2005"),
            ("2004-05/2004-06", "May–June 2004"),
            ("2004-05-01/2004-05-03", "May 1–3, 2004"),
            ("2004-05-30/2004-06-02", "May 30–June 2, 2004"),
            ("2003-12-30/2004-01-02", "December 30, 2003–January 2, 2004"),
            ("2004/..", "2004–"),
            ("../2005", "–2005"),
            ("-0043", "44 BC"),
            ("2004-XX", "2004"),
            ("XXXX", ""),
            ("no date at all", "no date at all"),
        ] {
            assert_eq!(year(edtf), words, "{edtf}");
        }
    }

    #[test]
    fn the_first_year_that_can_be_written_does_not_overflow() {
        assert!(year("Y-9223372036854775807").ends_with("BC"));
    }

    #[test]
    fn dates_sort_by_time() {
        let of =
            |text: &str| worded(text, &english()).map(|date| date.sorts_as).unwrap_or_default();
        let in_order = ["-0043", "0476", "198X", "1992~", "2002-22", "2002-09", "2017-09-10"];
        assert!(in_order.windows(2).all(|pair| of(pair[0]) < of(pair[1])));
    }
}
