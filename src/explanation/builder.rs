//! How the tree is put together.

use super::fault::{Fault, faults};
use super::nearby::{Network, Subject};
use super::reach::Reach;
use super::sentences;
use super::tree::{Branch, CitationTree, End, Explanation, OwnPoint, Step};
use crate::corroboration::PointKind;
use crate::domain::Citation;

/// How many steps from the claim the tree shows. Nothing that reads nested answers, people or
/// programs, bears much more.
const DEEPEST: usize = 40;

/// Explains a claim's level. Each source is opened once, so that the tree is no bigger than the rows
/// it is made of.
pub fn explain(subject: Subject<'_>) -> Explanation {
    let network = Network::new(subject.sources);
    let faults = faults(&network, &subject.claim.appearances);
    let reach = Reach::new(&network, &faults, subject.citations);
    let opened = vec![false; network.nodes.len()];
    let mut builder = Builder {
        subject,
        network: &network,
        faults: &faults,
        reach: &reach,
        opened,
        way: Vec::new(),
    };
    let citations: Vec<CitationTree> = subject
        .citations
        .iter()
        .filter_map(|(number, citation)| builder.citation(*number, citation))
        .collect();
    let why = sentences::why(subject, &network, &faults, &citations);
    let raise = sentences::raise(subject, &network, &faults);
    Explanation { citations, why, raise }
}

struct Builder<'a> {
    subject: Subject<'a>,
    network: &'a Network<'a>,
    faults: &'a [Option<Fault>],
    reach: &'a Reach,
    opened: Vec<bool>,
    /// The sources between the claim and the place that is being built.
    way: Vec<usize>,
}

impl Builder<'_> {
    fn citation(&mut self, number: i64, citation: &Citation) -> Option<CitationTree> {
        let cited = self.network.number(&citation.source)?;
        let attributions = self.network.attributions(citation);
        let source = if attributions.is_empty() {
            self.branch(cited, Step::Cited)
        } else {
            self.by_name(cited, &attributions)
        };
        Some(CitationTree { number, citation: citation.clone(), source })
    }

    /// A cited source that is left by what the citation says, not by its lineage.
    fn by_name(&mut self, cited: usize, attributions: &[usize]) -> Branch {
        let mut branch = self.bare(cited, Step::Cited);
        branch.origin = false;
        if branch.fault.is_none() {
            self.way.push(cited);
            branch.behind =
                attributions.iter().map(|from| self.branch(*from, Step::Attributed)).collect();
            self.way.pop();
        }
        branch
    }

    fn branch(&mut self, source: usize, step: Step) -> Branch {
        let mut branch = self.bare(source, step);
        if self.way.contains(&source) {
            branch.end = End::Circle;
        } else if branch.fault.is_some() {
            // What lies behind it does not matter.
        } else if self.opened[source] {
            branch.end = End::Above;
        } else if self.way.len() >= DEEPEST {
            branch.end = End::Deep;
        } else {
            self.opened[source] = true;
            self.way.push(source);
            let network = self.network;
            let origins = network.origins[source].iter();
            branch.behind = origins
                .map(|(origin, how)| self.branch(*origin, Step::Lineage(how.clone())))
                .collect();
            self.way.pop();
        }
        branch
    }

    /// The source without what lies behind it.
    fn bare(&self, number: usize, step: Step) -> Branch {
        let source = &self.network.nodes[number].source;
        let own = self.network.own_points(number).into_iter();
        let points = own.map(|(kind, name, unnamed)| OwnPoint {
            weakest: self.is_weakest(kind, &name),
            shared_by: self.reach.of_point(kind, &name),
            kind,
            name,
            unnamed,
        });
        Branch {
            key: source.key.clone(),
            title: source.title.clone(),
            kind: source.kind.to_string(),
            lineage: source.lineage,
            standing: source.standing,
            step,
            fault: self.faults[number].clone(),
            origin: self.network.origins[number].is_empty(),
            weakest: self.is_weakest(PointKind::Source, &source.key),
            shared_by: self.reach.of_source(number),
            points: points.collect(),
            end: End::Open,
            behind: Vec::new(),
        }
    }

    fn is_weakest(&self, kind: PointKind, name: &str) -> bool {
        let points = &self.subject.level.weakest_points;
        points.iter().any(|point| point.kind == kind && point.name == name)
    }
}
