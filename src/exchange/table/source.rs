//! A row as a source.

use super::date;
use super::header::Header;
use super::kind::kind_of_word;
use super::{Row, warning};
use crate::domain::{
    Credit, Identifier, Kind, Name, Role, Scheme, Source, archived_page, check_source,
    proposed_key, split_values,
};
use crate::error::Result;
use crate::exchange::library::{Entry, Fault, Warning};

/// The key while none is known.
const NO_KEY: &str = "row";

pub(super) fn read(header: &Header, row: Row) -> std::result::Result<Entry, Fault> {
    let Row { line, span, cells } = row;
    let understood = understood(header, &cells);
    match understood.and_then(|(source, warnings, has_key)| {
        check_source(&source).map(|()| (source, warnings, has_key))
    }) {
        Ok((source, warnings, has_key)) => Ok(Entry { line, source, warnings, span, has_key }),
        Err(error) => Err(Fault { line, key: None, error, span }),
    }
}

fn understood(header: &Header, cells: &[String]) -> Result<(Source, Vec<Warning>, bool)> {
    let mut reading = Reading {
        source: Source::new(NO_KEY.parse()?, Kind::Document, ""),
        warnings: Vec::new(),
        kind: None,
        has_key: false,
    };
    header.each_cell(cells, |heading, field, cell| match field {
        Some(field) => reading.take(heading, field, cell),
        None => {
            reading.keep(heading, cell);
            Ok(())
        }
    })?;
    let Reading { mut source, warnings, kind, has_key } = reading;
    // Where nothing says what it is: what is on the web is a page.
    let guess = if source.url.is_some() { Kind::WebPage } else { Kind::Document };
    source.kind = kind.unwrap_or(guess);
    source.variables.sort();
    if !has_key {
        source.key = proposed_key(&source).parse()?;
    }
    Ok((source, warnings, has_key))
}

struct Reading {
    source: Source,
    warnings: Vec<Warning>,
    kind: Option<Kind>,
    has_key: bool,
}

impl Reading {
    fn take(&mut self, heading: &str, field: &str, cell: &str) -> Result<()> {
        if let Some(text) = text_field(&mut self.source, field) {
            *text = Some(cell.to_owned());
            if field == "url" {
                self.unwrap_archived_copy();
            }
            return Ok(());
        }
        if let Ok(role) = field.parse::<Role>() {
            self.source.creators.extend(names(cell).map(|name| Credit {
                role,
                name,
                unnamed: false,
            }));
            return Ok(());
        }
        if let Some(variable) = field.strip_prefix("csl:") {
            self.source.variables.push((variable.to_owned(), cell.to_owned()));
            return Ok(());
        }
        let source = &mut self.source;
        match field {
            "key" => {
                source.key = cell.trim().parse()?;
                self.has_key = true;
            }
            "title" => cell.clone_into(&mut source.title),
            "tags" => source.tags.extend(labels(cell)),
            "creators" => {
                let credits: Result<Vec<Credit>> =
                    split_values(cell).iter().map(|credit| credit.parse()).collect();
                source.creators.extend(credits?);
            }
            "identifiers" => {
                let identifiers: Result<Vec<Identifier>> =
                    split_values(cell).iter().map(|identifier| identifier.parse()).collect();
                source.identifiers.extend(identifiers?);
            }
            "doi" => source.identifiers.push(identifier(Scheme::Doi, cell)),
            "ecli" => source.identifiers.push(identifier(Scheme::Ecli, cell)),
            // Programs put several into one cell, with no more than a space between.
            "isbn" => {
                let numbers = cell.split([' ', ',', ';', '\n']).filter(|number| !number.is_empty());
                source.identifiers.extend(numbers.map(|number| identifier(Scheme::Isbn, number)));
            }
            "lineage" => source.lineage = cell.trim().parse()?,
            "standing" => source.standing = cell.trim().parse()?,
            "grade" => source.grade = Some(cell.trim().parse()?),
            "confidentiality" => source.confidentiality = cell.trim().parse()?,
            "kind" => self.take_kind(heading, cell),
            _ => self.take_date(heading, field, cell),
        }
        Ok(())
    }

    /// Of the copy of a page the page is the address.
    fn unwrap_archived_copy(&mut self) {
        let page = self.source.url.as_deref().and_then(archived_page);
        if let Some(page) = page.filter(|_| self.source.archived_url.is_none()) {
            self.source.archived_url = self.source.url.replace(page);
        }
    }

    fn take_kind(&mut self, heading: &str, cell: &str) {
        self.kind = kind_of_word(cell);
        if self.kind.is_none() {
            self.warnings.push(warning(
                heading,
                cell,
                "is no kind of source that is known; kept as text",
            ));
            self.keep(heading, cell);
        }
    }

    fn take_date(&mut self, heading: &str, field: &str, cell: &str) {
        let found = date::read(cell);
        if found.is_none() {
            self.warnings.push(warning(
                heading,
                cell,
                "is no date that can mean only one; kept as text",
            ));
        }
        if found.as_ref().is_none_or(|found| !found.says_all) {
            self.keep(heading, cell);
        }
        let date = found.map(|found| found.date);
        match field {
            "issued" => self.source.issued = date,
            _ => self.source.accessed = date,
        }
    }

    fn keep(&mut self, heading: &str, cell: &str) {
        self.source.variables.push((format!("csv:{heading}"), cell.to_owned()));
    }
}

fn text_field<'s>(source: &'s mut Source, field: &str) -> Option<&'s mut Option<String>> {
    match field {
        "container" => Some(&mut source.container),
        "publisher" => Some(&mut source.publisher),
        "url" => Some(&mut source.url),
        "archived_url" => Some(&mut source.archived_url),
        "language" => Some(&mut source.language),
        "jurisdiction" => Some(&mut source.jurisdiction),
        "pages" => Some(&mut source.pages),
        "note" => Some(&mut source.note),
        _ => None,
    }
}

/// The names of a cell: `Family, Given; Body` with semicolons or line breaks between. Commas do not
/// part names, because they part the words of one.
fn names(cell: &str) -> impl Iterator<Item = Name> {
    let parts = cell.split([';', '\n', '\r']).map(str::trim).filter(|name| !name.is_empty());
    parts.filter_map(|name| name.parse().ok().or_else(|| format!("{{{name}}}").parse().ok()))
}

/// Labels are parted by semicolons or line breaks.
pub(super) fn labels(cell: &str) -> Vec<String> {
    let mut labels = Vec::new();
    for label in cell.lines().flat_map(split_values) {
        if !labels.contains(&label) {
            labels.push(label);
        }
    }
    labels
}

fn identifier(scheme: Scheme, value: &str) -> Identifier {
    Identifier { scheme, value: value.trim().to_owned() }
}
