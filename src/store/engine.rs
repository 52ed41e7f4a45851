//! What the store asks of a database: to answer a query, and to carry out a batch of statements as
//! one transaction. Nothing else, so that a second engine can serve the same store.

use std::borrow::Cow;

use crate::error::{Error, Result};

/// A value bound to a parameter or read from a column.
#[derive(Debug, Clone, PartialEq)]
pub(crate) enum Value {
    /// Nothing.
    Null,
    /// A whole number.
    Integer(i64),
    /// Text.
    Text(String),
    /// Bytes.
    Blob(Vec<u8>),
}

impl From<i64> for Value {
    fn from(number: i64) -> Self {
        Value::Integer(number)
    }
}

impl From<&str> for Value {
    fn from(text: &str) -> Self {
        Value::Text(text.to_owned())
    }
}

impl From<String> for Value {
    fn from(text: String) -> Self {
        Value::Text(text)
    }
}

impl From<Vec<u8>> for Value {
    fn from(bytes: Vec<u8>) -> Self {
        Value::Blob(bytes)
    }
}

impl<T: Into<Value>> From<Option<T>> for Value {
    fn from(value: Option<T>) -> Self {
        value.map_or(Value::Null, Into::into)
    }
}

/// Parameters by name, without the colon.
pub(crate) type Parameters = Vec<(&'static str, Value)>;

/// A statement of a batch.
#[derive(Debug, Clone)]
pub(crate) struct Statement {
    /// The SQL, with `:named` parameters.
    pub(crate) sql: Cow<'static, str>,
    /// What is bound to them.
    pub(crate) parameters: Parameters,
}

impl Statement {
    /// A statement with its parameters.
    pub(crate) fn new(sql: impl Into<Cow<'static, str>>, parameters: Parameters) -> Self {
        Statement { sql: sql.into(), parameters }
    }
}

/// Parameters written as `params! { key: "c1", version: 3 }`.
macro_rules! params {
    ($($name:ident : $value:expr),* $(,)?) => {
        vec![$((stringify!($name), $crate::store::engine::Value::from($value))),*]
    };
}
pub(crate) use params;

/// A row of an answer; columns are read by name.
pub(crate) struct Row<'a>(pub(super) &'a rusqlite::Row<'a>);

impl Row<'_> {
    /// A text that is always there.
    pub(crate) fn text(&self, column: &str) -> Result<String> {
        self.0.get(column).map_err(|error| unreadable(column, &error))
    }

    /// A text that may be missing.
    pub(crate) fn optional_text(&self, column: &str) -> Result<Option<String>> {
        self.0.get(column).map_err(|error| unreadable(column, &error))
    }

    /// A number that is always there.
    pub(crate) fn integer(&self, column: &str) -> Result<i64> {
        self.0.get(column).map_err(|error| unreadable(column, &error))
    }

    /// A number that may be missing.
    pub(crate) fn optional_integer(&self, column: &str) -> Result<Option<i64>> {
        self.0.get(column).map_err(|error| unreadable(column, &error))
    }

    /// Bytes that may be missing.
    pub(crate) fn optional_blob(&self, column: &str) -> Result<Option<Vec<u8>>> {
        self.0.get(column).map_err(|error| unreadable(column, &error))
    }

    /// A text that a type of the domain takes apart (a closed list, a key, a date).
    pub(crate) fn parsed<T: std::str::FromStr<Err = Error>>(&self, column: &str) -> Result<T> {
        self.text(column)?.parse()
    }

    /// The same where the text may be missing.
    pub(crate) fn optional_parsed<T>(&self, column: &str) -> Result<Option<T>>
    where
        T: std::str::FromStr<Err = Error>,
    {
        self.optional_text(column)?.map(|text| text.parse()).transpose()
    }

    /// A number by its place among the columns: for streams of millions of rows, where looking a
    /// name up costs more than the row.
    pub(crate) fn integer_at(&self, column: usize) -> Result<i64> {
        self.0.get(column).map_err(|error| unreadable(&column.to_string(), &error))
    }

    /// The same where the number may be missing.
    pub(crate) fn optional_integer_at(&self, column: usize) -> Result<Option<i64>> {
        self.0.get(column).map_err(|error| unreadable(&column.to_string(), &error))
    }

    /// A text by its place, borrowed from the database for as long as the row lasts.
    pub(crate) fn text_at(&self, column: usize) -> Result<&str> {
        self.optional_text_at(column)?
            .ok_or_else(|| unreadable(&column.to_string(), &"there is nothing"))
    }

    /// The same where the text may be missing.
    pub(crate) fn optional_text_at(&self, column: usize) -> Result<Option<&str>> {
        self.0
            .get_ref(column)
            .map_err(|error| unreadable(&column.to_string(), &error))?
            .as_str_or_null()
            .map_err(|error| unreadable(&column.to_string(), &error))
    }
}

fn unreadable(column: &str, error: &dyn std::fmt::Display) -> Error {
    Error::storage(format!("the casebook holds something unexpected in `{column}`: {error}"))
        .hint("run `twosource doctor`; restore a backup if it finds damage")
}

/// Why a batch was not carried out. Nothing of it was.
#[derive(Debug)]
pub(crate) enum Refusal {
    /// A unique key, a CHECK or a foreign key stood against it.
    Constraint(String),
    /// Anything else.
    Failure(Error),
}

/// What is called with each row of an answer.
pub(crate) type OnRow<'a> = &'a mut dyn FnMut(&Row<'_>) -> Result<()>;

/// A database that holds a casebook.
pub(crate) trait Engine {
    /// Answers a query, row by row.
    fn query(&self, sql: &str, parameters: Parameters, on_row: OnRow<'_>) -> Result<()>;

    /// Carries out all statements as one transaction, or none of them.
    fn write(&self, batch: &[Statement]) -> std::result::Result<(), Refusal>;

    /// The same for rows that can be worked out again: it waits for no other writer, and not for the
    /// disk. Returns whether it was done.
    fn write_derived(&self, batch: &[Statement]) -> bool;
}
