//! The words that we put into dates ourselves, in the language of the bibliography.
//!
//! They come from the terms of CSL's locales. A locale without a term has the English one.

use citationberg::taxonomy::{OtherTerm, Term};
use citationberg::{
    DateDayForm, DateForm, DateMonthForm, DatePartName, DateStrongAnyForm, Locale, LocaleCode,
    TermForm,
};

const MONTHS: [(OtherTerm, &str); 12] = [
    (OtherTerm::Month01, "January"),
    (OtherTerm::Month02, "February"),
    (OtherTerm::Month03, "March"),
    (OtherTerm::Month04, "April"),
    (OtherTerm::Month05, "May"),
    (OtherTerm::Month06, "June"),
    (OtherTerm::Month07, "July"),
    (OtherTerm::Month08, "August"),
    (OtherTerm::Month09, "September"),
    (OtherTerm::Month10, "October"),
    (OtherTerm::Month11, "November"),
    (OtherTerm::Month12, "December"),
];

const SEASONS: [(OtherTerm, &str); 4] = [
    (OtherTerm::Season01, "Spring"),
    (OtherTerm::Season02, "Summer"),
    (OtherTerm::Season03, "Autumn"),
    (OtherTerm::Season04, "Winter"),
];

/// One part of a date in the locale's order.
#[derive(Debug, Clone)]
struct Part {
    name: DatePartName,
    before: String,
    after: String,
    /// Whether a month is a number: Japanese has no names for them.
    in_digits: bool,
}

/// How one language writes dates.
#[derive(Debug, Clone)]
pub(crate) struct Words {
    months: Vec<String>,
    seasons: Vec<String>,
    /// "ca.", without a blank.
    pub(crate) circa: String,
    /// "BC", without a blank.
    pub(crate) before_christ: String,
    order: Vec<Part>,
    /// Whether the month comes first, as in American English.
    pub(crate) month_first: bool,
}

impl Words {
    /// Those of the first locale that has each: the language itself first, English last.
    pub(crate) fn of(locales: &[Locale], language: Option<&LocaleCode>) -> Self {
        let english = language.is_none_or(LocaleCode::is_english);
        let mut ranked: Vec<&Locale> = locales.iter().collect();
        let fallback = language.and_then(LocaleCode::fallback);
        ranked.sort_by_key(|locale| {
            let code = locale.lang.as_ref();
            (code != language, code != fallback.as_ref())
        });
        let term = |term: OtherTerm, form: TermForm| {
            ranked.iter().find_map(|locale| {
                let found = locale.term(Term::Other(term), form)?.single()?.trim();
                (!found.is_empty()).then(|| found.to_owned())
            })
        };
        let all = |terms: &[(OtherTerm, &str)]| {
            let word = |(name, word): &(OtherTerm, &str)| {
                term(*name, TermForm::Long).unwrap_or_else(|| (*word).to_owned())
            };
            terms.iter().map(word).collect()
        };
        // Chicago and OSCOLA want "ca." and "c"; CSL's English has "c.", which is also "chapter".
        let circa = if english { None } else { term(OtherTerm::Circa, TermForm::Short) };
        // "1. Mai 2004"; where an ordinal is more than a full stop, the plain number stands.
        let ordinal = term(OtherTerm::Ordinal, TermForm::Long).filter(|term| term == ".");
        let order = date_order(&ranked, &ordinal.unwrap_or_default());
        Words {
            months: all(&MONTHS),
            seasons: all(&SEASONS),
            circa: circa.unwrap_or_else(|| "ca.".to_owned()),
            before_christ: term(OtherTerm::Bc, TermForm::Long).unwrap_or_else(|| "BC".to_owned()),
            month_first: order.first().is_none_or(|part| part.name == DatePartName::Month),
            order,
        }
    }

    /// The name of a month, 1 to 12.
    pub(crate) fn month(&self, number: u8) -> Option<&str> {
        self.months.get(usize::from(number).checked_sub(1)?).map(String::as_str)
    }

    /// The name of a season, 21 (spring) to 24 (winter).
    pub(crate) fn season(&self, number: u8) -> Option<&str> {
        self.seasons.get(usize::from(number).checked_sub(21)?).map(String::as_str)
    }

    /// A date as the language writes it; a day needs a month.
    pub(crate) fn date(&self, year: &str, month: Option<u8>, day: Option<u8>) -> String {
        let Some(name) = month.and_then(|month| self.month(month)) else { return year.to_owned() };
        if self.order.is_empty() {
            let day = day.map_or_else(String::new, |day| format!("{day}, "));
            return format!("{name} {day}{year}");
        }
        let mut text = String::new();
        for part in &self.order {
            let value = match part.name {
                DatePartName::Year => year.to_owned(),
                DatePartName::Month if part.in_digits => month.unwrap_or_default().to_string(),
                DatePartName::Month => name.to_owned(),
                DatePartName::Day => match day {
                    Some(day) => day.to_string(),
                    None => continue,
                },
            };
            text.push_str(&format!("{}{value}{}", part.before, part.after));
        }
        text.trim().to_owned()
    }
}

/// The order of the first locale that has a date in words.
fn date_order(ranked: &[&Locale], ordinal: &str) -> Vec<Part> {
    let text = ranked
        .iter()
        .flat_map(|locale| &locale.date)
        .find(|date| date.form == Some(DateForm::Text) && !date.date_part.is_empty());
    let Some(date) = text else { return Vec::new() };
    let delimiter = date.delimiter.clone().unwrap_or_default();
    let last = date.date_part.len() - 1;
    date.date_part
        .iter()
        .enumerate()
        .map(|(position, part)| {
            let form = part.form();
            let is_ordinal = form == DateStrongAnyForm::Day(DateDayForm::Ordinal);
            let start = if is_ordinal { ordinal } else { "" };
            let end = if position < last { delimiter.as_str() } else { "" };
            Part {
                name: part.name,
                before: part.affixes.prefix.clone().unwrap_or_default(),
                after: format!("{start}{}{end}", part.affixes.suffix.as_deref().unwrap_or("")),
                in_digits: matches!(
                    form,
                    DateStrongAnyForm::Month(
                        DateMonthForm::Numeric | DateMonthForm::NumericLeadingZeros
                    )
                ),
            }
        })
        .collect()
}
