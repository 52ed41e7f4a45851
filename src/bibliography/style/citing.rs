//! A style made ready for single citations, which notes are put together from.
//!
//! What CSL has between and around the citations of a note is taken off here and put on again when
//! the note is whole ([`super::super::notes`]).

use citationberg::{
    CitationFormat, IndependentStyle, InheritableNameOptions, LayoutRenderingElement, Locale,
    LocaleCode, NameForm, NamesChild, StyleCategory, StyleClass,
};

use super::walk::each_element;

/// The forms of a style that print citations, and what it has between them.
#[derive(Debug, Clone)]
pub(in crate::bibliography) struct Citing {
    /// Prints one citation.
    pub(in crate::bibliography) plain: IndependentStyle,
    /// Before all citations of a note: a bracket, often.
    pub(in crate::bibliography) prefix: String,
    /// After all citations of a note: a full stop or a bracket.
    pub(in crate::bibliography) suffix: String,
    /// Whether a bracket in the text names its source: by author, or by author and date.
    pub(in crate::bibliography) by_name: bool,
    /// Between two citations.
    pub(in crate::bibliography) delimiter: String,
    /// Whether citations are notes, and not brackets in the text.
    pub(in crate::bibliography) in_notes: bool,
    /// Whether citations of one note stand in the order of the bibliography.
    pub(in crate::bibliography) sorted: bool,
    /// Whether a full stop after a title in quotation marks goes inside them.
    pub(in crate::bibliography) punctuation_in_quotes: bool,
    /// How many notes back a source may be to count as near.
    pub(in crate::bibliography) near_note_distance: usize,
}

/// The citing forms of a style that the engine can work with.
pub(super) fn citing(
    original: &IndependentStyle,
    adapted: &IndependentStyle,
    locales: &[Locale],
) -> Citing {
    let mut plain = adapted.clone();
    plain.bibliography = None;
    let layout = &mut plain.citation.layout;
    let numbered = original.info.category.iter().any(|category| {
        matches!(category, StyleCategory::CitationFormat { format: CitationFormat::Numeric })
    });
    Citing {
        prefix: layout.prefix.take().unwrap_or_default(),
        suffix: layout.suffix.take().unwrap_or_default(),
        delimiter: layout.delimiter.take().unwrap_or_else(|| "; ".to_owned()),
        by_name: original.info.category.iter().any(|category| {
            matches!(
                category,
                StyleCategory::CitationFormat {
                    format: CitationFormat::AuthorDate | CitationFormat::Author
                }
            )
        }),
        in_notes: original.settings.class == StyleClass::Note,
        punctuation_in_quotes: punctuation_in_quotes(original, locales),
        sorted: numbered || original.citation.sort.is_some(),
        near_note_distance: original.citation.near_note_distance as usize,
        plain,
    }
}

/// The first word on it counts: of the style for its language, of the style for all, of the locale.
fn punctuation_in_quotes(style: &IndependentStyle, locales: &[Locale]) -> bool {
    let code = style.default_locale.clone().unwrap_or_else(LocaleCode::en_us);
    let base = code.0.split('-').next().unwrap_or_default();
    let names = [Some(code.0.as_str()), Some(base), None];
    let of = |locale: &Locale, name: Option<&str>| {
        let same = locale.lang.as_ref().map(|code| code.0.as_str()) == name;
        locale.style_options.filter(|_| same)?.punctuation_in_quote
    };
    names
        .iter()
        .find_map(|name| style.locale.iter().find_map(|locale| of(locale, *name)))
        .or_else(|| locales.iter().find_map(|locale| of(locale, names[0])))
        .unwrap_or(false)
}

/// Makes the rules for later citations those for all: fewer names before "et al.".
pub(in crate::bibliography) fn names_of_later_citations(style: &mut IndependentStyle) {
    let later = |options: &mut InheritableNameOptions| {
        options.et_al_min = options.et_al_subsequent_min.or(options.et_al_min);
        options.et_al_use_first = options.et_al_subsequent_use_first.or(options.et_al_use_first);
    };
    later(&mut style.settings.options);
    later(&mut style.citation.name_options);
}

/// Prints given names, so that two authors of one family name are told apart.
pub(in crate::bibliography) fn names_in_full(style: &mut IndependentStyle) {
    style.citation.name_options.name_form = Some(NameForm::Long);
    each_element(style, &mut |element| {
        if let LayoutRenderingElement::Names(names) = element {
            for child in &mut names.children {
                if let NamesChild::Name(name) = child {
                    name.form = name.form.map(|_| NameForm::Long);
                }
            }
        }
    });
}
