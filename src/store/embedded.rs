//! The embedded engine: one SQLite file.

use std::time::Duration;

use rusqlite::ErrorCode;
use rusqlite::types::{ToSql, ToSqlOutput, ValueRef};

use super::engine::{Engine, OnRow, Parameters, Refusal, Row, Statement, Value};
use crate::error::{Error, ErrorKind, Result};

/// An open SQLite file.
pub(crate) struct Embedded {
    pub(super) connection: rusqlite::Connection,
    /// Whether it sees the casebook as it may be seen outside, at one moment.
    pub(super) is_outside: bool,
}

impl ToSql for Value {
    fn to_sql(&self) -> rusqlite::Result<ToSqlOutput<'_>> {
        Ok(ToSqlOutput::Borrowed(match self {
            Value::Null => ValueRef::Null,
            Value::Integer(number) => ValueRef::Integer(*number),
            Value::Text(text) => ValueRef::Text(text.as_bytes()),
            Value::Blob(bytes) => ValueRef::Blob(bytes),
        }))
    }
}

impl Engine for Embedded {
    fn query(&self, sql: &str, parameters: Parameters, on_row: OnRow<'_>) -> Result<()> {
        if self.is_outside && self.connection.is_autocommit() {
            // At a later moment other things may be withheld.
            return Err(Error::storage("the moment at which the casebook was looked at is over")
                .hint("run the command again"));
        }
        let mut statement = self.connection.prepare_cached(sql).map_err(explained)?;
        bind(&mut statement, &parameters).map_err(explained)?;
        let mut rows = statement.raw_query();
        while let Some(row) = rows.next().map_err(explained)? {
            on_row(&Row(row))?;
        }
        Ok(())
    }

    fn write(&self, batch: &[Statement]) -> std::result::Result<(), Refusal> {
        self.transact(batch).map_err(refused)?;
        self.optimize();
        Ok(())
    }

    fn write_derived(&self, batch: &[Statement]) -> bool {
        // A write-ahead log that is not pushed to the disk loses its last transactions with the power
        // at worst, never one out of the middle.
        let synchronous = |word: &str| self.connection.pragma_update(None, "synchronous", word);
        let mut done = false;
        self.without_waiting(|| {
            done = synchronous("normal").is_ok() && self.transact(batch).is_ok();
            let _ = synchronous("full");
        });
        done
    }
}

impl Embedded {
    pub(super) fn new(connection: rusqlite::Connection) -> Self {
        Embedded { connection, is_outside: false }
    }

    fn transact(&self, batch: &[Statement]) -> rusqlite::Result<()> {
        // Immediate: the lock is taken before the first statement, so waiting for another writer
        // happens here and never in the middle.
        self.connection.execute_batch("BEGIN IMMEDIATE")?;
        let outcome = self.run(batch).and_then(|()| self.connection.execute_batch("COMMIT"));
        // A failed COMMIT (a full disk) leaves the transaction open.
        if outcome.is_err() && !self.connection.is_autocommit() {
            let _ = self.connection.execute_batch("ROLLBACK");
        }
        outcome
    }

    /// Keeps the statistics of the query planner fresh; costs nothing when there is nothing to do.
    ///
    /// Never waits for another writer: what was to be written is written, and the statistics can be
    /// had after the next change.
    fn optimize(&self) {
        self.without_waiting(|| {
            let _ = self.connection.execute_batch("PRAGMA optimize");
        });
    }

    /// Does something that gives up where another writer is at work.
    fn without_waiting(&self, work: impl FnOnce()) {
        let waits = self.connection.query_row("PRAGMA busy_timeout", [], |row| row.get(0));
        let Ok(Ok(waits)) = waits.map(|waits: i64| u64::try_from(waits)) else { return };
        if self.connection.busy_timeout(Duration::ZERO).is_ok() {
            work();
            let _ = self.connection.busy_timeout(Duration::from_millis(waits));
        }
    }

    /// Carries out statements one after the other, in the transaction that is open.
    pub(super) fn run(&self, batch: &[Statement]) -> rusqlite::Result<()> {
        for statement in batch {
            let mut prepared = self.connection.prepare_cached(&statement.sql)?;
            bind(&mut prepared, &statement.parameters)?;
            prepared.raw_execute()?;
        }
        Ok(())
    }
}

fn bind(statement: &mut rusqlite::Statement<'_>, parameters: &Parameters) -> rusqlite::Result<()> {
    let mut name = String::new();
    for (parameter, value) in parameters {
        name.clear();
        name.push(':');
        name.push_str(parameter);
        // Shared parameters (the version, the key) are bound only where a statement names them.
        if let Some(index) = statement.parameter_index(&name)? {
            statement.raw_bind_parameter(index, value)?;
        }
    }
    Ok(())
}

fn refused(error: rusqlite::Error) -> Refusal {
    match error.sqlite_error_code() {
        Some(ErrorCode::ConstraintViolation) => Refusal::Constraint(error.to_string()),
        _ => Refusal::Failure(explained(error)),
    }
}

/// A failure of SQLite in words that tell a user what to do.
#[expect(clippy::needless_pass_by_value, reason = "the shape that map_err asks for")]
pub(super) fn explained(error: rusqlite::Error) -> Error {
    let code = error.sqlite_error_code();
    match code {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => {
            Error::new(ErrorKind::Busy, "another program is writing to the casebook").hint(
                "wait until it is done and try again, or wait longer with `--wait SECONDS`; if no \
                 twosource is running, look for a backup or synchronising program that holds the file",
            )
        }
        Some(ErrorCode::ReadOnly | ErrorCode::PermissionDenied) => {
            Error::storage("the casebook cannot be written: the file or its folder is read-only")
                .hint("copy it to a folder that you may write to, or ask for the right to write there")
        }
        Some(ErrorCode::DiskFull) => {
            Error::storage("the disk is full: nothing was changed in the casebook")
                .hint("free some space and run the command again")
        }
        Some(ErrorCode::SystemIoFailure) => Error::storage(format!(
            "reading or writing the casebook failed: nothing was changed ({error})"
        ))
        .hint("is the disk full, or was a network drive cut off? Then run the command again"),
        Some(ErrorCode::DatabaseCorrupt | ErrorCode::NotADatabase) => {
            Error::storage(format!("the casebook is damaged ({error})"))
                .hint("run `twosource doctor`, and restore the latest backup")
        }
        _ => Error::storage(format!("the casebook could not be read or written: {error}"))
            .hint("run `twosource doctor`"),
    }
}
