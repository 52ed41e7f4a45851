//! Rich Text Format, which every word processor opens; footnotes in it are real ones.

use super::link::safe;
use crate::bibliography::runs::{Look, Run};

/// What a document begins with; it ends with a brace.
const HEAD: &str =
    "{\\rtf1\\ansi\\ansicpg1252\\uc1\\deff0{\\fonttbl{\\f0\\froman Times New Roman;}}\n";

/// A document of paragraphs.
pub(super) fn document(paragraphs: &str) -> String {
    format!("{HEAD}{paragraphs}}}\n")
}

/// A paragraph of an entry, whose lines but the first are indented by half an inch.
pub(super) fn entry(runs: &[Run]) -> String {
    format!("\\pard\\li720\\fi-720\\sa120 {}\\par", inline(runs))
}

/// A paragraph of its own below an entry.
pub(super) fn below(text: &str) -> String {
    format!("\\pard\\li720\\sa120 {}\\par", escaped(text))
}

/// A heading above entries.
pub(super) fn heading(text: &str) -> String {
    format!("\\pard\\keepn\\sb240\\sa120{{\\b {}}}\\par", escaped(text))
}

/// A paragraph that ends in a footnote.
pub(super) fn footnoted(text: &str, note: &[Run]) -> String {
    format!(
        "\\pard\\sa120 {}{{\\super\\chftn}}{{\\footnote\\pard {{\\super\\chftn}} {}}}\\par",
        escaped(text),
        inline(note)
    )
}

/// The runs inside a paragraph.
pub(super) fn inline(runs: &[Run]) -> String {
    let mut rtf = String::new();
    for run in runs {
        let text = format!("{{{}{}}}", controls(run.look), escaped(&run.text));
        match run.link.as_deref().and_then(safe) {
            Some(address) => rtf.push_str(&format!(
                "{{\\field{{\\*\\fldinst{{HYPERLINK \"{}\"}}}}{{\\fldrslt{text}}}}}",
                escaped(address)
            )),
            None => rtf.push_str(&text),
        }
    }
    rtf
}

fn controls(look: Look) -> String {
    let all = [
        (look.italic, "\\i"),
        (look.bold, "\\b"),
        (look.underlined, "\\ul"),
        (look.small_caps, "\\scaps"),
        (look.raised, "\\super"),
        (look.lowered, "\\sub"),
    ];
    let mut controls: String =
        all.iter().filter(|(wanted, _)| *wanted).map(|(_, word)| *word).collect();
    if !controls.is_empty() {
        controls.push(' ');
    }
    controls
}

/// Text that cannot be taken for a control word; what is not ASCII by its UTF-16 numbers.
pub(super) fn escaped(text: &str) -> String {
    let mut safe = String::with_capacity(text.len());
    for character in text.chars() {
        match character {
            '\\' | '{' | '}' => {
                safe.push('\\');
                safe.push(character);
            }
            ' '..='~' => safe.push(character),
            // A control character would be markup or nothing.
            control if control.is_control() => safe.push(' '),
            other => {
                for unit in other.encode_utf16(&mut [0; 2]) {
                    // The format counts them as signed.
                    safe.push_str(&format!("\\u{}?", i16::from_ne_bytes(unit.to_ne_bytes())));
                }
            }
        }
    }
    safe
}
