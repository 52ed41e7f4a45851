//! The casebook as those outside may see it, without a copy of it: a second connection to the same file,
//! on which temporary views stand before the tables.
//!
//! SQLite looks for a name without a schema among the temporary objects first. So every query of the
//! store, whatever command asks, reads what may be seen outside, by construction: [`shadows`] says of
//! each table what that is. Numbers of records and versions stay what they are. Nothing is written to
//! the file, no lock is taken, and what is read is one moment of the casebook.
//!
//! A view that has a part of its own is two tables in one. SQLite goes through the indexes of both as
//! long as a query that joins it returns the columns that it orders by; otherwise the answer is right,
//! but the whole view is gone through for it.

mod hide;
mod mask;
mod shadows;
mod shown;
mod tables;
#[cfg(test)]
mod tests;

pub use mask::Mask;

use super::Access;
use super::Store;
use super::embedded::explained;
use super::open::{configure, connect};
use crate::error::{Error, ErrorKind, Result};

/// How often it is tried to see the same moment twice.
const TRIES: usize = 100;

/// Reading waits for nobody but who brings the file up to date.
const WAIT: std::time::Duration = std::time::Duration::from_secs(10);

impl Store {
    /// The casebook with this mask before it, as it is at one moment: a store that can only be read.
    ///
    /// `mask` is given the casebook as it is at that moment, and may be asked several times where
    /// others are writing.
    pub fn outside<T>(
        &self,
        mut mask: impl FnMut(&Store) -> Result<(Mask, T)>,
    ) -> Result<(Store, T)> {
        for _ in 0..TRIES {
            let inside = self.at_this_moment()?;
            let (mask, known) = mask(&inside)?;
            let mut outside = self.over_another_connection()?;
            outside.hide(&mask)?;
            if outside.head()?.id == inside.head()?.id {
                outside.inside = Some(Box::new(inside));
                return Ok((outside, known));
            }
        }
        Err(Error::new(ErrorKind::Busy, "others are changing the casebook all the time")
            .hint("run the command again when they are done"))
    }

    fn over_another_connection(&self) -> Result<Store> {
        let connection = connect(&self.path, Access::Read, self.key())?;
        configure(&connection, WAIT)?;
        Ok(Store::over(connection, self.path.clone(), self.key()))
    }

    /// The same casebook over another connection, which sees one moment for as long as it is open.
    fn at_this_moment(&self) -> Result<Store> {
        let store = self.over_another_connection()?;
        store.engine.connection.execute_batch("BEGIN").map_err(explained)?;
        store.head()?;
        Ok(store)
    }

    /// An error where this is a casebook as it is seen outside: nothing is written to that, and as a
    /// file it is neither copied nor examined.
    pub(super) fn require_inside(&self) -> Result<()> {
        if !self.engine.is_outside {
            return Ok(());
        }
        Err(Error::invalid("a casebook as it is seen outside can be read, and nothing else"))
    }
}
