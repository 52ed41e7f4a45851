//! An item as a source.

use super::fields::{Place, place};
use super::text::plain;
use crate::domain::{
    Credit, Date, Identifier, Key, Kind, Name, Role, Scheme, Source, archived_page, proposed_key,
};
use crate::error::Result;
use crate::exchange::library::{Warning, loose_date};
use crate::exchange::table::kind_of_word;
use crate::store::{ZoteroCreator, ZoteroItem};

/// The source, whether its key stands in the library, and what was understood only in part.
pub(super) fn read(item: &ZoteroItem) -> Result<(Source, bool, Vec<Warning>)> {
    let kind = kind_of_word(&item.item_type).unwrap_or(Kind::Document);
    let mut source = Source::new(item.key.parse()?, kind, "");
    let mut warnings = Vec::new();
    let mut cited_as = None;
    for (field, value) in item.fields.iter().filter(|(_, value)| !value.trim().is_empty()) {
        match place(field) {
            Place::Key => cited_as = value.trim().parse().ok(),
            Place::Issued | Place::Accessed => take_date(&mut source, &mut warnings, field, value),
            place => take_text(&mut source, place, field, value),
        }
        if field == "extra" {
            cited_as = cited_as.or_else(|| pinned_key(value));
        }
    }
    if kind_of_word(&item.item_type).is_none() {
        keep(&mut source, "itemType", &item.item_type);
    }
    for creator in &item.creators {
        take_creator(&mut source, creator);
    }
    source.tags.clone_from(&item.tags);
    let notes: Vec<String> =
        item.notes.iter().map(|note| plain(note)).filter(|note| !note.is_empty()).collect();
    source.note = (!notes.is_empty()).then(|| notes.join("\n\n"));
    if !item.attachments.is_empty() {
        keep(&mut source, "attachments", &item.attachments.join("\n"));
    }
    if let Some(page) = source.url.as_deref().and_then(archived_page) {
        source.archived_url = source.url.replace(page);
    }
    source.variables.sort();
    let has_key = cited_as.is_some();
    source.key = match cited_as {
        Some(key) => key,
        None => proposed_key(&source).parse()?,
    };
    Ok((source, has_key, warnings))
}

/// The key that Better BibTeX pins in the field for everything else.
fn pinned_key(extra: &str) -> Option<Key> {
    let line = extra.lines().find_map(|line| {
        let (name, key) = line.split_once(':')?;
        let is_key = ["citation key", "citationkey", "bibtex"];
        is_key.contains(&name.trim().to_lowercase().as_str()).then_some(key)
    });
    line?.trim().parse().ok()
}

fn take_text(source: &mut Source, place: Place, field: &str, value: &str) {
    let owned = || Some(value.to_owned());
    let identifier = |scheme, value: &str| Identifier { scheme, value: value.trim().to_owned() };
    match place {
        Place::Title => value.clone_into(&mut source.title),
        Place::Container if source.container.is_none() => source.container = owned(),
        Place::Publisher if source.publisher.is_none() => source.publisher = owned(),
        Place::Url => source.url = owned(),
        Place::Language => source.language = owned(),
        Place::Pages if source.pages.is_none() => source.pages = owned(),
        Place::Doi => source.identifiers.push(identifier(Scheme::Doi, value)),
        Place::Isbn => {
            let numbers = value.split([' ', ',', ';']).filter(|number| !number.is_empty());
            source.identifiers.extend(numbers.map(|number| identifier(Scheme::Isbn, number)));
        }
        Place::Court => match Name::literal(value.trim()) {
            Some(name) => source.creators.push(Credit { role: Role::Court, name, unnamed: false }),
            None => keep(source, field, value),
        },
        Place::Variable(name) if source.variables.iter().all(|(known, _)| known != name) => {
            source.variables.push((name.to_owned(), value.to_owned()));
        }
        _ => keep(source, field, value),
    }
}

fn keep(source: &mut Source, field: &str, value: &str) {
    source.variables.push((format!("zotero:{field}"), value.to_owned()));
}

/// Zotero keeps a date as `2017-09-00 Sept. 2017`: what it understood, then what was typed.
fn take_date(source: &mut Source, warnings: &mut Vec<Warning>, field: &str, value: &str) {
    let (sorted, typed) = match value.split_once(' ') {
        Some((sorted, typed)) if is_sorted(sorted) => (sorted, typed.trim()),
        _ if is_sorted(value) => (value, value),
        _ => ("", value.trim()),
    };
    let known = sorted.split('-').take_while(|part| part.bytes().any(|byte| byte != b'0'));
    let sorted = known.collect::<Vec<_>>().join("-");
    let typed_date: Option<Date> = typed.parse().ok();
    let date = typed_date.clone().or_else(|| sorted.parse().ok()).or_else(|| loose_date(typed));
    if date.is_none() {
        let message = "is no date that EDTF can say; kept as text".to_owned();
        warnings.push(Warning { field: field.to_owned(), value: value.to_owned(), message });
    }
    if typed_date.is_none() {
        keep(source, field, typed);
    }
    match place(field) {
        Place::Accessed => source.accessed = date,
        _ => source.issued = date,
    }
}

/// Whether it is `YYYY-MM-DD`, with zeroes for what is not known.
fn is_sorted(text: &str) -> bool {
    let form = |(at, byte): (usize, u8)| {
        if matches!(at, 4 | 7) { byte == b'-' } else { byte.is_ascii_digit() }
    };
    text.len() == 10 && text.bytes().enumerate().all(form)
}

fn take_creator(source: &mut Source, creator: &ZoteroCreator) {
    let (first, last) = (creator.first.trim(), creator.last.trim());
    let role = match creator.role.as_str() {
        "author" | "artist" | "cartographer" | "composer" | "director" | "inventor"
        | "performer" | "podcaster" | "programmer" | "sponsor" | "creator" => Role::Author,
        "presenter" => Role::Speaker,
        "interviewee" => Role::Interviewee,
        "interviewer" => Role::Interviewer,
        "editor" => Role::Editor,
        "translator" => Role::Translator,
        "recipient" => Role::Recipient,
        other => {
            let name = if first.is_empty() { last.to_owned() } else { format!("{last}, {first}") };
            add_to_kept(source, &format!("creator {other}"), &name);
            return;
        }
    };
    let name = if first.is_empty() || last.is_empty() {
        Name::literal(&format!("{first}{last}"))
    } else {
        format!("{last}, {first}").parse().ok()
    };
    match name {
        Some(name) => source.creators.push(Credit { role, name, unnamed: false }),
        None => {
            add_to_kept(source, &format!("creator {}", creator.role), &format!("{last} {first}"))
        }
    }
}

fn add_to_kept(source: &mut Source, field: &str, value: &str) {
    let name = format!("zotero:{field}");
    match source.variables.iter_mut().find(|(known, _)| *known == name) {
        Some((_, kept)) => kept.push_str(&format!("; {value}")),
        None => source.variables.push((name, value.to_owned())),
    }
}
