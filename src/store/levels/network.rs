//! The sources with their lineage, voices and identifiers, as the numbers that the graph works on.

use std::collections::HashMap;

use super::super::Store;
use super::super::engine::{Engine, Parameters, Row, params};
use crate::corroboration::{
    Assessment, ClaimLevel, Graph, GraphBuilder, Point, PointKind, WeakestPoint,
};
use crate::domain::Role;
use crate::error::{Error, Result};

/// A graph, and what its numbers stand for.
pub(super) struct Network {
    pub(super) graph: Graph,
    /// The ids of the sources, ascending; the number of a source is its place here.
    ids: Vec<i64>,
    voices: Vec<String>,
    identifiers: Vec<String>,
}

/// Gives each different name a number.
#[derive(Default)]
struct Names {
    numbers: HashMap<String, u32>,
}

impl Names {
    fn number(&mut self, name: &str) -> u32 {
        if let Some(number) = self.numbers.get(name) {
            return *number;
        }
        let number = self.numbers.len() as u32;
        self.numbers.insert(name.to_owned(), number);
        number
    }

    fn into_list(self) -> Vec<String> {
        let mut list = vec![String::new(); self.numbers.len()];
        for (name, number) in self.numbers {
            list[number as usize] = name;
        }
        list
    }
}

/// Which sources a network is made of.
pub(super) enum Extent<'a> {
    /// All of the casebook.
    Whole,
    /// Those with these ids (ascending), which must hold whatever lineage leads to from them.
    Part(&'a [i64]),
}

impl Network {
    /// Loads the sources and all that decides levels.
    pub(super) fn load(store: &Store, extent: &Extent<'_>) -> Result<Network> {
        let ids = match extent {
            Extent::Whole => store.source_ids()?,
            Extent::Part(ids) => ids.to_vec(),
        };
        let (builder, voices, identifiers) = Loader::load(store, extent, &ids)?;
        Ok(Network { graph: builder.build(), ids, voices, identifiers })
    }

    /// Loads a part once, and gives it as it is, and as it would be if some sources had fallen.
    pub(super) fn load_twice(
        store: &Store,
        part: &[i64],
        fallen: &[i64],
    ) -> Result<(Network, Network)> {
        let (builder, voices, identifiers) = Loader::load(store, &Extent::Part(part), part)?;
        let mut then = builder.clone();
        for id in fallen {
            then.fallen(place(part, *id)?);
        }
        let of = |builder: GraphBuilder| Network {
            graph: builder.build(),
            ids: part.to_vec(),
            voices: voices.clone(),
            identifiers: identifiers.clone(),
        };
        Ok((of(builder), of(then)))
    }

    /// The number of a source.
    pub(super) fn number(&self, id: i64) -> Result<u32> {
        place(&self.ids, id)
    }

    /// What was found of a claim, with names.
    pub(super) fn claim_level(&self, store: &Store, found: &Assessment) -> Result<ClaimLevel> {
        Ok(ClaimLevel {
            level: found.level,
            sources: found.sources,
            origins: found.origins,
            weakest_points: self.named(store, &found.weakest_points)?,
        })
    }

    /// The points with their names, in the order of the points.
    pub(super) fn named(&self, store: &Store, points: &[Point]) -> Result<Vec<WeakestPoint>> {
        points.iter().map(|point| self.name(store, *point)).collect()
    }

    pub(super) fn name(&self, store: &Store, point: Point) -> Result<WeakestPoint> {
        let (kind, name) = match point {
            Point::Source(number) => {
                let id = self.ids.get(number as usize).copied().unwrap_or_default();
                let sql = "SELECT key AS text FROM source WHERE id = :id";
                (PointKind::Source, store.texts(sql, params! { id: id })?.pop())
            }
            Point::Voice(number) => (PointKind::Voice, self.voices.get(number as usize).cloned()),
            Point::Identifier(number) => {
                (PointKind::Identifier, self.identifiers.get(number as usize).cloned())
            }
        };
        let name = name.ok_or_else(|| Error::storage("a weakest point has no name"))?;
        Ok(WeakestPoint { kind, name })
    }
}

/// The place of an id in an ascending list; at once where the ids have no gaps.
fn place(ids: &[i64], id: i64) -> Result<u32> {
    let first = ids.first().copied().unwrap_or_default();
    let guess = usize::try_from(id.wrapping_sub(first)).unwrap_or(usize::MAX);
    if ids.get(guess) == Some(&id) {
        return Ok(guess as u32);
    }
    ids.binary_search(&id)
        .map(|place| place as u32)
        .map_err(|_| Error::storage(format!("there is no source number {id}")))
}

struct Loader<'a> {
    store: &'a Store,
    extent: &'a Extent<'a>,
    ids: &'a [i64],
    builder: GraphBuilder,
    voices: Names,
    identifiers: Names,
}

