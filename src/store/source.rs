//! Sources in the casebook: reading them, and the statements that write them.

use super::Store;
use super::change::{Change, Record};
use super::engine::{Engine, Row, Statement, params};
use super::search_text::{self, Entity};
use super::unreadable::Unreadable;
use crate::domain::{Credit, Identifier, Key, Name, Source, strong_identifiers};
use crate::error::Result;

/// A record with what the store adds to it.
#[derive(Debug, Clone)]
pub struct Stored<T> {
    /// The number of the row.
    pub id: i64,
    /// The change that last wrote it.
    pub version: i64,
    /// What the user set.
    pub record: T,
}

pub(super) const COLUMNS: &str = "id, key, kind, title, container, publisher, issued, url, archived_url, accessed, \
                       language, jurisdiction, pages, lineage, standing, grade, confidentiality, note, \
                       version";

impl Store {
    /// The source with this key.
    pub fn find_source(&self, key: &str) -> Result<Option<Stored<Source>>> {
        let mut found = None;
        let sql = format!("SELECT {COLUMNS} FROM source WHERE key = :key");
        self.engine.query(&sql, params! { key: key }, &mut |row| {
            found = Some(bare(row)?);
            Ok(())
        })?;
        found.map(|source| self.complete_source(source)).transpose()
    }

    /// The source with this key; where there is none, an error that names the nearest key.
    pub fn source(&self, key: &str) -> Result<Stored<Source>> {
        self.find_source(key)?.ok_or_else(|| self.unknown_key("source", key))
    }

    /// Hands every source on, in the order in which they were entered.
    pub fn each_source(
        &self,
        mut on_source: impl FnMut(Stored<Source>) -> Result<()>,
    ) -> Result<()> {
        self.try_each_source(|source| on_source(source?))
    }

    /// The same, for who goes on where a source cannot be read.
    pub(super) fn try_each_source(
        &self,
        mut on_source: impl FnMut(std::result::Result<Stored<Source>, Unreadable>) -> Result<()>,
    ) -> Result<()> {
        let sql = format!("SELECT {COLUMNS} FROM source ORDER BY id");
        self.engine.query(&sql, params! {}, &mut |row| {
            let source = bare(row).and_then(|source| self.complete_source(source));
            on_source(source.map_err(|error| Unreadable::in_row("source", row, "key", error)))
        })
    }

    /// The names of all CSL variables in use, in order.
    pub fn variable_names(&self) -> Result<Vec<String>> {
        self.texts("SELECT DISTINCT name AS text FROM variable ORDER BY name", params! {})
    }

    pub(super) fn complete_source(&self, mut source: Stored<Source>) -> Result<Stored<Source>> {
        let id = source.id;
        let record = &mut source.record;
        let sql = "SELECT creator_role.role, creator.name, creator.unnamed, creator_role.position
                   FROM creator_role
                   JOIN creator ON creator.id = creator_role.creator_id
                   WHERE creator_role.source_id = :id ORDER BY creator_role.position";
        self.engine.query(sql, params! { id: id }, &mut |row| {
            record.creators.push(Credit {
                role: row.parsed("role")?,
                name: row.parsed::<Name>("name")?,
                unnamed: row.integer("unnamed")? == 1,
            });
            Ok(())
        })?;
        let sql = "SELECT scheme, value FROM identifier WHERE source_id = :id ORDER BY position";
        self.engine.query(sql, params! { id: id }, &mut |row| {
            let (scheme, value) = (row.parsed("scheme")?, row.text("value")?);
            record.identifiers.push(Identifier { scheme, value });
            Ok(())
        })?;
        let sql = "SELECT name, value FROM variable WHERE source_id = :id ORDER BY name";
        self.engine.query(sql, params! { id: id }, &mut |row| {
            record.variables.push((row.text("name")?, row.text("value")?));
            Ok(())
        })?;
        let sql = "SELECT tag AS text FROM source_tag WHERE source_id = :id ORDER BY position";
        record.tags = self.texts(sql, params! { id: id })?;
        let sql = "SELECT alias AS text FROM source_alias WHERE source_id = :id ORDER BY position";
        for alias in self.texts(sql, params! { id: id })? {
            record.aliases.push(alias.parse()?);
        }
        Ok(source)
    }
}

