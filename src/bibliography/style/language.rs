//! The languages in which terms and dates can be printed.

use std::sync::LazyLock;

use citationberg::{Locale, LocaleCode};

use crate::error::{Error, Result};

// Unpacking all of them takes longer than rendering a page of entries.
static ALL: LazyLock<Vec<Locale>> = LazyLock::new(hayagriva::archive::locales);

/// The terms of the style's language and of English, which fills the gaps.
pub(super) fn locales(wanted: Option<&LocaleCode>) -> Vec<Locale> {
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

/// The locale of a language: `de-AT` where it is there, of `de` or `de-LU` the usual one, `de-DE`.
///
/// # Errors
/// There is none.
pub(super) fn known(language: &str) -> Result<LocaleCode> {
    let wanted = language.trim().replace('_', "-");
    let codes = || ALL.iter().filter_map(|locale| locale.lang.as_ref());
    let exact = codes().find(|code| code.0.eq_ignore_ascii_case(&wanted));
    let base = wanted.split('-').next().unwrap_or_default().to_lowercase();
    let usual = || LocaleCode(base.clone()).fallback();
    let first = || codes().find(|code| code.0.split('-').next() == Some(&*base)).cloned();
    exact.cloned().or_else(usual).or_else(first).ok_or_else(|| {
        let mut names: Vec<&str> = codes().map(|code| code.0.as_str()).collect();
        names.sort_unstable();
        Error::not_found(format!("there are no words for the language `{language}`"))
            .hint(format!("there are: {}", names.join(", ")))
    })
}
