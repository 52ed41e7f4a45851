//! Citation styles: the bundled ones by name, any other from a `.csl` file.

mod adapt;
mod file;
mod kinds;
mod names;
mod walk;

use std::sync::LazyLock;

use citationberg::{
    CitationFormat, DemoteNonDroppingParticle, IndependentStyle, Locale, LocaleCode, SortKey,
    StyleCategory,
};

pub(super) use adapt::{CONTAINER_COPY, SUFFIX_CARRIER};
pub(super) use kinds::{ForKind, for_kinds};

use crate::error::Result;

/// A citation style, ready to render with.
#[derive(Debug, Clone)]
pub struct Style {
    title: String,
    /// For items without a year suffix.
    pub(super) plain: IndependentStyle,
    /// For items with one; nothing where the suffix goes straight after the year.
    pub(super) suffixed: Option<IndependentStyle>,
    /// Prints sort keys instead of entries.
    pub(super) sorting: Option<IndependentStyle>,
    /// The keys by which the bibliography is sorted, most important first.
    pub(super) sort_keys: Vec<SortKey>,
    /// Whether works of one author and year are told apart as 1980a and 1980b.
    pub(super) adds_year_suffix: bool,
    /// Whether other authors tell two works apart before a suffix has to.
    pub(super) names_disambiguate: bool,
    /// What stands for an author who is the same as in the entry before.
    pub(super) repeated_author: Option<String>,
    /// Whether particles such as "van der" are left out of account in sorting.
    pub(super) demotes_particles: bool,
    /// Whether text of unknown language counts as English.
    pub(super) english: bool,
    pub(super) locales: Vec<Locale>,
}

impl Style {
    /// The bundled style of this name or CSL repository id (`apa`, `chicago-notes-bibliography`).
    ///
    /// # Errors
    /// There is none: the hint has the nearest names.
    pub fn named(name: &str) -> Result<Self> {
        Ok(Style::prepared(names::find(name)?))
    }

    /// The style in the text of a `.csl` file; `file` is how the user calls it.
    ///
    /// # Errors
    /// It is no XML, no CSL, refers to another style, or could send the engine round in circles.
    pub fn from_csl(text: &str, file: &str) -> Result<Self> {
        Ok(Style::prepared(file::read(text, file)?))
    }

    /// Every name that [`Style::named`] knows, sorted.
    pub fn names() -> Vec<&'static str> {
        names::all()
    }

    /// What the style calls itself: "Chicago Manual of Style 18th edition (notes and bibliography)".
    pub fn title(&self) -> &str {
        &self.title
    }

    fn prepared(style: IndependentStyle) -> Self {
        let bibliography = style.bibliography.as_ref();
        let sort_keys = bibliography
            .and_then(|part| part.sort.as_ref())
            .map(|sort| sort.keys.clone())
            .unwrap_or_default();
        let author_date = style.info.category.iter().any(|category| {
            matches!(category, StyleCategory::CitationFormat { format: CitationFormat::AuthorDate })
        });
        let repeated = bibliography.and_then(|part| part.subsequent_author_substitute.clone());
        let demote = style.settings.demote_non_dropping_particle;
        let adds_year_suffix = author_date && style.citation.disambiguate_add_year_suffix;
        let mut plain = adapt::adapted(style.clone());
        if !adds_year_suffix && plain.bibliography.is_some() {
            // Nobody reads the citation then, and in a note style it is as long as the entry.
            adapt::without_citation(&mut plain);
        }
        Style {
            title: style.info.title.value.clone(),
            suffixed: adapt::with_suffix(&plain),
            sorting: adapt::for_sorting(&plain, &sort_keys),
            adds_year_suffix,
            names_disambiguate: adapt::names_disambiguate(&style),
            repeated_author: repeated,
            demotes_particles: demote != DemoteNonDroppingParticle::Never,
            english: style.default_locale.as_ref().is_none_or(LocaleCode::is_english),
            locales: locales(style.default_locale.as_ref()),
            sort_keys,
            plain,
        }
    }
}

impl Default for Style {
    /// Chicago notes and bibliography.
    fn default() -> Self {
        Style::prepared(names::default_style())
    }
}

/// The terms of the style's language and of English, which fills the gaps.
fn locales(wanted: Option<&LocaleCode>) -> Vec<Locale> {
    // Unpacking all of them takes longer than rendering a page of entries.
    static ALL: LazyLock<Vec<Locale>> = LazyLock::new(hayagriva::archive::locales);
    let fallback = wanted.and_then(LocaleCode::fallback);
    let english = LocaleCode::en_us();
    ALL.iter()
        .filter(|locale| {
            let code = locale.lang.as_ref();
            code == wanted || code == fallback.as_ref() || code == Some(&english)
        })
        .cloned()
        .collect()
}
