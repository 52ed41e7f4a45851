//! A change in the form in which it leaves the program. What may be told of it outside was decided
//! before, by [`crate::transfer::PastOutside`].

use serde::Serialize;
use serde_json::Value as Json;

use super::values::in_words;
use crate::store::history::{Difference, Disclosed, Past};

/// One change in the answer of `history --format json`.
#[derive(Serialize)]
pub(crate) struct ShownChange<'a> {
    change: i64,
    at: &'a str,
    actor: &'a str,
    action: &'a str,
    /// Only of imports.
    imported: Vec<ShownCount<'a>>,
    /// Only where something confidential was shown outside.
    disclosed: Option<ShownDisclosure<'a>>,
    records: Vec<ShownDifference<'a>>,
    /// How many records are not among them because they cannot be shown outside.
    left_out: usize,
    redacted: bool,
}

#[derive(Serialize)]
struct ShownCount<'a> {
    records: &'a str,
    new: u64,
    updated: u64,
}

#[derive(Serialize)]
struct ShownDisclosure<'a> {
    confidential: usize,
    background: usize,
    texts: usize,
    to: &'a str,
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
            disclosed: past.disclosed.as_ref().map(ShownDisclosure::new),
            records: past.differences.iter().map(ShownDifference::new).collect(),
            left_out: past.left_out,
            redacted: past.redacted,
        }
    }
}

impl<'a> ShownDisclosure<'a> {
    fn new(disclosed: &'a Disclosed) -> Self {
        let Disclosed { confidential, background, texts, to } = disclosed;
        ShownDisclosure { confidential: *confidential, background: *background, texts: *texts, to }
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
    if let Some(Disclosed { confidential, background, texts, to }) = &past.disclosed {
        let counts = [("confidential", confidential), ("background", background), ("texts", texts)];
        for (field, count) in counts.iter().filter(|(_, count)| **count > 0) {
            let texts = ["disclosure", to, "shown", field, "", &count.to_string()];
            rows.push(row(texts.map(str::to_owned)));
        }
    }
    if past.left_out > 0 {
        let texts = ["", "", "left out", "count", "", &past.left_out.to_string()];
        rows.push(row(texts.map(str::to_owned)));
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
