//! Citation styles: the bundled ones by name, any other from a `.csl` file.

mod adapt;
mod citing;
mod file;
mod kinds;
mod language;
mod names;
mod walk;

use citationberg::{
    CitationFormat, DemoteNonDroppingParticle, IndependentStyle, Locale, LocaleCode, SortKey,
    StyleCategory,
};

pub(super) use adapt::{CONTAINER_COPY, SUFFIX_CARRIER, with_suffix};
pub(super) use citing::{Citing, names_in_full, names_of_later_citations};
pub(super) use kinds::{ForKind, for_kinds, for_position};
pub use names::Bundled;

use super::words::Words;
use crate::error::{Error, Result};

/// A citation style, ready to render with.
#[derive(Debug, Clone)]
pub struct Style {
    /// The style as it was read, for the same in another language.
    original: Box<IndependentStyle>,
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
    /// Our own words, in the style's language.
    pub(super) words: Words,
    /// For citations in notes.
    pub(super) citing: Citing,
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

    /// The same style with terms and dates in another language: `de`, `fr-CA`.
    ///
    /// # Errors
    /// There is no locale for it: the hint lists the languages there are.
    pub fn in_language(&self, language: &str) -> Result<Self> {
        let mut style = (*self.original).clone();
        style.default_locale = Some(language::known(language)?);
        Ok(Style::prepared(style))
    }

    /// The style as the text of a `.csl` file.
    ///
    /// # Errors
    /// It cannot be written as XML; none of the bundled styles is such.
    pub fn to_csl(&self) -> Result<String> {
        let xml = citationberg::Style::Independent((*self.original).clone()).to_xml();
        let xml = xml.map_err(|error| {
            Error::invalid(format!("this style cannot be written as a file: {error}"))
        })?;
        // The reader keeps no namespace and its own name of a term, and other programs want both right.
        let xml = xml.replace(" term=\"et al\"", " term=\"et-al\"");
        let named = xml.replacen("<style ", "<style xmlns=\"http://purl.org/net/xbiblio/csl\" ", 1);
        Ok(format!("<?xml version=\"1.0\" encoding=\"utf-8\"?>\n{named}\n"))
    }

    /// The language of its terms, `de-DE`; nothing where it leaves that open.
    pub fn language(&self) -> Option<&str> {
        self.original.default_locale.as_ref().map(|code| code.0.as_str())
    }

    /// Whether citations are notes, and not brackets in the text.
    pub fn is_for_notes(&self) -> bool {
        self.citing.in_notes
    }

    /// The bundled styles: ours, and those of the archive.
    pub fn bundled() -> Vec<Bundled> {
        names::bundled()
    }

    /// Every name that [`Style::named`] knows, sorted.
    pub fn names() -> Vec<&'static str> {
        names::all()
    }

    /// What the style calls itself: "Chicago Manual of Style 18th edition (notes and bibliography)".
    pub fn title(&self) -> &str {
        &self.original.info.title.value
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
        let locales = language::locales(style.default_locale.as_ref());
        let citing = citing::citing(&style, &plain, &locales);
        if !adds_year_suffix && plain.bibliography.is_some() {
            // Nobody reads the citation then, and in a note style it is as long as the entry.
            adapt::without_citation(&mut plain);
        }
        Style {
            suffixed: adapt::with_suffix(&plain),
            sorting: adapt::for_sorting(&plain, &sort_keys),
            adds_year_suffix,
            names_disambiguate: adapt::names_disambiguate(&style),
            repeated_author: repeated,
            demotes_particles: demote != DemoteNonDroppingParticle::Never,
            english: style.default_locale.as_ref().is_none_or(LocaleCode::is_english),
            words: Words::of(&locales, style.default_locale.as_ref()),
            original: Box::new(style),
            locales,
            sort_keys,
            plain,
            citing,
        }
    }
}

impl Default for Style {
    /// Chicago notes and bibliography.
    fn default() -> Self {
        Style::prepared(names::default_style())
    }
}