/// The columns of the table `source`; the creators, identifiers, tags and variables are still to come.
pub(super) fn bare(row: &Row<'_>) -> Result<Stored<Source>> {
    let mut source =
        Source::new(row.parsed::<Key>("key")?, row.parsed("kind")?, row.text("title")?);
    source.container = row.optional_text("container")?;
    source.publisher = row.optional_text("publisher")?;
    source.issued = row.optional_parsed("issued")?;
    source.url = row.optional_text("url")?;
    source.archived_url = row.optional_text("archived_url")?;
    source.accessed = row.optional_parsed("accessed")?;
    source.language = row.optional_text("language")?;
    source.jurisdiction = row.optional_text("jurisdiction")?;
    source.pages = row.optional_text("pages")?;
    source.lineage = row.parsed("lineage")?;
    source.standing = row.parsed("standing")?;
    source.grade = row.optional_parsed("grade")?;
    source.confidentiality = row.parsed("confidentiality")?;
    source.note = row.optional_text("note")?;
    Ok(Stored { id: row.integer("id")?, version: row.integer("version")?, record: source })
}

/// Puts a new source into a change.
pub(crate) fn insert(change: &mut Change, source: &Source) -> Result<()> {
    let mut parameters = columns(source);
    parameters.push(("key", source.key.as_str().into()));
    change.run(Statement::new(
        "INSERT INTO source (key, kind, title, container, publisher, issued, url, archived_url,
                             accessed, language, jurisdiction, pages, lineage, standing, grade,
                             confidentiality, note, version)
         VALUES (:key, :kind, :title, :container, :publisher, :issued, :url, :archived_url, :accessed,
                 :language, :jurisdiction, :pages, :lineage, :standing, :grade, :confidentiality,
                 :note, :version)",
        parameters,
    ));
    insert_parts(change, source);
    change.about("source", &source.key);
    change.adds(&Record::Source(source))
}

/// Puts the new state of a source into a change. The key may differ from the old one.
pub(crate) fn update(change: &mut Change, old: &Source, new: &Source) -> Result<()> {
    let mut parameters = columns(new);
    parameters.push(("old_key", old.key.as_str().into()));
    parameters.push(("key", new.key.as_str().into()));
    change.run(Statement::new(
        "UPDATE source SET key = :key, kind = :kind, title = :title, container = :container,
                publisher = :publisher, issued = :issued, url = :url, archived_url = :archived_url,
                accessed = :accessed, language = :language, jurisdiction = :jurisdiction,
                pages = :pages, lineage = :lineage, standing = :standing, grade = :grade,
                confidentiality = :confidentiality, note = :note, version = :version
         WHERE key = :old_key",
        parameters,
    ));
    delete_parts(change, &new.key);
    insert_parts(change, new);
    delete_unused_creators(change, &old.creators);
    change.about("source", &old.key);
    change.about("source", &new.key);
    change.removes(&Record::Source(old))?;
    change.adds(&Record::Source(new))
}

/// Puts the end of a source into a change; nothing may refer to it any more.
pub(crate) fn delete(change: &mut Change, source: &Source) -> Result<()> {
    change.run(search_text::delete(Entity::Source, &source.key));
    delete_parts(change, &source.key);
    change.run(Statement::new(
        "DELETE FROM source WHERE key = :key",
        params! { key: source.key.as_str() },
    ));
    delete_unused_creators(change, &source.creators);
    change.about("source", &source.key);
    change.removes(&Record::Source(source))
}

/// Puts into a change that the other keys of a source are free. What is written of the source afterwards
/// says which it has.
pub(crate) fn release_aliases(change: &mut Change, source: &Source) {
    if !source.aliases.is_empty() {
        change.run(Statement::new(
            "DELETE FROM source_alias WHERE source_id = (SELECT id FROM source WHERE key = :key)",
            params! { key: source.key.as_str() },
        ));
    }
}

