//! Taking what was deleted out of the file itself: free pages, the full-text index, statistics, the log.

use rusqlite::ErrorCode;

use super::Store;
use super::embedded::explained;
use super::engine::params;
use crate::error::{Error, ErrorKind, Result};

impl Store {
    /// Has SQLite overwrite what is deleted from now on.
    pub(super) fn delete_securely(&self) -> Result<()> {
        let mode = "PRAGMA secure_delete = ON";
        self.engine.connection.query_row(mode, [], |_| Ok(())).map_err(explained)
    }

    /// Writes the file anew, so that nothing is left in it of what was deleted.
    ///
    /// May be repeated. Fails where the disk is full, and where another program has the casebook open: then
    /// something may be left. What a disk keeps of overwritten files, and other copies, are out of reach.
    pub fn erase_traces(&self) -> Result<()> {
        let run = |sql: &str| self.engine.connection.execute_batch(sql).map_err(unerased);
        self.delete_securely()?;
        run("INSERT INTO search_index (search_index) VALUES ('rebuild')")?;
        // Statistics for the planner hold samples of what stands in indexes.
        let tables = "SELECT name AS text FROM sqlite_schema WHERE name = 'sqlite_stat4'";
        for table in self.texts(tables, params! {})? {
            run(&format!("DELETE FROM {table}"))?;
        }
        run("VACUUM")?;
        let busy: i64 = self
            .engine
            .connection
            .query_row("PRAGMA wal_checkpoint(TRUNCATE)", [], |row| row.get(0))
            .map_err(unerased)?;
        if busy != 0 {
            return Err(Error::new(ErrorKind::Busy, "another program has the casebook open")
                .hint("end it and run the command again"));
        }
        Ok(())
    }
}

/// Why the file could not be written anew; what it says is changed already.
fn unerased(error: rusqlite::Error) -> Error {
    match error.sqlite_error_code() {
        Some(ErrorCode::DatabaseBusy | ErrorCode::DatabaseLocked) => explained(error),
        _ => Error::storage(format!("the file could not be written anew ({error})"))
            .hint("is the disk full? Free some space and run the command again"),
    }
}
