//! What people call a record.

use serde_json::Value as Json;

use super::records::{kind, number, text};

/// A record by its kind and what tells it from others: "claim c3", "citation 4 (c3 → wire)".
pub(in crate::store) fn name(record: &Json) -> String {
    let field = |name| text(record, name);
    match kind(record).unwrap_or_default() {
        "citation" => {
            let number = number(record).map(|number| format!(" {number}")).unwrap_or_default();
            format!("citation{number} ({} → {})", field("claim"), field("source"))
        }
        "lineage" => format!("lineage ({} → {})", field("source"), field("origin")),
        "review" => format!("review of {} by {}", field("claim"), field("reviewer")),
        "waiver" => format!("waiver of {} for {}", field("rule"), field("claim")),
        "distinction" => format!("distinction of {} and {}", field("name"), field("other")),
        "alias" => format!("spelling {} of {}", field("spelling"), field("name")),
        "rule-severity" => format!("severity of {}", field("rule")),
        "assignment" => format!("assignment of {} to {}", field("claim"), field("reviewer")),
        "review-policy" => "review policy".to_owned(),
        kind => format!("{kind} {}", field("key")),
    }
}

/// What tells a record from the others of its kind, before and after a change alike.
pub(super) fn identity(record: &Json) -> String {
    let kind = kind(record).unwrap_or_default();
    let fields: &[&str] = match kind {
        "citation" => &["claim", "source"],
        "lineage" => &["source", "origin", "relation"],
        "review" => &["claim", "reviewer", "reviewed_at"],
        "waiver" => &["claim", "rule"],
        "distinction" => &["name", "other"],
        "alias" => &["spelling"],
        "rule-severity" => &["rule"],
        "assignment" => &["claim", "reviewer"],
        "review-policy" => &[],
        _ => &["key"],
    };
    // No key or name holds a control character.
    let values = fields.iter().map(|field| text(record, field));
    [kind].into_iter().chain(values).collect::<Vec<_>>().join("\u{1f}")
}
