//! Everything the program says: data on stdout, status, progress, hints and errors on stderr.
//!
//! This is the only place that prints. What comes from data never reaches a terminal as it is: a
//! statement copied from a web page may hold sequences that recolour, overwrite or reorder a line.

mod columns;
mod console;
mod csv;
mod errors;
mod file;
mod format;
mod full_screen;
mod held;
mod json;
mod levels;
mod press;
mod progress;
mod safe_text;
mod secret;
mod surroundings;
mod table;
mod text;
mod workbook;

pub use console::Console;
pub use csv::{csv_text, formula_safe};
pub use file::{require_free, write_file};
pub use format::Format;
pub use full_screen::{FullScreen, Happening};
pub use held::Watch;
pub use json::json_text;
pub use levels::{level_style, severity_style};
pub use press::Press;
pub use progress::Progress;
pub use safe_text::{safe_lines, safe_text};
pub use secret::ask_secret;
pub use surroundings::{ColorChoice, Look, Surroundings};
pub use table::{Cell, Column, Table};
pub use text::{Style, Text};
pub use workbook::{Sheet, SheetCell, SheetColumn, Workbook};