impl<'a> Loader<'a> {
    /// What decides the levels, with the names of voices and identifiers by their numbers.
    fn load(
        store: &'a Store,
        extent: &'a Extent<'a>,
        ids: &'a [i64],
    ) -> Result<(GraphBuilder, Vec<String>, Vec<String>)> {
        let count = u32::try_from(ids.len()).map_err(|_| Error::storage("too many sources"))?;
        let mut loader = Loader {
            store,
            extent,
            ids,
            builder: GraphBuilder::new(count),
            voices: Names::default(),
            identifiers: Names::default(),
        };
        loader.states()?;
        loader.voices()?;
        loader.identifiers()?;
        loader.lineage()?;
        let Loader { builder, voices, identifiers, .. } = loader;
        Ok((builder, voices.into_list(), identifiers.into_list()))
    }
}

impl Loader<'_> {
    /// Runs a query for the whole casebook, or with a condition for each source of a part.
    fn each(
        &mut self,
        sql: &str,
        condition: &str,
        on_row: impl Fn(&mut Self, &Row<'_>) -> Result<()>,
    ) -> Result<()> {
        let (store, extent) = (self.store, self.extent);
        match extent {
            Extent::Whole => {
                store.engine.query(sql, Parameters::new(), &mut |row| on_row(self, row))
            }
            Extent::Part(ids) => ids.iter().try_for_each(|id| {
                let sql = format!("{sql} WHERE {condition} = :id");
                store.engine.query(&sql, params! { id: *id }, &mut |row| on_row(self, row))
            }),
        }
    }

    fn states(&mut self) -> Result<()> {
        self.each("SELECT id, standing, lineage FROM source", "id", |loader, row| {
            let number = place(loader.ids, row.integer_at(0)?)?;
            if matches!(row.text_at(1)?, "withdrawn" | "retracted" | "overturned") {
                loader.builder.fallen(number);
            }
            if row.text_at(2)? == "original" {
                loader.builder.original(number);
            }
            Ok(())
        })
    }

    fn voices(&mut self) -> Result<()> {
        // Names are long and roles many: each name is looked at once.
        let mut creators = Vec::new();
        if matches!(self.extent, Extent::Whole) {
            creators = self.all_creators()?;
        }
        let sql = "SELECT source_id, creator_id, role FROM creator_role";
        let mut local: HashMap<i64, (u32, bool)> = creators.into_iter().collect();
        let mut unnamed_or_not = |loader: &mut Self, id: i64| -> Result<(u32, bool)> {
            if let Some(known) = local.get(&id) {
                return Ok(*known);
            }
            let found = loader.creator(id)?;
            local.insert(id, found);
            Ok(found)
        };
        let mut pairs = Vec::new();
        self.each_pair(sql, &mut pairs)?;
        for (source, creator) in pairs {
            let (voice, unnamed) = unnamed_or_not(self, creator)?;
            self.builder.voice(source, voice, unnamed);
        }
        Ok(())
    }

    /// The voices among the roles: (number of the source, id of the creator).
    fn each_pair(&mut self, sql: &str, pairs: &mut Vec<(u32, i64)>) -> Result<()> {
        let pairs = std::cell::RefCell::new(pairs);
        self.each(sql, "source_id", |loader, row| {
            if row.text_at(2)?.parse::<Role>()?.is_voice() {
                let number = place(loader.ids, row.integer_at(0)?)?;
                pairs.borrow_mut().push((number, row.integer_at(1)?));
            }
            Ok(())
        })
    }

    fn all_creators(&mut self) -> Result<Vec<(i64, (u32, bool))>> {
        let mut creators = Vec::new();
        let sql = "SELECT id, voice, unnamed FROM creator";
        let store = self.store;
        store.engine.query(sql, Parameters::new(), &mut |row| {
            let voice = self.voices.number(row.text_at(1)?);
            creators.push((row.integer_at(0)?, (voice, row.integer_at(2)? == 1)));
            Ok(())
        })?;
        Ok(creators)
    }

    fn creator(&mut self, id: i64) -> Result<(u32, bool)> {
        let mut found = None;
        let sql = "SELECT voice, unnamed FROM creator WHERE id = :id";
        let store = self.store;
        store.engine.query(sql, params! { id: id }, &mut |row| {
            found = Some((self.voices.number(row.text_at(0)?), row.integer_at(1)? == 1));
            Ok(())
        })?;
        found.ok_or_else(|| Error::storage(format!("there is no creator number {id}")))
    }

    fn identifiers(&mut self) -> Result<()> {
        let sql = "SELECT source_id, name FROM strong_identifier";
        self.each(sql, "source_id", |loader, row| {
            let number = place(loader.ids, row.integer_at(0)?)?;
            let identifier = loader.identifiers.number(row.text_at(1)?);
            loader.builder.identifier(number, identifier);
            Ok(())
        })
    }

    fn lineage(&mut self) -> Result<()> {
        let sql = "SELECT source_id, origin_id, relation FROM lineage";
        self.each(sql, "source_id", |loader, row| {
            let source = place(loader.ids, row.integer_at(0)?)?;
            let origin = place(loader.ids, row.integer_at(1)?)?;
            let edition = matches!(row.text_at(2)?, "republishes" | "translates");
            loader.builder.lineage(source, origin, edition);
            Ok(())
        })
    }
}

impl Store {
    fn source_ids(&self) -> Result<Vec<i64>> {
        let mut ids = Vec::new();
        self.engine.query("SELECT id FROM source ORDER BY id", params! {}, &mut |row| {
            ids.push(row.integer_at(0)?);
            Ok(())
        })?;
        Ok(ids)
    }
}
