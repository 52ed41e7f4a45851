//! Which CSL variable each part of a source becomes.
//!
//! CSL knows an author where the casebook knows five voices. Styles print interviews under the
//! person interviewed, as `author`; likewise who speaks in testimony, and who issued a document or
//! statement that has no other author. The court of a ruling is its `authority`. Somebody unnamed
//! is printed as the description, with a capital, and sorted as it stands: Chicago's manual cites
//! "a health care worker" so. Whatever a style drops of them, [`super::complete`] puts back.

use super::item::{Agent, Item};
use crate::domain::{Credit, Kind, NameParts, Role, Scheme, Source, kept_field};

impl From<&Source> for Item {
    fn from(source: &Source) -> Self {
        let mut item = Item::new(source.key.as_str(), source.kind.csl_type())
            .text("title", &source.title)
            .text("container-title", source.container.as_deref().unwrap_or_default())
            .text("publisher", source.publisher.as_deref().unwrap_or_default())
            .text("page", source.pages.as_deref().unwrap_or_default())
            .text("language", source.language.as_deref().unwrap_or_default())
            .text("jurisdiction", source.jurisdiction.as_deref().unwrap_or_default());
        let address = source.url.as_ref().or(source.archived_url.as_ref());
        item = item.text("URL", address.map_or("", String::as_str));
        if let Some(date) = &source.issued {
            item = item.date("issued", date.as_str());
        }
        if let Some(date) = &source.accessed {
            item = item.date("accessed", date.as_str());
        }
        credits(&mut item, source);
        periodical(&mut item, source);
        if let Some(genre) = genre(source.kind) {
            item = item.text("genre", genre);
        }
        identifiers(&mut item, source);
        let variables = source.variables.iter();
        for (name, value) in variables.filter(|(name, _)| kept_field(name).is_none()) {
            set_variable(&mut item, name, value);
            if name == "number" && is_law(source.kind) {
                item.references.push(value.clone());
            }
        }
        item
    }
}

/// Kinds whose issuer or court CSL calls the authority.
fn is_law(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::CourtRuling
            | Kind::CourtFiling
            | Kind::Hearing
            | Kind::Legislation
            | Kind::Bill
            | Kind::Treaty
            | Kind::Regulation
    )
}

fn credits(item: &mut Item, source: &Source) {
    let law = is_law(source.kind);
    for credit in &source.creators {
        let variable = match credit.role {
            Role::Author | Role::Speaker | Role::Interviewee => "author",
            Role::Interviewer => "interviewer",
            Role::Editor => "editor",
            Role::Translator => "translator",
            // "Letter to Karim" says it: to say it again would be odd in every style.
            Role::Recipient if source.title.contains(agent(credit).principal()) => continue,
            Role::Recipient => "recipient",
            // Set below, once it is known whether there is an author.
            Role::Court | Role::Issuer => continue,
        };
        push(item, variable, credit);
    }
    let bodies: Vec<&Credit> = source
        .creators
        .iter()
        .filter(|credit| matches!(credit.role, Role::Court | Role::Issuer))
        .collect();
    let authored = item.names.contains_key("author");
    for credit in bodies {
        let name = agent(credit).reading_order();
        if law {
            add_text(item, "authority", &name);
        } else if !authored {
            push(item, "author", credit);
        } else {
            add_text(item, "publisher", &name);
        }
    }
    // A style may shorten a long list of names; the first in each role must stay.
    let mut roles: Vec<Role> = Vec::new();
    for credit in source.creators.iter().filter(|credit| credit.role.is_voice()) {
        if !roles.contains(&credit.role) {
            roles.push(credit.role);
            item.voices.push(agent(credit));
        }
    }
}

fn push(item: &mut Item, variable: &str, credit: &Credit) {
    let agents = item.names.entry(variable.to_owned()).or_default();
    // A description is a sentence's beginning only where the entry begins with it.
    let first = agents.is_empty();
    agents.push(match agent(credit) {
        Agent::Literal(text) if credit.unnamed && first => Agent::Literal(with_capital(&text)),
        agent => agent,
    });
}

