//! Entries that were left out, as a file that can be mended and imported again.

use crate::error::Error;
use crate::exchange::library::Frame;

/// An entry that was left out.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::transfer) struct Reject {
    /// Which bytes of the file's text it is.
    pub(in crate::transfer) span: std::ops::Range<usize>,
    /// What is wrong with it, and where.
    pub(in crate::transfer) error: Error,
}

/// A file of these entries of a `file` as they stood, the reason above each in lines that the reader passes over.
pub(in crate::transfer) fn document(file: &str, frame: Frame, rejects: &[Reject]) -> String {
    let Frame { before, between, after, comment } = frame;
    let mut text = before.to_owned();
    let mut is_first = true;
    // What is wrong with the file itself stands on top: between entries it would belong to one.
    let (of_file, of_entries): (Vec<_>, Vec<_>) =
        rejects.iter().partition(|reject| reject.span.is_empty());
    for Reject { span, error } in of_file.into_iter().chain(of_entries) {
        let entry = file.get(span.clone()).unwrap_or_default();
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
