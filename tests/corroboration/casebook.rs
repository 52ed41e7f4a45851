//! A casebook in words, for examples and for the oracle, and the way from it to a graph.

use std::collections::BTreeSet;

use twosource::corroboration::{Evidence, Graph, GraphBuilder, Level, Point, Scratch};

#[derive(Debug, Clone, Default)]
pub(crate) struct Source {
    pub(crate) key: String,
    pub(crate) original: bool,
    pub(crate) fallen: bool,
    /// Names, and whether each is unnamed.
    pub(crate) voices: Vec<(String, bool)>,
    pub(crate) identifiers: Vec<String>,
    /// Relation and origin.
    pub(crate) lineage: Vec<(String, String)>,
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Claim {
    /// Cited source and attributions.
    pub(crate) citations: Vec<(String, Vec<String>)>,
    pub(crate) appears_in: Vec<String>,
}

#[derive(Debug, Clone, Default)]
pub(crate) struct Casebook {
    pub(crate) sources: Vec<Source>,
    pub(crate) claims: Vec<Claim>,
}

/// What is found out about a claim, in words; points as `source:k`, `voice:n`, `identifier:i`.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Verdict {
    pub(crate) level: Level,
    pub(crate) sources: usize,
    pub(crate) origins: usize,
    pub(crate) weakest: BTreeSet<String>,
}

impl Casebook {
    /// What the graph says of each claim, by the short way where it can, and by search alone. It
    /// keeps sets of that many points at most.
    pub(crate) fn assessed(&self, biggest_set: usize) -> Vec<(Verdict, Verdict)> {
        let names = Names::of(self);
        let graph = self.graph(&names, biggest_set);
        let (mut scratch, mut evidence) = (Scratch::default(), Evidence::default());
        let mut verdicts = Vec::new();
        for claim in &self.claims {
            evidence.clear();
            for (source, attributions) in &claim.citations {
                evidence.cite(names.source(source));
                attributions.iter().for_each(|name| evidence.attribute_to(names.source(name)));
            }
            claim.appears_in.iter().for_each(|work| evidence.appears_in(names.source(work)));
            let quick = graph.assess(&evidence, &mut scratch);
            let exact = graph.assess_by_search(&evidence, &mut scratch);
            let in_words = |assessment: twosource::corroboration::Assessment| {
                let points = &assessment.weakest_points;
                assert!(points.is_sorted_by(|a, b| a < b), "in a stable order, each once");
                Verdict {
                    level: assessment.level,
                    sources: assessment.sources as usize,
                    origins: assessment.origins as usize,
                    weakest: points.iter().map(|&point| names.point(point)).collect(),
                }
            };
            verdicts.push((in_words(quick), in_words(exact)));
        }
        verdicts
    }

    fn graph(&self, names: &Names, biggest_set: usize) -> Graph {
        let mut builder = GraphBuilder::new(self.sources.len() as u32);
        builder.biggest_set(biggest_set);
        for source in &self.sources {
            let id = names.source(&source.key);
            if source.fallen {
                builder.fallen(id);
            }
            if source.original {
                builder.original(id);
            }
            for (voice, unnamed) in &source.voices {
                builder.voice(id, position(&names.voices, voice), *unnamed);
            }
            for identifier in &source.identifiers {
                builder.identifier(id, position(&names.identifiers, identifier));
            }
            for (relation, origin) in &source.lineage {
                let edition = relation == "republishes" || relation == "translates";
                builder.lineage(id, names.source(origin), edition);
            }
        }
        builder.build()
    }
}

/// Numbers for names.
struct Names {
    sources: Vec<String>,
    voices: Vec<String>,
    identifiers: Vec<String>,
}

impl Names {
    fn of(book: &Casebook) -> Names {
        let sorted = |names: BTreeSet<String>| names.into_iter().collect::<Vec<_>>();
        let sources = &book.sources;
        Names {
            sources: sources.iter().map(|source| source.key.clone()).collect(),
            voices: sorted(
                sources.iter().flat_map(|s| s.voices.iter().map(|v| v.0.clone())).collect(),
            ),
            identifiers: sorted(
                sources.iter().flat_map(|s| s.identifiers.iter().cloned()).collect(),
            ),
        }
    }

    fn source(&self, name: &str) -> u32 {
        position(&self.sources, name)
    }

    fn point(&self, point: Point) -> String {
        match point {
            Point::Source(id) => format!("source:{}", self.sources[id as usize]),
            Point::Voice(id) => format!("voice:{}", self.voices[id as usize]),
            Point::Identifier(id) => format!("identifier:{}", self.identifiers[id as usize]),
        }
    }
}

fn position(names: &[String], name: &str) -> u32 {
    names.iter().position(|known| known == name).unwrap_or_else(|| panic!("no {name}")) as u32
}
