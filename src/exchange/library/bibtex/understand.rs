//! The fields of an entry as a source.

use super::group::{self, Group, group_of};
use super::made::{ANY_THESIS, DOCTORS_THESIS, MASTERS_THESIS};
use super::raw_entry::{ENTRY_TYPE, Fields};
use super::value::Value;
use super::{date, kinds, language, name, scan, tex};
use crate::domain::{
    Credit, Identifier, Key, Kind, Role, Scheme, Source, archived_page, split_values,
};

/// A source, and the fields that it was made of in part only, with the reason.
pub(super) struct Understood {
    pub(super) source: Source,
    pub(super) odd: Vec<(&'static str, &'static str)>,
}

/// What the columns of a source can hold of the fields of an entry.
///
/// Each group of fields is understood by itself, but for the kind, on which hangs what a number counts.
pub(super) fn understand(key: Key, fields: &Fields<'_>, default: Kind) -> Understood {
    let kind = kind(fields, default);
    let mut understood = Understood { source: Source::new(key, kind, ""), odd: Vec::new() };
    let source = &mut understood.source;
    let text = |field: &str| text(fields, field);
    source.title = joined(fields, "title", "subtitle").unwrap_or_default();
    source.container = container(fields, &source.title);
    source.publisher =
        ["publisher", "institution", "school", "organization"].into_iter().find_map(text);
    source.pages = text("pages").map(|pages| pages.replace('–', "-"));
    source.language =
        ["langid", "language"].into_iter().find_map(text).map(|it| language::tag(&it));
    source.jurisdiction = text("jurisdiction");
    source.note = text("note");
    source.tags = tags(fields);
    url(fields, source);
    identifiers(fields, source);
    variables(fields, source);
    dates(fields, &mut understood);
    credits(fields, &mut understood);
    understood
}

/// The text of a field; `None` where there is none.
fn text(fields: &Fields<'_>, field: &str) -> Option<String> {
    let value = fields.get(field)?;
    let text = tex::decode(&value.tex()).into_owned();
    (!text.trim().is_empty()).then_some(text)
}

fn kind(fields: &Fields<'_>, default: Kind) -> Kind {
    let word = |field: &str| fields.get(field).map(|value| value.tex().trim().to_ascii_lowercase());
    let told = word(group::KIND).and_then(|kind| kind.parse().ok());
    let Some(entry_type) = word(ENTRY_TYPE) else { return told.unwrap_or(default) };
    let subtype = word("entrysubtype").unwrap_or_default();
    told.unwrap_or_else(|| kinds::kind_of(&entry_type, &subtype))
}

/// A title with its subtitle.
fn joined(fields: &Fields<'_>, title: &str, subtitle: &str) -> Option<String> {
    match (text(fields, title), text(fields, subtitle)) {
        (Some(title), Some(subtitle)) => {
            let between = if title.ends_with(['?', '!', ':', '.']) { " " } else { ": " };
            Some(format!("{title}{between}{subtitle}"))
        }
        (title, subtitle) => title.or(subtitle),
    }
}

/// What the work is part of. Parents of old cross references say their own title in `booktitle`.
fn container(fields: &Fields<'_>, title: &str) -> Option<String> {
    joined(fields, "journaltitle", "journalsubtitle")
        .or_else(|| joined(fields, "booktitle", "booksubtitle"))
        .filter(|container| container != title)
}

/// Tags are parted by commas or semicolons, outside braces.
fn tags(fields: &Fields<'_>) -> Vec<String> {
    let Some(value) = fields.get("keywords") else { return Vec::new() };
    let (mut tags, mut depth) = (Vec::<String>::new(), 0_usize);
    let tex = value.tex();
    let pieces = tex.split(|character| {
        match character {
            '{' => depth += 1,
            '}' => depth = depth.saturating_sub(1),
            _ => {}
        }
        depth == 0 && matches!(character, ',' | ';')
    });
    let mut seen = std::collections::HashSet::new();
    for piece in pieces {
        let tag = tex::decode(piece);
        let tag = tag.trim();
        if !tag.is_empty() && seen.insert(tag.to_owned()) {
            tags.push(tag.to_owned());
        }
    }
    tags
}

fn address(fields: &Fields<'_>, field: &str) -> Option<String> {
    let value = fields.get(field)?;
    let url = tex::decode_url(&value.tex()).into_owned();
    (!url.is_empty()).then_some(url)
}

/// What stands around the address in `howpublished = {Online: \url{…}}`, and the address.
fn howpublished(fields: &Fields<'_>) -> Option<(String, String)> {
    let tex = fields.get("howpublished")?.tex();
    let (before, rest) = tex.split_once("\\url{")?;
    let (url, after) = rest.split_once('}')?;
    let url = tex::decode_url(url).into_owned();
    let whole = !url.is_empty() && scan::is_balanced(&url);
    whole.then(|| (format!("{before}{after}"), url))
}

