//! Cells of CSV that people open in a spreadsheet.

use std::borrow::Cow;

/// The cell as a spreadsheet shows it without running it: one that would be taken for a formula gets
/// an apostrophe in front.
///
/// The first characters are those that OWASP names under "CSV injection". The case folder does
/// without this, because it has to come back byte for byte.
pub fn formula_safe(cell: &str) -> Cow<'_, str> {
    if cell.starts_with(['=', '+', '-', '@', '\t', '\r']) {
        Cow::Owned(format!("'{cell}"))
    } else {
        Cow::Borrowed(cell)
    }
}
