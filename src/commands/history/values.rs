//! Values of records as people read them.

use serde_json::Value as Json;

/// How many characters of a value are shown at most.
const SHOWN: usize = 160;

/// How many characters that are the same stay before and after what differs.
const AROUND: usize = 30;

/// A value as text: lists as in a cell, a record within a record as its values.
pub(super) fn in_words(value: &Json) -> String {
    match value {
        Json::Null => String::new(),
        Json::Bool(yes) => if *yes { "yes" } else { "no" }.to_owned(),
        Json::String(text) => text.clone(),
        Json::Array(values) => joined(values.iter(), "; "),
        Json::Object(fields) => joined(fields.values(), " "),
        other => other.to_string(),
    }
}

fn joined<'v>(values: impl Iterator<Item = &'v Json>, between: &str) -> String {
    let texts = values.map(|value| match value {
        // A name and its value.
        Json::Array(pair) => joined(pair.iter(), ": "),
        // That a name is not withheld goes without saying.
        Json::Bool(false) => String::new(),
        other => in_words(other),
    });
    texts.filter(|text| !text.is_empty()).collect::<Vec<_>>().join(between)
}

/// Two values of which one became the other, each cut to what differs and a little around it, where
/// they are long.
pub(super) fn cut(before: &str, after: &str) -> (String, String) {
    let (old, new): (Vec<char>, Vec<char>) = (before.chars().collect(), after.chars().collect());
    if old.len().max(new.len()) <= SHOWN {
        return (before.to_owned(), after.to_owned());
    }
    let same = old.iter().zip(&new).take_while(|(a, b)| a == b).count();
    let rest = old.len().min(new.len()) - same;
    let ends = old.iter().rev().zip(new.iter().rev()).take(rest);
    let same_end = ends.take_while(|(a, b)| a == b).count();
    let part = |text: &[char]| {
        let start = same.saturating_sub(AROUND);
        let end = (text.len() - same_end + AROUND).min(text.len());
        let mut shown = String::new();
        if start > 0 {
            shown.push('…');
        }
        shown.push_str(&shortened(&text[start..end]));
        if end < text.len() {
            shown.push('…');
        }
        shown
    };
    (part(&old), part(&new))
}

/// A value and the one that took its place, each in a few words.
pub(crate) fn shown_briefly(before: &Json, after: Option<&Json>) -> (String, String) {
    let (before, after) = cut(&in_words(before), &after.map(in_words).unwrap_or_default());
    let nothing = |text: String| if text.is_empty() { "(none)".to_owned() } else { text };
    (nothing(before), nothing(after))
}

/// The beginning and the end of a long text.
pub(super) fn shortened(text: &[char]) -> String {
    if text.len() <= SHOWN {
        return text.iter().collect();
    }
    let (start, end) = (&text[..SHOWN * 2 / 3], &text[text.len() - SHOWN / 3..]);
    start.iter().chain(['…'].iter()).chain(end).collect()
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{cut, in_words, shortened};

    #[test]
    fn lists_and_records_are_read_as_text() {
        assert_eq!(in_words(&json!(["a", "b"])), "a; b");
        let creators = json!([{"role": "author", "name": "Sow, Awa", "unnamed": false}]);
        assert_eq!(in_words(&creators), "author Sow, Awa");
        assert_eq!(in_words(&json!([["volume", "3"], ["issue", "4"]])), "volume: 3; issue: 4");
    }

    #[test]
    fn long_texts_are_cut_to_what_differs() {
        let (start, end) = ("x".repeat(200), "y".repeat(200));
        let (old, new) = cut(&format!("{start} paid {end}"), &format!("{start} lent {end}"));
        assert_eq!(old, format!("…{} paid {}…", "x".repeat(29), "y".repeat(29)));
        assert_eq!(new, format!("…{} lent {}…", "x".repeat(29), "y".repeat(29)));
    }

    #[test]
    fn short_texts_stay_whole() {
        assert_eq!(cut("old", "new"), ("old".to_owned(), "new".to_owned()));
        let long: Vec<char> = "ab".repeat(1000).chars().collect();
        assert_eq!(shortened(&long).chars().count(), 106 + 1 + 53);
        assert_eq!(cut("", &"z".repeat(500)).0, "");
    }
}
