//! Several reads that must see one state.

use super::Store;
use super::embedded::explained;
use crate::error::Result;

impl Store {
    /// Lets `read` see the casebook as it is at one moment, whatever others write meanwhile.
    ///
    /// Only for reading: nothing may be changed and nobody asked within it. One within another is
    /// part of that one.
    pub fn in_snapshot<T>(&self, read: impl FnOnce(&Store) -> Result<T>) -> Result<T> {
        if !self.engine.connection.is_autocommit() {
            return read(self);
        }
        // Rolled back when it is dropped.
        let _snapshot = self.engine.connection.unchecked_transaction().map_err(explained)?;
        read(self)
    }
}
