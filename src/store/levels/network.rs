//! The sources with their lineage, voices and identifiers, as the numbers that the graph works on.

use std::thread;

use super::super::Store;
use super::super::engine::{Engine, Parameters, Row, params};
use super::super::names::{Names, Texts};
use super::kept::{KeptLevel, KeptPoint};
use crate::corroboration::{Assessment, Graph, GraphBuilder, Point};
use crate::domain::Role;
use crate::error::{Error, Result};

/// A graph, and what its numbers stand for.
pub(super) struct Network {
    pub(super) graph: Graph,
    /// The ids of the sources, ascending; the number of a source is its place here.
    ids: Vec<i64>,
    voices: Texts,
    identifiers: Texts,
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
        let (builder, ids, voices, identifiers) = Network::gather(store, extent)?;
        Ok(Network { graph: builder.build(), ids, voices, identifiers })
    }

    /// The same, and meanwhile something else that needs nothing but the ids of the sources, in order.
    pub(super) fn load_while<T>(
        store: &Store,
        extent: &Extent<'_>,
        meanwhile: impl FnOnce(&[i64]) -> Result<T>,
    ) -> Result<(Network, T)> {
        let (builder, ids, voices, identifiers) = Network::gather(store, extent)?;
        let (graph, done) = thread::scope(|scope| {
            let graph = scope.spawn(|| builder.build());
            let done = meanwhile(&ids);
            (graph.join(), done)
        });
        let graph = graph.map_err(|_| Error::storage("the graph of sources cannot be built"))?;
        Ok((Network { graph, ids, voices, identifiers }, done?))
    }

    /// Loads a part as it is, and the graph as it would be if some of its sources had fallen.
    pub(super) fn load_with_fallen(
        store: &Store,
        part: &[i64],
        fallen: &[i64],
    ) -> Result<(Network, Graph)> {
        let (builder, ids, voices, identifiers) = Network::gather(store, &Extent::Part(part))?;
        let mut then = builder.clone();
        for id in fallen {
            then.fallen(place(&ids, *id)?);
        }
        Ok((Network { graph: builder.build(), ids, voices, identifiers }, then.build()))
    }

    /// What a network is built from: the ids of the sources, and the names of voices and identifiers.
    fn gather(
        store: &Store,
        extent: &Extent<'_>,
    ) -> Result<(GraphBuilder, Vec<i64>, Texts, Texts)> {
        let states = States::load(store, extent)?;
        let count =
            u32::try_from(states.ids.len()).map_err(|_| Error::storage("too many sources"))?;
        let mut builder = GraphBuilder::new(count);
        states.fallen.iter().for_each(|source| builder.fallen(*source));
        states.originals.iter().for_each(|source| builder.original(*source));
        let ids = &states.ids;
        let voices = Names::default();
        let mut loader = Loader { store, extent, ids, builder, voices };
        let identifiers = match extent {
            Extent::Whole => {
                loader.all_voices()?;
                loader.all_identifiers()?
            }
            Extent::Part(_) => {
                loader.voices()?;
                loader.identifiers()?
            }
        };
        loader.lineage()?;
        let Loader { builder, voices, .. } = loader;
        Ok((builder, states.ids, voices.into_texts(), identifiers))
    }

    /// The number of a source.
    pub(super) fn number(&self, id: i64) -> Result<u32> {
        place(&self.ids, id)
    }

    /// What was found of a claim, as the casebook keeps it.
    pub(super) fn kept(&self, found: &Assessment) -> Result<KeptLevel> {
        Ok(KeptLevel {
            level: found.level,
            sources: found.sources,
            origins: found.origins,
            points: self.kept_points(&found.weakest_points)?,
        })
    }

    /// Points as the casebook keeps them, in an order that does not depend on the network.
    pub(super) fn kept_points(&self, points: &[Point]) -> Result<Vec<KeptPoint>> {
        let kept = points.iter().map(|point| self.kept_point(*point));
        let mut kept = kept.collect::<Result<Vec<_>>>()?;
        kept.sort_unstable();
        Ok(kept)
    }

    /// A point as the casebook keeps it.
    pub(super) fn kept_point(&self, point: Point) -> Result<KeptPoint> {
        let kept = match point {
            Point::Source(number) => self.ids.get(number as usize).copied().map(KeptPoint::Source),
            Point::Voice(number) => {
                self.voices.get(number).map(|name| KeptPoint::Voice(name.to_owned()))
            }
            Point::Identifier(number) => {
                self.identifiers.get(number).map(|name| KeptPoint::Identifier(name.to_owned()))
            }
        };
        kept.ok_or_else(|| Error::storage("a weakest point has no name"))
    }
}

/// The place of an id in an ascending list; at once where the ids have no gaps.
pub(super) fn place(ids: &[i64], id: i64) -> Result<u32> {
    let first = ids.first().copied().unwrap_or_default();
    let guess = usize::try_from(id.wrapping_sub(first)).unwrap_or(usize::MAX);
    if ids.get(guess) == Some(&id) {
        return Ok(guess as u32);
    }
    ids.binary_search(&id)
        .map(|place| place as u32)
        .map_err(|_| Error::storage(format!("there is no source number {id}")))
}

/// The sources, and what each is by itself.
#[derive(Default)]
struct States {
    ids: Vec<i64>,
    /// Numbers of sources.
    fallen: Vec<u32>,
    originals: Vec<u32>,
}

