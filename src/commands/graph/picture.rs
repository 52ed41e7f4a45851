//! A graph as nodes and edges, before it is written in a format.

use std::collections::{HashMap, HashSet};

use serde::Serialize;

use super::material::Material;
use crate::corroboration::PointKind;
use crate::domain::{Citation, Key, Stance};
use crate::explanation::{Fault, Nearby};
use crate::output::safe_text;

/// How many characters of a title or statement are shown.
const TITLE: usize = 48;

/// What a node is; each is drawn in a shape of its own.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum NodeKind {
    Claim,
    Source,
    Origin,
    Voice,
    Identifier,
}

/// Something that is drawn.
#[derive(Debug, Serialize)]
pub(super) struct Node {
    pub(super) id: String,
    pub(super) kind: NodeKind,
    /// The key of a claim or source, the name of a voice or identifier.
    pub(super) name: String,
    /// The statement or title.
    pub(super) title: Option<String>,
    pub(super) level: Option<&'static str>,
    pub(super) weakest: bool,
    /// Of how many claims of the picture it is a weakest point.
    pub(super) weakest_of: usize,
    pub(super) counts: bool,
    pub(super) why_not: Option<String>,
}

/// What a line between two nodes says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Serialize)]
#[serde(rename_all = "lowercase")]
pub(super) enum EdgeKind {
    Citation,
    Attribution,
    Lineage,
    Appearance,
    Voice,
    Identifier,
}

/// A line between two nodes.
#[derive(Debug, Clone, Serialize)]
pub(super) struct Edge {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) kind: EdgeKind,
    pub(super) label: String,
    /// Whether the line bears something out, or leads to where it comes from.
    pub(super) supports: bool,
    /// The stance of a citation.
    pub(super) stance: Option<&'static str>,
    /// The number of the citation that a citation's or an attribution's line stands for.
    pub(super) citation: Option<i64>,
    pub(super) locator: Option<String>,
}

/// Everything that is drawn.
pub(super) struct Picture {
    pub(super) nodes: Vec<Node>,
    pub(super) edges: Vec<Edge>,
}

impl Node {
    /// The lines of its label, safe to show but not yet escaped for a format.
    pub(super) fn lines(&self) -> Vec<String> {
        let mark = if self.weakest { "◆ " } else { "" };
        let mut lines = vec![format!("{mark}{}", shortened(&self.name))];
        lines.extend(self.title.as_deref().filter(|title| !title.is_empty()).map(shortened));
        lines.extend(self.level.map(str::to_owned));
        if !self.counts {
            lines.push("✗ does not count".to_owned());
        }
        lines
    }
}

impl Picture {
    /// The picture of that material.
    pub(super) fn of(material: &Material) -> Self {
        let points = material.claims.iter().flat_map(|(_, level)| &level.weakest_points);
        let mut weakest = HashMap::new();
        for point in points {
            *weakest.entry((point.kind, point.name.as_str())).or_default() += 1;
        }
        let mut drawing = Drawing {
            picture: Picture { nodes: Vec::new(), edges: Vec::new() },
            ids: HashMap::new(),
            weakest,
        };
        let passed = passed_by_name(material);
        for (claim, level) in &material.claims {
            let node = drawing.node(NodeKind::Claim, &claim.key);
            node.title = Some(claim.statement.clone());
            node.level = Some(level.level.as_str());
        }
        for (near, fault) in material.sources.iter().zip(&material.faults) {
            let leads_on = !near.origins.is_empty() || passed.contains(&near.source.key);
            drawing.source(near, leads_on, fault.as_ref());
        }
        for (claim, _) in &material.claims {
            for work in &claim.appearances {
                let from = drawing.id(NodeKind::Claim, &claim.key);
                let to = drawing.id(NodeKind::Source, &work.source);
                drawing.edge(from, to, EdgeKind::Appearance, "appears in".to_owned());
            }
        }
        for (number, citation) in &material.citations {
            drawing.citation(*number, citation);
        }
        for near in &material.sources {
            drawing.lineage(near);
        }
        drawing.points(&material.sources);
        drawing.picture
    }
}

struct Drawing<'a> {
    picture: Picture,
    /// The places of the nodes. Sources and origins are looked up as sources.
    ids: HashMap<(NodeKind, String), usize>,
    /// Of how many claims each is a weakest point.
    weakest: HashMap<(PointKind, &'a str), usize>,
}

