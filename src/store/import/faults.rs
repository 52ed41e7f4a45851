//! What can be wrong with a record in the light of the others, in words.

use serde::Serialize;

use super::super::edits::keys;
use super::Rejection;
use crate::domain::{
    Alias, Distinction, Key, Lineage, ReviewPolicySetting, RuleSeverity, Timestamp, Waiver,
    differences, shell_word,
};
use crate::error::{Error, ErrorKind};

const UPDATE: &str = "import with --update to change it";

pub(super) fn dangling(
    column: &'static str,
    entity: &str,
    key: &Key,
    near: Option<String>,
) -> Rejection {
    let error = Error::not_found(format!("there is no {entity} `{key}`"));
    let hint = match near {
        Some(near) => format!("did you mean `{near}`? Otherwise add it to {entity}s.csv"),
        None => format!("add it to {entity}s.csv, or add it to the casebook first"),
    };
    Rejection::fault(column, key.as_str(), error.hint(hint))
}

pub(super) fn twice(entity: &str, key: &Key, line: u32) -> Rejection {
    let error = Error::new(ErrorKind::Exists, format!("the key `{key}` is used twice"));
    let hint = format!("line {line} has it already; give one of the two {entity}s another key");
    Rejection::fault("key", key.as_str(), error.hint(hint))
}

/// A record that is there already with other contents; names the fields that differ, and what stands in
/// them where that may be `told`.
pub(super) fn different<T: Serialize>(
    (entity, key): (&str, &Key),
    old: &T,
    new: &T,
    told: bool,
) -> Rejection {
    let differences = differences(old, new);
    let words = if told {
        differences.iter().map(ToString::to_string).collect::<Vec<_>>().join(", ")
    } else {
        let fields: Vec<&str> = differences.iter().map(|one| one.field.as_str()).collect();
        format!("{} {}", fields.join(", "), if fields.len() == 1 { "differs" } else { "differ" })
    };
    let message = format!("the casebook has another {entity} `{key}`: {words}");
    let error = Error::new(ErrorKind::Exists, message);
    let hint = "import with --update to change it, or give this one another key";
    Rejection::fault("key", key.as_str(), error.hint(hint))
}

/// A judgement that cannot have been given yet.
pub(super) fn not_yet(column: &'static str, given: &Timestamp) -> Rejection {
    let error = Error::invalid(format!("`{given}` is later than now"));
    let hint = "write when it was given, or set this computer's clock if that is slow";
    Rejection::fault(column, given.as_str(), error.hint(hint))
}

/// A judgement that ended before it was given.
pub(super) fn ended_before(ended: &Timestamp, given: &Timestamp) -> Rejection {
    let error =
        Error::invalid(format!("it has ended at `{ended}`, before it was given, at `{given}`"));
    let hint = "write since when it does not hold; leave the cell empty where it holds";
    Rejection::fault("ended", ended.as_str(), error.hint(hint))
}

pub(super) fn original(source: &str, origin: &Key) -> Rejection {
    let error = Error::invalid(format!("`{source}` is `original` but comes from `{origin}`"));
    let hint = "an original has no origins: take the lineage row out, or make the source `derived`";
    Rejection::fault("source", source, error.hint(hint))
}

pub(super) fn own_origin(source: &Key) -> Rejection {
    let error = Error::invalid(format!("`{source}` cannot come from itself"));
    Rejection::fault("origin", source.as_str(), error.hint("name the source it comes from"))
}

pub(super) fn self_attribution(key: &Key) -> Rejection {
    let error = Error::invalid(format!("`{key}` cannot be attributed to itself"));
    let hint = "leave the cell empty where the source knows it at first hand";
    Rejection::fault("attributed_to", key.as_str(), error.hint(hint))
}

/// Records that come out of an export that withheld something, into a casebook that may hold what
/// they stand for.
pub(super) fn stand_in(key: &Key) -> Rejection {
    let error = Error::invalid(format!("`{key}` is, or names, a stand-in from an export"));
    let hint = "beside the real source it would count twice; export with --include-confidential, or \
                import into a new casebook";
    Rejection::fault("key", key.as_str(), error.hint(hint))
}

