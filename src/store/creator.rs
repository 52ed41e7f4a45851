//! Creators in the casebook: who is behind which sources.

use super::Store;
use super::engine::{Engine, params};
use crate::domain::{Key, Name, Role};
use crate::error::{Error, Result};

/// A creator with what they did.
#[derive(Debug, Clone)]
pub struct Creator {
    /// The name as it was written.
    pub name: Name,
    /// Whether the name is withheld.
    pub unnamed: bool,
    /// The sources and the role in each, in the order in which the sources were entered.
    pub roles: Vec<(Key, Role)>,
}

impl Store {
    /// All creators, in order of their names.
    pub fn creators(&self) -> Result<Vec<Creator>> {
        self.creators_where("1 = 1", "")
    }

    /// The creators with this name: written like that, or equal to it after NFC. More than one where
    /// the name was written in several ways, or is withheld in one source and not in another.
    ///
    /// Where there is none, an error that names the nearest name, or the one that this is a spelling of.
    pub fn creators_named(&self, name: &str) -> Result<Vec<Creator>> {
        let voice = name.parse::<Name>()?.voice();
        let found = self.creators_where("creator.voice = :voice", &voice)?;
        if !found.is_empty() {
            return Ok(found);
        }
        if let Some(known) = self.alias(&voice)?
            && self.may_name(&known.record.name.voice())?
        {
            return Err(super::edits::spelling_of_another(name, &known.record));
        }
        let known = self.names_to_suggest()?;
        let near = crate::domain::nearest(name, known.iter().map(String::as_str));
        let error = Error::not_found(format!("there is no creator `{name}`"));
        Err(error.hint(match near {
            Some(near) => format!("did you mean `{near}`?"),
            None => "`twosource creator list` shows all names".to_owned(),
        }))
    }

    /// Whether any source has a creator with this voice.
    pub(super) fn is_creator(&self, voice: &str) -> Result<bool> {
        let sql = "SELECT EXISTS (SELECT 1 FROM creator WHERE voice = :voice) AS number";
        Ok(self.number(sql, params! { voice: voice })? != 0)
    }

    fn creators_where(&self, condition: &str, voice: &str) -> Result<Vec<Creator>> {
        let mut creators: Vec<Creator> = Vec::new();
        let mut last = None;
        let sql = format!(
            "SELECT creator.id, creator.name, creator.unnamed, source.key, creator_role.role,
                    source.id AS source_id, creator_role.position
             FROM creator JOIN creator_role ON creator_role.creator_id = creator.id
             JOIN source ON source.id = creator_role.source_id
             WHERE {condition} ORDER BY creator.name, creator.unnamed, source.id, creator_role.position"
        );
        self.engine.query(&sql, params! { voice: voice }, &mut |row| {
            let id = row.integer("id")?;
            if last != Some(id) {
                last = Some(id);
                let (name, unnamed) = (row.parsed("name")?, row.integer("unnamed")? == 1);
                creators.push(Creator { name, unnamed, roles: Vec::new() });
            }
            if let Some(creator) = creators.last_mut() {
                creator.roles.push((row.parsed("key")?, row.parsed("role")?));
            }
            Ok(())
        })?;
        Ok(creators)
    }
}
