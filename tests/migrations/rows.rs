//! A row for every table of each version, as another release may have left them.

use rusqlite::Connection;

const V1: &str = "
INSERT INTO change VALUES (1, '2026-01-02T00:00:00Z', 'Ana', 'import', NULL, '[{}]', zeroblob(16),
                           zeroblob(32), zeroblob(32), zeroblob(32));
INSERT INTO change_subject VALUES ('claim', 'c1', 1);
INSERT INTO source VALUES (1, 's1', 'report', 'Title', NULL, NULL, '2017', NULL, NULL, NULL, NULL, NULL,
                           NULL, 'derived', 'active', 'B', 'open', NULL, 1),
                          (2, 's2', 'letter', '', NULL, NULL, NULL, NULL, NULL, NULL, NULL, NULL,
                           NULL, 'original', 'active', NULL, 'open', NULL, 1);
INSERT INTO creator VALUES (1, 'Arendt, Hannah', 0, 'Arendt, Hannah');
INSERT INTO creator_role VALUES (1, 0, 1, 'author');
INSERT INTO identifier VALUES (1, 0, 'doi', '10.1000/1');
INSERT INTO strong_identifier VALUES (1, 'doi:10.1000/1');
INSERT INTO variable VALUES (1, 'volume', '3');
INSERT INTO source_tag VALUES (1, 0, 'tag');
INSERT INTO lineage VALUES (1, 2, 'quotes', NULL, 1);
INSERT INTO claim VALUES (1, 'c1', 'Statement', NULL, NULL, 'fact', 'normal', NULL, NULL, 1);
INSERT INTO appearance VALUES (1, 0, 2, 'page 1', NULL);
INSERT INTO claim_tag VALUES (1, 0, 'tag');
INSERT INTO citation VALUES (1, 1, 1, 'supports', NULL, NULL, 2, NULL, 1);
INSERT INTO attribution VALUES (1, 0, 2);
INSERT INTO last_number VALUES ('claim', 7);
INSERT INTO review (id, claim_id, reviewer, verdict, reviewed_at, note, version)
VALUES (1, 1, 'Ben', 'supported', '2026-01-03', NULL, 1);
INSERT INTO waiver (id, claim_id, rule, actor, reason, waived_at, version)
VALUES (1, 1, 'single-source', 'Ben', 'Reason', '2026-01-03', 1);
INSERT INTO search_text VALUES (4, 'statement'), (5, 'title');
";

const V2: &str = "
INSERT INTO rule_severity VALUES ('single-source', 'error', 'Ben', '2026-01-03', 1);
INSERT INTO creator_distinction VALUES ('Arendt, Hannah', 'Arendt, Hans', 'Ben', '2026-01-03', 1);
";

const V3: &str = "
INSERT INTO claim_level VALUES (1, 'single-source', 1, 1);
INSERT INTO weakest_point VALUES (1, 0, 2, NULL, NULL);
";

const V4: &str = "
INSERT INTO creator_alias VALUES ('Ahrendt, Hanna', 'Arendt, Hannah', 'Ben', '2026-01-03', 1);
";

/// Judgements that are pinned, and one that had ended.
const V5: &str = "
INSERT INTO review (id, claim_id, reviewer, verdict, reviewed_at, note, version, evidence)
VALUES (2, 1, 'Ana', 'supported', '2026-01-03', NULL, 1, zeroblob(32));
INSERT INTO waiver (id, claim_id, rule, actor, reason, waived_at, version, ended)
VALUES (2, 1, 'own-word', 'Ana', 'Reason', '2026-01-03', 1, '2026-01-04');
";

const V6: &str = "
INSERT INTO source_alias VALUES (1, 0, 's0');
";

const V7: &str = "
INSERT INTO review_policy VALUES (1, 2, 1, 'Ben', '2026-01-03', 1);
INSERT INTO assignment VALUES (1, 1, 'Ana', 'Ben', '2026-01-03', 1);
";

/// What each version added, oldest first.
const VERSIONS: [(u32, &str); 7] = [(1, V1), (2, V2), (3, V3), (4, V4), (5, V5), (6, V6), (7, V7)];

/// Puts a row into every table of the casebook's version.
pub(crate) fn insert(connection: &Connection) {
    connection.pragma_update(None, "foreign_keys", true).unwrap();
    let version: u32 =
        connection.pragma_query_value(None, "user_version", |row| row.get(0)).unwrap();
    for (_, rows) in VERSIONS.iter().filter(|(added, _)| *added <= version) {
        connection.execute_batch(rows).unwrap();
    }
}

/// How many rows each table has, by name; not those that refinery keeps.
pub(crate) fn count(connection: &Connection) -> Vec<(String, i64)> {
    let tables = "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'
                  AND name NOT LIKE 'search^_index%' ESCAPE '^' AND name NOT LIKE 'refinery%' ORDER BY 1";
    let mut statement = connection.prepare(tables).unwrap();
    let names = statement.query_map([], |row| row.get::<_, String>(0)).unwrap();
    let count = |name: String| {
        let sql = format!("SELECT count(*) FROM \"{name}\"");
        let rows = connection.query_row(&sql, [], |row| row.get(0)).unwrap();
        (name, rows)
    };
    names.map(|name| count(name.unwrap())).collect()
}

#[test]
fn every_table_has_one() {
    let (_folder, connection) = super::fresh();
    insert(&connection);
    assert_eq!(count(&connection).iter().find(|(_, rows)| *rows == 0), None);
}
