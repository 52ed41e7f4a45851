//! What is seen of each table of a casebook from outside.

/// What is withheld, and what is seen in its place.
pub(super) const TABLES: &str = "
    CREATE TEMP TABLE withheld_source (id INTEGER PRIMARY KEY);
    CREATE TEMP TABLE confidential_source (id INTEGER PRIMARY KEY);
    CREATE TEMP TABLE cut_source (id INTEGER PRIMARY KEY);
    CREATE TEMP TABLE carrier_source (id INTEGER PRIMARY KEY);
    CREATE TEMP TABLE bare_citation (id INTEGER PRIMARY KEY);
    CREATE TEMP TABLE unattributed_citation (id INTEGER PRIMARY KEY);
    CREATE TEMP TABLE withheld_creator (id INTEGER PRIMARY KEY);
    CREATE TEMP TABLE withheld_text (id INTEGER PRIMARY KEY);
    CREATE TEMP TABLE withheld_variable (
        source_id INTEGER, name TEXT, PRIMARY KEY (source_id, name)) WITHOUT ROWID;
    CREATE TEMP TABLE withheld_alias (spelling TEXT PRIMARY KEY) WITHOUT ROWID;
    CREATE TEMP TABLE withheld_distinction (
        voice TEXT, other TEXT, PRIMARY KEY (voice, other)) WITHOUT ROWID;

    CREATE TEMP TABLE stand_in_source (
        id INTEGER PRIMARY KEY, key TEXT, kind TEXT, title TEXT, container TEXT, publisher TEXT,
        issued TEXT, url TEXT, archived_url TEXT, accessed TEXT, language TEXT, jurisdiction TEXT,
        pages TEXT, lineage TEXT, standing TEXT, grade TEXT, confidentiality TEXT, note TEXT,
        version INTEGER);
    CREATE UNIQUE INDEX temp.stand_in_source_key ON stand_in_source (key);
    CREATE TEMP TABLE stand_in_creator (
        id INTEGER PRIMARY KEY, name TEXT, unnamed INTEGER, voice TEXT);
    CREATE INDEX temp.stand_in_creator_name ON stand_in_creator (name, unnamed);
    CREATE INDEX temp.stand_in_creator_voice ON stand_in_creator (voice);
    CREATE TEMP TABLE stand_in_role (
        source_id INTEGER, position INTEGER, creator_id INTEGER, role TEXT,
        PRIMARY KEY (source_id, position)) WITHOUT ROWID;
    CREATE INDEX temp.stand_in_role_creator ON stand_in_role (creator_id);

    CREATE VIRTUAL TABLE temp.search_index USING fts5 (
        text, content = '', tokenize = 'unicode61 remove_diacritics 2'
    );
";

/// A table, and what is seen of it.
pub(super) struct Shadow {
    pub(super) table: &'static str,
    pub(super) select: &'static str,
}

