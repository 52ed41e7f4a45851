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
    pub(super) counts: bool,
    pub(super) why_not: Option<String>,
}

/// What a line between two nodes says.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
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
#[derive(Debug, Serialize)]
pub(super) struct Edge {
    pub(super) from: String,
    pub(super) to: String,
    pub(super) kind: EdgeKind,
    pub(super) label: String,
    /// Whether the line bears something out, or leads to where it comes from.
    pub(super) supports: bool,
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
        let weakest = points.map(|point| (point.kind, point.name.as_str())).collect();
        let mut drawing = Drawing {
            picture: Picture { nodes: Vec::new(), edges: Vec::new() },
            ids: HashMap::new(),
            weakest,
        };
        for (claim, level) in &material.claims {
            let node = drawing.node(NodeKind::Claim, &claim.key);
            node.title = Some(claim.statement.clone());
            node.level = Some(level.level.as_str());
        }
        for (near, fault) in material.sources.iter().zip(&material.faults) {
            drawing.source(near, fault.as_ref());
        }
        for (claim, _) in &material.claims {
            for work in &claim.appearances {
                let from = drawing.id(NodeKind::Claim, &claim.key);
                let to = drawing.id(NodeKind::Source, &work.source);
                drawing.edge(from, to, EdgeKind::Appearance, "appears in".to_owned(), false);
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
    weakest: HashSet<(PointKind, &'a str)>,
}

impl Drawing<'_> {
    fn node(&mut self, kind: NodeKind, name: &str) -> &mut Node {
        let place = self.picture.nodes.len();
        let known_as = if kind == NodeKind::Origin { NodeKind::Source } else { kind };
        self.ids.insert((known_as, name.to_owned()), place);
        let weakest = match kind {
            NodeKind::Claim => false,
            NodeKind::Source | NodeKind::Origin => {
                self.weakest.contains(&(PointKind::Source, name))
            }
            NodeKind::Voice => self.weakest.contains(&(PointKind::Voice, name)),
            NodeKind::Identifier => self.weakest.contains(&(PointKind::Identifier, name)),
        };
        self.picture.nodes.push(Node {
            id: format!("n{}", place + 1),
            kind,
            name: name.to_owned(),
            title: None,
            level: None,
            weakest,
            counts: true,
            why_not: None,
        });
        &mut self.picture.nodes[place]
    }

    fn id(&self, kind: NodeKind, name: &str) -> Option<String> {
        let place = self.ids.get(&(kind, name.to_owned()))?;
        Some(self.picture.nodes[*place].id.clone())
    }

    /// Draws a line where both ends are in the picture.
    fn edge(
        &mut self,
        from: Option<String>,
        to: Option<String>,
        kind: EdgeKind,
        label: String,
        supports: bool,
    ) {
        if let (Some(from), Some(to)) = (from, to) {
            self.picture.edges.push(Edge { from, to, kind, label, supports });
        }
    }

    fn source(&mut self, near: &Nearby, fault: Option<&Fault>) {
        let kind = if near.origins.is_empty() { NodeKind::Origin } else { NodeKind::Source };
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
        self.edge(claim, cited.clone(), EdgeKind::Citation, label, supports);
        for origin in &citation.attributed_to {
            let label = format!("citation {number}: has it from");
            let origin = source(self, origin);
            self.edge(cited.clone(), origin, EdgeKind::Attribution, label, supports);
        }
    }

    fn lineage(&mut self, near: &Nearby) {
        for row in &near.origins {
            let from = self.id(NodeKind::Source, &row.source);
            let to = self.id(NodeKind::Source, &row.origin);
            self.edge(from, to, EdgeKind::Lineage, row.relation.to_string(), true);
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
        self.edge(from, self.id(kind, name), edge, String::new(), true);
    }
}

fn shortened(text: &str) -> String {
    let safe = safe_text(text);
    let mut shown: String = safe.chars().take(TITLE).collect();
    if safe.chars().count() > TITLE {
        shown.truncate(shown.trim_end().len());
        shown.push('…');
    }
    shown
}
