//! Rows that were left out, as a table that can be mended and imported again.

use std::ops::Range;

/// The heading over the reasons; an import passes over its column.
pub(super) const REASON: &str = "twosource: why it was left out";

/// The header and these rows of a `file` as they stood, each with its reason in a column more.
pub(super) fn document(
    file: &str,
    header: &str,
    separator: char,
    rejects: &[(Range<usize>, String)],
) -> String {
    let header = header.trim_end_matches(['\r', '\n']);
    // The rows of a file of rejects have a column for the reason already.
    let has_reason = header.contains(REASON);
    let mut text = header.to_owned();
    if !has_reason {
        text.push(separator);
        text.push_str(REASON);
    }
    text.push('\n');
    for (span, reason) in rejects {
        let row = file.get(span.clone()).unwrap_or_default().trim_end_matches(['\r', '\n']);
        if row.is_empty() {
            continue;
        }
        text.push_str(row);
        if !has_reason {
            let reason: String =
                reason.chars().map(|c| if c.is_control() { ' ' } else { c }).collect();
            text.push(separator);
            text.push_str(&format!("\"{}\"", reason.replace('"', "\"\"")));
        }
        text.push('\n');
    }
    text
}
