//! A work that markup names: where a claim was made, or the article that checks it.

use serde_json::Value;

use super::text::{Party, address, first_address, first_text, parties, plain};
use super::{Markup, date, kind};
use crate::domain::{Credit, Key, Kind, Role, Source, archived_page, canonical_url, proposed_key};
use crate::error::Result;

/// The works that a value names: addresses, objects, or a list of either.
pub(super) fn works(value: Option<&Value>) -> Result<Vec<Source>> {
    let mut works = Vec::new();
    for value in super::text::several(value) {
        let work = match value {
            Value::Object(object) => Some(work(object)?),
            value => address(value).map(|address| of_address(&address)).transpose()?,
        };
        works.extend(work.filter(|work| work.url.is_some() || !work.title.is_empty()));
    }
    Ok(works)
}

fn of_address(address: &str) -> Result<Source> {
    let mut source = empty(Kind::WebPage)?;
    set_address(&mut source, address);
    keyed(source)
}

/// The work that an object describes.
pub(super) fn work(object: &Markup) -> Result<Source> {
    let mut source = described(object, kind::of(object))?;
    let authors = parties(object.get("author"));
    source.creators = authors.iter().filter_map(credit).collect();
    source.publisher = parties(object.get("publisher")).into_iter().next().map(|party| party.name);
    keyed(source)
}

pub(super) fn credit(party: &Party) -> Option<Credit> {
    let name = party.written.clone()?;
    Some(Credit { role: Role::Author, name, unnamed: false })
}

/// What every work has: title, address, date, language.
pub(super) fn described(object: &Markup, kind: Kind) -> Result<Source> {
    let mut source = empty(kind)?;
    source.title = first_text(object, &["headline", "name"]).unwrap_or_default();
    if let Some(address) =
        first_address(object, &["url", "mainEntityOfPage", "contentUrl", "sameAs", "@id"])
    {
        set_address(&mut source, &address);
    }
    let archived = first_address(object, &["archivedAt"]);
    source.archived_url = archived.or(source.archived_url);
    let issued = object.get("datePublished").and_then(Value::as_str).and_then(date::read);
    source.issued = issued.map(|(day, _)| day);
    source.language = object.get("inLanguage").and_then(Value::as_str).and_then(plain);
    Ok(source)
}

/// The source with a key that is proposed after what is known of it; after its host, if nothing else.
pub(super) fn keyed(mut source: Source) -> Result<Source> {
    let mut known = source.clone();
    if known.creators.is_empty() {
        let host = known.url.as_deref().and_then(host);
        known.container = known.publisher.clone().or(host);
    }
    source.key = proposed_key(&known).parse()?;
    Ok(source)
}

fn host(url: &str) -> Option<String> {
    canonical_url(url)?.split(['/', ':', '?']).next().map(str::to_owned)
}

fn empty(kind: Kind) -> Result<Source> {
    Ok(Source::new("web-page".parse::<Key>()?, kind, ""))
}

/// An archived copy is understood as one of the page behind it.
fn set_address(source: &mut Source, address: &str) {
    source.url = Some(address.to_owned());
    if let Some(page) = archived_page(address) {
        source.archived_url = source.url.replace(page);
    }
}
