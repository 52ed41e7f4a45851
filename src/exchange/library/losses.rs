//! What an entry does not say of the source that it was written for: found by reading it again.

use super::{Entry, Fault, Losses};
use crate::domain::{Credit, Source, kept_field};

/// Counts the fields in which a source is another one after it was written in a format and read again.
pub(super) fn count(
    source: &Source,
    again: Option<std::result::Result<Entry, Fault>>,
    format: &str,
    losses: &mut Losses,
) {
    let Some(Ok(Entry { source: again, .. })) = again else {
        *losses.entry("the whole entry").or_default() += 1;
        return;
    };
    let names = |source: &Source| {
        source.creators.iter().map(|credit| credit.name.voice()).collect::<Vec<_>>()
    };
    let roles = |source: &Source| {
        let role = |credit: &Credit| (credit.role, credit.unnamed);
        source.creators.iter().map(role).collect::<Vec<_>>()
    };
    let is_lost = |(name, value): &(String, String)| {
        kept_field(name).is_none() && !again.variables.iter().any(|(n, v)| n == name && v == value)
    };
    let other = |(name, _): &(String, String)| {
        kept_field(name).is_some_and(|(kept_for, _)| kept_for != format)
    };
    let lost = [
        ("kind", source.kind != again.kind),
        ("title", source.title != again.title),
        ("names of creators", names(source) != names(&again)),
        ("roles of creators", roles(source) != roles(&again)),
        ("container", source.container != again.container),
        ("publisher", source.publisher != again.publisher),
        ("issued", source.issued != again.issued),
        ("url", source.url != again.url),
        ("archived_url", source.archived_url != again.archived_url),
        ("accessed", source.accessed != again.accessed),
        ("language", source.language != again.language),
        ("jurisdiction", source.jurisdiction != again.jurisdiction),
        ("identifiers", source.identifiers != again.identifiers),
        ("pages", source.pages != again.pages),
        ("lineage", source.lineage != again.lineage),
        ("standing", source.standing != again.standing),
        ("grade", source.grade != again.grade),
        ("confidentiality", source.confidentiality != again.confidentiality),
        ("tags", source.tags != again.tags),
        ("note", source.note != again.note),
        ("further fields", source.variables.iter().any(is_lost)),
        ("fields kept for other formats", source.variables.iter().any(other)),
    ];
    for (field, _) in lost.iter().filter(|(_, is_lost)| *is_lost) {
        *losses.entry(field).or_default() += 1;
    }
}
