//! What a change made different, record by record and field by field.

use std::collections::{HashMap, VecDeque};

use serde_json::Value as Json;

use super::records::{kind, number};
use super::words::{identity, name};

/// A record before and after a change. At least one of the two is there.
#[derive(Debug, Clone, PartialEq)]
pub struct Difference {
    /// The kind of record: `claim`, `rule-severity`.
    pub kind: String,
    /// What people call it: "claim c3", as it is called after the change where it still is.
    pub name: String,
    /// It as it was; none where it is new.
    pub before: Option<Json>,
    /// It as it is; none where it is gone.
    pub after: Option<Json>,
}

/// A field that differs; nothing where it has no value.
#[derive(Debug, Clone, PartialEq)]
pub struct FieldDifference<'d> {
    /// The name of the field, as in the case folder.
    pub name: &'d str,
    /// Its value before.
    pub before: Option<&'d Json>,
    /// Its value after.
    pub after: Option<&'d Json>,
}

impl Difference {
    /// That of a record before and after; `None` where neither is one.
    pub fn between(before: Option<Json>, after: Option<Json>) -> Option<Self> {
        let record = after.as_ref().or(before.as_ref())?;
        let kind = kind(record)?.to_owned();
        Some(Difference { kind, name: name(record), before, after })
    }

    /// Whether it is new, gone, or changed.
    pub fn what(&self) -> &'static str {
        match (&self.before, &self.after) {
            (None, _) => "added",
            (_, None) => "removed",
            _ => "changed",
        }
    }

    /// The fields in which it differs, in their order. Of a record that is new or gone, those that
    /// have a value.
    pub fn fields(&self) -> Vec<FieldDifference<'_>> {
        let value = |record: &'_ Option<Json>, name: &str| -> Option<Json> {
            record.as_ref()?.get(name).cloned()
        };
        let Some(fields) = self.after.as_ref().or(self.before.as_ref()).and_then(Json::as_object)
        else {
            return Vec::new();
        };
        fields
            .keys()
            .filter(|name| *name != "record" && *name != "number")
            .filter(|name| value(&self.before, name) != value(&self.after, name))
            .map(|name| FieldDifference {
                name,
                before: self.before.as_ref().and_then(|record| given(record, name)),
                after: self.after.as_ref().and_then(|record| given(record, name)),
            })
            .filter(|field| field.before.is_some() || field.after.is_some())
            .collect()
    }
}

/// The value of a field, if there is one.
fn given<'r>(record: &'r Json, name: &str) -> Option<&'r Json> {
    record.get(name).filter(|value| match value {
        Json::Null => false,
        Json::Array(values) => !values.is_empty(),
        _ => true,
    })
}

/// Pairs the records before a change with those after it. Records that are the same before and after
/// (an import wrote them twice) are no difference.
pub(in crate::store) fn differences(before: Vec<Json>, after: Vec<Json>) -> Vec<Difference> {
    let mut before: Vec<Option<Json>> = before.into_iter().map(Some).collect();
    let mut pairs: Vec<(Option<Json>, Json)> = after.into_iter().map(|new| (None, new)).collect();
    pair(&mut before, &mut pairs, |record| Some(record.to_string()));
    pairs.retain(|(old, _)| old.is_none());
    // First those that are called the same; what is left over by what stands in its place, because a
    // new key makes other records of all that name it.
    pair(&mut before, &mut pairs, |record| {
        number(record).map(|number| format!("citation {number}"))
    });
    pair(&mut before, &mut pairs, |record| Some(identity(record)));
    let old = count(before.iter().flatten());
    let new = count(pairs.iter().filter(|pair| pair.0.is_none()).map(|pair| &pair.1));
    pair(&mut before, &mut pairs, |record| {
        let kind = kind(record)?;
        (old.get(kind) == new.get(kind)).then(|| kind.to_owned())
    });
    let there = pairs.into_iter().map(|(old, new)| Difference::between(old, Some(new)));
    let gone = before.into_iter().flatten().map(|old| Difference::between(Some(old), None));
    let mut found: Vec<Difference> = there.chain(gone).flatten().collect();
    // What follows from a change to a claim or source stands behind that.
    found.sort_by_key(|one| one.kind != "claim" && one.kind != "source");
    found
}

