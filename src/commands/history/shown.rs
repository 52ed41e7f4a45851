//! A change in the form in which it leaves the program. What may be told outside is decided here and
//! in [`super::diff`], nowhere else.

use serde::Serialize;
use serde_json::Value as Json;

use super::values::in_words;
use crate::store::history::{Difference, Past};

/// One change in the answer of `history --format json`.
#[derive(Serialize)]
pub(crate) struct ShownChange<'a> {
    change: i64,
    at: &'a str,
    actor: &'a str,
    action: &'a str,
    /// Only of imports.
    imported: Vec<ShownCount<'a>>,
    records: Vec<ShownDifference<'a>>,
    redacted: bool,
}

#[derive(Serialize)]
struct ShownCount<'a> {
    records: &'a str,
    new: u64,
    updated: u64,
}

#[derive(Serialize)]
struct ShownDifference<'a> {
    record: &'a str,
    name: &'a str,
    what: &'static str,
    fields: Vec<ShownField<'a>>,
}

#[derive(Serialize)]
struct ShownField<'a> {
    field: &'a str,
    before: Option<&'a Json>,
    after: Option<&'a Json>,
}

impl<'a> ShownChange<'a> {
    /// A change as it is told.
    pub(crate) fn new(past: &'a Past) -> Self {
        let count = |(records, new, updated): &'a (String, u64, u64)| ShownCount {
            records,
            new: *new,
            updated: *updated,
        };
        ShownChange {
            change: past.number,
            at: past.at.as_str(),
            actor: &past.actor,
            action: &past.action,
            imported: past.counts.iter().map(count).collect(),
            records: past.differences.iter().map(ShownDifference::new).collect(),
            redacted: past.redacted,
        }
    }
}

impl<'a> ShownDifference<'a> {
    fn new(difference: &'a Difference) -> Self {
        let fields = difference.fields().into_iter().map(|field| ShownField {
            field: field.name,
            before: field.before,
            after: field.after,
        });
        ShownDifference {
            record: &difference.kind,
            name: &difference.name,
            what: difference.what(),
            fields: fields.collect(),
        }
    }
}

/// The columns of `history --format csv`.
pub(crate) const HEADINGS: [&str; 10] =
    ["change", "at", "actor", "action", "record", "name", "what", "field", "before", "after"];

/// The rows of one change.
pub(crate) fn rows(past: &Past) -> Vec<[String; HEADINGS.len()]> {
    let row = |[record, name, what, field, before, after]: [String; 6]| {
        let (number, at) = (past.number.to_string(), past.at.to_string());
        let (actor, action) = (past.actor.clone(), past.action.clone());
        [number, at, actor, action, record, name, what, field, before, after]
    };
    let mut rows = Vec::new();
    for (records, new, updated) in &past.counts {
        for (what, count) in [("added", new), ("changed", updated)] {
            if *count > 0 {
                let texts = [records.as_str(), "", what, "count", "", &count.to_string()];
                rows.push(row(texts.map(str::to_owned)));
            }
        }
    }
    for one in &past.differences {
        for field in one.fields() {
            let value = |value: Option<&Json>| value.map(in_words).unwrap_or_default();
            let texts = [one.kind.as_str(), &one.name, one.what(), field.name];
            let [record, name, what, of] = texts.map(str::to_owned);
            rows.push(row([record, name, what, of, value(field.before), value(field.after)]));
        }
    }
    if rows.is_empty() {
        rows.push(row(Default::default()));
    }
    rows
}
