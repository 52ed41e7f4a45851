//! An entry as a source.

use super::dialect::Dialect;
use super::group::{self, Group, group_of};
use super::inherit::Parents;
use super::made::Made;
use super::raw_entry::{ENTRY_TYPE, RawEntry, base};
use super::split::Splitter;
use super::understand::understand;
use super::value::Value;
use super::write;
use crate::domain::{Key, Kind, Source, check_source, proposed_key};
use crate::error::Result;
use crate::exchange::library::{Entries, Entry, Fault, Warning};

/// The kind of an entry that has no type, which cannot be.
const NO_KIND: Kind = Kind::Document;

/// Whether a text is probably a file of BibTeX: somewhere a line begins an entry.
pub(super) fn recognises(text: &str) -> bool {
    super::scan::line_begins_entry(text.as_bytes(), 0) || super::scan::holds_an_entry(text)
}

/// The entries of a file, in order. `@xdata` is none: its fields are in those that name it.
pub(super) fn entries(text: &str) -> Entries<'_> {
    let parents = Parents::of(text);
    Box::new(Splitter::new(text).filter_map(move |raw| match raw {
        Ok(raw) if raw.fields.get(ENTRY_TYPE) == Some(&Value::text("xdata")) => None,
        Ok(raw) => Some(entry(raw, &parents)),
        Err(fault) => Some(Err(fault)),
    }))
}

fn entry<'t>(mut raw: RawEntry<'t>, parents: &Parents<'t>) -> std::result::Result<Entry, Fault> {
    let missing = parents.complete(&mut raw);
    let (line, span, has_key) = (raw.line, raw.span.clone(), !raw.key.is_empty());
    match source(&mut raw, missing) {
        Ok((source, warnings)) => Ok(Entry { line, source, warnings, span, has_key }),
        Err(error) => {
            Err(Fault { line, key: Some(raw.key.to_owned()).filter(|_| has_key), error, span })
        }
    }
}

fn source(raw: &mut RawEntry<'_>, missing: Option<&str>) -> Result<(Source, Vec<Warning>)> {
    let key = key(raw)?;
    let understood = understand(key, &raw.fields, NO_KIND);
    let mut warnings = warnings(raw, missing, &understood.odd);
    let mut source = understood.source;
    if raw.key.is_empty() {
        source.key = proposed_key(&source).parse()?;
        let message = format!("is missing; the entry is called `{}`", source.key);
        warnings.push(Warning { field: "key".to_owned(), value: String::new(), message });
    }
    let mut kept = kept(raw, &source);
    source.variables.append(&mut kept);
    source.variables.sort();
    check_source(&source)?;
    Ok((source, warnings))
}

fn warnings(raw: &RawEntry<'_>, missing: Option<&str>, odd: &[(&str, &str)]) -> Vec<Warning> {
    let value =
        |field: &str| raw.fields.get(field).map(|it| it.tex().into_owned()).unwrap_or_default();
    let warning = |field: &str, value: String, message: &str| Warning {
        field: field.to_owned(),
        value,
        message: message.to_owned(),
    };
    let mut warnings: Vec<Warning> =
        odd.iter().map(|(field, message)| warning(field, value(field), message)).collect();
    let not_there = "names an entry that is not in this file";
    warnings.extend(missing.map(|field| warning(field, value(field), not_there)));
    let undefined = "is not defined in this file; taken as it stands";
    warnings.extend(
        raw.undefined.iter().map(|name| warning("abbreviation", (*name).to_owned(), undefined)),
    );
    let second = "stands there a second time; kept, but the first counts";
    for (name, value) in raw.fields.iter().skip(1) {
        if base(name) != name {
            warnings.push(warning(base(name), value.tex().into_owned(), second));
        }
    }
    warnings
}

/// The key of an entry: its own, or, where that only stands in for one that BibTeX does not allow, the
/// one it stands in for.
fn key(raw: &mut RawEntry<'_>) -> Result<Key> {
    let real =
        raw.fields.get(group::KEY).map(|value| super::tex::decode(&value.tex()).into_owned());
    if let Some(real) = real.filter(|real| write::key(real) == raw.key)
        && let Ok(key) = real.parse()
    {
        raw.fields.remove(group::KEY);
        return Ok(key);
    }
    // Without a key of its own it gets one once it is known what it is.
    if raw.key.is_empty() { "-" } else { raw.key }.parse()
}

/// The groups of fields that the writer would not make again exactly as they are, in neither dialect.
fn kept(raw: &RawEntry<'_>, source: &Source) -> Vec<(String, String)> {
    let made = Made::of(source, Dialect::BibTeX);
    let mut in_biblatex = None;
    let fields: Vec<(Group, &str, &Value<'_>)> =
        raw.fields.iter().map(|(name, value)| (group_of(name), name, value)).collect();
    let mut kept = Vec::new();
    for (position, (group, ..)) in fields.iter().enumerate() {
        if *group != Group::Other && fields[..position].iter().any(|(before, ..)| before == group) {
            continue;
        }
        let of_group: Vec<_> = match group {
            Group::Other => vec![fields[position]],
            _ => fields[position..].iter().filter(|(other, ..)| other == group).copied().collect(),
        };
        // A second field stands beside the first one that it was second to.
        let again = *group != Group::Other
            && !raw.fields.has_second(*group)
            && (is_made(&of_group, &made)
                || (group.differs_by_dialect() && {
                    let made = || Made::of(source, Dialect::BibLaTeX);
                    is_made(&of_group, in_biblatex.get_or_insert_with(made))
                }));
        if !again {
            let values = of_group.iter();
            kept.extend(values.map(|(_, name, value)| (format!("bibtex:{name}"), value.to_kept())));
        }
    }
    kept
}

/// Whether these are all the fields that are made of their group.
fn is_made(of_group: &[(Group, &str, &Value<'_>)], made: &Made<'_>) -> bool {
    let Some((group, ..)) = of_group.first() else { return true };
    made.group(*group).count() == of_group.len()
        && of_group.iter().all(|(group, name, value)| {
            made.group(*group).any(|field| field.name == *name && field.value == **value)
        })
}
