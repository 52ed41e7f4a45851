//! Types of entries and kinds of sources.

use super::dialect::Dialect;
use crate::domain::Kind;

/// The kind of an entry of this type; `entrysubtype` tells newspapers and magazines from journals, as
/// pandoc and the styles of BibLaTeX have it.
pub(super) fn kind_of(entry_type: &str, subtype: &str) -> Kind {
    match entry_type {
        "article" | "suppperiodical" => match subtype {
            "newspaper" => Kind::NewspaperArticle,
            "magazine" => Kind::MagazineArticle,
            _ => Kind::JournalArticle,
        },
        "periodical" => Kind::Periodical,
        "book" | "mvbook" | "collection" | "mvcollection" | "proceedings" | "mvproceedings"
        | "reference" | "mvreference" | "manual" => Kind::Book,
        "booklet" => Kind::Pamphlet,
        "inbook" | "bookinbook" | "suppbook" | "incollection" | "suppcollection" => Kind::Chapter,
        "inreference" => Kind::EntryEncyclopedia,
        "inproceedings" | "conference" => Kind::PaperConference,
        "online" | "www" | "electronic" | "webpage" => Kind::WebPage,
        "report" | "techreport" => Kind::Report,
        "thesis" | "phdthesis" | "mastersthesis" => Kind::Thesis,
        "unpublished" => Kind::Manuscript,
        "patent" => Kind::Patent,
        "software" => Kind::Software,
        "dataset" => Kind::Dataset,
        "jurisdiction" => Kind::CourtRuling,
        "legislation" => Kind::Legislation,
        "legal" => Kind::Treaty,
        "letter" => Kind::Letter,
        "movie" | "video" => Kind::Video,
        "audio" | "music" => Kind::Song,
        "image" | "artwork" => Kind::Image,
        "performance" => Kind::Performance,
        "review" => Kind::Review,
        "standard" => Kind::Standard,
        _ => Kind::Document,
    }
}

/// The type of the entry of a source of this kind, and its `entrysubtype`.
pub(super) fn type_of(kind: Kind, dialect: Dialect) -> (&'static str, Option<&'static str>) {
    let shared = match kind {
        Kind::JournalArticle | Kind::Article => ("article", None),
        Kind::NewspaperArticle | Kind::WireReport => ("article", Some("newspaper")),
        Kind::MagazineArticle => ("article", Some("magazine")),
        Kind::Book | Kind::Classic => ("book", None),
        Kind::Pamphlet => ("booklet", None),
        Kind::Chapter => ("incollection", None),
        Kind::PaperConference => ("inproceedings", None),
        Kind::Manuscript | Kind::Speech => ("unpublished", None),
        _ => ("misc", None),
    };
    let own = match (dialect, kind) {
        (Dialect::BibTeX, Kind::Report) => "techreport",
        (Dialect::BibTeX, Kind::Thesis) => "phdthesis",
        (Dialect::BibTeX, _) => return shared,
        (_, Kind::Report) => "report",
        (_, Kind::Thesis) => "thesis",
        (_, Kind::WebPage | Kind::SocialPost | Kind::PostWeblog) => "online",
        (_, Kind::Patent) => "patent",
        (_, Kind::Software) => "software",
        (_, Kind::Dataset) => "dataset",
        (_, Kind::CourtRuling | Kind::CourtFiling) => "jurisdiction",
        (_, Kind::Legislation | Kind::Bill | Kind::Regulation) => "legislation",
        (_, Kind::Treaty) => "legal",
        (_, Kind::Letter | Kind::Email) => "letter",
        (_, Kind::Video) => "video",
        (_, Kind::Song | Kind::MusicalScore) => "music",
        (_, Kind::Image | Kind::Figure) => "image",
        (_, Kind::Performance) => "performance",
        (_, Kind::Review | Kind::ReviewBook) => "review",
        (_, Kind::Standard) => "standard",
        (_, Kind::Periodical) => "periodical",
        (_, Kind::EntryEncyclopedia | Kind::Entry | Kind::EntryDictionary) => "inreference",
        _ => return shared,
    };
    (own, None)
}

/// Whether BibTeX's own styles know a type; those that nobody knows are as good in one dialect as in
/// the other.
pub(super) fn fits(entry_type: &str, dialect: Dialect) -> bool {
    dialect == Dialect::BibLaTeX
        || kind_of(entry_type, "") == Kind::Document
        || BIBTEX.contains(&entry_type)
}

const BIBTEX: &[&str] = &[
    "article",
    "book",
    "booklet",
    "conference",
    "inbook",
    "incollection",
    "inproceedings",
    "manual",
    "mastersthesis",
    "misc",
    "phdthesis",
    "proceedings",
    "techreport",
    "unpublished",
];

/// Kinds that count issues: what BibTeX calls their number is CSL's issue.
pub(super) fn is_serial(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::JournalArticle
            | Kind::NewspaperArticle
            | Kind::MagazineArticle
            | Kind::WireReport
            | Kind::Article
            | Kind::Periodical
    )
}

/// Kinds of which the number is the one in their series.
pub(super) fn is_in_series(kind: Kind) -> bool {
    matches!(
        kind,
        Kind::Book | Kind::Chapter | Kind::PaperConference | Kind::Pamphlet | Kind::Classic
    )
}
