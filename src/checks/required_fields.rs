//! What a reference to each kind of source needs.

use crate::domain::{Kind, Role, Scheme, Source};

/// Something that a reference needs: its name, and whether a source has it.
type Need = (&'static str, fn(&Source) -> bool);

const AUTHOR: Need = ("an author or issuer", |source| has_role(source, Role::is_voice));
const SPEAKER: Need = ("who speaks", |source| has_role(source, Role::is_voice));
const COURT: Need = ("the court", |source| has_role(source, |role| role == Role::Court));
const BOOK_BY: Need = ("an author or editor", |source| {
    has_role(source, |role| role.is_voice() || role == Role::Editor)
});
const DATE: Need = ("a date", |source| source.issued.is_some());
const PERIODICAL: Need = ("the periodical", |source| source.container.is_some());
const PROGRAMME: Need = ("the programme or station", house);
const HOUSE: Need = ("an agency or publisher", house);
const BOOK: Need = ("the book it is part of", |source| source.container.is_some());
const PUBLISHER: Need = ("a publisher", |source| source.publisher.is_some());
const PAGES: Need = ("pages", |source| source.pages.is_some());
const ADDRESS: Need = ("a web address", |source| source.url.is_some());
const COUNTRY: Need = ("a jurisdiction", |source| source.jurisdiction.is_some());
const NUMBER: Need = ("a number", |source| has_variable(source, "number"));
const CASE_NUMBER: Need = ("an ECLI, docket number or reporter citation", |source| {
    let schemes = [Scheme::Ecli, Scheme::Docket, Scheme::Citation];
    source.identifiers.iter().any(|identifier| schemes.contains(&identifier.scheme))
});

fn needs(kind: Kind) -> &'static [Need] {
    match kind {
        Kind::CourtRuling => &[COURT, DATE, CASE_NUMBER],
        Kind::CourtFiling => &[DATE, CASE_NUMBER],
        Kind::Legislation | Kind::Regulation | Kind::Bill => &[COUNTRY, DATE],
        Kind::Treaty | Kind::Hearing | Kind::Periodical => &[DATE],
        Kind::Report | Kind::Document | Kind::Statement | Kind::PressRelease => &[AUTHOR, DATE],
        Kind::Letter | Kind::Email | Kind::Manuscript | Kind::Dataset => &[AUTHOR, DATE],
        Kind::Interview | Kind::Speech => &[SPEAKER, DATE],
        Kind::Testimony => &[SPEAKER],
        Kind::NewspaperArticle | Kind::MagazineArticle | Kind::Review => &[PERIODICAL, DATE],
        Kind::WireReport => &[HOUSE, DATE],
        Kind::JournalArticle => &[AUTHOR, PERIODICAL, DATE],
        Kind::Book => &[BOOK_BY, PUBLISHER, DATE],
        Kind::Chapter => &[AUTHOR, BOOK, PUBLISHER, DATE, PAGES],
        Kind::PaperConference => &[AUTHOR, DATE],
        Kind::WebPage | Kind::PostWeblog => &[ADDRESS],
        Kind::SocialPost => &[AUTHOR, DATE, ADDRESS],
        Kind::Broadcast | Kind::Podcast => &[PROGRAMME, DATE],
        Kind::Video => &[DATE],
        Kind::Thesis => &[AUTHOR, PUBLISHER, DATE],
        Kind::Patent => &[AUTHOR, NUMBER, DATE],
        _ => &[],
    }
}

/// The names of what this source lacks.
pub(super) fn missing(source: &Source) -> Vec<&'static str> {
    let title = source.title.trim().is_empty().then_some("a title");
    let fields = needs(source.kind).iter().filter(|(_, has)| !has(source)).map(|(name, _)| *name);
    title.into_iter().chain(fields).collect()
}

fn has_role(source: &Source, is_such: impl Fn(Role) -> bool) -> bool {
    source.creators.iter().any(|credit| is_such(credit.role))
}

fn has_variable(source: &Source, variable: &str) -> bool {
    source.variables.iter().any(|(name, _)| name == variable)
}

fn house(source: &Source) -> bool {
    source.container.is_some() || source.publisher.is_some()
}