pub(super) fn other_note(lineage: &Lineage, in_import: bool) -> Rejection {
    let message = format!(
        "`{}` {} `{}` is there already, with another note",
        lineage.source, lineage.relation, lineage.origin
    );
    let error = Error::new(ErrorKind::Exists, message);
    Rejection::fault(
        "note",
        lineage.note.clone().unwrap_or_default(),
        error.hint(if in_import { "put both notes into one row" } else { UPDATE }),
    )
}

pub(super) fn waived_otherwise(waiver: &Waiver, in_import: bool) -> Rejection {
    let message = format!("`{}` is waived for `{}` already, otherwise", waiver.rule, waiver.claim);
    let error = Error::new(ErrorKind::Exists, message);
    Rejection::fault(
        "rule",
        waiver.rule.as_str(),
        error.hint(if in_import { "keep one of the two waivers" } else { UPDATE }),
    )
}

pub(super) fn set_otherwise(
    set: &RuleSeverity,
    known: &RuleSeverity,
    in_import: bool,
) -> Rejection {
    let message = format!(
        "`{}` is set already, to {} by {} on {}",
        set.rule,
        known.severity,
        known.actor,
        known.set_at.day()
    );
    let error = Error::new(ErrorKind::Exists, message);
    Rejection::fault(
        "rule",
        set.rule.as_str(),
        error.hint(if in_import { "keep one of the two rows" } else { UPDATE }),
    )
}

pub(super) fn other_policy(
    set: &ReviewPolicySetting,
    known: &ReviewPolicySetting,
    in_import: bool,
) -> Rejection {
    let message = format!(
        "{} has said already on {} what a verdict needs: {}",
        known.actor,
        known.set_at.day(),
        known.policy
    );
    let error = Error::new(ErrorKind::Exists, message);
    let hint = if in_import { "keep one of the two rows" } else { UPDATE };
    Rejection::fault("required", set.policy.required.to_string(), error.hint(hint))
}

/// The fault of a row of `aliases.csv`.
fn alias(given: &Alias, message: String, hint: String) -> Rejection {
    let error = Error::new(ErrorKind::Exists, message).hint(hint);
    Rejection::fault("spelling", given.spelling.as_str(), error)
}

pub(super) fn circular_alias(given: &Alias) -> Rejection {
    let message = format!("`{}` would be a spelling of itself, by way of others", given.spelling);
    alias(given, message, "take one of the rows out that lead round".to_owned())
}

pub(super) fn spelt_otherwise(given: &Alias, known: &Alias, in_import: bool) -> Rejection {
    let message = format!("`{}` is a spelling of `{}` already", given.spelling, known.name);
    let hint = if in_import { "keep one of the two rows" } else { UPDATE };
    alias(given, message, hint.to_owned())
}

pub(super) fn spelling_in_use(given: &Alias) -> Rejection {
    let message = format!("sources in the casebook have the name `{}`", given.spelling);
    let hint = format!(
        "make the two one first: twosource creator merge {} {}",
        shell_word(given.name.as_written()),
        shell_word(&given.spelling)
    );
    alias(given, message, hint)
}

pub(super) fn said_to_be_two(given: &Alias, said: &Distinction) -> Rejection {
    let (actor, day) = (&said.actor, said.said_at.day());
    let message =
        format!("{actor} said on {day} that `{}` and `{}` are two", said.name, said.other);
    alias(given, message, parted(said))
}

pub(super) fn known_to_be_one(said: &Distinction) -> Rejection {
    let message =
        format!("`{}` and `{}` are known as spellings of one name", said.name, said.other);
    let error = Error::new(ErrorKind::Exists, message)
        .hint("take the row out; or see who is who: twosource creator alias list");
    Rejection::fault("other", said.other.as_str(), error)
}

fn parted(said: &Distinction) -> String {
    format!(
        "take the row out; if they are one after all, first: twosource creator distinct {} {} --remove",
        shell_word(&said.name),
        shell_word(&said.other)
    )
}

/// A key of the import by which another source is known.
pub(super) fn known_by_another(column: &'static str, key: &Key, own: &Key) -> Rejection {
    Rejection::fault(column, key.as_str(), keys::known_by_another(key, own))
}

pub(super) fn taken_alias(alias: &Key) -> Rejection {
    let error = Error::new(ErrorKind::Exists, format!("`{alias}` is the key of a source"));
    let hint = "another key of a source must not be the key of one: take it out";
    Rejection::fault("aliases", alias.as_str(), error.hint(hint))
}
