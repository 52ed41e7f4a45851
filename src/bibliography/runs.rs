//! The engine's tree of elements, flattened to runs of text in one look each.

use citationberg::{Display, FontStyle, FontVariant, FontWeight, TextDecoration, VerticalAlign};
use hayagriva::{ElemChild, ElemChildren, ElemMeta, Formatting};

use super::marks;

/// How a run of text looks.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Look {
    pub(crate) italic: bool,
    pub(crate) bold: bool,
    pub(crate) small_caps: bool,
    pub(crate) underlined: bool,
    pub(crate) raised: bool,
    pub(crate) lowered: bool,
}

/// Text in one look.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Run {
    pub(crate) text: String,
    pub(crate) look: Look,
    /// Where it leads, if anywhere; not yet known to be safe.
    pub(crate) link: Option<String>,
    /// Whether the style wants it in title case.
    pub(crate) title_case: bool,
    /// Whether it is part of the entry's first list of names.
    pub(crate) names: bool,
}

impl Run {
    /// Text that looks like nothing in particular.
    pub(crate) fn plain(text: impl Into<String>) -> Self {
        Run { text: text.into(), ..Run::default() }
    }
}

/// The runs of a rendered tree.
pub(crate) fn flat(children: &ElemChildren) -> Vec<Run> {
    let mut runs = Vec::new();
    for child in &children.0 {
        append(child, &mut runs);
    }
    runs
}

/// Adds the runs of one node.
pub(crate) fn append(child: &ElemChild, runs: &mut Vec<Run>) {
    match child {
        ElemChild::Text(text) => runs.push(run(&text.text, &text.formatting)),
        ElemChild::Link { text, url } => {
            runs.push(Run { link: Some(url.clone()), ..run(&text.text, &text.formatting) });
        }
        ElemChild::Markup(text) => runs.push(Run::plain(text)),
        ElemChild::Transparent { .. } => {}
        ElemChild::Elem(element) => {
            let first = runs.len();
            if matches!(
                element.display,
                Some(Display::Block | Display::Indent | Display::RightInline)
            ) {
                runs.push(Run::plain(" "));
            }
            for child in &element.children.0 {
                append(child, runs);
            }
            match element.meta {
                Some(ElemMeta::CitationNumber) => mark_number(&mut runs[first..]),
                Some(ElemMeta::Names(_)) if !runs[..first].iter().any(|run| run.names) => {
                    for run in &mut runs[first..] {
                        run.names = true;
                    }
                }
                _ => {}
            }
        }
    }
}

fn run(text: &str, formatting: &Formatting) -> Run {
    let look = Look {
        italic: formatting.font_style == FontStyle::Italic,
        bold: formatting.font_weight == FontWeight::Bold,
        small_caps: formatting.font_variant == FontVariant::SmallCaps,
        underlined: formatting.text_decoration == TextDecoration::Underline,
        raised: formatting.vertical_align == VerticalAlign::Sup,
        lowered: formatting.vertical_align == VerticalAlign::Sub,
    };
    // See `adapt`: the baseline, where text is anyway, is the mark for title case.
    let title_case = formatting.vertical_align == VerticalAlign::Baseline;
    Run { text: text.to_owned(), look, link: None, title_case, names: false }
}

/// Each item is rendered alone, so its number is always 1 until all are sorted.
fn mark_number(runs: &mut [Run]) {
    for run in runs {
        run.text = run.text.replace('1', &marks::NUMBER.to_string());
    }
}

/// The text of runs, without their looks.
pub(crate) fn text_of(runs: &[Run]) -> String {
    runs.iter().map(|run| run.text.as_str()).collect()
}

/// Whether a text has Chinese, Japanese or Korean characters.
pub(crate) fn is_cjk(text: &str) -> bool {
    text.chars().any(|character| {
        matches!(character,
            '\u{3040}'..='\u{30FF}' | '\u{3400}'..='\u{4DBF}' | '\u{4E00}'..='\u{9FFF}'
            | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}' | '\u{20000}'..='\u{323AF}')
    })
}
