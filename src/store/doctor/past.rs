//! What history says of a record.

use serde::de::DeserializeOwned;
use serde_json::Value as Json;

use super::super::digest::{Digester, RecordDigest};
use super::super::engine::{Engine, params};
use super::super::{Citations, Store};
use crate::domain::{
    Alias, Assignment, Citation, Claim, Distinction, Lineage, Review, ReviewPolicySetting,
    RuleSeverity, Source, Waiver,
};
use crate::error::Result;

/// The records in a column `before` or `after`; nothing where it holds something else.
pub(super) fn records(text: Option<&str>) -> Vec<Json> {
    text.and_then(|text| serde_json::from_str(text).ok()).unwrap_or_default()
}

/// The record that a change wrote at this place of its column `after`.
pub(super) fn record(store: &Store, change: i64, position: i64) -> Result<Option<Json>> {
    let sql =
        "SELECT json_extract(after, '$[' || :position || ']') AS text FROM change WHERE id = :id";
    let found = store.texts(sql, params! { id: change, position: position })?;
    Ok(found.first().and_then(|text| serde_json::from_str(text).ok()))
}

/// The digest of a record as history keeps it; `None` for what is no record.
pub(super) fn digest(record: &Json, digester: &mut Digester) -> Option<RecordDigest> {
    fn read<T: DeserializeOwned>(record: &Json) -> Option<T> {
        serde_json::from_value(record.clone()).ok()
    }
    match record.get("record")?.as_str()? {
        "source" => read::<Source>(record).map(|source| digester.source(&source)),
        "claim" => read::<Claim>(record).map(|claim| digester.claim(&claim)),
        "citation" => read::<Citation>(record).map(|citation| digester.citation(&citation)),
        "lineage" => read::<Lineage>(record).map(|lineage| digester.lineage(&lineage)),
        "review" => read::<Review>(record).map(|review| digester.review(&review)),
        "waiver" => read::<Waiver>(record).map(|waiver| digester.waiver(&waiver)),
        "distinction" => read::<Distinction>(record).map(|said| digester.distinction(&said)),
        "alias" => read::<Alias>(record).map(|alias| digester.alias(&alias)),
        "rule-severity" => read::<RuleSeverity>(record).map(|set| digester.rule_severity(&set)),
        "assignment" => read::<Assignment>(record).map(|it| digester.assignment(&it)),
        "review-policy" => {
            read::<ReviewPolicySetting>(record).map(|set| digester.review_policy(&set))
        }
        _ => None,
    }
}

/// A record as a user calls it.
pub(super) fn name(record: &Json) -> String {
    let field = |name: &str| record[name].as_str().unwrap_or("?");
    match field("record") {
        "citation" => format!("citation of `{}` by claim `{}`", field("source"), field("claim")),
        "lineage" => format!("lineage from `{}` to `{}`", field("source"), field("origin")),
        "review" => format!("review of claim `{}` by {}", field("claim"), field("reviewer")),
        "waiver" => format!("waiver of {} for claim `{}`", field("rule"), field("claim")),
        "distinction" => format!("that {} and {} are two", field("name"), field("other")),
        "alias" => format!("that {} is a spelling of {}", field("spelling"), field("name")),
        "rule-severity" => format!("severity of {}", field("rule")),
        "assignment" => {
            format!("assignment of claim `{}` to {}", field("claim"), field("reviewer"))
        }
        "review-policy" => "what was said of reviewing".to_owned(),
        entity => format!("{entity} `{}`", field("key")),
    }
}

/// Whether two records of one kind would be called the same.
pub(super) fn same_place(one: &Json, other: &Json) -> bool {
    name(one) == name(other)
}

/// The names of the fields in which two records differ.
pub(super) fn differing(one: &Json, other: &Json) -> Vec<String> {
    let (Some(one), Some(other)) = (one.as_object(), other.as_object()) else { return Vec::new() };
    // Older histories do not know the numbers of citations.
    let differs = |name: &&String| *name != "number" && one.get(*name) != other.get(*name);
    one.keys().filter(differs).cloned().collect()
}

/// A change as a reader knows it.
pub(super) fn change(store: &Store, id: i64) -> Result<String> {
    let sql =
        "SELECT 'change ' || id || ' (' || action || ' by ' || actor || ', ' || at || ')' AS text
               FROM change WHERE id = :id";
    Ok(store.texts(sql, params! { id: id })?.pop().unwrap_or_else(|| format!("change {id}")))
}

/// Whether an import, which keeps no record of its rows, may have written this record anew since, or
/// it cannot be read, which is reported elsewhere.
pub(super) fn accounted_for(store: &Store, lost: &Json, change: i64) -> Result<bool> {
    let field = |name: &str| lost[name].as_str().unwrap_or_default();
    let version = match field("record") {
        "source" => store.find_source(field("key")).map(|row| row.map(|row| row.version)),
        "claim" => store.find_claim(field("key")).map(|row| row.map(|row| row.version)),
        "citation" => store.citations(Citations::OfClaim(field("claim"))).map(|_| None),
        "lineage" => store.origins_of(field("source")).map(|_| None),
        "review" => store.each_review(Some(field("claim")), |_| Ok(())).map(|()| None),
        "distinction" => store.distinctions().map(|_| None),
        "alias" => store.aliases().map(|_| None),
        "rule-severity" => store.rule_severities().map(|_| None),
        "assignment" => store.each_assignment(Some(field("claim")), |_| Ok(())).map(|()| None),
        "review-policy" => store.review_policy().map(|_| None),
        _ => store.each_waiver(Some(field("claim")), |_| Ok(())).map(|()| None),
    };
    match version {
        Err(_) => Ok(true),
        Ok(Some(version)) if version >= change => Imports::default().contain(store, version),
        Ok(_) => Ok(false),
    }
}

/// Changes that wrote records without keeping them: imports, and changes that were redacted.
const KEEPS_NONE: &str =
    "(salt IS NULL OR (after IS NOT NULL AND substr(after, 1, 11) <> '[{\"record\":'))";

/// Remembers of the change asked for last whether it is such a change.
#[derive(Default)]
pub(super) struct Imports(Option<(i64, bool)>);

impl Imports {
    /// Whether this change is an import or was redacted.
    pub(super) fn contain(&mut self, store: &Store, change: i64) -> Result<bool> {
        match self.0 {
            Some((known, answer)) if known == change => Ok(answer),
            _ => {
                let sql = format!("SELECT {KEEPS_NONE} AS number FROM change WHERE id = :id");
                let answer = store.number(&sql, params! { id: change })? != 0;
                self.0 = Some((change, answer));
                Ok(answer)
            }
        }
    }
}

/// What can be said of a difference among records that history does not keep one by one.
pub(super) fn among_imports(store: &Store) -> Result<String> {
    const NAMED: usize = 5;
    let mut names = Vec::new();
    let mut more = 0;
    let sql = format!("SELECT id FROM change WHERE {KEEPS_NONE}");
    store.engine.query(&sql, params! {}, &mut |row| {
        if names.len() < NAMED {
            names.push(change(store, row.integer("id")?)?);
        } else {
            more += 1;
        }
        Ok(())
    })?;
    if names.is_empty() {
        return Ok("the records differ from what history says, in a way that names none".to_owned());
    }
    let mut among = names.join(", ");
    if more > 0 {
        among.push_str(&format!(" and {more} others"));
    }
    Ok(format!("a record was changed, added or removed outside twosource among those of {among}"))
}
