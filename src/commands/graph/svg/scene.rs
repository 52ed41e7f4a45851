//! What of a picture is drawn: the lines bundled, and without what would hide the rest.

use std::collections::{HashMap, HashSet};

use crate::commands::graph::bundle::bundled;
use crate::commands::graph::picture::{Edge, EdgeKind, Node, NodeKind, Picture};

/// Nodes and lines, the ends of a line by the places of its nodes.
pub(super) struct Scene<'a> {
    pub(super) nodes: Vec<&'a Node>,
    pub(super) lines: Vec<(usize, usize, Edge)>,
    /// The works that were left out: they make claims and do nothing else.
    pub(super) left_out: Vec<&'a Node>,
}

impl<'a> Scene<'a> {
    pub(super) fn of(picture: &'a Picture) -> Self {
        let claims = picture.nodes.iter().filter(|node| node.kind == NodeKind::Claim).count();
        let left_out = if claims > 1 { works_alone(picture) } else { HashSet::new() };
        let mut places = HashMap::new();
        let mut nodes = Vec::new();
        for node in picture.nodes.iter().filter(|node| !left_out.contains(node.id.as_str())) {
            places.insert(node.id.as_str(), nodes.len());
            nodes.push(node);
        }
        let mut lines = Vec::new();
        for edge in bundled(&picture.edges) {
            let ends = (places.get(edge.from.as_str()), places.get(edge.to.as_str()));
            if let (Some(&from), Some(&to)) = ends {
                lines.push((from, to, edge));
            }
        }
        let is_work = |node: &&Node| {
            left_out.contains(node.id.as_str())
                && matches!(node.kind, NodeKind::Source | NodeKind::Origin)
        };
        let left_out = picture.nodes.iter().filter(is_work).collect();
        Scene { nodes, lines, left_out }
    }
}

/// Works that do nothing but make claims, with the voices that speak in nothing else: where many
/// claims are drawn, a line from each of them to the one article would hide all others.
fn works_alone(picture: &Picture) -> HashSet<&str> {
    let mut works: HashSet<&str> = HashSet::new();
    for edge in picture.edges.iter().filter(|edge| edge.kind == EdgeKind::Appearance) {
        works.insert(&edge.to);
    }
    for edge in &picture.edges {
        match edge.kind {
            EdgeKind::Appearance | EdgeKind::Voice => {}
            _ => {
                works.remove(edge.from.as_str());
                works.remove(edge.to.as_str());
            }
        }
    }
    let of_works = |edge: &&Edge| works.contains(edge.from.as_str());
    let (theirs, others): (Vec<&Edge>, Vec<&Edge>) =
        picture.edges.iter().filter(|edge| edge.kind == EdgeKind::Voice).partition(of_works);
    let heard: HashSet<&str> = others.iter().map(|edge| edge.to.as_str()).collect();
    let alone = theirs.iter().map(|edge| edge.to.as_str()).filter(|voice| !heard.contains(voice));
    works.iter().copied().chain(alone).collect()
}
