//! The bundled styles and what they are called.

use citationberg::{CitationFormat, IndependentStyle, Style as Csl, StyleCategory, StyleClass};
use hayagriva::archive::ArchivedStyle;

use crate::error::{Error, Result};

/// Ids of the CSL repository for styles that the archive holds in a newer edition.
const ALIASES: &[(&str, &str)] = &[
    ("chicago-fullnote-bibliography", "chicago-notes"),
    ("chicago-note-bibliography", "chicago-notes"),
    ("chicago", "chicago-notes"),
    ("harvard", "harvard-cite-them-right"),
];

/// The style that was written for this project, after OSCOLA's published rules.
const COURT_FOOTNOTES: &str = "court-footnotes";
const COURT_FOOTNOTES_CSL: &str = include_str!("../../../styles/court-footnotes.csl");

/// A bundled style.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bundled {
    /// What it is called.
    pub name: String,
    /// What else it is called: ids of the CSL repository, and names that are easier to remember.
    pub aliases: Vec<String>,
    /// What the style calls itself.
    pub title: String,
    /// How it cites: `note`, `author-date`, `numeric`, `author` or `label`.
    pub cites: &'static str,
    /// The language of its terms where it has one of its own, such as `de-DE`.
    pub language: Option<String>,
}

/// All bundled styles, by name.
pub(super) fn bundled() -> Vec<Bundled> {
    let mut found: Vec<Bundled> = Vec::new();
    let archived = ArchivedStyle::all().iter().filter_map(|style| {
        let mut names: Vec<String> = style.names().iter().map(|name| (*name).to_owned()).collect();
        names.push(last_segment(style.csl_id()).to_owned());
        let known = |(alias, name): &(&str, &str)| {
            names.iter().any(|own| own == name).then(|| (*alias).to_owned())
        };
        let more: Vec<String> = ALIASES.iter().filter_map(known).collect();
        names.extend(more);
        Some((names, independent(*style)?))
    });
    let ours = court_footnotes().map(|style| (vec![COURT_FOOTNOTES.to_owned()], style));
    for (mut names, style) in archived.chain(ours) {
        let name = names.remove(0);
        // An older edition may go by a name that means the newer one.
        let mut seen = vec![name.clone()];
        names.retain(|alias| {
            let new = !seen.contains(alias);
            seen.push(alias.clone());
            new && find(alias).is_ok_and(|meant| meant.info.id == style.info.id)
        });
        found.push(Bundled {
            name,
            aliases: names,
            title: style.info.title.value.clone(),
            cites: way_of_citing(&style),
            language: style.default_locale.as_ref().map(|code| code.0.clone()),
        });
    }
    found.sort_by(|a, b| a.name.cmp(&b.name));
    found
}

fn way_of_citing(style: &IndependentStyle) -> &'static str {
    let formats = style.info.category.iter().find_map(|category| match category {
        StyleCategory::CitationFormat { format } => Some(format),
        StyleCategory::Field { .. } => None,
    });
    match formats {
        Some(CitationFormat::AuthorDate) => "author-date",
        Some(CitationFormat::Author) => "author",
        Some(CitationFormat::Numeric) => "numeric",
        Some(CitationFormat::Label) => "label",
        _ if style.settings.class == StyleClass::Note => "note",
        _ => "text",
    }
}

fn court_footnotes() -> Option<IndependentStyle> {
    match Csl::from_xml(COURT_FOOTNOTES_CSL) {
        Ok(Csl::Independent(style)) => Some(style),
        _ => None,
    }
}

/// How many names a hint proposes.
const PROPOSALS: usize = 3;

/// The bundled style of this name.
pub(super) fn find(name: &str) -> Result<IndependentStyle> {
    if name.trim().eq_ignore_ascii_case(COURT_FOOTNOTES)
        && let Some(style) = court_footnotes()
    {
        return Ok(style);
    }
    archived(name).and_then(independent).ok_or_else(|| unknown(name))
}

/// The bundled style by name, CSL id or alias, without regard to case.
pub(super) fn archived(name: &str) -> Option<ArchivedStyle> {
    let name = name.trim().to_lowercase();
    let name = ALIASES.iter().find(|(alias, _)| *alias == name).map_or(&*name, |(_, known)| known);
    ArchivedStyle::by_name(name).or_else(|| {
        ArchivedStyle::all().iter().copied().find(|style| last_segment(style.csl_id()) == name)
    })
}

/// Chicago notes and bibliography.
pub(super) fn default_style() -> IndependentStyle {
    independent(ArchivedStyle::ChicagoNotes).unwrap_or_else(|| {
        unreachable!("the archive's Chicago notes is no dependent style, by a test")
    })
}

fn independent(style: ArchivedStyle) -> Option<IndependentStyle> {
    match style.get() {
        Csl::Independent(style) => Some(style),
        Csl::Dependent(_) => None,
    }
}

/// Every name and id, sorted, each once.
pub(super) fn all() -> Vec<&'static str> {
    let mut names: Vec<&'static str> = ArchivedStyle::all()
        .iter()
        .flat_map(|style| style.names().iter().copied().chain([last_segment(style.csl_id())]))
        .chain(ALIASES.iter().map(|(alias, _)| *alias))
        .chain([COURT_FOOTNOTES])
        .collect();
    names.sort_unstable();
    names.dedup();
    names
}

/// `apa` of `http://www.zotero.org/styles/apa`.
pub(super) fn last_segment(id: &str) -> &str {
    id.rsplit('/').next().unwrap_or(id)
}

fn unknown(name: &str) -> Error {
    let wanted = name.to_lowercase();
    let mut near: Vec<(f64, &str)> =
        all().into_iter().map(|known| (strsim::jaro_winkler(&wanted, known), known)).collect();
    near.sort_by(|a, b| b.0.total_cmp(&a.0));
    let near: Vec<String> =
        near.iter().take(PROPOSALS).map(|(_, known)| format!("`{known}`")).collect();
    Error::not_found(format!("there is no citation style `{name}`")).hint(format!(
        "the nearest names are {}; a file needs its ending: `--style FILE.csl`",
        near.join(", ")
    ))
}
