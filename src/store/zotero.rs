//! Zotero's library: read from a copy, so that the user's file is neither locked nor written, whether
//! Zotero runs or not. Gives plain rows; what they mean is decided elsewhere.
//!
//! The schema is that of Zotero 5 and later (`resource/schema/userdata.sql` in its source).

use std::collections::HashMap;
use std::fs;
use std::path::Path;

use rusqlite::{Connection, OpenFlags};
use tempfile::TempDir;

use crate::error::{Error, Result};

/// The name of the file in Zotero's folder.
pub const ZOTERO_FILE: &str = "zotero.sqlite";

/// An item of a Zotero library.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct ZoteroItem {
    /// Its key in Zotero: eight letters and digits.
    pub key: String,
    /// Its type, such as `journalArticle`.
    pub item_type: String,
    /// Its fields by name, in Zotero's order.
    pub fields: Vec<(String, String)>,
    /// Those who are behind it, in order.
    pub creators: Vec<ZoteroCreator>,
    /// Its tags, then the collections it is in.
    pub tags: Vec<String>,
    /// Its notes, as HTML.
    pub notes: Vec<String>,
    /// Its attachments: a path, for a file in Zotero's own folder below that, or an address.
    pub attachments: Vec<String>,
}

/// Somebody behind an item.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ZoteroCreator {
    /// `author`, `editor` and so on.
    pub role: String,
    /// The given names; empty for a body.
    pub first: String,
    /// The family name, or the whole name of a body.
    pub last: String,
}

/// Whether the file is a Zotero library, by a look at it that touches nothing.
pub fn is_zotero(path: &Path) -> bool {
    let flags = OpenFlags::SQLITE_OPEN_READ_ONLY | OpenFlags::SQLITE_OPEN_URI;
    // Immutable: no lock is taken, and none of Zotero's stands in the way.
    let Some(uri) = immutable(path) else { return false };
    let Ok(connection) = Connection::open_with_flags(uri, flags) else { return false };
    let sql = "SELECT count(*) FROM sqlite_schema WHERE type = 'table'
               AND (name = 'items' OR name = 'itemData' OR name = 'itemDataValues' OR name = 'itemTypes')";
    connection.query_row(sql, [], |row| row.get::<_, i64>(0)).is_ok_and(|tables| tables == 4)
}

/// The items of a Zotero library that are not in its bin, in the order in which they were added.
///
/// # Errors
///
/// It cannot be copied or read, or Zotero was writing to it.
pub fn read_zotero(path: &Path) -> Result<Vec<ZoteroItem>> {
    let (folder, copy) = copied(path)?;
    let connection = Connection::open(&copy).map_err(|error| unreadable(path, &error))?;
    let read = || -> rusqlite::Result<Vec<ZoteroItem>> {
        let state: String = connection.query_row("PRAGMA quick_check(1)", [], |row| row.get(0))?;
        if state != "ok" {
            return Err(rusqlite::Error::InvalidQuery);
        }
        items(&connection)
    };
    let items = read().map_err(|error| unreadable(path, &error))?;
    drop(connection);
    drop(folder);
    Ok(items)
}

fn unreadable(path: &Path, error: &dyn std::fmt::Display) -> Error {
    Error::storage(format!("{} cannot be read as a Zotero library: {error}", path.display()))
        .hint("close Zotero and try again; it was not changed")
}

/// The address by which SQLite opens a file that nobody changes.
fn immutable(path: &Path) -> Option<String> {
    let path = fs::canonicalize(path).ok()?;
    let path = path.to_str()?.replace('%', "%25").replace('?', "%3f").replace('#', "%23");
    Some(format!("file:{path}?mode=ro&immutable=1"))
}

/// A copy in a folder of its own that only the user may read, with what Zotero has not written into the
/// file itself yet.
fn copied(path: &Path) -> Result<(TempDir, std::path::PathBuf)> {
    let copy = || -> std::io::Result<_> {
        let folder = tempfile::tempdir()?;
        let copy = folder.path().join(ZOTERO_FILE);
        for ending in ["", "-wal", "-journal"] {
            let mut from = path.as_os_str().to_owned();
            from.push(ending);
            let mut to = copy.as_os_str().to_owned();
            to.push(ending);
            if ending.is_empty() || Path::new(&from).exists() {
                fs::copy(&from, &to)?;
            }
        }
        Ok((folder, copy))
    };
    copy().map_err(|error| {
        Error::storage(format!("{} cannot be copied to be read: {error}", path.display()))
            .hint("check that you may read it, and that there is space for temporary files")
    })
}