/// The tables of which not everything is seen. Each view has the columns of its table: a column that is
/// added to the table is missing here until somebody has decided what is seen of it.
pub(super) const SHADOWS: &[Shadow] = &[
    Shadow {
        table: "source",
        select: "SELECT id, key, kind, title, container, publisher, issued, url, archived_url, accessed,
                        language, jurisdiction, pages, lineage, standing, grade, confidentiality, note,
                        version
                 FROM main.source WHERE id NOT IN (SELECT id FROM temp.withheld_source)
                 UNION ALL
                 SELECT id, key, kind, title, container, publisher, issued, url, archived_url, accessed,
                        language, jurisdiction, pages, lineage, standing, grade, confidentiality, note,
                        version
                 FROM temp.stand_in_source",
    },
    Shadow {
        table: "creator",
        select: "SELECT id, name, unnamed, voice FROM main.creator
                 WHERE id NOT IN (SELECT id FROM temp.withheld_creator)
                 UNION ALL SELECT id, name, unnamed, voice FROM temp.stand_in_creator",
    },
    Shadow {
        table: "creator_role",
        select: "SELECT source_id, position, creator_id, role FROM main.creator_role
                 WHERE source_id NOT IN (SELECT id FROM temp.withheld_source)
                 UNION ALL SELECT source_id, position, creator_id, role FROM temp.stand_in_role",
    },
    Shadow {
        table: "identifier",
        select: "SELECT source_id, position, scheme, value FROM main.identifier
                 WHERE source_id NOT IN (SELECT id FROM temp.confidential_source)",
    },
    Shadow {
        table: "strong_identifier",
        select: "SELECT source_id, name FROM main.strong_identifier
                 WHERE source_id NOT IN (SELECT id FROM temp.confidential_source)",
    },
    Shadow {
        table: "variable",
        select: "SELECT source_id, name, value FROM main.variable
                 WHERE source_id NOT IN (SELECT id FROM temp.confidential_source)
                   AND (source_id, name) NOT IN (SELECT source_id, name FROM temp.withheld_variable)",
    },
    Shadow {
        table: "source_tag",
        select: "SELECT source_id, position, tag FROM main.source_tag
                 WHERE source_id NOT IN (SELECT id FROM temp.confidential_source)",
    },
    Shadow {
        table: "source_alias",
        select: "SELECT source_id, position, alias FROM main.source_alias
                 WHERE source_id NOT IN (SELECT id FROM temp.confidential_source)",
    },
    Shadow {
        table: "lineage",
        select: "SELECT source_id, origin_id, relation,
                        CASE WHEN source_id IN (SELECT id FROM temp.confidential_source)
                               OR origin_id IN (SELECT id FROM temp.confidential_source)
                             THEN NULL ELSE note END AS note,
                        version
                 FROM main.lineage WHERE source_id NOT IN (SELECT id FROM temp.cut_source)",
    },
    Shadow {
        table: "citation",
        select: "SELECT id, claim_id, source_id, stance,
                        CASE WHEN id IN (SELECT id FROM temp.bare_citation)
                             THEN NULL ELSE locator END AS locator,
                        CASE WHEN id IN (SELECT id FROM temp.bare_citation)
                             THEN NULL ELSE quote END AS quote,
                        credibility,
                        CASE WHEN id IN (SELECT id FROM temp.bare_citation)
                             THEN NULL ELSE note END AS note,
                        version
                 FROM main.citation",
    },
    Shadow {
        table: "attribution",
        select: "SELECT citation_id, position, source_id FROM main.attribution
                 WHERE citation_id NOT IN (SELECT id FROM temp.unattributed_citation)",
    },
    Shadow {
        table: "appearance",
        select: "SELECT claim_id, position, source_id,
                        CASE WHEN source_id IN (SELECT id FROM temp.confidential_source)
                             THEN NULL ELSE locator END AS locator,
                        CASE WHEN source_id IN (SELECT id FROM temp.confidential_source)
                             THEN NULL ELSE quote END AS quote
                 FROM main.appearance",
    },
    Shadow {
        table: "creator_alias",
        select: "SELECT spelling, name, actor, said_at, version FROM main.creator_alias
                 WHERE spelling NOT IN (SELECT spelling FROM temp.withheld_alias)",
    },
    Shadow {
        table: "creator_distinction",
        select: "SELECT voice, other, actor, said_at, version FROM main.creator_distinction
                 WHERE (voice, other) NOT IN (SELECT voice, other FROM temp.withheld_distinction)",
    },
    // Whether a judgement holds is asked inside. A digest would let who has a guess try it.
    Shadow {
        table: "review",
        select: "SELECT id, claim_id, reviewer, verdict, reviewed_at, note, version,
                        NULL AS evidence, ended FROM main.review",
    },
    Shadow {
        table: "waiver",
        select: "SELECT id, claim_id, rule, actor, reason, waived_at, version,
                        NULL AS evidence, ended FROM main.waiver",
    },
    // Who changed the casebook when, and nothing of what was changed.
    Shadow {
        table: "change",
        select: "SELECT id, at, actor, action, NULL AS before, NULL AS after, NULL AS salt,
                        payload_digest, content_digest, hash FROM main.change",
    },
    Shadow {
        table: "change_subject",
        select: "SELECT entity, key, change_id FROM main.change_subject WHERE 0",
    },
    // Levels are those that follow from what is seen.
    Shadow {
        table: "claim_level",
        select: "SELECT claim_id, level, sources, origins FROM main.claim_level WHERE 0",
    },
    Shadow {
        table: "weakest_point",
        select: "SELECT claim_id, position, source_id, voice, identifier FROM main.weakest_point
                 WHERE 0",
    },
    Shadow {
        table: "search_text",
        select: "SELECT id, text FROM main.search_text
                 WHERE id NOT IN (SELECT id FROM temp.withheld_text)",
    },
];

/// What follows from the sources that are withheld, in the casebook and in the words for search.
pub(super) const CONSEQUENCES: &[&str] = &[
    "INSERT INTO temp.bare_citation
     SELECT id FROM main.citation
     WHERE source_id IN (SELECT id FROM temp.confidential_source)
     UNION
     SELECT citation_id FROM main.attribution
     WHERE source_id IN (SELECT id FROM temp.confidential_source)",
    "INSERT INTO temp.unattributed_citation
     SELECT id FROM main.citation WHERE source_id IN (SELECT id FROM temp.carrier_source)",
    "INSERT INTO temp.withheld_creator
     SELECT DISTINCT creator_id FROM main.creator_role AS credit
     WHERE source_id IN (SELECT id FROM temp.withheld_source)
       AND creator_id NOT IN (SELECT creator_id FROM temp.stand_in_role)
       AND NOT EXISTS (
           SELECT 1 FROM main.creator_role AS other
           WHERE other.creator_id = credit.creator_id
             AND other.source_id NOT IN (SELECT id FROM temp.withheld_source))",
    "INSERT INTO temp.withheld_text
     SELECT id * 4 + 1 FROM temp.withheld_source
     UNION ALL SELECT id * 4 + 2 FROM temp.bare_citation
     UNION ALL SELECT DISTINCT claim_id * 4 FROM main.appearance
               WHERE source_id IN (SELECT id FROM temp.confidential_source)",
];

#[cfg(test)]
mod tests {
    use rusqlite::Connection;

    use super::super::super::embedded::explained;
    use super::super::super::migrate;
    use super::SHADOWS;
    use crate::error::Result;

    /// Tables that are seen as they are. What people write in them in their own words (a statement, a
    /// note, a reason) is looked through before it goes out, not here.
    const OPEN: &[&str] = &[
        "kind",
        "claim",
        "claim_tag",
        "last_number",
        "rule_severity",
        "review_policy",
        "assignment",
    ];

    fn tables(connection: &Connection) -> rusqlite::Result<Vec<String>> {
        let sql =
            "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite\\_%'
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
        connection.execute_batch(super::TABLES).map_err(explained)?;
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
}
