//! The pieces of a source that RIS has tags for: which tags, and what stands under them.

use super::tag::{TY, Tag};
use super::{date, kind, name};
use crate::domain::{Date, Kind, Role, Scheme, Source};

/// A piece of a source.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Piece {
    Kind,
    Title,
    /// Creators in the role of an author, and whoever has no tag of its own.
    Authors,
    /// Those who stand second: editors; of an interview and a letter, who asked and who received it.
    Seconds,
    Translators,
    Container,
    Issued,
    Accessed,
    Pages,
    Publisher,
    Language,
    Address,
    Doi,
    /// ISBN, ISSN or the work's own number.
    Numbers,
    Tags,
    Note,
    /// A CSL variable.
    Variable(&'static str),
}

/// All pieces, in the order in which they are written.
pub(super) const PIECES: &[Piece] = &[
    Piece::Kind,
    Piece::Authors,
    Piece::Seconds,
    Piece::Translators,
    Piece::Issued,
    Piece::Title,
    Piece::Variable("title-short"),
    Piece::Container,
    Piece::Variable("container-title-short"),
    Piece::Variable("collection-title"),
    Piece::Variable("volume"),
    Piece::Variable("issue"),
    Piece::Variable("edition"),
    Piece::Variable("section"),
    Piece::Variable("number-of-volumes"),
    Piece::Pages,
    Piece::Publisher,
    Piece::Variable("publisher-place"),
    Piece::Numbers,
    Piece::Doi,
    Piece::Address,
    Piece::Accessed,
    Piece::Language,
    Piece::Variable("genre"),
    Piece::Variable("source"),
    Piece::Variable("call-number"),
    Piece::Variable("archive_location"),
    Piece::Variable("reviewed-title"),
    Piece::Variable("abstract"),
    Piece::Tags,
    Piece::Note,
];

/// The variables that have a tag, for who reads.
pub(super) fn variables() -> impl Iterator<Item = &'static str> {
    PIECES.iter().filter_map(|piece| match piece {
        Piece::Variable(name) => Some(*name),
        _ => None,
    })
}

const fn tag(name: &'static str) -> Tag {
    Tag::new(name)
}

pub(super) const SP: Tag = tag("SP");
pub(super) const EP: Tag = tag("EP");
pub(super) const PY: Tag = tag("PY");
pub(super) const Y1: Tag = tag("Y1");
pub(super) const DA: Tag = tag("DA");

impl Piece {
    /// The tags that it may stand under, the most usual first, after the specifications of 2011 and
    /// 2001; `T2` is the series of a work that is whole.
    pub(super) fn tags(self, kind: Kind) -> &'static [Tag] {
        const TITLE: &[Tag] = &[tag("TI"), tag("T1"), tag("CT")];
        const WHOLE_TITLE: &[Tag] = &[tag("TI"), tag("T1"), tag("CT"), tag("BT")];
        const CONTAINER: &[Tag] =
            &[tag("T2"), tag("JF"), tag("JO"), tag("BT"), tag("JA"), tag("J1")];
        const WHOLE_CONTAINER: &[Tag] = &[tag("JF"), tag("JO"), tag("JA"), tag("J1")];
        let whole = kind::is_whole(kind);
        match self {
            Piece::Kind => &const { [TY] },
            Piece::Title if whole => WHOLE_TITLE,
            Piece::Title => TITLE,
            Piece::Authors => &const { [tag("AU"), tag("A1")] },
            Piece::Seconds => &const { [tag("A2"), tag("ED")] },
            Piece::Translators => &const { [tag("A4"), tag("TA")] },
            Piece::Container if whole => WHOLE_CONTAINER,
            Piece::Container => CONTAINER,
            Piece::Issued => &const { [PY, Y1, DA] },
            Piece::Accessed => &const { [tag("Y2")] },
            Piece::Pages => &const { [SP, EP] },
            Piece::Publisher => &const { [tag("PB")] },
            Piece::Language => &const { [tag("LA")] },
            Piece::Address => &const { [tag("UR")] },
            Piece::Doi => &const { [tag("DO")] },
            Piece::Numbers => &const { [tag("SN")] },
            Piece::Tags => &const { [tag("KW")] },
            Piece::Note => &const { [tag("N1")] },
            Piece::Variable("collection-title") if whole => &const { [tag("T2"), tag("T3")] },
            Piece::Variable(name) => tags_of_variable(name),
        }
    }

    /// The tags that it is written under where the source came from elsewhere.
    pub(super) fn usual(self, source: &Source) -> &'static [Tag] {
        match self {
            Piece::Pages => &const { [SP, EP] },
            Piece::Issued if source.issued.as_ref().is_some_and(date::is_year) => &const { [PY] },
            Piece::Issued => &const { [PY, DA] },
            _ => &self.tags(source.kind)[..1],
        }
    }

    /// What stands under one of its tags; `beside` are the tags of the entry.
    pub(super) fn values(self, source: &Source, tag: Tag, beside: &[Tag]) -> Vec<String> {
        let one = |text: &Option<String>| text.clone().into_iter().collect();
        match self {
            Piece::Kind => vec![kind::type_of(source.kind).to_owned()],
            Piece::Title if source.title.is_empty() => Vec::new(),
            Piece::Title => vec![source.title.clone()],
            Piece::Authors | Piece::Seconds | Piece::Translators => people(self, source),
            Piece::Container => one(&source.container),
            Piece::Issued => source
                .issued
                .as_ref()
                .and_then(|date| issued(date, tag, beside))
                .into_iter()
                .collect(),
            Piece::Accessed => source.accessed.iter().map(date::whole).collect(),
            Piece::Pages => pages(source, tag).into_iter().collect(),
            Piece::Publisher => one(&source.publisher),
            Piece::Language => one(&source.language),
            Piece::Address => {
                source.url.iter().chain(&source.archived_url).take(1).cloned().collect()
            }
            Piece::Doi => identifiers(source, Scheme::Doi).collect(),
            Piece::Numbers => {
                let of = |name| variable(source, name).into_iter();
                let own = of("number").filter(|_| kind::is_numbered(source.kind));
                identifiers(source, Scheme::Isbn).chain(of("ISSN")).chain(own).collect()
            }
            Piece::Tags => source.tags.clone(),
            Piece::Note => one(&source.note),
            Piece::Variable(name) => variable(source, name).into_iter().collect(),
        }
    }
}

