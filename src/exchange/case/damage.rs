//! What is wrong with a file as such, as against one of its rows.

use std::io;

/// What keeps the rest of a file from being read.
#[derive(Debug)]
pub(in crate::exchange) struct Damage {
    /// The line of the damage, or the line on which the damaged cell starts.
    pub(in crate::exchange) line: u64,
    /// The cell in its row, counted from 0, if it is one cell that is damaged.
    pub(in crate::exchange) cell: Option<usize>,
    pub(in crate::exchange) what: String,
    pub(in crate::exchange) hint: String,
    /// The file could not be read at all; its content may be right.
    pub(in crate::exchange) unreadable: bool,
}

/// The damage of a file whose cells are not separated by commas.
pub(super) fn wrong_separator(separator: char) -> Damage {
    let name = if separator == '\t' { "tabs" } else { "semicolons" };
    Damage {
        line: 1,
        cell: None,
        what: format!("the cells are separated by {name}, not by commas"),
        hint: "save it as CSV with the comma as separator; in LibreOffice tick \"Edit filter \
               settings\" when saving, in Excel choose \"CSV UTF-8 (Comma delimited)\""
            .to_owned(),
        unreadable: false,
    }
}

/// The damage that an error of the input stands for; a decoder reports text that is none as
/// [`io::ErrorKind::InvalidData`].
pub(super) fn unreadable(line: u64, error: &io::Error) -> Damage {
    let decoding = error.kind() == io::ErrorKind::InvalidData;
    let hint = if decoding {
        "save the file again as CSV in UTF-8"
    } else {
        "check that the file and its disk can be read"
    };
    Damage {
        line,
        cell: None,
        what: if decoding { error.to_string() } else { format!("cannot be read: {error}") },
        hint: hint.to_owned(),
        unreadable: !decoding,
    }
}