/// Puts to each new record the first old one of the same mark that is still free.
fn pair(
    before: &mut [Option<Json>],
    pairs: &mut [(Option<Json>, Json)],
    mark: impl Fn(&Json) -> Option<String>,
) {
    let mut free: HashMap<String, VecDeque<usize>> = HashMap::new();
    for (place, old) in before.iter().enumerate() {
        if let Some(mark) = old.as_ref().and_then(&mark) {
            free.entry(mark).or_default().push_back(place);
        }
    }
    for (old, new) in pairs.iter_mut().filter(|pair| pair.0.is_none()) {
        let place = mark(new).and_then(|mark| free.get_mut(&mark)?.pop_front());
        *old = place.and_then(|place| before[place].take());
    }
}

/// How many records there are of each kind.
fn count<'r>(records: impl Iterator<Item = &'r Json>) -> HashMap<String, usize> {
    let mut counts = HashMap::new();
    for kind in records.filter_map(kind) {
        *counts.entry(kind.to_owned()).or_default() += 1;
    }
    counts
}

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json};

    use super::differences;

    fn claim(key: &str, statement: &str) -> Json {
        json!({ "record": "claim", "key": key, "statement": statement, "note": null, "tags": [] })
    }

    fn citation(number: i64, claim: &str) -> Json {
        json!({ "record": "citation", "number": number, "claim": claim, "source": "wire" })
    }

    fn shown(before: Vec<Json>, after: Vec<Json>) -> Vec<String> {
        let shown = |field: &super::FieldDifference<'_>| {
            let value = |value: Option<&Json>| value.map_or("-".to_owned(), Json::to_string);
            format!("{} {} > {}", field.name, value(field.before), value(field.after))
        };
        differences(before, after)
            .iter()
            .map(|one| {
                let fields: Vec<_> = one.fields().iter().map(shown).collect();
                format!("{} {}: {}", one.name, one.what(), fields.join(", "))
            })
            .collect()
    }

    #[test]
    fn only_what_differs_is_told() {
        let told = shown(vec![claim("c1", "old")], vec![claim("c1", "new")]);
        assert_eq!(told, [r#"claim c1 changed: statement "old" > "new""#]);
    }

    #[test]
    fn a_new_record_tells_what_it_has() {
        let told = shown(vec![], vec![claim("c1", "new")]);
        assert_eq!(told, [r#"claim c1 added: key - > "c1", statement - > "new""#]);
    }

    #[test]
    fn a_new_key_is_a_change_and_so_is_what_names_it() {
        let before = vec![citation(4, "c1"), citation(7, "c1"), claim("c1", "s")];
        let after = vec![citation(4, "c9"), citation(7, "c9"), claim("c9", "s")];
        let told = shown(before, after);
        assert_eq!(
            told,
            [
                r#"claim c9 changed: key "c1" > "c9""#,
                r#"citation 4 (c9 → wire) changed: claim "c1" > "c9""#,
                r#"citation 7 (c9 → wire) changed: claim "c1" > "c9""#,
            ]
        );
    }

    #[test]
    fn what_was_written_twice_is_told_once() {
        let before = vec![claim("c1", "a"), claim("c1", "b")];
        let told = shown(before, vec![claim("c1", "b"), claim("c1", "c")]);
        assert_eq!(told, [r#"claim c1 changed: statement "a" > "c""#]);
    }

    #[test]
    fn what_is_gone_tells_what_it_was() {
        let told = shown(vec![citation(4, "c1"), claim("c1", "a")], vec![]);
        assert_eq!(
            told,
            [
                r#"claim c1 removed: key "c1" > -, statement "a" > -"#,
                r#"citation 4 (c1 → wire) removed: claim "c1" > -, source "wire" > -"#,
            ]
        );
    }
}