fn items(connection: &Connection) -> rusqlite::Result<Vec<ZoteroItem>> {
    let mut items: Vec<ZoteroItem> = Vec::new();
    let mut places: HashMap<i64, usize> = HashMap::new();
    let sql = "SELECT items.itemID AS id, items.key, itemTypes.typeName AS type
               FROM items JOIN itemTypes USING (itemTypeID)
               WHERE itemTypes.typeName NOT IN ('attachment', 'note', 'annotation')
                 AND items.itemID NOT IN (SELECT itemID FROM deletedItems)
               ORDER BY items.itemID";
    each(connection, sql, |row| {
        places.insert(row.get("id")?, items.len());
        let (key, item_type) = (row.get("key")?, row.get("type")?);
        items.push(ZoteroItem { key, item_type, ..ZoteroItem::default() });
        Ok(())
    })?;
    let mut to =
        |sql: &str, add: fn(&mut ZoteroItem, &rusqlite::Row<'_>) -> rusqlite::Result<()>| {
            each(connection, sql, |row| match places.get(&row.get::<_, i64>("id")?) {
                Some(place) => add(&mut items[*place], row),
                None => Ok(()),
            })
        };
    to(FIELDS, |item, row| {
        // A value may be stored as a number.
        item.fields.push((row.get("field")?, row.get("value")?));
        Ok(())
    })?;
    to(CREATORS, |item, row| {
        let (first, last) = (row.get("first")?, row.get("last")?);
        item.creators.push(ZoteroCreator { role: row.get("role")?, first, last });
        Ok(())
    })?;
    for sql in [TAGS, COLLECTIONS] {
        to(sql, |item, row| {
            let tag: String = row.get("tag")?;
            if !tag.trim().is_empty() && !item.tags.contains(&tag) {
                item.tags.push(tag);
            }
            Ok(())
        })?;
    }
    to(NOTES, |item, row| {
        item.notes.push(row.get("note")?);
        Ok(())
    })?;
    to(ATTACHMENTS, |item, row| {
        let (path, key, url): (String, String, String) =
            (row.get("path")?, row.get("key")?, row.get("url")?);
        let attachment = match path.strip_prefix("storage:") {
            Some(name) => format!("storage/{key}/{name}"),
            None if path.is_empty() => url,
            None => path,
        };
        if !attachment.is_empty() {
            item.attachments.push(attachment);
        }
        Ok(())
    })?;
    Ok(items)
}

const FIELDS: &str = "
    SELECT itemData.itemID AS id, fields.fieldName AS field,
           CAST(itemDataValues.value AS TEXT) AS value
    FROM itemData JOIN fields USING (fieldID) JOIN itemDataValues USING (valueID)
    ORDER BY itemData.itemID, fields.fieldID";

const CREATORS: &str = "
    SELECT itemCreators.itemID AS id, creatorTypes.creatorType AS role,
           coalesce(creators.firstName, '') AS first, coalesce(creators.lastName, '') AS last
    FROM itemCreators JOIN creators USING (creatorID) JOIN creatorTypes USING (creatorTypeID)
    ORDER BY itemCreators.itemID, itemCreators.orderIndex";

const TAGS: &str = "
    SELECT itemTags.itemID AS id, tags.name AS tag
    FROM itemTags JOIN tags USING (tagID)
    ORDER BY itemTags.itemID, itemTags.type, tags.name";

const COLLECTIONS: &str = "
    SELECT collectionItems.itemID AS id, collections.collectionName AS tag
    FROM collectionItems JOIN collections USING (collectionID)
    ORDER BY collectionItems.itemID, collections.collectionName";

const NOTES: &str = "
    SELECT parentItemID AS id, coalesce(note, '') AS note
    FROM itemNotes
    WHERE parentItemID IS NOT NULL AND itemID NOT IN (SELECT itemID FROM deletedItems)
    ORDER BY itemID";

const ATTACHMENTS: &str = "
    SELECT itemAttachments.parentItemID AS id, items.key AS key,
           coalesce(itemAttachments.path, '') AS path,
           coalesce((SELECT itemDataValues.value
                     FROM itemData JOIN fields USING (fieldID) JOIN itemDataValues USING (valueID)
                     WHERE itemData.itemID = items.itemID AND fields.fieldName = 'url'), '') AS url
    FROM itemAttachments JOIN items USING (itemID)
    WHERE itemAttachments.parentItemID IS NOT NULL
      AND itemAttachments.itemID NOT IN (SELECT itemID FROM deletedItems)
    ORDER BY itemAttachments.itemID";

fn each(
    connection: &Connection,
    sql: &str,
    mut on_row: impl FnMut(&rusqlite::Row<'_>) -> rusqlite::Result<()>,
) -> rusqlite::Result<()> {
    let mut statement = connection.prepare(sql)?;
    let mut rows = statement.query([])?;
    while let Some(row) = rows.next()? {
        on_row(row)?;
    }
    Ok(())
}
