//! Locators: where in a source something stands.

/// The locator labels of CSL 1.0.2, with hyphens.
pub const LOCATOR_LABELS: &[&str] = &[
    "act",
    "appendix",
    "article",
    "article-locator",
    "book",
    "canon",
    "chapter",
    "column",
    "elocation",
    "equation",
    "figure",
    "folio",
    "issue",
    "line",
    "note",
    "opus",
    "page",
    "paragraph",
    "part",
    "rule",
    "scene",
    "section",
    "sub-verbo",
    "supplement",
    "surah",
    "table",
    "timestamp",
    "title",
    "title-locator",
    "verse",
    "version",
    "volume",
];

/// A locator taken apart; the casebook keeps it as the user wrote it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Locator<'a> {
    /// The CSL label, or `None` where the text names no place that CSL knows.
    pub label: Option<&'static str>,
    /// What stands after the label, or the whole text.
    pub value: &'a str,
}

impl<'a> Locator<'a> {
    /// Takes `page 12-14`, `article 11`, `timestamp 00:12:31` apart; a bare number is a page.
    pub fn parse(text: &'a str) -> Self {
        let text = text.trim();
        if text.starts_with(|first: char| first.is_ascii_digit()) {
            return Locator { label: Some("page"), value: text };
        }
        let (word, value) = text.split_once(char::is_whitespace).unwrap_or((text, ""));
        let label = LOCATOR_LABELS.iter().copied().find(|label| label.eq_ignore_ascii_case(word));
        match label {
            Some(label) if !value.trim().is_empty() => {
                Locator { label: Some(label), value: value.trim() }
            }
            _ => Locator { label: None, value: text },
        }
    }
}
