//! No table and no column is forgotten, and none holds a word of what is withheld.

use std::collections::BTreeSet;
use std::time::Duration;

use rusqlite::Connection;
use rusqlite::types::ValueRef;

use super::super::edits::KeyChoice;
use super::super::embedded::explained;
use super::super::{Access, Signature, Store, Stored, migrate};
use super::Mask;
use super::shadows::SHADOWS;
use super::tables::TABLES;
use crate::domain::{
    Appearance, Citation, Claim, Confidentiality, Kind, Lineage, Relation, Source, stand_in_key,
};
use crate::error::{Error, Result};

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

/// A confidential source, and another; whatever is told of the first has this word in it.
const WORD: &str = "zqword";

fn fill(store: &Store) -> Result<()> {
    let signature = Signature { actor: "Ana".to_owned(), at: "2026-11-22T10:00:00Z".parse()? };
    let mut secret = Source::new(WORD.parse()?, Kind::Letter, WORD);
    let name = format!("{WORD}, Ann");
    secret.creators.push(name.parse()?);
    (secret.note, secret.url) = (Some(WORD.to_owned()), Some(format!("https://a.example/{WORD}")));
    secret.identifiers.push(format!("doi:10.1/{WORD}").parse()?);
    secret.variables.push(("volume".to_owned(), WORD.to_owned()));
    secret.tags.push(WORD.to_owned());
    secret.aliases.push(format!("{WORD}-2").parse()?);
    secret.confidentiality = Confidentiality::Confidential;
    store.add_source(&signature, &secret, KeyChoice::Given)?;
    let mut open = Source::new("open".parse()?, Kind::Report, "A report");
    open.creators.push("Roe, Max".parse()?);
    store.add_source(&signature, &open, KeyChoice::Given)?;
    let (source, origin) = (open.key.clone(), secret.key.clone());
    let note = Some(WORD.to_owned());
    let row = Lineage { source, origin, relation: Relation::Reports, note: note.clone() };
    store.derive(&signature, &row, false)?;
    for (key, appears) in [("c1", false), ("c2", true)] {
        let mut claim = Claim::new(key.parse()?, "It was paid.");
        if appears {
            let (source, quote) = (secret.key.clone(), note.clone());
            claim.appearances.push(Appearance { source, locator: None, quote });
        }
        store.add_claim(&signature, &claim, KeyChoice::Given)?;
    }
    let mut citation = Citation::new("c1".parse()?, secret.key.clone());
    citation.quote = note;
    store.cite(&signature, &citation)?;
    store.add_alias(&signature, &name, &format!("{WORD}, Anne").parse()?)?;
    store.distinguish(&signature, &name, "Roe, Max")?;
    store.waive(&signature, &"c1".parse()?, "single-source", "Known.").map(drop)
}

fn mask(inside: &Store) -> Result<(Mask, ())> {
    let mut mask = Mask::default();
    inside.each_withheld_source(|Stored { id, version, .. }| {
        let mut record = Source::new(stand_in_key(1)?, Kind::Document, "Confidential source 1");
        record.confidentiality = Confidentiality::Confidential;
        mask.sources.push(Stored { id, version, record });
        Ok(())
    })?;
    mask.aliases = inside.aliases()?.into_iter().map(|alias| alias.spelling).collect();
    let pairs = inside.distinctions()?.into_iter().map(|said| (said.name, said.other));
    mask.distinctions = pairs.collect();
    Ok((mask, ()))
}

/// The tables in which the word stands, or something that was made of it.
fn tables_with_the_word(connection: &Connection) -> rusqlite::Result<BTreeSet<String>> {
    let mut found = BTreeSet::new();
    for table in tables(connection)? {
        let mut statement = connection.prepare(&format!("SELECT * FROM {table}"))?;
        let names: Vec<String> = statement.column_names().map(str::to_owned).collect();
        let mut rows = statement.query([])?;
        while let Some(row) = rows.next()? {
            for (number, name) in names.iter().enumerate() {
                let is_told = match row.get_ref(number)? {
                    ValueRef::Text(text) => String::from_utf8_lossy(text).contains(WORD),
                    ValueRef::Blob(_) => name == "evidence" || name == "salt",
                    _ => false,
                };
                if is_told {
                    found.insert(table.clone());
                }
            }
        }
    }
    Ok(found)
}

#[test]
fn no_table_has_a_word_of_what_is_withheld() -> Result<()> {
    let folder = tempfile::tempdir().map_err(|error| Error::storage(error.to_string()))?;
    let path = folder.path().join("casebook.db");
    Store::create(&path, Duration::from_secs(5))?;
    let store = Store::open(&path, Access::Write, Duration::from_secs(5))?;
    fill(&store)?;
    let inside = tables_with_the_word(&store.engine.connection).map_err(explained)?;
    // All but those in which no word of the source stands.
    let without = ["creator_role", "attribution", "review", "claim_level"];
    let shadowed = SHADOWS.iter().map(|shadow| shadow.table);
    let expected: BTreeSet<_> = shadowed.filter(|table| !without.contains(table)).collect();
    assert_eq!(inside.iter().map(String::as_str).collect::<BTreeSet<_>>(), expected);
    let (outside, ()) = store.outside(mask)?;
    let seen = tables_with_the_word(&outside.engine.connection).map_err(explained)?;
    assert_eq!(seen, BTreeSet::new());
    Ok(())
}
