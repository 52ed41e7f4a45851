//! What becomes of a source when the entry that it came from comes again.

use super::{Format, Losses};
use crate::domain::{Source, kept_field};

/// The known source with what the entry says otherwise.
///
/// Only what the entry says counts: a field that it leaves empty, or that its format has no place for,
/// stays as it is in the casebook. So does a field of which the format tells no more than the entry does
/// (a testimony is an interview there): the entry that would be written of the known source is read
/// again, and what is the same there is no news.
pub fn merged(format: &Format, known: &Source, entry: &Source) -> Source {
    if entry == known {
        return known.clone();
    }
    let written =
        (format.write)(known, &mut Losses::default()).map(|entry| format.document(&[entry]));
    let told = written.ok().and_then(|text| Some((format.entries)(&text).next()?.ok()?.source));
    let told = told.unwrap_or_else(|| Source::new(known.key.clone(), entry.kind, ""));
    merged_where(&told, known, entry)
}

/// The same for a format that is not written, in which an entry tells all that it has: fields that it
/// does not have, and what was kept of other formats, stay.
pub fn merged_kept(format: &str, known: &Source, entry: &Source) -> Source {
    let mut told = known.clone();
    told.identifiers.retain(|one| entry.identifiers.iter().any(|other| other.scheme == one.scheme));
    let is_ours =
        |(name, _): &(String, String)| kept_field(name).is_some_and(|(of, _)| of == format);
    let says_more = entry.variables.iter().any(is_ours);
    told.variables.retain(|variable| match kept_field(&variable.0) {
        None => true,
        Some(_) => says_more && is_ours(variable),
    });
    merged_where(&told, known, entry)
}

/// The known source with what the entry says otherwise than what the format `told` of it.
fn merged_where(told: &Source, known: &Source, entry: &Source) -> Source {
    let mut new = known.clone();
    if entry.kind != told.kind {
        new.kind = entry.kind;
    }
    if !entry.title.is_empty() && entry.title != told.title {
        new.title.clone_from(&entry.title);
    }
    if !entry.creators.is_empty() && entry.creators != told.creators {
        new.creators.clone_from(&entry.creators);
    }
    if !entry.tags.is_empty() && entry.tags != told.tags {
        new.tags.clone_from(&entry.tags);
    }
    for (field, of_entry, of_told) in [
        (&mut new.container, &entry.container, &told.container),
        (&mut new.publisher, &entry.publisher, &told.publisher),
        (&mut new.url, &entry.url, &told.url),
        (&mut new.archived_url, &entry.archived_url, &told.archived_url),
        (&mut new.language, &entry.language, &told.language),
        (&mut new.jurisdiction, &entry.jurisdiction, &told.jurisdiction),
        (&mut new.pages, &entry.pages, &told.pages),
        (&mut new.note, &entry.note, &told.note),
    ] {
        if of_entry.is_some() && of_entry != of_told {
            field.clone_from(of_entry);
        }
    }
    for (field, of_entry, of_told) in [
        (&mut new.issued, &entry.issued, &told.issued),
        (&mut new.accessed, &entry.accessed, &told.accessed),
    ] {
        if of_entry.is_some() && of_entry != of_told {
            field.clone_from(of_entry);
        }
    }
    if !entry.identifiers.is_empty() && entry.identifiers != told.identifiers {
        // Those that the format cannot say stay.
        new.identifiers.retain(|one| !told.identifiers.contains(one));
        new.identifiers.splice(0..0, entry.identifiers.iter().cloned());
    }
    merge_variables(&mut new, entry, told);
    new
}

fn merge_variables(new: &mut Source, entry: &Source, told: &Source) {
    let kept = |source: &Source| -> Vec<(String, String)> {
        source.variables.iter().filter(|(name, _)| kept_field(name).is_some()).cloned().collect()
    };
    // What is kept of an entry holds together: it is replaced as a whole.
    if kept(entry) != kept(told) {
        let formats: Vec<String> = [entry, told]
            .iter()
            .flat_map(|source| &source.variables)
            .filter_map(|(name, _)| kept_field(name).map(|(format, _)| format.to_owned()))
            .collect();
        new.variables.retain(|(name, _)| {
            kept_field(name).is_none_or(|(format, _)| !formats.iter().any(|known| known == format))
        });
        new.variables.extend(kept(entry));
    }
    for (name, value) in entry.variables.iter().filter(|(name, _)| kept_field(name).is_none()) {
        if told.variables.iter().any(|(known, of_told)| known == name && of_told == value) {
            continue;
        }
        new.variables.retain(|(known, _)| known != name);
        new.variables.push((name.clone(), value.clone()));
    }
    new.variables.sort();
}