impl States {
    fn load(store: &Store, extent: &Extent<'_>) -> Result<States> {
        let mut states = States::default();
        // In order of the ids: the number of a source is its place.
        each(store, extent, "SELECT id, standing, lineage FROM source", "id", |row| {
            let number = states.ids.len() as u32;
            states.ids.push(row.integer_at(0)?);
            if matches!(row.text_at(1)?, "withdrawn" | "retracted" | "overturned") {
                states.fallen.push(number);
            }
            if row.text_at(2)? == "original" {
                states.originals.push(number);
            }
            Ok(())
        })?;
        if !states.ids.is_sorted() {
            return Err(Error::storage("the sources are not in order"));
        }
        Ok(states)
    }
}

/// Runs a query for the whole casebook, or with a condition for each source of a part; the rows come
/// in the order of the ids that the condition is about.
fn each(
    store: &Store,
    extent: &Extent<'_>,
    sql: &str,
    condition: &str,
    mut on_row: impl FnMut(&Row<'_>) -> Result<()>,
) -> Result<()> {
    match extent {
        Extent::Whole => {
            let sql = format!("{sql} ORDER BY {condition}");
            store.engine.query(&sql, Parameters::new(), &mut on_row)
        }
        Extent::Part(ids) => ids.iter().try_for_each(|id| {
            let sql = format!("{sql} WHERE {condition} = :id");
            store.engine.query(&sql, params! { id: *id }, &mut on_row)
        }),
    }
}

struct Loader<'a> {
    store: &'a Store,
    extent: &'a Extent<'a>,
    ids: &'a [i64],
    builder: GraphBuilder,
    voices: Names,
}

impl Loader<'_> {
    /// The voices of a part. A voice whose name is withheld in any source counts as withheld in all,
    /// also where that source is not part of this.
    fn voices(&mut self) -> Result<()> {
        let sql = "SELECT creator_role.source_id, creator_role.role, creator.voice,
                          EXISTS (SELECT 1 FROM creator AS same
                                  JOIN creator_role AS part ON part.creator_id = same.id
                                  WHERE same.voice = creator.voice AND same.unnamed = 1
                                    AND part.role NOT IN ('interviewer', 'editor', 'translator',
                                                          'recipient'))
                   FROM creator_role JOIN creator ON creator.id = creator_role.creator_id";
        each(self.store, self.extent, sql, "creator_role.source_id", |row| {
            if row.text_at(1)?.parse::<Role>()?.is_voice() {
                let number = place(self.ids, row.integer_at(0)?)?;
                let voice = self.voices.number(row.text_at(2)?);
                self.builder.voice(number, voice, row.integer_at(3)? == 1);
            }
            Ok(())
        })
    }

    /// The same for all sources. Names are long and roles many: each name is looked at once.
    fn all_voices(&mut self) -> Result<()> {
        let (mut ids, mut creators) = (Vec::new(), Vec::new());
        let sql = "SELECT id, voice, unnamed FROM creator ORDER BY id";
        self.store.engine.query(sql, Parameters::new(), &mut |row| {
            ids.push(row.integer_at(0)?);
            creators.push((self.voices.number(row.text_at(1)?), row.integer_at(2)? == 1));
            Ok(())
        })?;
        let sql = "SELECT source_id, role, creator_id FROM creator_role";
        each(self.store, self.extent, sql, "source_id", |row| {
            if row.text_at(1)?.parse::<Role>()?.is_voice() {
                let number = place(self.ids, row.integer_at(0)?)?;
                let (voice, unnamed) = creators[place(&ids, row.integer_at(2)?)? as usize];
                self.builder.voice(number, voice, unnamed);
            }
            Ok(())
        })
    }

    /// The identifiers of a part.
    fn identifiers(&mut self) -> Result<Texts> {
        let mut names = Names::default();
        let sql = "SELECT source_id, name FROM strong_identifier";
        each(self.store, self.extent, sql, "source_id", |row| {
            let number = place(self.ids, row.integer_at(0)?)?;
            self.builder.identifier(number, names.number(row.text_at(1)?));
            Ok(())
        })?;
        Ok(names.into_texts())
    }

    /// The same for all sources. The index gives equal names one after the other, so that none has to
    /// be looked up.
    fn all_identifiers(&mut self) -> Result<Texts> {
        let (mut names, mut last) = (Texts::default(), 0);
        let sql = "SELECT source_id, name FROM strong_identifier ORDER BY name";
        self.store.engine.query(sql, Parameters::new(), &mut |row| {
            let (number, name) = (place(self.ids, row.integer_at(0)?)?, row.text_at(1)?);
            if names.last() != Some(name) {
                last = names.push(name);
            }
            self.builder.identifier(number, last);
            Ok(())
        })?;
        Ok(names)
    }

    fn lineage(&mut self) -> Result<()> {
        let sql = "SELECT source_id, origin_id, relation FROM lineage";
        each(self.store, self.extent, sql, "source_id", |row| {
            let source = place(self.ids, row.integer_at(0)?)?;
            let origin = place(self.ids, row.integer_at(1)?)?;
            let edition = matches!(row.text_at(2)?, "republishes" | "translates");
            self.builder.lineage(source, origin, edition);
            Ok(())
        })
    }
}
