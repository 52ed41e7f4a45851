//! Lines that would lie on each other, made one: a claim that cites a source ten times, or ten
//! citations that have it from the same place.

use std::collections::HashMap;

use super::picture::{Edge, EdgeKind, shortened};

/// How many locators or numbers of citations a label names.
const NAMED: usize = 3;

/// The lines as they are drawn, each at the place of its first.
pub(super) fn bundled(edges: &[Edge]) -> Vec<Edge> {
    let mut places = HashMap::new();
    let mut bundles: Vec<Vec<&Edge>> = Vec::new();
    for edge in edges {
        let same = (&edge.from, &edge.to, edge.kind, edge.stance, edge.supports);
        let place = *places.entry(same).or_insert(bundles.len());
        if place == bundles.len() {
            bundles.push(Vec::new());
        }
        bundles[place].push(edge);
    }
    bundles.iter().map(|bundle| one(bundle)).collect()
}

fn one(bundle: &[&Edge]) -> Edge {
    let mut edge = bundle[0].clone();
    if bundle.len() == 1 {
        return edge;
    }
    edge.label = match edge.kind {
        EdgeKind::Citation => citations(bundle),
        EdgeKind::Attribution => attributions(bundle),
        _ => listed(bundle.iter().map(|edge| edge.label.as_str())),
    };
    (edge.citation, edge.locator) = (None, None);
    edge
}

fn citations(bundle: &[&Edge]) -> String {
    let stance = bundle[0].stance.unwrap_or_default();
    let count = bundle.len();
    let locators: Vec<&str> = bundle.iter().filter_map(|edge| edge.locator.as_deref()).collect();
    match locators.len() == count && count <= NAMED {
        true => format!("{stance}, {}", shortened(&locators.join("; "))),
        false => format!("{stance} ({count} citations)"),
    }
}

fn attributions(bundle: &[&Edge]) -> String {
    let numbers: Vec<String> =
        bundle.iter().filter_map(|edge| edge.citation).map(|it| it.to_string()).collect();
    match numbers.len() <= NAMED {
        true => format!("has it from (citations {})", numbers.join(", ")),
        false => format!("has it from ({} citations)", numbers.len()),
    }
}

/// Each once.
fn listed<'a>(labels: impl Iterator<Item = &'a str>) -> String {
    let mut once: Vec<&str> = Vec::new();
    for label in labels {
        if !once.contains(&label) {
            once.push(label);
        }
    }
    once.join(", ")
}
