//! No table and no column is forgotten.

use rusqlite::Connection;

use super::super::embedded::explained;
use super::super::migrate;
use super::shadows::SHADOWS;
use super::tables::TABLES;
use crate::error::Result;

/// Tables that are seen as they are. What people write in them in their own words (a statement, a
/// note, a reason) is looked through before it goes out, not here.
const OPEN: &[&str] =
    &["kind", "claim", "claim_tag", "last_number", "rule_severity", "review_policy", "assignment"];

fn tables(connection: &Connection) -> rusqlite::Result<Vec<String>> {
    let sql = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%'
                 ESCAPE '\\' AND name NOT LIKE 'search\\_index%' ESCAPE '\\'
                 AND name <> 'refinery_schema_history'";
    connection.prepare(sql)?.query_map([], |row| row.get(0))?.collect()
}

fn columns(connection: &Connection, table: &str) -> rusqlite::Result<Vec<String>> {
    let sql = "SELECT name FROM pragma_table_info(:table)";
    connection.prepare(sql)?.query_map([table], |row| row.get(0))?.collect()
}

#[test]
fn of_every_table_and_column_it_is_said_what_is_seen() -> Result<()> {
    let mut connection = Connection::open_in_memory().map_err(explained)?;
    migrate::run(&mut connection)?;
    connection.execute_batch(TABLES).map_err(explained)?;
    for table in tables(&connection).map_err(explained)? {
        let shadow = SHADOWS.iter().find(|shadow| shadow.table == table);
        assert_ne!(
            shadow.is_some(),
            OPEN.contains(&table.as_str()),
            "say in src/store/outside/ what is seen of the table {table}"
        );
        let Some(shadow) = shadow else { continue };
        let view = format!("CREATE TEMP VIEW seen AS {}", shadow.select);
        connection.execute_batch(&view).map_err(explained)?;
        let (all, seen) = (columns(&connection, &table), columns(&connection, "seen"));
        assert_eq!(all.map_err(explained)?, seen.map_err(explained)?, "{table}");
        connection.execute_batch("DROP VIEW temp.seen").map_err(explained)?;
    }
    Ok(())
}
