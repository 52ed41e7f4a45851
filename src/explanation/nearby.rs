//! The sources around a claim, each known by a number while the explanation is made.

use std::collections::{HashMap, HashSet};

use crate::corroboration::{ClaimLevel, PointKind};
use crate::domain::{Citation, Claim, Key, Lineage, Relation, Source};

/// A source near a claim.
#[derive(Debug, Clone)]
pub struct Nearby {
    /// The source.
    pub source: Source,
    /// Its strong identifiers: `doi:…`, `ecli:…`, `url:…`.
    pub identifiers: Vec<String>,
    /// Its lineage rows.
    pub origins: Vec<Lineage>,
}

/// A claim with everything that its explanation needs.
#[derive(Debug, Clone, Copy)]
pub struct Subject<'a> {
    /// The claim.
    pub claim: &'a Claim,
    /// What its evidence amounts to.
    pub level: &'a ClaimLevel,
    /// Its citations, each with its number.
    pub citations: &'a [(i64, Citation)],
    /// The sources that are cited, named in attributions or appeared in, and all that their lineage
    /// leads to.
    pub sources: &'a [Nearby],
}

/// What a source stands or falls with, and whether it is a name that is withheld.
pub(crate) type NamedPoint = (PointKind, String, bool);

/// The sources by number, with their origins as numbers.
pub(crate) struct Network<'a> {
    numbers: HashMap<&'a Key, usize>,
    /// Voices whose name is withheld in any source.
    unnamed: HashSet<String>,
    pub(crate) nodes: Vec<&'a Nearby>,
    /// For each source its origins in order, each once, with all relations to it.
    pub(crate) origins: Vec<Vec<(usize, Vec<Relation>)>>,
}

impl<'a> Network<'a> {
    pub(crate) fn new(sources: &'a [Nearby]) -> Self {
        let nodes: Vec<&Nearby> = sources.iter().collect();
        let numbers: HashMap<&Key, usize> =
            nodes.iter().enumerate().map(|(number, near)| (&near.source.key, number)).collect();
        let credits = nodes.iter().flat_map(|near| &near.source.creators);
        let withheld = credits.filter(|credit| credit.unnamed && credit.role.is_voice());
        let unnamed = withheld.map(|credit| credit.name.voice()).collect();
        let mut network = Network { numbers, unnamed, nodes, origins: Vec::new() };
        network.origins = network.nodes.iter().map(|near| network.folded_origins(near)).collect();
        network
    }

    fn folded_origins(&self, near: &Nearby) -> Vec<(usize, Vec<Relation>)> {
        let mut folded: Vec<(usize, Vec<Relation>)> = Vec::new();
        let mut places: HashMap<usize, usize> = HashMap::new();
        for row in &near.origins {
            let Some(origin) = self.number(&row.origin) else { continue };
            let place = *places.entry(origin).or_insert_with(|| {
                folded.push((origin, Vec::new()));
                folded.len() - 1
            });
            folded[place].1.push(row.relation);
        }
        folded
    }

    /// The number of a source.
    pub(crate) fn number(&self, key: &Key) -> Option<usize> {
        self.numbers.get(key).copied()
    }

    pub(crate) fn key(&self, number: usize) -> &'a Key {
        &self.nodes[number].source.key
    }

    /// Where a citation's path goes after the cited source, when the citation itself says it.
    pub(crate) fn attributions(&self, citation: &Citation) -> Vec<usize> {
        let mut numbers = Vec::new();
        for number in citation.attributed_to.iter().filter_map(|key| self.number(key)) {
            if !numbers.contains(&number) {
                numbers.push(number);
            }
        }
        numbers
    }

    /// Its voices and strong identifiers.
    pub(crate) fn own_points(&self, number: usize) -> Vec<NamedPoint> {
        let near = self.nodes[number];
        let mut points: Vec<NamedPoint> = Vec::new();
        for credit in near.source.creators.iter().filter(|credit| credit.role.is_voice()) {
            let voice = credit.name.voice();
            if points.iter().all(|(_, name, _)| *name != voice) {
                let unnamed = self.unnamed.contains(&voice);
                points.push((PointKind::Voice, voice, unnamed));
            }
        }
        let identifiers = near.identifiers.iter();
        points.extend(identifiers.map(|name| (PointKind::Identifier, name.clone(), false)));
        points
    }

    /// What the source republishes or translates.
    pub(crate) fn texts(&self, number: usize) -> impl Iterator<Item = usize> {
        let rows = self.origins[number].iter();
        rows.filter(|(_, how)| how.iter().any(|how| how.is_edition())).map(|(origin, _)| *origin)
    }
}
