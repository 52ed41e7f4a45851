//! How a failure is told: each problem with its place, and what to do about it.

use std::collections::HashSet;

use super::safe_text::safe_text;
use super::text::paint;
use super::{Look, Style};
use crate::error::Error;

/// The lines of a failure, each with its line feed. Advice that repeats is given once.
pub(super) fn report(error: &Error, look: Look) -> String {
    let mut report = String::new();
    let mut given = HashSet::new();
    for problem in &error.problems {
        labelled(&mut report, "error", Style::BoldRed, &problem.to_string(), look);
        if let Some(hint) = &problem.hint
            && given.insert(hint)
        {
            labelled(&mut report, "hint", Style::Cyan, hint, look);
        }
    }
    if error.unlisted > 0 {
        let problems = if error.unlisted == 1 { "problem" } else { "problems" };
        report.push_str(&format!("… and {} more {problems}\n", error.unlisted));
    }
    report
}

/// Appends `label: message`, on one line so that a value cannot pose as a message of its own.
pub(super) fn labelled(report: &mut String, label: &str, style: Style, message: &str, look: Look) {
    paint(report, &format!("{label}:"), style, look);
    report.push(' ');
    report.push_str(&safe_text(message));
    report.push('\n');
}
