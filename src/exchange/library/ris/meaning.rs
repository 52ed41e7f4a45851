//! What the tags of an entry say of a source.

use super::piece::{DA, EP, PY, Piece, SP, Y1, is_page, second_role, variables};
use super::tag::{TY, Tag};
use super::values::joined;
use super::{date, kind, name};
use crate::domain::{Credit, Identifier, Key, Role, Scheme, Source, archived_page, normal_doi};

/// The fields of an entry.
pub(super) type Fields = [(Tag, String)];

/// What the columns of a source can hold of an entry.
pub(super) fn understood(fields: &Fields, key: Key) -> Source {
    let kind = first(fields, TY).map_or(kind::of_type(""), kind::of_type);
    let mut source = Source::new(key, kind, String::new());
    let text = |piece: Piece| {
        let tags = piece.tags(kind);
        tags.iter().find_map(|tag| first(fields, *tag)).map(joined)
    };
    source.title = text(Piece::Title).unwrap_or_default();
    source.container = text(Piece::Container);
    source.publisher = text(Piece::Publisher);
    source.language = text(Piece::Language);
    source.url = text(Piece::Address);
    if let Some(page) = source.url.as_deref().and_then(archived_page) {
        source.archived_url = source.url.replace(page);
    }
    source.issued = date::issued(first(fields, DA), first(fields, Y1), first(fields, PY));
    source.accessed = text(Piece::Accessed).and_then(|value| date::one(&value));
    source.variables = variables()
        .filter_map(|name| Some((name.to_owned(), variable(fields, &source, name)?)))
        .collect();
    take_pages(fields, &mut source);
    take_numbers(fields, &mut source);
    source.creators = creators(fields, &source);
    source.tags = keywords(fields);
    source.note = note(fields);
    source.variables.sort();
    source
}

fn first(fields: &Fields, tag: Tag) -> Option<&str> {
    all(fields, tag).next()
}

fn all(fields: &Fields, tag: Tag) -> impl Iterator<Item = &str> {
    fields.iter().filter(move |(known, _)| *known == tag).map(|(_, value)| value.as_str())
}

fn variable(fields: &Fields, source: &Source, name: &'static str) -> Option<String> {
    let mut tags = Piece::Variable(name).tags(source.kind).iter();
    let value = tags.find_map(|tag| first(fields, *tag))?;
    match name {
        "abstract" => Some(value.to_owned()),
        // Reference Manager and others put the DOI there.
        "genre" if normal_doi(value).is_some() => None,
        _ => Some(joined(value)),
    }
}

fn take_pages(fields: &Fields, source: &mut Source) {
    let (first_page, last) = (first(fields, SP).map(joined), first(fields, EP).map(joined));
    match (first_page, last) {
        (Some(pages), None)
            if kind::is_whole(source.kind) && pages.bytes().all(|byte| byte.is_ascii_digit()) =>
        {
            source.variables.push(("number-of-pages".to_owned(), pages));
        }
        (Some(first), Some(last)) if is_page(&first) && is_page(&last) => {
            source.pages = Some(format!("{first}-{last}"));
        }
        (first, last) => source.pages = first.or(last),
    }
}

fn take_numbers(fields: &Fields, source: &mut Source) {
    let doi = Piece::Doi.tags(source.kind).iter().flat_map(|tag| all(fields, *tag)).map(joined);
    let elsewhere = all(fields, Tag::new("M3")).find_map(normal_doi);
    let doi: Vec<String> = doi.collect();
    let doi = if doi.is_empty() { elsewhere.into_iter().collect() } else { doi };
    source.identifiers =
        doi.into_iter().map(|value| Identifier { scheme: Scheme::Doi, value }).collect();
    for value in all(fields, Tag::new("SN")) {
        let value = joined(value);
        let number = value.split([',', ';', '(']).next().unwrap_or_default().trim();
        let is_known = |variable: &str| source.variables.iter().any(|(name, _)| name == variable);
        match standard_number(number) {
            Some(Standard::Isbn) => source
                .identifiers
                .push(Identifier { scheme: Scheme::Isbn, value: number.to_owned() }),
            Some(Standard::Issn) if !is_known("ISSN") => {
                source.variables.push(("ISSN".to_owned(), number.to_owned()));
            }
            None if kind::is_numbered(source.kind) && !is_known("number") => {
                source.variables.push(("number".to_owned(), value));
            }
            _ => {}
        }
    }
}

enum Standard {
    Isbn,
    Issn,
}

fn standard_number(text: &str) -> Option<Standard> {
    let is_filling = |c: char| c == '-' || c == ' ';
    let digits: Vec<char> = text.chars().filter(|c| !is_filling(*c)).collect();
    let (check, body) = digits.split_last()?;
    let is_number = body.iter().all(char::is_ascii_digit)
        && (check.is_ascii_digit() || check.eq_ignore_ascii_case(&'x'));
    match digits.len() {
        10 | 13 if is_number => Some(Standard::Isbn),
        8 if is_number => Some(Standard::Issn),
        _ => None,
    }
}

/// The creators, in the order in which they stand.
fn creators(fields: &Fields, source: &Source) -> Vec<Credit> {
    let roles = [
        (Piece::Authors, Role::Author),
        (Piece::Seconds, second_role(source.kind)),
        (Piece::Translators, Role::Translator),
    ];
    let role_of = |tag: Tag| {
        roles
            .iter()
            .find(|(piece, _)| piece.tags(source.kind).contains(&tag))
            .map(|(_, role)| *role)
    };
    let credit = |(tag, value): &(Tag, String)| {
        Some(Credit { role: role_of(*tag)?, name: name::read(value)?, unnamed: false })
    };
    fields.iter().filter_map(credit).collect()
}

/// The keywords, each once; some programs put several under one tag, on lines or between semicolons.
fn keywords(fields: &Fields) -> Vec<String> {
    let mut keywords: Vec<String> = Vec::new();
    let mut seen = std::collections::HashSet::new();
    for value in
        Piece::Tags.tags(crate::domain::Kind::Document).iter().flat_map(|tag| all(fields, *tag))
    {
        for word in value.split(['\n', ';']).map(str::trim).filter(|word| !word.is_empty()) {
            if seen.insert(word) {
                keywords.push(word.to_owned());
            }
        }
    }
    keywords
}

fn note(fields: &Fields) -> Option<String> {
    let notes: Vec<&str> = all(fields, Tag::new("N1")).collect();
    (!notes.is_empty()).then(|| notes.join("\n\n"))
}
