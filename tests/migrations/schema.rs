//! A database's schema as SQL that builds it again.

use rusqlite::Connection;

/// The statements that build this schema, in an order that depends on nothing but the schema. With
/// it the rows that are part of it: the kinds of source, and the migrations that have run.
pub(crate) fn dump(connection: &Connection) -> String {
    let number = |pragma: &str| -> i64 {
        connection.pragma_query_value(None, pragma, |row| row.get(0)).unwrap()
    };
    let mut sql = format!(
        "PRAGMA application_id = {};\nPRAGMA user_version = {};\n\n",
        number("application_id"),
        number("user_version")
    );
    // Tables before what is built on them; the tables behind a virtual one come with it.
    let objects = "SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'
                     AND name NOT LIKE 'search^_index^_%' ESCAPE '^'
                   ORDER BY type = 'trigger', type = 'index', sql LIKE 'CREATE VIRTUAL%', name";
    for object in texts(connection, objects) {
        sql.push_str(&format!("{object};\n\n"));
    }
    // The day on which a migration ran is no part of the schema.
    let rows = "SELECT format('INSERT INTO kind (name, csl_type) VALUES (%Q, %Q);', name, csl_type)
                  FROM kind
                UNION ALL
                SELECT format('INSERT INTO refinery_schema_history (version, name, applied_on, checksum) \
                               VALUES (%d, %Q, ''2026-01-01T00:00:00Z'', %Q);', version, name, checksum)
                  FROM refinery_schema_history
                ORDER BY 1";
    for row in texts(connection, rows) {
        sql.push_str(&format!("{row}\n"));
    }
    sql
}

fn texts(connection: &Connection, sql: &str) -> Vec<String> {
    let mut statement = connection.prepare(sql).unwrap();
    statement.query_map([], |row| row.get(0)).unwrap().map(Result::unwrap).collect()
}
