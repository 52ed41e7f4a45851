//! The header of a table: what each column means.

use std::collections::HashSet;

use super::headings::{IGNORED, TableSubject, folded, table_field};
use super::rejects::REASON;
use crate::domain::nearest;
use crate::error::{Error, Result, shortened};

/// What the user has said of a table.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Asked {
    /// What its rows are.
    pub subject: Option<TableSubject>,
    /// Fields, each with the heading of its column.
    pub fields: Vec<(String, String)>,
}

/// A column and what it was taken for.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ColumnMeaning {
    /// Its heading, without white space around it.
    pub heading: String,
    /// The field; `None` where the column is kept as it is.
    pub field: Option<String>,
}

impl ColumnMeaning {
    /// Whether the column is left out.
    pub fn is_ignored(&self) -> bool {
        self.field.as_deref() == Some(IGNORED)
    }
}

/// The columns of a table.
pub(super) struct Header {
    pub(super) subject: TableSubject,
    pub(super) columns: Vec<ColumnMeaning>,
}

impl Header {
    /// The header with these headings.
    pub(super) fn new(headings: Vec<String>, asked: &Asked) -> Result<Self> {
        let headings: Vec<String> = headings
            .iter()
            .map(|heading| heading.trim().replace(|c: char| c.is_control(), " "))
            .collect();
        if let Some(twice) = twice(&headings) {
            return Err(Error::invalid(format!(
                "two columns have the heading `{}`",
                shortened(twice)
            ))
            .hint("rename one of them, or delete it"));
        }
        let subject = subject(&headings, asked)?;
        let columns = headings.into_iter().map(|heading| ColumnMeaning { heading, field: None });
        let mut header = Header { subject, columns: columns.collect() };
        header.take_what_was_said(asked)?;
        header.guess();
        Ok(header)
    }

    /// Hands on the cells of a row that say anything and are not left out, each with its heading and field.
    ///
    /// # Errors
    ///
    /// What `on_cell` says, with the column and value; something stands under no heading.
    pub(super) fn each_cell(
        &self,
        cells: &[String],
        mut on_cell: impl FnMut(&str, Option<&str>, &str) -> Result<()>,
    ) -> Result<()> {
        for (column, cell) in self.columns.iter().zip(cells) {
            if cell.trim().is_empty() || column.is_ignored() {
                continue;
            }
            let heading = &column.heading;
            if heading.is_empty() {
                return Err(nameless(cell));
            }
            on_cell(heading, column.field.as_deref(), cell)
                .map_err(|error| in_column(error, heading, cell))?;
        }
        Ok(())
    }

    fn take_what_was_said(&mut self, asked: &Asked) -> Result<()> {
        for (field, heading) in &asked.fields {
            table_field(field, self.subject)?;
            let Some(column) = self.columns.iter_mut().find(|column| column.heading == *heading)
            else {
                return Err(no_column(heading, &self.columns));
            };
            if column.field.is_some() {
                return Err(Error::invalid(format!(
                    "the column `{}` is to be two things",
                    shortened(heading)
                ))
                .hint("name each column in one --map"));
            }
            column.field = Some(field.clone());
        }
        let mut fields = HashSet::new();
        let said = self.columns.iter().filter_map(|column| column.field.as_deref());
        for field in said.filter(|field| *field != IGNORED && !holds_several(field)) {
            if !fields.insert(field) {
                return Err(Error::invalid(format!("two columns are to be the {field}"))
                    .hint("leave one of them out: --map ignore=COLUMN"));
            }
        }
        Ok(())
    }

