//! HTML.

use super::link::safe;
use crate::bibliography::runs::{Look, Run};

/// A `div` whose id is the key, with blanks as underscores since an id has none.
pub(super) fn entry(runs: &[Run], key: &str) -> String {
    let id: String =
        key.chars().map(|letter| if letter.is_whitespace() { '_' } else { letter }).collect();
    format!("<div class=\"csl-entry\" id=\"{}\">{}</div>", escaped(&id), inline(runs))
}

/// The runs without anything around them.
pub(super) fn inline(runs: &[Run]) -> String {
    let mut html = String::new();
    for run in runs {
        let (open, close) = tags(run.look);
        let text = escaped(&run.text);
        match run.link.as_deref().and_then(safe) {
            Some(address) => {
                html.push_str(&format!("<a href=\"{}\">{open}{text}{close}</a>", escaped(address)));
            }
            None => html.push_str(&format!("{open}{text}{close}")),
        }
    }
    html
}

fn tags(look: Look) -> (String, String) {
    let all = [
        (look.italic, "<i>", "</i>"),
        (look.bold, "<b>", "</b>"),
        (look.underlined, "<u>", "</u>"),
        (look.small_caps, "<span style=\"font-variant:small-caps\">", "</span>"),
        (look.raised, "<sup>", "</sup>"),
        (look.lowered, "<sub>", "</sub>"),
    ];
    let wanted = || all.iter().filter(|(wanted, _, _)| *wanted);
    let open = wanted().map(|(_, open, _)| *open).collect();
    let close = wanted().rev().map(|(_, _, close)| *close).collect();
    (open, close)
}

/// Text that cannot be taken for markup, in an element or an attribute.
pub(crate) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '&' => safe.push_str("&amp;"),
            '<' => safe.push_str("&lt;"),
            '>' => safe.push_str("&gt;"),
            '"' => safe.push_str("&quot;"),
            '\'' => safe.push_str("&#39;"),
            other => safe.push(other),
        }
    }
    safe
}
