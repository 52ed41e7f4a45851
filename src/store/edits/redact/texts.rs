//! Which fields of the records hold text in which a name may stand, people, and keys.

/// The fields of each kind of record that hold what a user writes in words of their own.
pub(super) const TEXTS: &[(&str, &[&str])] = &[
    (
        "source",
        &[
            "title",
            "container",
            "publisher",
            "url",
            "archived_url",
            "language",
            "jurisdiction",
            "pages",
            "note",
            "identifiers",
            "tags",
            "variables",
        ],
    ),
    ("claim", &["statement", "claimant", "tags", "note"]),
    ("citation", &["locator", "quote", "note"]),
    ("lineage", &["note"]),
    ("review", &["note"]),
    ("waiver", &["reason"]),
];

/// Fields that name who worked on the casebook.
pub(super) const PEOPLE: &[&str] = &["logged_by", "reviewer", "actor", "assigned_by"];

/// The field of a place in which a source or claim is called so.
pub(super) const KEYS: &[&str] = &["key", "aliases"];

/// The field of a place in which another creator is called so.
pub(super) const CREATORS: &str = "creators";

#[cfg(test)]
mod tests {
    use serde_json::{Value as Json, json};

    use super::{KEYS, PEOPLE, TEXTS};
    use crate::domain::{
        Citation, Claim, Key, Kind, Lineage, Pin, Relation, Review, Source, Verdict, Waiver,
    };

    /// The fields of each kind of record that hold no words of a user: keys, dates, numbers, and words that
    /// the program gives; creators and appearances have a way of their own.
    const NO_TEXTS: &[&str] = &[
        "kind",
        "creators",
        "issued",
        "accessed",
        "lineage",
        "standing",
        "grade",
        "confidentiality",
        "claimed_on",
        "nature",
        "priority",
        "appearances",
        "claim",
        "source",
        "stance",
        "attributed_to",
        "credibility",
        "origin",
        "relation",
        "verdict",
        "reviewed_at",
        "pin",
        "rule",
        "waived_at",
    ];

    #[test]
    fn of_every_field_it_is_decided_whether_it_is_text() {
        let key = || -> Key { "k".parse().unwrap() };
        let at = || "2026-01-02T03:04:05Z".parse().unwrap();
        let review = Review {
            claim: key(),
            reviewer: "Ada".to_owned(),
            verdict: Verdict::Supported,
            reviewed_at: at(),
            note: None,
            pin: Pin::Ended(at()),
        };
        let waiver = Waiver {
            claim: key(),
            rule: "single-source".to_owned(),
            actor: "Ada".to_owned(),
            reason: "So.".to_owned(),
            waived_at: at(),
            pin: Pin::Ended(at()),
        };
        let (source, origin) = (key(), key());
        let lineage = Lineage { source, origin, relation: Relation::Republishes, note: None };
        let records = [
            ("source", json!(Source::new(key(), Kind::Book, "Title"))),
            ("claim", json!(Claim::new(key(), "It rained."))),
            ("citation", json!(Citation::new(key(), key()))),
            ("lineage", json!(lineage)),
            ("review", json!(review)),
            ("waiver", json!(waiver)),
        ];
        for (kind, record) in records {
            let texts = TEXTS.iter().find(|(name, _)| *name == kind).unwrap().1;
            let known = |field: &str| {
                [texts, NO_TEXTS, PEOPLE, KEYS].iter().any(|fields| fields.contains(&field))
            };
            let Json::Object(fields) = record else { panic!("{kind} is no object") };
            let open: Vec<&String> = fields.keys().filter(|field| !known(field)).collect();
            assert!(open.is_empty(), "{kind}: {open:?}");
        }
    }
}