/// Styles print no publisher for articles: an agency or paper given as one takes the place it has.
fn periodical(item: &mut Item, source: &Source) {
    let article =
        matches!(item.kind.as_str(), "article-newspaper" | "article-magazine" | "article-journal");
    if !article || source.container.is_some() {
        return;
    }
    let Some(publisher) = item.texts.remove("publisher") else { return };
    if source.kind == Kind::WireReport && !item.names.contains_key("author") {
        item.voices.push(Agent::Literal(publisher.clone()));
        item.names.insert("author".to_owned(), vec![Agent::Literal(publisher)]);
    } else {
        item.texts.insert("container-title".to_owned(), publisher);
    }
}

/// What CSL's type does not say. Without it styles call an interview "personal communication",
/// which to a fact-checker means one's own.
fn genre(kind: Kind) -> Option<&'static str> {
    match kind {
        Kind::Interview => Some("Interview"),
        Kind::Testimony => Some("Testimony"),
        Kind::Letter => Some("Letter"),
        Kind::Email => Some("Email"),
        _ => None,
    }
}

fn add_text(item: &mut Item, variable: &str, text: &str) {
    let value = item.texts.entry(variable.to_owned()).or_default();
    if !value.contains(text) {
        let comma = if value.is_empty() { "" } else { ", " };
        value.push_str(&format!("{comma}{text}"));
    }
}

fn agent(credit: &Credit) -> Agent {
    match credit.name.parts() {
        _ if credit.unnamed => Agent::Literal(credit.name.reading_order()),
        NameParts::Person { family, given } => {
            Agent::Person { family: family.to_owned(), given: given.to_owned() }
        }
        NameParts::Literal(name) => Agent::Literal(name.to_owned()),
    }
}

fn with_capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}

fn identifiers(item: &mut Item, source: &Source) {
    for identifier in &source.identifiers {
        let value = identifier.value.as_str();
        // A ruling is found by them, and styles that were made for journals print none.
        let locates = matches!(identifier.scheme, Scheme::Docket | Scheme::Citation);
        if locates && is_law(source.kind) {
            item.references.push(value.to_owned());
        }
        match identifier.scheme {
            Scheme::Doi => add_text(item, "DOI", value),
            Scheme::Isbn => add_text(item, "ISBN", value),
            Scheme::Docket | Scheme::Ecli => add_text(item, "number", value),
            Scheme::Citation => match reporter(value) {
                Some((volume, reporter, page)) if is_law(source.kind) => {
                    for (variable, part) in
                        [("volume", volume), ("container-title", reporter), ("page", page)]
                    {
                        item.texts.insert(variable.to_owned(), part.to_owned());
                    }
                }
                _ => add_text(item, "number", value),
            },
        }
    }
}

/// Volume, reporter and first page of `826 F. Supp. 2d 128`.
pub(crate) fn reporter(citation: &str) -> Option<(&str, &str, &str)> {
    let (volume, rest) = citation.trim().split_once(' ')?;
    let (reporter, page) = rest.rsplit_once(' ')?;
    let number = |text: &str| !text.is_empty() && text.chars().all(|digit| digit.is_ascii_digit());
    (number(volume) && number(page)).then_some((volume, reporter.trim(), page))
}

/// A further CSL variable as the case folder has it (`csl:NAME`).
fn set_variable(item: &mut Item, name: &str, value: &str) {
    const DATES: &[&str] =
        &["accessed", "available-date", "event-date", "issued", "original-date", "submitted"];
    const NAMES: &[&str] = &[
        "chair",
        "collection-editor",
        "compiler",
        "composer",
        "container-author",
        "contributor",
        "curator",
        "director",
        "editorial-director",
        "executive-producer",
        "guest",
        "host",
        "illustrator",
        "narrator",
        "organizer",
        "original-author",
        "performer",
        "producer",
        "reviewed-author",
        "script-writer",
        "series-creator",
    ];
    if DATES.contains(&name) {
        item.dates.insert(name.to_owned(), value.to_owned());
    } else if NAMES.contains(&name) {
        let agents = value.split(';').map(str::trim).filter(|name| !name.is_empty());
        let agents = agents.map(|name| match name.split_once(',') {
            Some((family, given)) => {
                Agent::Person { family: family.trim().to_owned(), given: given.trim().to_owned() }
            }
            None => Agent::Literal(name.to_owned()),
        });
        item.names.entry(name.to_owned()).or_default().extend(agents);
    } else if !value.trim().is_empty() {
        item.texts.insert(name.to_owned(), value.to_owned());
    }
}
