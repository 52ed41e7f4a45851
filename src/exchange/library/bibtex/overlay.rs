//! What was kept of an entry, over what is made of the source.

use std::borrow::Cow;

use super::dialect::Dialect;
use super::group::{Group, group_of};
use super::made::{Made, MadeField};
use super::raw_entry::{ENTRY_TYPE, Fields, base};
use super::understand::understand;
use super::value::Value;
use super::{kinds, scan, tex};
use crate::domain::{Source, kept_field};

/// The fields made of a source, but where nobody has edited what was kept, that.
pub(super) fn overlaid<'s>(
    source: &'s Source,
    dialect: Dialect,
    made: Made<'s>,
) -> Vec<MadeField<'s>> {
    let kept = kept(source);
    let unedited =
        if kept.len() == 0 { Vec::new() } else { unedited_groups(source, dialect, &made, &kept) };
    let mut fields: Vec<MadeField<'s>> = Vec::new();
    for (name, value) in kept.iter() {
        let group = group_of(name);
        if group == Group::Other || unedited.contains(&group) {
            let name = Cow::Owned(base(name).to_owned());
            fields.push(MadeField { group, name, value: value.clone() });
        }
    }
    fields.extend(made.0.into_iter().filter(|field| !unedited.contains(&field.group)));
    fields.sort_by_key(|field| group_of(&field.name));
    fields
}

/// The fields that were kept of an entry in BibTeX, as far as they can stand in a file.
fn kept(source: &Source) -> Fields<'_> {
    let mut kept = Fields::default();
    for (variable, value) in &source.variables {
        let Some(("bibtex", name)) = kept_field(variable) else { continue };
        if name == ENTRY_TYPE || scan::is_field_name(base(name)) {
            let value = Value::from_kept(value).unwrap_or_else(|| Value::text(tex::encode(value)));
            kept.add(name, value);
        }
    }
    kept
}

/// The groups that go out as they were kept: what they say is what the source says now, and the dialect
/// understands them, or nothing else would say anything.
fn unedited_groups(
    source: &Source,
    dialect: Dialect,
    made: &Made<'_>,
    kept: &Fields<'_>,
) -> Vec<Group> {
    let mut groups: Vec<Group> = kept.iter().map(|(name, _)| group_of(name)).collect();
    groups.sort_unstable();
    groups.dedup();
    // The entry as it came: what was kept of it, and what would be made again exactly so.
    let mut whole = kept.clone();
    for field in made.0.iter().filter(|field| !groups.contains(&field.group)) {
        whole.add(field.name.to_string(), field.value.clone());
    }
    let mut before = understand(source.key.clone(), &whole, source.kind).source;
    let kind_before = std::mem::replace(&mut before.kind, source.kind);
    let made_before = Made::of(&before, dialect);
    groups.retain(|&group| {
        let unedited = match group {
            Group::Kind => kind_before == source.kind,
            _ => same(made_before.group(group), made.group(group)),
        };
        let mut of_group = kept.iter().filter(|(name, _)| group_of(name) == group);
        let nothing_else = made.group(group).next().is_none() || kept.has_second(group);
        unedited && (nothing_else || of_group.all(|(name, value)| fits(name, value, dialect)))
    });
    groups
}

fn same<'a, 's: 'a, 't: 'a>(
    one: impl Iterator<Item = &'a MadeField<'s>>,
    other: impl Iterator<Item = &'a MadeField<'t>>,
) -> bool {
    let said = |name: &'a Cow<'_, str>, value: &'a Value<'_>| (name.as_ref(), value.to_kept());
    one.map(|field| said(&field.name, &field.value))
        .eq(other.map(|field| said(&field.name, &field.value)))
}

/// Whether a dialect understands a field.
fn fits(name: &str, value: &Value<'_>, dialect: Dialect) -> bool {
    match name {
        ENTRY_TYPE => kinds::fits(&value.tex(), dialect),
        _ => dialect.understands(name),
    }
}
