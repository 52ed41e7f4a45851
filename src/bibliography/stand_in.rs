//! Stand-in years: what the engine prints in place of a date's year, and what goes there instead.

use std::collections::BTreeMap;

use super::date::{Worded, worded};
use super::item::Item;
use super::marks;
use super::runs::Run;
use super::words::Words;

/// Years of five digits, so that no true year is taken for one.
const FIRST: i16 = 10_000;
const LAST: i16 = 32_700;

/// A date on its way through the engine.
#[derive(Debug, Clone)]
pub(crate) struct StandIn {
    /// The digits to look for in what the engine printed.
    pub(crate) digits: String,
    /// What they stand for.
    pub(crate) date: Worded,
    /// Whether it is the date of publication.
    pub(crate) issued: bool,
}

/// A stand-in for each date of the item, by its CSL variable.
///
/// No two are alike, and none is part of a text of the item. The last two digits are those of the
/// true year, for styles that print no more.
pub(crate) fn stand_ins(item: &Item, words: &Words) -> BTreeMap<String, StandIn> {
    let mut taken: Vec<String> = Vec::new();
    let mut dates = BTreeMap::new();
    for (variable, text) in &item.dates {
        let Some(date) = worded(&marks::one_line(text), words) else { continue };
        let short = date.number.map_or(0, |year| i16::try_from(year.rem_euclid(100)).unwrap_or(0));
        let Some(digits) = (FIRST..LAST)
            .step_by(100)
            .map(|century| (century + short).to_string())
            .find(|digits| !taken.contains(digits) && !occurs(item, digits))
        else {
            continue;
        };
        taken.push(digits.clone());
        dates.insert(variable.clone(), StandIn { digits, date, issued: variable == "issued" });
    }
    dates
}

fn occurs(item: &Item, digits: &str) -> bool {
    let in_names = |agents: &Vec<super::item::Agent>| {
        agents.iter().any(|agent| agent.reading_order().contains(digits))
    };
    item.texts.values().any(|text| text.contains(digits)) || item.names.values().any(in_names)
}

/// `text` with every stand-in replaced by what `words` makes of it; true where `issued` was there.
pub(crate) fn replaced(
    text: &str,
    stand_ins: &[StandIn],
    words: impl Fn(&StandIn) -> String,
) -> (String, bool) {
    let mut text = text.to_owned();
    let mut issued = false;
    for stand_in in stand_ins {
        if text.contains(&stand_in.digits) {
            issued |= stand_in.issued;
            text = text.replace(&stand_in.digits, &words(stand_in));
        }
    }
    (text, issued)
}

/// Puts the words of dates in the place of their stand-ins, and a year suffix behind the first date
/// of publication; true where there was one.
pub(crate) fn put_dates(runs: &mut [Run], stand_ins: &[StandIn], suffix: Option<&str>) -> bool {
    let mut suffix = suffix;
    let mut dated = false;
    for run in runs {
        let words = |stand_in: &StandIn| {
            let suffix = suffix.filter(|_| stand_in.issued).unwrap_or("");
            format!("{}{suffix}", stand_in.date.year)
        };
        let (text, issued) = replaced(&run.text, stand_ins, words);
        run.text = text;
        if issued {
            dated = true;
            suffix = None;
        }
    }
    dated
}