fn url(fields: &Fields<'_>, source: &mut Source) {
    source.url = address(fields, "url").or_else(|| Some(howpublished(fields)?.1));
    source.archived_url = address(fields, group::ARCHIVE_URL);
    if source.archived_url.is_none()
        && let Some(page) = source.url.as_deref().and_then(archived_page)
    {
        source.archived_url = source.url.replace(page);
    }
}

fn identifiers(fields: &Fields<'_>, source: &mut Source) {
    for (field, scheme) in [("doi", Scheme::Doi), ("isbn", Scheme::Isbn)] {
        if let Some(value) = address(fields, field) {
            source.identifiers.push(Identifier { scheme, value });
        }
    }
    for (field, scheme) in
        [("ecli", Scheme::Ecli), ("docket", Scheme::Docket), ("citation", Scheme::Citation)]
    {
        let values = text(fields, field).map(|text| split_values(&text)).unwrap_or_default();
        source.identifiers.extend(values.into_iter().map(|value| Identifier { scheme, value }));
    }
}

fn variables(fields: &Fields<'_>, source: &mut Source) {
    let mut set = |variable: &str, value: Option<String>| {
        let new = !source.variables.iter().any(|(known, _)| known == variable);
        if let Some(value) = value.filter(|_| new) {
            source.variables.push((variable.to_owned(), value));
        }
    };
    let number = if kinds::is_serial(source.kind) {
        "issue"
    } else if kinds::is_in_series(source.kind) {
        "collection-number"
    } else {
        "number"
    };
    for variable in ["number", "issue", "collection-number"] {
        set(variable, text(fields, &format!("{}{variable}", group::CSL)));
    }
    set(number, text(fields, "number"));
    set("issue", text(fields, "issue"));
    set("archive", text(fields, "archive"));
    set("archive_location", text(fields, "archive_location"));
    let eprint = text(fields, "eprint");
    if eprint.is_some() {
        set("archive", text(fields, "eprinttype").or_else(|| text(fields, "archiveprefix")));
        set("archive_location", eprint);
    }
    for (field, _) in fields.iter() {
        let Group::Variable(variable) = group_of(field) else { continue };
        let first = group::fields_of(variable).iter().find(|name| fields.get(name).is_some());
        if first.is_none_or(|first| *first == field) {
            let mut value = text(fields, field);
            if field == "howpublished"
                && howpublished(fields).is_some_and(|(around, _)| around.trim().is_empty())
            {
                value = None;
            }
            set(variable, if variable == "genre" { value.map(genre) } else { value });
        }
    }
    let entry_type = fields.get(ENTRY_TYPE).map(Value::tex);
    let thesis = match entry_type.as_deref() {
        Some("phdthesis") => Some(DOCTORS_THESIS.to_owned()),
        Some("mastersthesis") => Some(MASTERS_THESIS.to_owned()),
        _ => None,
    };
    if thesis.is_some() && text(fields, "type").as_deref() != Some(ANY_THESIS) {
        set("genre", thesis);
    } else if thesis.is_some() {
        source.variables.retain(|(variable, _)| variable != "genre");
    }
    source.variables.sort();
}

/// What BibLaTeX's short words for the type of a work stand for.
fn genre(word: String) -> String {
    match word.as_str() {
        "phdthesis" => DOCTORS_THESIS.to_owned(),
        "mathesis" => MASTERS_THESIS.to_owned(),
        "techreport" => "Technical report".to_owned(),
        "resreport" => "Research report".to_owned(),
        _ => word,
    }
}

fn dates(fields: &Fields<'_>, understood: &mut Understood) {
    let issued = date::issued(fields);
    understood.source.issued = issued.date;
    if let Some(field) = issued.odd {
        understood.odd.push((field, "is no date that EDTF can say; kept as text"));
    }
    let accessed = text(fields, "urldate").map(|text| date::edtf(&text));
    if accessed == Some(None) {
        understood.odd.push(("urldate", "is no date that EDTF can say; kept as text"));
    }
    understood.source.accessed = accessed.flatten();
}

fn credits(fields: &Fields<'_>, understood: &mut Understood) {
    const ROLES: [(&str, Role); 5] = [
        ("author", Role::Author),
        ("editor", Role::Editor),
        ("translator", Role::Translator),
        ("interviewer", Role::Interviewer),
        ("recipient", Role::Recipient),
    ];
    for (field, role) in ROLES {
        let Some(value) = fields.get(field).map(Value::tex) else { continue };
        let names = name::read(&value);
        if names.odd {
            understood.odd.push((field, "is no list of names joined by `and`; taken as it stands"));
        }
        let credits = names.names.into_iter().map(|name| Credit { role, name, unnamed: false });
        understood.source.creators.extend(credits);
    }
}
