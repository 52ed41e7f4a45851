//! Locators as the engine takes them.

use std::str::FromStr;

use citationberg::taxonomy::Locator as Label;

use super::marks;
use crate::domain::Locator;

/// A place in a source: CSL's label, and what stands after it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Place {
    pub(crate) label: Label,
    pub(crate) value: String,
}

impl Place {
    /// The place that a locator of the casebook names; one without a label prints as it stands.
    pub(crate) fn of(locator: &str) -> Option<Self> {
        let text = marks::one_line(locator);
        if text.is_empty() {
            return None;
        }
        let parsed = Locator::parse(&text);
        let label = parsed.label.and_then(|label| match label {
            "article" => Some(Label::ArticleLocator),
            "title" => Some(Label::TitleLocator),
            label => Label::from_str(label).ok(),
        });
        let (label, value) = match label {
            Some(label) => (label, parsed.value),
            // CSL has no word for this one, so the user's own word is printed with it.
            None => (Label::Custom, text.as_str()),
        };
        let value = if is_numbers(value) { value.to_owned() } else { marks::hide_in_number(value) };
        Some(Place { label, value })
    }
}

/// Numbers, ranges and lists of them: there the engine is right to print `12-14` as "12–14".
fn is_numbers(value: &str) -> bool {
    value.split([',', '-', '–', '&']).all(|part| {
        let part = part.trim();
        !part.is_empty() && part.chars().all(|digit| digit.is_ascii_digit())
    })
}

#[cfg(test)]
mod tests {
    use citationberg::taxonomy::Locator as Label;

    use super::{Place, marks};

    #[test]
    fn only_ranges_of_numbers_are_left_to_the_engine() {
        for (locator, label, value) in [
            ("page 12-14", Label::Page, "12-14"),
            ("12", Label::Page, "12"),
            ("article 11", Label::ArticleLocator, "11"),
            ("docket 96-450", Label::Custom, "docket 96-450"),
            ("section 1605A-2", Label::Section, "1605A-2"),
            ("near the end", Label::Custom, "near the end"),
        ] {
            let place = Place::of(locator).unwrap();
            let shown: String = place.value.chars().filter_map(marks::reveal).collect();
            assert_eq!((place.label, shown.as_str()), (label, value));
            let protected = place.value.chars().any(marks::is_mark);
            assert_eq!(protected, value.contains('-') && value != "12-14", "{locator}");
        }
        assert_eq!(Place::of(" "), None);
    }
}
