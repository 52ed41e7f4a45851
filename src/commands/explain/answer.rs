//! An explanation as `explain` writes it for programs. Fields may be added, never renamed.

use serde::Serialize;

use super::Explained;
use crate::explanation::{Branch, CitationTree, End, OwnPoint, Step};

/// The answer of `explain --format json`.
#[derive(Serialize)]
pub(super) struct Answer<'a> {
    schema: &'static str,
    claim: &'a str,
    statement: &'a str,
    level: &'static str,
    sources: u32,
    origins: u32,
    weakest_points: Vec<Point<'a>>,
    why: &'a str,
    raise: Option<&'a str>,
    commands: &'a [String],
    citations: Vec<Cited<'a>>,
}

#[derive(Serialize)]
struct Point<'a> {
    kind: &'static str,
    name: &'a str,
}

#[derive(Serialize)]
struct Cited<'a> {
    number: i64,
    stance: &'static str,
    locator: Option<&'a str>,
    quote: Option<&'a str>,
    credibility: Option<&'static str>,
    attributed_to: Vec<&'a str>,
    path: Node<'a>,
}

#[derive(Serialize)]
struct Node<'a> {
    source: &'a str,
    title: &'a str,
    kind: &'a str,
    lineage: &'static str,
    standing: &'static str,
    step: &'static str,
    relations: Vec<&'static str>,
    counts: bool,
    why_not: Option<String>,
    origin: bool,
    weakest: bool,
    shared_by: usize,
    points: Vec<NodePoint<'a>>,
    end: Option<&'static str>,
    path: Vec<Node<'a>>,
}

#[derive(Serialize)]
struct NodePoint<'a> {
    kind: &'static str,
    name: &'a str,
    unnamed: bool,
    weakest: bool,
    shared_by: usize,
}

impl<'a> Answer<'a> {
    pub(super) fn new(explained: &'a Explained) -> Self {
        let Explained { claim, level, explanation } = explained;
        let raise = explanation.raise.as_ref();
        let points = level.weakest_points.iter();
        Answer {
            schema: "twosource/explain/1",
            claim: &claim.key,
            statement: &claim.statement,
            level: level.level.as_str(),
            sources: level.sources,
            origins: level.origins,
            weakest_points: points
                .map(|point| Point { kind: point.kind.as_str(), name: &point.name })
                .collect(),
            why: &explanation.why,
            raise: raise.map(|raise| raise.sentence.as_str()),
            commands: raise.map_or(&[], |raise| &raise.commands),
            citations: explanation.citations.iter().map(Cited::new).collect(),
        }
    }
}

impl<'a> Cited<'a> {
    fn new(tree: &'a CitationTree) -> Self {
        let citation = &tree.citation;
        Cited {
            number: tree.number,
            stance: citation.stance.as_str(),
            locator: citation.locator.as_deref(),
            quote: citation.quote.as_deref(),
            credibility: citation.credibility.map(|credibility| credibility.as_str()),
            attributed_to: citation.attributed_to.iter().map(|key| key.as_str()).collect(),
            path: Node::new(&tree.source),
        }
    }
}

impl<'a> Node<'a> {
    fn new(branch: &'a Branch) -> Self {
        let (step, relations) = match &branch.step {
            Step::Cited => ("cited", Vec::new()),
            Step::Attributed => ("attributed", Vec::new()),
            Step::Lineage(how) => ("lineage", how.iter().map(|how| how.as_str()).collect()),
        };
        Node {
            source: &branch.key,
            title: &branch.title,
            kind: &branch.kind,
            lineage: branch.lineage.as_str(),
            standing: branch.standing.as_str(),
            step,
            relations,
            counts: branch.fault.is_none(),
            why_not: branch.fault.as_ref().map(ToString::to_string),
            origin: branch.origin,
            weakest: branch.weakest,
            shared_by: branch.shared_by,
            points: branch.points.iter().map(NodePoint::new).collect(),
            end: match branch.end {
                End::Open => None,
                End::Above => Some("above"),
                End::Circle => Some("circle"),
                End::Deep => Some("deep"),
            },
            path: branch.behind.iter().map(Node::new).collect(),
        }
    }
}

impl<'a> NodePoint<'a> {
    fn new(point: &'a OwnPoint) -> Self {
        NodePoint {
            kind: point.kind.as_str(),
            name: &point.name,
            unnamed: point.unnamed,
            weakest: point.weakest,
            shared_by: point.shared_by,
        }
    }
}
