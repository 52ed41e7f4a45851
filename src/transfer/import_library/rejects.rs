//! Entries that were left out, as a file that can be mended and imported again.

use super::LibraryFile;
use crate::error::Error;
use crate::exchange::library::Frame;

/// An entry that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Reject {
    /// Which bytes of the file's text it is.
    pub(super) span: std::ops::Range<usize>,
    /// What is wrong with it, and where.
    pub(super) error: Error,
}

/// A file of these entries as they stood, the reason above each in lines that the reader passes over.
pub(super) fn document(file: &LibraryFile<'_>, rejects: &[Reject]) -> String {
    let Frame { before, between, after, comment } = file.format.frame;
    let mut text = before.to_owned();
    let mut is_first = true;
    // What is wrong with the file itself stands on top: between entries it would belong to one.
    let (of_file, of_entries): (Vec<_>, Vec<_>) =
        rejects.iter().partition(|reject| reject.span.is_empty());
    for Reject { span, error } in of_file.into_iter().chain(of_entries) {
        let entry = file.text.get(span.clone()).unwrap_or_default();
        if !is_first && !entry.is_empty() {
            text.push_str(between);
        }
        for problem in &error.problems {
            let hint = problem.hint.as_deref().map(|hint| format!(" ({hint})"));
            let reason = format!("{problem}{}", hint.unwrap_or_default());
            // A reason stays on its line whatever the value in it.
            let reason: String =
                reason.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            text.push_str(&format!("{comment} {reason}\n"));
        }
        if !entry.is_empty() {
            is_first = false;
            text.push_str(entry);
            text.push('\n');
        }
    }
    text.push_str(after.trim_start());
    text
}
