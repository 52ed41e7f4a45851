//! A library of Zotero, read from its database.

use std::fs;

use rusqlite::Connection;

use crate::desk::Desk;

/// The tables of Zotero's `userdata.sql` that are read, and a library of two items, one of them in the
/// bin.
const LIBRARY: &str = "
    CREATE TABLE items (itemID INTEGER PRIMARY KEY, itemTypeID INT, libraryID INT, key TEXT);
    CREATE TABLE itemTypes (itemTypeID INTEGER PRIMARY KEY, typeName TEXT);
    CREATE TABLE fields (fieldID INTEGER PRIMARY KEY, fieldName TEXT);
    CREATE TABLE itemData (itemID INT, fieldID INT, valueID INT);
    CREATE TABLE itemDataValues (valueID INTEGER PRIMARY KEY, value UNIQUE);
    CREATE TABLE creators (creatorID INTEGER PRIMARY KEY, firstName TEXT, lastName TEXT, fieldMode INT);
    CREATE TABLE creatorTypes (creatorTypeID INTEGER PRIMARY KEY, creatorType TEXT);
    CREATE TABLE itemCreators (itemID INT, creatorID INT, creatorTypeID INT, orderIndex INT);
    CREATE TABLE tags (tagID INTEGER PRIMARY KEY, name TEXT);
    CREATE TABLE itemTags (itemID INT, tagID INT, type INT);
    CREATE TABLE itemNotes (itemID INTEGER PRIMARY KEY, parentItemID INT, note TEXT, title TEXT);
    CREATE TABLE itemAttachments (itemID INTEGER PRIMARY KEY, parentItemID INT, linkMode INT, path TEXT);
    CREATE TABLE collections (collectionID INTEGER PRIMARY KEY, collectionName TEXT);
    CREATE TABLE collectionItems (collectionID INT, itemID INT, orderIndex INT);
    CREATE TABLE deletedItems (itemID INTEGER PRIMARY KEY);
    INSERT INTO itemTypes VALUES (1, 'newspaperArticle'), (2, 'note'), (3, 'attachment'), (4, 'interview');
    INSERT INTO fields VALUES (1, 'title'), (2, 'date'), (3, 'url'), (4, 'publicationTitle'),
        (5, 'extra'), (6, 'volume'), (7, 'accessDate');
    INSERT INTO items VALUES (1, 1, 1, 'AAAA1111'), (2, 2, 1, 'BBBB2222'), (3, 3, 1, 'CCCC3333'),
        (4, 1, 1, 'DDDD4444'), (5, 4, 1, 'EEEE5555');
    INSERT INTO itemDataValues VALUES (1, 'Bridge closed'), (2, '2004-03-00 March 2004'),
        (3, 'https://web.archive.org/web/2020/https://example.org/a'), (4, 'The Post'),
        (5, 'PMID: 7' || char(10) || 'Citation Key: okafor04'), (6, 12), (7, '2020-01-02 11:12:13'),
        (8, 'Thrown away'), (9, 'Talk');
    INSERT INTO itemData VALUES (1, 1, 1), (1, 2, 2), (1, 3, 3), (1, 4, 4), (1, 5, 5), (1, 6, 6),
        (1, 7, 7), (4, 1, 8), (5, 1, 9);
    INSERT INTO creators VALUES (1, 'Ada', 'Okafor', 0), (2, '', 'Reuters, London', 1);
    INSERT INTO creatorTypes VALUES (1, 'author'), (2, 'interviewee');
    INSERT INTO itemCreators VALUES (1, 2, 1, 1), (1, 1, 1, 0), (5, 1, 2, 0);
    INSERT INTO tags VALUES (1, 'bridges');
    INSERT INTO itemTags VALUES (1, 1, 0);
    INSERT INTO collections VALUES (1, 'Case 7');
    INSERT INTO collectionItems VALUES (1, 1, 0);
    INSERT INTO itemNotes VALUES (2, 1, '<p>Look at <b>page 3</b> &amp; 4</p>', '');
    INSERT INTO itemAttachments VALUES (3, 1, 1, 'storage:scan.pdf');
    INSERT INTO deletedItems VALUES (4);";