impl Drawing<'_> {
    fn node(&mut self, kind: NodeKind, name: &str) -> &mut Node {
        let place = self.picture.nodes.len();
        let known_as = if kind == NodeKind::Origin { NodeKind::Source } else { kind };
        self.ids.insert((known_as, name.to_owned()), place);
        let point = match kind {
            NodeKind::Claim => None,
            NodeKind::Source | NodeKind::Origin => Some(PointKind::Source),
            NodeKind::Voice => Some(PointKind::Voice),
            NodeKind::Identifier => Some(PointKind::Identifier),
        };
        let weakest_of = point.and_then(|point| self.weakest.get(&(point, name))).copied();
        let weakest_of = weakest_of.unwrap_or_default();
        self.picture.nodes.push(Node {
            id: format!("n{}", place + 1),
            kind,
            name: name.to_owned(),
            title: None,
            level: None,
            weakest: weakest_of > 0,
            weakest_of,
            counts: true,
            why_not: None,
        });
        &mut self.picture.nodes[place]
    }

    fn id(&self, kind: NodeKind, name: &str) -> Option<String> {
        let place = self.ids.get(&(kind, name.to_owned()))?;
        Some(self.picture.nodes[*place].id.clone())
    }

    /// Draws a line where both ends are in the picture, and gives it back to say more of it.
    fn edge(
        &mut self,
        from: Option<String>,
        to: Option<String>,
        kind: EdgeKind,
        label: String,
    ) -> Option<&mut Edge> {
        let (from, to) = (from?, to?);
        let (stance, citation, locator) = (None, None, None);
        let supports = kind != EdgeKind::Appearance;
        self.picture.edges.push(Edge {
            from,
            to,
            kind,
            label,
            supports,
            stance,
            citation,
            locator,
        });
        self.picture.edges.last_mut()
    }

    fn source(&mut self, near: &Nearby, leads_on: bool, fault: Option<&Fault>) {
        let kind = if leads_on { NodeKind::Source } else { NodeKind::Origin };
        let node = self.node(kind, &near.source.key);
        node.title = Some(near.source.title.clone());
        node.counts = fault.is_none();
        node.why_not = fault.map(ToString::to_string);
    }

    fn citation(&mut self, number: i64, citation: &Citation) {
        let source = |drawing: &Self, key: &Key| drawing.id(NodeKind::Source, key);
        let mut label = citation.stance.to_string();
        if let Some(locator) = &citation.locator {
            label.push_str(&format!(", {}", shortened(locator)));
        }
        let claim = self.id(NodeKind::Claim, &citation.claim);
        let cited = source(self, &citation.source);
        let supports = citation.stance == Stance::Supports;
        if let Some(edge) = self.edge(claim, cited.clone(), EdgeKind::Citation, label) {
            edge.supports = supports;
            edge.stance = Some(citation.stance.as_str());
            edge.citation = Some(number);
            edge.locator = citation.locator.clone();
        }
        for origin in &citation.attributed_to {
            let label = format!("citation {number}: has it from");
            let origin = source(self, origin);
            if let Some(edge) = self.edge(cited.clone(), origin, EdgeKind::Attribution, label) {
                edge.supports = supports;
                edge.citation = Some(number);
            }
        }
    }

    fn lineage(&mut self, near: &Nearby) {
        for row in &near.origins {
            let from = self.id(NodeKind::Source, &row.source);
            let to = self.id(NodeKind::Source, &row.origin);
            self.edge(from, to, EdgeKind::Lineage, row.relation.to_string());
        }
    }

    /// Voices, and identifiers that several sources share.
    fn points(&mut self, sources: &[Nearby]) {
        let mut bearers: HashMap<&str, usize> = HashMap::new();
        for identifier in sources.iter().flat_map(|near| &near.identifiers) {
            *bearers.entry(identifier).or_default() += 1;
        }
        for near in sources {
            let mut voices: Vec<String> = Vec::new();
            for credit in near.source.creators.iter().filter(|credit| credit.role.is_voice()) {
                let voice = credit.name.voice();
                if !voices.contains(&voice) {
                    voices.push(voice);
                }
            }
            for voice in voices {
                self.point(near, NodeKind::Voice, EdgeKind::Voice, &voice);
            }
            for identifier in near.identifiers.iter().filter(|name| bearers[name.as_str()] > 1) {
                self.point(near, NodeKind::Identifier, EdgeKind::Identifier, identifier);
            }
        }
    }

    fn point(&mut self, near: &Nearby, kind: NodeKind, edge: EdgeKind, name: &str) {
        if self.id(kind, name).is_none() {
            self.node(kind, name);
        }
        let from = self.id(NodeKind::Source, &near.source.key);
        self.edge(from, self.id(kind, name), edge, String::new());
    }
}

/// The sources at which no way ends, because every citation of them says from whom they have it.
fn passed_by_name(material: &Material) -> HashSet<&Key> {
    let citations = || material.citations.iter().map(|(_, citation)| citation);
    let by_name = citations().filter(|citation| !citation.attributed_to.is_empty());
    let mut passed: HashSet<&Key> = by_name.map(|citation| &citation.source).collect();
    for citation in citations() {
        if citation.attributed_to.is_empty() {
            passed.remove(&citation.source);
        }
        for origin in &citation.attributed_to {
            passed.remove(origin);
        }
    }
    for row in material.sources.iter().flat_map(|near| &near.origins) {
        passed.remove(&row.origin);
    }
    passed
}

pub(super) fn shortened(text: &str) -> String {
    let safe = safe_text(text);
    let mut shown: String = safe.chars().take(TITLE).collect();
    if safe.chars().count() > TITLE {
        shown.truncate(shown.trim_end().len());
        shown.push('…');
    }
    shown
}
