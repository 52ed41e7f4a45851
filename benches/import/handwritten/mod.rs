//! The best loader of the schema that one would write by hand: it knows the generated files, trusts
//! them, and checks nothing but that the keys it refers to are there.

mod digest;
mod evidence;
mod fold;
mod judgements;
mod sources;

use std::collections::HashMap;
use std::error::Error;
use std::path::Path;

use csv::StringRecord;
use rusqlite::types::ToSql;
use rusqlite::{Connection, Statement};

use digest::Digest;

pub(crate) type Outcome<T> = Result<T, Box<dyn Error>>;

/// Keys of one entity.
pub(crate) type Keys = HashMap<Box<str>, u32>;

/// What the files share while they are loaded.
struct Loader<'c> {
    connection: &'c Connection,
    folder: &'c Path,
    digest: Digest,
    shadow: String,
    sources: Keys,
    claims: Keys,
}

/// Loads a case folder into a new casebook.
pub(crate) fn load(casebook: &Path, folder: &Path) -> Outcome<()> {
    let connection = Connection::open(casebook)?;
    connection
        .execute_batch("PRAGMA foreign_keys = OFF; PRAGMA synchronous = FULL; BEGIN IMMEDIATE")?;
    let built_later = take_indexes_away(&connection)?;
    let mut loader = Loader {
        connection: &connection,
        folder,
        digest: Digest::default(),
        shadow: String::new(),
        sources: Keys::new(),
        claims: Keys::new(),
    };
    loader.load_sources()?;
    loader.load_lineage()?;
    loader.load_claims()?;
    loader.load_citations()?;
    loader.load_reviews()?;
    loader.load_waivers()?;
    let content = loader.digest.bytes();
    for sql in built_later {
        connection.execute_batch(&sql)?;
    }
    connection.execute_batch("INSERT INTO search_index (search_index) VALUES ('rebuild')")?;
    connection.execute(
        "INSERT INTO change (id, at, actor, action, payload_digest, content_digest, hash)
         VALUES (1, '2026-11-22T10:00:00Z', 'desk', 'import', ?1, ?1, ?1)",
        [content],
    )?;
    connection.execute_batch("COMMIT")?;
    Ok(connection.close().map_err(|(_, error)| error)?)
}

fn take_indexes_away(connection: &Connection) -> Outcome<Vec<String>> {
    let mut query = connection.prepare(
        "SELECT sql, 'DROP ' || type || ' ' || name FROM sqlite_schema
         WHERE type IN ('index', 'trigger') AND sql IS NOT NULL ORDER BY rowid",
    )?;
    let rows = query.query_map([], |row| Ok((row.get(0)?, row.get(1)?)))?;
    let (made, drops): (Vec<String>, Vec<String>) =
        rows.collect::<Result<Vec<_>, _>>()?.into_iter().unzip();
    drops.iter().try_for_each(|drop| connection.execute_batch(drop))?;
    Ok(made)
}

/// A prepared insertion.
struct Insert<'c>(Statement<'c>);

impl Insert<'_> {
    fn run(&mut self, values: &[&dyn ToSql]) -> rusqlite::Result<()> {
        for (position, value) in (1..).zip(values) {
            self.0.raw_bind_parameter(position, value)?;
        }
        self.0.raw_execute().map(drop)
    }
}

impl<'c> Loader<'c> {
    fn insert(&self, table_and_columns: &str) -> Outcome<Insert<'c>> {
        let marks = vec!["?"; table_and_columns.split(',').count()].join(", ");
        let sql = format!("INSERT INTO {table_and_columns} VALUES ({marks})");
        Ok(Insert(self.connection.prepare(&sql)?))
    }

    /// Hands on every row of a file; the columns are those the generator writes.
    fn each(
        &mut self,
        file: &str,
        mut on_row: impl FnMut(&mut Self, &StringRecord) -> Outcome<()>,
    ) -> Outcome<()> {
        let mut reader = csv::ReaderBuilder::new()
            .buffer_capacity(128 << 10)
            .from_path(self.folder.join(file))?;
        let mut row = StringRecord::new();
        while reader.read_record(&mut row)? {
            on_row(self, &row)?;
        }
        Ok(())
    }
}

/// A cell that may be empty.
fn given(cell: &str) -> Option<&str> {
    (!cell.is_empty()).then_some(cell)
}

fn id_of(keys: &Keys, key: &str) -> Outcome<u32> {
    keys.get(key).copied().ok_or_else(|| format!("there is no {key}").into())
}