pub(super) fn columns(source: &Source) -> super::engine::Parameters {
    params! {
        kind: source.kind.as_str(), title: source.title.as_str(),
        container: source.container.as_deref(), publisher: source.publisher.as_deref(),
        issued: source.issued.as_ref().map(|date| date.as_str()), url: source.url.as_deref(),
        archived_url: source.archived_url.as_deref(),
        accessed: source.accessed.as_ref().map(|date| date.as_str()),
        language: source.language.as_deref(), jurisdiction: source.jurisdiction.as_deref(),
        pages: source.pages.as_deref(), lineage: source.lineage.as_str(),
        standing: source.standing.as_str(), grade: source.grade.map(|grade| grade.as_str()),
        confidentiality: source.confidentiality.as_str(), note: source.note.as_deref(),
    }
}

fn insert_parts(change: &mut Change, source: &Source) {
    let key = source.key.as_str();
    for (position, credit) in (0_i64..).zip(&source.creators) {
        let name = credit.name.as_written();
        let unnamed = i64::from(credit.unnamed);
        change.run(Statement::new(
            "INSERT INTO creator (name, unnamed, voice) VALUES (:name, :unnamed, :voice)
             ON CONFLICT (name, unnamed) DO NOTHING",
            params! { name: name, unnamed: unnamed, voice: credit.name.voice() },
        ));
        change.run(Statement::new(
            "INSERT INTO creator_role (source_id, position, creator_id, role)
             SELECT source.id, :position, creator.id, :role FROM source, creator
             WHERE source.key = :key AND creator.name = :name AND creator.unnamed = :unnamed",
            params! { position: position, role: credit.role.as_str(), key: key, name: name,
            unnamed: unnamed },
        ));
    }
    for (position, identifier) in (0_i64..).zip(&source.identifiers) {
        change.run(Statement::new(
            "INSERT INTO identifier (source_id, position, scheme, value)
             SELECT id, :position, :scheme, :value FROM source WHERE key = :key",
            params! { position: position, scheme: identifier.scheme.as_str(),
            value: identifier.value.as_str(), key: key },
        ));
    }
    for name in strong_identifiers(source) {
        change.run(Statement::new(
            "INSERT INTO strong_identifier (source_id, name) SELECT id, :name FROM source WHERE key = :key",
            params! { name: name, key: key },
        ));
    }
    for (name, value) in &source.variables {
        change.run(Statement::new(
            "INSERT INTO variable (source_id, name, value) SELECT id, :name, :value FROM source
             WHERE key = :key",
            params! { name: name.as_str(), value: value.as_str(), key: key },
        ));
    }
    for (position, tag) in (0_i64..).zip(&source.tags) {
        change.run(Statement::new(
            "INSERT INTO source_tag (source_id, position, tag) SELECT id, :position, :tag FROM source
             WHERE key = :key",
            params! { position: position, tag: tag.as_str(), key: key },
        ));
    }
    for (position, alias) in (0_i64..).zip(&source.aliases) {
        change.run(Statement::new(
            "INSERT INTO source_alias (source_id, position, alias)
             SELECT id, :position, :alias FROM source WHERE key = :key",
            params! { position: position, alias: alias.as_str(), key: key },
        ));
    }
    change.run(search_text::put(Entity::Source, key, &search_text::of_source(source)));
}

fn delete_parts(change: &mut Change, key: &str) {
    for sql in [
        "DELETE FROM creator_role WHERE source_id = (SELECT id FROM source WHERE key = :key)",
        "DELETE FROM identifier WHERE source_id = (SELECT id FROM source WHERE key = :key)",
        "DELETE FROM strong_identifier WHERE source_id = (SELECT id FROM source WHERE key = :key)",
        "DELETE FROM variable WHERE source_id = (SELECT id FROM source WHERE key = :key)",
        "DELETE FROM source_tag WHERE source_id = (SELECT id FROM source WHERE key = :key)",
        "DELETE FROM source_alias WHERE source_id = (SELECT id FROM source WHERE key = :key)",
    ] {
        change.run(Statement::new(sql, params! { key: key }));
    }
}

/// Creators live as long as a source names them: those of `former` that none names any more go.
fn delete_unused_creators(change: &mut Change, former: &[Credit]) {
    for credit in former {
        change.run(Statement::new(
            "DELETE FROM creator WHERE name = :name AND unnamed = :unnamed
             AND NOT EXISTS (SELECT 1 FROM creator_role WHERE creator_role.creator_id = creator.id)",
            params! { name: credit.name.as_written(), unnamed: i64::from(credit.unnamed) },
        ));
    }
}