    /// Gives each field that has no column yet the likeliest one: its own name, then what means it.
    fn guess(&mut self) {
        for column in &mut self.columns {
            let is_empty = column.heading.is_empty();
            if column.field.is_none() && (is_empty || column.heading == REASON) {
                // A column without a name is told where there is something in it.
                column.field = (!is_empty).then(|| IGNORED.to_owned());
            }
        }
        // Each is folded once: a header may have a thousand columns, or a very long heading.
        let headings: Vec<String> = self.columns.iter().map(|one| folded(&one.heading)).collect();
        for (field, others) in self.subject.fields() {
            let is_taken = |column: &ColumnMeaning| column.field.as_deref() == Some(*field);
            if self.columns.iter().any(is_taken) {
                continue;
            }
            let own = folded(field);
            let free = |meant: &str| {
                let mut columns = self.columns.iter().zip(&headings);
                columns.position(|(column, heading)| column.field.is_none() && heading == meant)
            };
            let mut meanings = std::iter::once(own.as_str()).chain(others.iter().copied());
            if let Some(place) = meanings.find_map(free) {
                self.columns[place].field = Some((*field).to_owned());
            }
        }
        let own =
            |heading: &str| heading.starts_with("csl:") && self.subject == TableSubject::Sources;
        for column in self.columns.iter_mut().filter(|column| column.field.is_none()) {
            if own(&column.heading) && table_field(&column.heading, TableSubject::Sources).is_ok() {
                column.field = Some(column.heading.clone());
            }
        }
    }
}

/// Whether several columns may be this field.
fn holds_several(field: &str) -> bool {
    matches!(field, "tags" | "creators" | "identifiers" | "doi" | "isbn" | "ecli")
        || field.parse::<crate::domain::Role>().is_ok()
}

/// What the rows of a table with these headings are.
pub(super) fn subject(headings: &[String], asked: &Asked) -> Result<TableSubject> {
    if let Some(subject) = asked.subject {
        return Ok(subject);
    }
    let has = |subject: &TableSubject| {
        let essential = subject.essential();
        let named = subject.fields().iter().find(|(field, _)| *field == essential);
        let meant = named.map(|(_, others)| *others).unwrap_or_default();
        asked.fields.iter().any(|(field, _)| field == essential)
            || headings
                .iter()
                .map(|heading| folded(heading))
                .any(|heading| heading == essential || meant.contains(&heading.as_str()))
    };
    let found: Vec<TableSubject> = TableSubject::ALL.into_iter().filter(has).collect();
    match found.as_slice() {
        [subject] => Ok(*subject),
        [] => {
            let shown: Vec<&str> = headings.iter().map(String::as_str).take(12).collect();
            Err(Error::invalid(format!(
                "no column is known to be a title or a statement: {}",
                shortened(&shown.join(", "))
            ))
            .hint(
                "say which is: --map title=COLUMN for sources, --map statement=COLUMN for claims; a \
                 file of a case folder is imported with its folder: name that",
            ))
        }
        _ => Err(Error::invalid("the rows could be sources or claims: there is a column for each")
            .hint("say which: --as sources, or --as claims")),
    }
}

fn twice(headings: &[String]) -> Option<&str> {
    let mut seen = HashSet::new();
    let named = headings.iter().filter(|heading| !heading.is_empty());
    named.into_iter().find(|heading| !seen.insert(heading.as_str())).map(String::as_str)
}

fn no_column(heading: &str, columns: &[ColumnMeaning]) -> Error {
    let known = || columns.iter().map(|column| column.heading.as_str());
    let error = Error::invalid(format!("no column has the heading `{}`", shortened(heading)));
    let meant = known().find(|known| folded(known) == folded(heading));
    match meant.or_else(|| nearest(heading, known())) {
        Some(near) => error.hint(format!("did you mean `{}`?", shortened(near))),
        None => {
            error.hint(format!("there are {}", shortened(&known().collect::<Vec<_>>().join(", "))))
        }
    }
}

/// The same error, said to be in this cell; the line is known further up.
fn in_column(mut error: Error, heading: &str, cell: &str) -> Error {
    if let Some(problem) = error.problems.last_mut() {
        let cell = shortened(cell.trim());
        problem.message = format!("column `{heading}`, value `{cell}`: {}", problem.message);
    }
    error
}

fn nameless(cell: &str) -> Error {
    Error::invalid(format!("`{}` stands in a column that has no heading", shortened(cell.trim())))
        .hint("give the column a heading, or delete what stands in it")
}
