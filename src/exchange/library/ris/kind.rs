//! Kinds of reference: those of the specifications of 2001 and 2011, and what EndNote added.

use crate::domain::Kind;

/// The kind behind each type of reference. Of a kind that stands here more than once the first type is
/// the one that is written.
const TYPES: &[(&str, Kind)] = &[
    ("JOUR", Kind::JournalArticle),
    ("ABST", Kind::JournalArticle),
    ("EJOUR", Kind::JournalArticle),
    ("NEWS", Kind::NewspaperArticle),
    ("NEWS", Kind::WireReport),
    ("MGZN", Kind::MagazineArticle),
    ("INPR", Kind::Article),
    ("JFULL", Kind::Periodical),
    ("BOOK", Kind::Book),
    ("EBOOK", Kind::Book),
    ("EDBOOK", Kind::Book),
    ("SER", Kind::Book),
    ("CHAP", Kind::Chapter),
    ("ECHAP", Kind::Chapter),
    ("RPRT", Kind::Report),
    ("GOVDOC", Kind::Report),
    ("THES", Kind::Thesis),
    ("CONF", Kind::PaperConference),
    ("CPAPER", Kind::PaperConference),
    ("ELEC", Kind::WebPage),
    ("WEB", Kind::WebPage),
    ("ELEC", Kind::SocialPost),
    ("BLOG", Kind::PostWeblog),
    ("CASE", Kind::CourtRuling),
    ("CASE", Kind::CourtFiling),
    ("HEAR", Kind::Hearing),
    ("STAT", Kind::Legislation),
    ("LEGAL", Kind::Regulation),
    ("BILL", Kind::Bill),
    ("UNBILL", Kind::Bill),
    ("PCOMM", Kind::Letter),
    ("ICOMM", Kind::Email),
    ("MANSCPT", Kind::Manuscript),
    ("UNPB", Kind::Manuscript),
    ("UNPD", Kind::Manuscript),
    ("PAMP", Kind::Pamphlet),
    ("MPCT", Kind::Video),
    ("VIDEO", Kind::Video),
    ("ADVS", Kind::Video),
    ("MPCT", Kind::Broadcast),
    ("SOUND", Kind::Song),
    ("SOUND", Kind::Podcast),
    ("MUSIC", Kind::MusicalScore),
    ("ART", Kind::Image),
    ("FIGURE", Kind::Figure),
    ("CHART", Kind::Figure),
    ("EQUA", Kind::Figure),
    ("MAP", Kind::Map),
    ("SLIDE", Kind::Speech),
    ("DATA", Kind::Dataset),
    ("AGGR", Kind::Dataset),
    ("DBASE", Kind::Dataset),
    ("PAT", Kind::Patent),
    ("COMP", Kind::Software),
    ("STAND", Kind::Standard),
    ("STD", Kind::Standard),
    ("DICT", Kind::EntryDictionary),
    ("ENCYC", Kind::EntryEncyclopedia),
    ("ANCIENT", Kind::Classic),
    ("CLSWK", Kind::Classic),
    ("CTLG", Kind::Collection),
];

/// The type where nothing else is said: generic.
const GENERIC: &str = "GEN";

/// The kind of a type of reference; a document, where it is none that is known.
pub(super) fn of_type(name: &str) -> Kind {
    let name = name.trim();
    let found = TYPES.iter().find(|(known, _)| known.eq_ignore_ascii_case(name));
    found.map_or(Kind::Document, |(_, kind)| *kind)
}

/// The type that is written for a kind.
pub(super) fn type_of(kind: Kind) -> &'static str {
    TYPES.iter().find(|(_, known)| *known == kind).map_or(GENERIC, |(name, _)| name)
}

/// Whether a work of this kind is whole, so that what it is part of is a series.
pub(super) fn is_whole(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Book | Kind::Report | Kind::Thesis | Kind::Map | Kind::Software | Kind::Manuscript
    )
}

/// Whether a work of this kind has a number of its own that is no ISBN or ISSN.
pub(super) fn is_numbered(kind: Kind) -> bool {
    matches!(kind, Kind::Report | Kind::Patent | Kind::Standard | Kind::Bill | Kind::Legislation)
}
