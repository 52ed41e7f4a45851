//! Which claims' levels an edit can touch; no pass over the casebook.

use std::collections::BTreeSet;

use super::super::Store;
use super::super::engine::{Engine, params};
use crate::domain::{Credit, Name, Role};
use crate::error::Result;

/// What an edit is about, as far as levels can depend on it.
#[derive(Debug, Default)]
pub struct Touched<'a> {
    /// The keys of sources that are changed, or that a change leads to. Unknown ones are left out.
    pub sources: Vec<&'a str>,
    /// Credits that a source is to get.
    pub credits: Vec<&'a Credit>,
    /// Names that are to be written otherwise, and what they are to be.
    pub names: Vec<&'a str>,
}

impl<'a> Touched<'a> {
    /// An edit of this source that brings in no other.
    pub fn of_source(key: &'a str) -> Self {
        Touched { sources: vec![key], ..Touched::default() }
    }

    /// Other spellings for these names.
    pub fn names(names: [&'a str; 2]) -> Self {
        Touched { names: names.to_vec(), ..Touched::default() }
    }
}

impl Store {
    /// The claims whose level an edit can touch: those from which a path may lead to one of the
    /// sources, to another edition of its text, or to a source with a voice that is withheld anywhere,
    /// because that is withheld everywhere then. More than need be, never fewer. In ascending order.
    pub fn claims_reached(&self, touched: &Touched<'_>) -> Result<Vec<i64>> {
        self.in_snapshot(|store| store.reached(touched))
    }

    fn reached(&self, touched: &Touched<'_>) -> Result<Vec<i64>> {
        let mut sources = BTreeSet::new();
        for key in &touched.sources {
            sources.extend(self.find_source_id(key)?);
        }
        for id in sources.clone() {
            for voice in self.voices_of(id)? {
                self.add_withheld(&mut sources, &voice, false)?;
            }
        }
        for credit in &touched.credits {
            self.add_withheld(&mut sources, &credit.name.voice(), credit.unnamed)?;
        }
        for name in &touched.names {
            let voice = name.parse::<Name>()?.voice();
            self.add_withheld(&mut sources, &voice, true)?;
        }
        self.add_editions(&mut sources)?;
        let sources: Vec<i64> = sources.into_iter().collect();
        Ok(self.claims_leaning_on(&sources)?.into_iter().collect())
    }

    fn voices_of(&self, source: i64) -> Result<Vec<String>> {
        let mut voices = Vec::new();
        let sql = "SELECT creator.voice, creator_role.role FROM creator_role
                   JOIN creator ON creator.id = creator_role.creator_id
                   WHERE creator_role.source_id = :id";
        self.engine.query(sql, params! { id: source }, &mut |row| {
            if row.parsed::<Role>("role")?.is_voice() {
                voices.push(row.text("voice")?);
            }
            Ok(())
        })?;
        Ok(voices)
    }

    /// Adds the sources with a voice, if it is withheld in one of them or is about to be.
    fn add_withheld(&self, to: &mut BTreeSet<i64>, voice: &str, about: bool) -> Result<()> {
        let sql =
            "SELECT EXISTS (SELECT 1 FROM creator WHERE voice = :voice AND unnamed = 1) AS number";
        if !about && self.number(sql, params! { voice: voice })? == 0 {
            return Ok(());
        }
        let sql = "SELECT creator_role.source_id AS id FROM creator
                   JOIN creator_role ON creator_role.creator_id = creator.id
                   WHERE creator.voice = :voice";
        self.engine.query(sql, params! { voice: voice }, &mut |row| {
            to.insert(row.integer("id")?);
            Ok(())
        })
    }

    /// Adds all editions of the texts: what republishes or translates one of them, what they
    /// republish or translate, and so on.
    fn add_editions(&self, to: &mut BTreeSet<i64>) -> Result<()> {
        let mut open: Vec<i64> = to.iter().copied().collect();
        while let Some(id) = open.pop() {
            let mut next = self.ids(
                "SELECT origin_id AS id FROM lineage WHERE source_id = :id
                 AND (relation = 'republishes' OR relation = 'translates')",
                id,
            )?;
            next.extend(self.ids(
                "SELECT source_id AS id FROM lineage WHERE origin_id = :id
                 AND (relation = 'republishes' OR relation = 'translates')",
                id,
            )?);
            open.extend(next.into_iter().filter(|id| to.insert(*id)));
        }
        Ok(())
    }
}
