//! The colours of levels and severities. A colour repeats what a word says, it never says more.

use super::Style;

/// The style of a corroboration level, by its name; plain for any other word.
pub fn level_style(level: &str) -> Style {
    match level {
        "unsupported" => Style::Red,
        "single-source" | "single-origin" => Style::Yellow,
        "apparent" => Style::Cyan,
        "corroborated" => Style::Green,
        _ => Style::Plain,
    }
}

/// The style of a check's severity, by its name; plain for any other word.
pub fn severity_style(severity: &str) -> Style {
    match severity {
        "error" => Style::Red,
        "warning" => Style::Yellow,
        "info" => Style::Cyan,
        _ => Style::Plain,
    }
}
