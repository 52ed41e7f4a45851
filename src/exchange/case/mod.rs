//! The case folder: a casebook's state as CSV files in one folder.
//!
//! Strictly RFC 4180 in UTF-8, text byte for byte. Reading streams: memory does not grow with the
//! files, and a row that is wrong does not keep the next ones from being looked at. Writing is all
//! of the folder or nothing.
//!
//! From bytes to records: `decode` makes UTF-8 of the bytes, `rows` takes it apart into cells, `header`
//! and `row` know which column a cell is in, and `tables` what a row of each file means, reading and
//! writing. `json_lines` has the same records as lines of JSON in one file.

mod damage;
mod file;
mod folder;
mod header;
mod json_lines;
mod output;
mod records;
mod row;
mod rows;
mod swap;
mod tables;
mod write;
mod writer;

pub(super) use damage::Damage;
pub(super) use rows::Rows;
pub(super) use tables::csl_column;

pub use file::CaseFile;
pub use folder::{CaseFolder, is_spreadsheet};
pub use json_lines::{JsonLinesWriter, is_json_lines};
pub use records::{Located, Records};
pub use tables::{AppearanceRow, is_csl_column};
pub use write::CaseFolderWriter;
pub use writer::{CaseRow, CaseWriter};

pub use crate::domain::MAX_CELL;
