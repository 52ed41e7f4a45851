//! The bundled styles and what they are called.

use citationberg::{IndependentStyle, Style as Csl};
use hayagriva::archive::ArchivedStyle;

use crate::error::{Error, Result};

/// Ids of the CSL repository for styles that the archive holds in a newer edition.
const ALIASES: &[(&str, &str)] = &[
    ("chicago-fullnote-bibliography", "chicago-notes"),
    ("chicago-note-bibliography", "chicago-notes"),
    ("chicago", "chicago-notes"),
    ("harvard", "harvard-cite-them-right"),
];

/// How many names a hint proposes.
const PROPOSALS: usize = 3;

/// The bundled style of this name.
pub(super) fn find(name: &str) -> Result<IndependentStyle> {
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