fn with_a_library() -> Desk {
    let desk = Desk::new();
    let folder = desk.path("Zotero");
    fs::create_dir(&folder).unwrap();
    Connection::open(folder.join("zotero.sqlite")).unwrap().execute_batch(LIBRARY).unwrap();
    desk
}

fn source(desk: &Desk, key: &str) -> serde_json::Value {
    let answer = desk.run(&["source", "show", key, "--format", "json"]).succeeds().stdout;
    serde_json::from_str(&answer).unwrap()
}

#[test]
fn items_come_in_with_people_tags_notes_and_where_their_files_are() {
    let desk = with_a_library();
    let told = desk.run(&["import", "Zotero"]).succeeds().stderr;
    assert!(told.contains("took in 2 sources"), "{told}");
    let bridge = source(&desk, "okafor04");
    assert_eq!(bridge["kind"], "newspaper-article");
    assert_eq!(bridge["creators"], serde_json::json!(["Okafor, Ada", "{Reuters, London}"]));
    assert_eq!(bridge["issued"], "2004-03");
    assert_eq!(bridge["zotero:date"], "March 2004");
    assert_eq!(bridge["accessed"], "2020-01-02");
    assert_eq!(bridge["url"], "https://example.org/a");
    assert!(bridge["archived_url"].as_str().unwrap().starts_with("https://web.archive.org/"));
    assert_eq!((&bridge["csl:volume"], &bridge["container"]), (&"12".into(), &"The Post".into()));
    assert_eq!(bridge["tags"], serde_json::json!(["bridges", "Case 7"]));
    assert_eq!(bridge["note"], "Look at page 3 & 4");
    assert_eq!(bridge["zotero:attachments"], "storage/CCCC3333/scan.pdf");
    assert!(bridge["zotero:extra"].as_str().unwrap().starts_with("PMID: 7"));
    let talk = source(&desk, "okafor");
    assert_eq!(talk["creators"], serde_json::json!(["interviewee: Okafor, Ada"]));
    desk.run(&["doctor"]).succeeds();
    let again = desk.run(&["import", "Zotero/zotero.sqlite"]).succeeds().stderr;
    assert!(again.contains("nothing new"), "{again}");
}

#[test]
fn the_library_is_read_while_zotero_holds_it_and_stays_as_it_was() {
    let desk = with_a_library();
    let file = desk.path("Zotero/zotero.sqlite");
    let before = fs::read(&file).unwrap();
    let zotero = Connection::open(&file).unwrap();
    zotero.execute_batch("PRAGMA locking_mode = exclusive; BEGIN EXCLUSIVE").unwrap();
    desk.run(&["import", "Zotero"]).succeeds();
    assert_eq!(fs::read(&file).unwrap(), before);
    assert_eq!(fs::read_dir(desk.path("Zotero")).unwrap().count(), 1);
}

#[test]
fn a_damaged_library_is_told_and_leaves_nothing() {
    let desk = with_a_library();
    let file = desk.path("Zotero/zotero.sqlite");
    let mut bytes = fs::read(&file).unwrap();
    bytes.truncate(bytes.len() / 2);
    fs::write(&file, bytes).unwrap();
    let told = desk.run(&["import", "Zotero"]).fails().stderr;
    assert!(told.contains("zotero.sqlite"), "{told}");
    assert!(desk.run(&["source", "list", "--format", "json"]).succeeds().stdout.starts_with("[]"));
    // A casebook is no library, though it is a database.
    let told = desk.run(&["import", "casebook.db"]).fails().stderr;
    assert!(told.contains("no Zotero library"), "{told}");
}
