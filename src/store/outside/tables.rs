//! What is withheld of a casebook, as rows that the views look at.

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