fn tags_of_variable(name: &str) -> &'static [Tag] {
    match name {
        "title-short" => &const { [tag("ST")] },
        "container-title-short" => &const { [tag("J2")] },
        "collection-title" => &const { [tag("T3")] },
        "volume" => &const { [tag("VL")] },
        "issue" => &const { [tag("IS"), tag("CP")] },
        "edition" => &const { [tag("ET")] },
        "section" => &const { [tag("SE")] },
        "number-of-volumes" => &const { [tag("NV")] },
        "publisher-place" => &const { [tag("CY"), tag("PP")] },
        "genre" => &const { [tag("M3")] },
        "source" => &const { [tag("DB")] },
        "call-number" => &const { [tag("CN")] },
        "archive_location" => &const { [tag("AV")] },
        "reviewed-title" => &const { [tag("RI")] },
        _ => &const { [tag("AB"), tag("N2")] },
    }
}

fn variable(source: &Source, name: &str) -> Option<String> {
    source.variables.iter().find(|(known, _)| known == name).map(|(_, value)| value.clone())
}

fn identifiers(source: &Source, scheme: Scheme) -> impl Iterator<Item = String> {
    let of = move |one: &&crate::domain::Identifier| one.scheme == scheme;
    source.identifiers.iter().filter(of).map(|one| one.value.clone())
}

/// The role of those who stand second in a source of a kind.
pub(super) fn second_role(kind: Kind) -> Role {
    match kind {
        Kind::Interview | Kind::Testimony => Role::Interviewer,
        Kind::Letter | Kind::Email => Role::Recipient,
        _ => Role::Editor,
    }
}

fn people(piece: Piece, source: &Source) -> Vec<String> {
    let of = |role: Role| match role {
        Role::Translator => Piece::Translators,
        role if role == second_role(source.kind) => Piece::Seconds,
        Role::Editor | Role::Interviewer | Role::Recipient => Piece::Kind,
        _ => Piece::Authors,
    };
    let credits = source.creators.iter().filter(|credit| of(credit.role) == piece);
    credits.map(|credit| name::write(&credit.name)).collect()
}

fn issued(date: &Date, tag: Tag, beside: &[Tag]) -> Option<String> {
    let alone = !beside.iter().any(|other| *other == DA || *other == Y1);
    match date::year(date) {
        Some(year) if tag == PY && (!alone || date::is_year(date)) => Some(year.to_owned()),
        None if tag == PY && !alone => None,
        _ => Some(date::whole(date)),
    }
}

/// First and last page; of a whole work the number of its pages stands under `SP`.
fn pages(source: &Source, tag: Tag) -> Option<String> {
    let Some(pages) = &source.pages else {
        let number = variable(source, "number-of-pages").filter(|_| kind::is_whole(source.kind));
        return number.filter(|_| tag == SP);
    };
    let (first, last) = match pages.split_once('-') {
        Some((first, last)) if is_page(first) && is_page(last) => (first, Some(last)),
        _ => (pages.as_str(), None),
    };
    if tag == SP { Some(first.to_owned()) } else { last.map(str::to_owned) }
}

/// Whether a text is what stands under one of the two tags for pages.
pub(super) fn is_page(text: &str) -> bool {
    !text.is_empty() && !text.contains(|c: char| c == '-' || c.is_whitespace())
}
