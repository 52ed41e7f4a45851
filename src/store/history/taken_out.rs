//! Whether a change says what it said, but for names that a redaction took out.

use serde_json::Value as Json;

/// What stands for what is taken out; a name or a key has a number behind it.
const STAND_IN: &str = "redacted";

/// What stands in front of a creator who is not named.
const UNNAMED: &str = "unnamed: ";

/// Fields in which no name can stand: no redaction alters them.
const STAYS: [&str; 14] = [
    "record",
    "kind",
    "role",
    "lineage",
    "standing",
    "grade",
    "confidentiality",
    "nature",
    "stance",
    "relation",
    "verdict",
    "number",
    "changes",
    "stand_ins",
];

/// Fields that a redaction empties in records of other kinds than sources, or in what an earlier
/// redaction said of itself.
const EMPTIED: [&str; 5] = ["locator", "quote", "note", "from", "seal"];

/// Whether the records of a change differ in nothing but that text is replaced by a stand-in, a field of a
/// source is emptied, or a spelling or distinction of names is gone. What a redaction leaves is so; not
/// all that is so was left by one, but whatever another put there tells nothing in its place.
pub(super) fn only_taken_out(before: Option<&str>, after: Option<&str>) -> bool {
    if before == after {
        return true;
    }
    let records = |text: Option<&str>| -> Option<Vec<Json>> {
        text.map_or(Some(Vec::new()), |text| serde_json::from_str(text).ok())
    };
    match (records(before), records(after)) {
        (Some(before), Some(after)) => in_order(&before, &after, record, is_about_names),
        _ => false,
    }
}

/// Whether the values that are left fit those that were, each in its place; others may be gone.
fn in_order(
    before: &[Json],
    after: &[Json],
    fits: impl Fn(&Json, &Json) -> bool,
    may_go: impl Fn(&Json) -> bool,
) -> bool {
    let mut left = after.iter().peekable();
    for one in before {
        match left.next_if(|kept| fits(one, kept)) {
            Some(_) => {}
            None if may_go(one) => {}
            None => return false,
        }
    }
    left.next().is_none()
}

fn is_about_names(record: &Json) -> bool {
    ["alias", "distinction"].iter().any(|kind| record["record"] == **kind)
}

fn record(before: &Json, after: &Json) -> bool {
    value("", before, after, before["record"] == "source")
}

fn value(field: &str, before: &Json, after: &Json, in_source: bool) -> bool {
    if before == after {
        return true;
    }
    if STAYS.contains(&field) {
        return false;
    }
    match (before, after) {
        // Pinned anew: a digest of evidence with the name in it would confirm a guess.
        (Json::Object(_) | Json::String(_), Json::Object(_)) if field == "pin" => true,
        (Json::Object(before), Json::Object(after)) => {
            let names = || before.keys().chain(after.keys());
            names().all(|name| match (before.get(name), after.get(name)) {
                (Some(before), Some(after)) => value(name, before, after, in_source),
                // An export without what is confidential leaves pins out.
                (None, Some(_)) => name == "pin",
                _ => false,
            })
        }
        (Json::Array(before), Json::Array(after)) => in_order(
            before,
            after,
            |before, after| value(field, before, after, in_source),
            |_| in_source,
        ),
        (Json::String(before), Json::String(after)) => text(before, after),
        (_, Json::Null) => EMPTIED.contains(&field) || (in_source && field != "key"),
        _ => false,
    }
}

/// Whether a text is another with stand-ins in the place of some of its parts.
fn text(before: &str, after: &str) -> bool {
    if after == STAND_IN {
        return true;
    }
    let (before, after) = (before.replace(UNNAMED, ""), after.replace(UNNAMED, ""));
    let parts = around_stand_ins(&after);
    let [first, middle @ .., last] = &parts[..] else { return before == after };
    let Some(mut rest) = before.strip_prefix(first).and_then(|rest| rest.strip_suffix(last)) else {
        return false;
    };
    middle.iter().all(|part| match rest.split_once(part) {
        Some((_, behind)) => {
            rest = behind;
            true
        }
        None => false,
    })
}

/// The parts of a text around `redacted 1` and `redacted-1`.
fn around_stand_ins(text: &str) -> Vec<&str> {
    let (mut parts, mut start, mut from) = (Vec::new(), 0, 0);
    while let Some(found) = text[from..].find(STAND_IN) {
        let at = from + found;
        from = at + STAND_IN.len();
        let behind = &text[from..];
        let Some(number) = behind.strip_prefix([' ', '-']) else { continue };
        let digits = number.bytes().take_while(u8::is_ascii_digit).count();
        if digits > 0 {
            parts.push(&text[start..at]);
            from += 1 + digits;
            start = from;
        }
    }
    parts.push(&text[start..]);
    parts
}

#[cfg(test)]
mod tests {
    use super::only_taken_out;

    fn taken_out(before: &str, after: &str) -> bool {
        only_taken_out(Some(before), Some(after))
    }

    #[test]
    fn a_name_that_gave_way_to_a_stand_in_is_taken_out() {
        for (before, after) in [
            (
                r#"[{"record":"claim","note":"as Okafor says"}]"#,
                r#"[{"record":"claim","note":"as redacted 1 says"}]"#,
            ),
            (
                r#"[{"record":"source","key":"okafor","creators":["interviewee: Okafor, Ada"],"note":"x"}]"#,
                r#"[{"record":"source","key":"redacted-1","creators":["interviewee: unnamed: redacted 1"],"note":null}]"#,
            ),
            (
                r#"[{"record":"alias","name":"Okafor"},{"record":"claim","key":"c"}]"#,
                r#"[{"record":"claim","key":"c"}]"#,
            ),
            (
                r#"[{"record":"claim","note":"Okafor met Sow, and Okafor left"}]"#,
                r#"[{"record":"claim","note":"redacted 1 met redacted 12, and redacted 1 left"}]"#,
            ),
        ] {
            assert!(taken_out(before, after), "{after}");
        }
    }

    #[test]
    fn another_text_is_not() {
        let before =
            r#"[{"record":"claim","statement":"He was paid.","note":"Okafor","verdict":"true"}]"#;
        for after in [
            r#"[{"record":"claim","statement":"He was not paid.","note":"Okafor","verdict":"true"}]"#,
            r#"[{"record":"claim","statement":"redacted 1 was not paid.","note":"Okafor","verdict":"true"}]"#,
            r#"[{"record":"claim","statement":null,"note":"Okafor","verdict":"true"}]"#,
            r#"[{"record":"claim","statement":"He was paid.","note":"Okafor","verdict":"redacted 1"}]"#,
            r#"[{"record":"claim","statement":"He was paid.","note":"Okafor"}]"#,
            "[]",
            "what",
        ] {
            assert!(!taken_out(before, after), "{after}");
        }
        assert!(!only_taken_out(None, Some(before)));
        assert!(!only_taken_out(Some(before), None));
    }
}
