//! Records as lines.

use serde_json::{Map, Value};

use super::super::writer::{CaseRow, CaseWriter};
use super::{TYPES, is_list};
use crate::domain::{split_values, variable_column};
use crate::error::{Error, Result};

/// Writes a case as JSON Lines, the same records always as the same bytes.
#[derive(Debug, Default)]
pub struct JsonLinesWriter {
    text: String,
}

impl JsonLinesWriter {
    /// The lines that were written.
    pub fn finish(self) -> String {
        self.text
    }
}

impl CaseWriter for JsonLinesWriter {
    fn row(&mut self, row: &CaseRow<'_>) -> Result<()> {
        let file = row.table.file;
        let mut object = Map::new();
        let name = TYPES.iter().find(|(_, known)| *known == file).map_or("", |(name, _)| *name);
        object.insert("type".to_owned(), name.into());
        for (column, cell) in row.table.columns.iter().zip(row.cells) {
            if cell.is_empty() && !column.required {
                continue;
            }
            let value = if is_list(file, column.name) {
                split_values(cell).into()
            } else {
                Value::from(cell.as_ref())
            };
            object.insert(column.name.to_owned(), value);
        }
        for (name, value) in row.variables {
            object.insert(variable_column(name), value.as_str().into());
        }
        let line = serde_json::to_string(&object)
            .map_err(|error| Error::storage(format!("a record cannot be written: {error}")))?;
        self.text.push_str(&line);
        self.text.push('\n');
        Ok(())
    }
}
