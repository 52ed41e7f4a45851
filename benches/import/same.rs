//! A comparison is worth something only where both sides do the same work.

use rusqlite::Connection;

use super::support::{self, Outcome};
use super::{generator, handwritten};

/// So few claims that looking at every row takes no time.
const CLAIMS: u32 = 2_000;

/// What has times or random numbers in it, or no rows of its own.
const LEFT_OUT: [&str; 3] = ["change", "refinery_schema_history", "search_index"];

/// Loads a small case folder on both ways and compares all tables, row by row.
pub(crate) fn check() -> Outcome<()> {
    let folder = generator::case_folder(CLAIMS)?;
    let (ours, other) = (generator::kept("small-ours.db"), generator::kept("small-by-hand.db"));
    support::create(&ours)?;
    support::create(&other)?;
    support::import(&support::open(&ours)?, &folder)?;
    handwritten::load(&other, &folder)?;
    let (ours, other) = (Connection::open(ours)?, Connection::open(other)?);
    let tables = texts(
        &ours,
        "SELECT name FROM sqlite_schema WHERE type IN ('table', 'index') AND sql IS NOT NULL
         AND name NOT LIKE 'sqlite%' ORDER BY name",
    )?;
    let schema = "SELECT name FROM sqlite_schema WHERE name NOT LIKE 'sqlite%' ORDER BY name";
    let content = "SELECT hex(content_digest) FROM change";
    equal(&texts(&ours, schema)?, &texts(&other, schema)?, "schema")?;
    equal(&texts(&ours, content)?, &texts(&other, content)?, "content digest")?;
    for table in
        tables.iter().filter(|name| is_table(&ours, name) && !LEFT_OUT.contains(&name.as_str()))
    {
        let sql = format!("SELECT * FROM {table} ORDER BY 1, 2");
        equal(&rows(&ours, &sql)?, &rows(&other, &sql)?, table)?;
    }
    Ok(())
}

fn is_table(connection: &Connection, name: &str) -> bool {
    connection.table_exists(None, name).unwrap_or(false)
}

fn texts(connection: &Connection, sql: &str) -> Outcome<Vec<String>> {
    let mut query = connection.prepare(sql)?;
    let texts = query.query_map([], |row| row.get(0))?.collect::<Result<_, _>>()?;
    Ok(texts)
}

fn rows(connection: &Connection, sql: &str) -> Outcome<Vec<String>> {
    let mut query = connection.prepare(sql)?;
    let columns = query.column_count();
    let row = |row: &rusqlite::Row<'_>| {
        let cells = (0..columns).map(|column| row.get_ref(column).map(|cell| format!("{cell:?}")));
        Ok(cells.collect::<Result<Vec<_>, _>>()?.join(" "))
    };
    let rows = query.query_map([], row)?.collect::<Result<_, _>>()?;
    Ok(rows)
}

fn equal(ours: &[String], other: &[String], what: &str) -> Outcome<()> {
    if let Some((ours, other)) = ours.iter().zip(other).find(|(ours, other)| ours != other) {
        return Err(format!("{what} differ:\n{ours}\n{other}").into());
    }
    if ours.len() != other.len() {
        return Err(format!("{what}: {} rows and {}", ours.len(), other.len()).into());
    }
    Ok(())
}
