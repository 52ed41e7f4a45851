//! Tables under other people's headings: what the user has said of them, and what is made of it.

use super::Import;
use crate::commands::context::Context;
use crate::error::{Error, Result};
use crate::exchange::table::{Asked, Table};

impl Import {
    /// The table in this text, as far as its header: each column is what the user has said, or a guess.
    pub(super) fn open_table<'t>(&self, label: &str, text: &'t str) -> Result<Table<'t>> {
        let asked = Asked { subject: self.rows_are, fields: self.map.clone() };
        Table::open(text, label, &asked)
    }

    /// What only tables know is not passed over in silence elsewhere.
    pub(super) fn refuse_table_options(&self) -> Result<()> {
        if self.map.is_empty() && self.rows_are.is_none() {
            return Ok(());
        }
        Err(Error::invalid("--map and --as are for tables in CSV, and this is none")
            .hint("leave them out, or say that it is one: --format csv"))
    }
}

/// Says what the columns were taken for, so that a wrong guess is seen.
pub(super) fn tell_columns(context: &mut Context, table: &Table<'_>) {
    let (mut taken, mut kept, mut ignored) = (Vec::new(), Vec::new(), Vec::new());
    for column in table.columns().iter().filter(|column| !column.heading.is_empty()) {
        match &column.field {
            _ if column.is_ignored() => ignored.push(column.heading.clone()),
            Some(field) => taken.push(format!("{} is {field}", column.heading)),
            None => kept.push(column.heading.clone()),
        }
    }
    let console = &mut context.console;
    console.status(format!("a table of {}: {}", table.subject().name(), taken.join(", ")));
    for (what, columns) in [("kept", kept), ("left out", ignored)] {
        if !columns.is_empty() {
            console.status(format!("{what}: {}", columns.join(", ")));
        }
    }
}

/// Reads `title=Titel`.
pub(super) fn field_and_column(text: &str) -> std::result::Result<(String, String), String> {
    match text.split_once('=') {
        Some((field, column)) if !field.trim().is_empty() && !column.trim().is_empty() => {
            Ok((field.trim().to_owned(), column.trim().to_owned()))
        }
        _ => Err("write the field, =, and the heading of the column: title=Titel".to_owned()),
    }
}
