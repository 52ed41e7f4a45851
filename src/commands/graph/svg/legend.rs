//! What the shapes, lines and marks mean, of those that are in the picture.

use super::line::{LOOKS, Look};
use super::node::kind_in_words;
use super::scene::Scene;
use super::shape::{Shape, outline};
use super::text::{LETTERS, width};
use crate::commands::graph::picture::NodeKind;
use crate::layout::Placed;

/// The size of a sample.
const SAMPLE: (f64, f64) = (34.0, 20.0);

/// From one row to the next.
const ROW: f64 = 32.0;

/// The space between a sample and its meaning, and between two entries.
const SPACE: (f64, f64) = (8.0, 26.0);

struct Entry {
    sample: Sample,
    meaning: &'static str,
}

enum Sample {
    Node { shape: Shape, weakest: bool, counts: bool },
    Line(Look),
}

/// The legend, its upper left corner there, no wider than that; and how high it is.
pub(super) fn legend(scene: &Scene<'_>, (left, top): (f64, f64), room: f64) -> (String, f64) {
    let mut svg = "<g class=\"legend\">\n".to_owned();
    let (mut x, mut y) = (left, top);
    for entry in entries(scene) {
        let wide = SAMPLE.0 + SPACE.0 + width(entry.meaning, LETTERS, false);
        if x > left && x + wide > left + room {
            (x, y) = (left, y + ROW);
        }
        svg.push_str(&entry.svg(x, y));
        x += wide + SPACE.1;
    }
    svg.push_str("</g>\n");
    (svg, y + ROW - top)
}

fn entries(scene: &Scene<'_>) -> Vec<Entry> {
    let mut entries = Vec::new();
    let kinds = [
        NodeKind::Claim,
        NodeKind::Source,
        NodeKind::Origin,
        NodeKind::Voice,
        NodeKind::Identifier,
    ];
    for kind in kinds {
        if scene.nodes.iter().any(|node| node.kind == kind) {
            let sample = Sample::Node { shape: Shape::of(kind), weakest: false, counts: true };
            entries.push(Entry { sample, meaning: kind_meaning(kind) });
        }
    }
    if scene.nodes.iter().any(|node| node.weakest && node.counts) {
        let sample = Sample::Node { shape: Shape::Box, weakest: true, counts: true };
        entries.push(Entry { sample, meaning: "weakest point: nothing is left without it" });
    }
    if scene.nodes.iter().any(|node| !node.counts) {
        let sample = Sample::Node { shape: Shape::Box, weakest: false, counts: false };
        entries.push(Entry { sample, meaning: "does not count" });
    }
    let used: Vec<Look> = scene.lines.iter().map(|(_, _, edge)| Look::of(edge)).collect();
    for look in LOOKS.into_iter().filter(|look| used.contains(look)) {
        entries.push(Entry { sample: Sample::Line(look), meaning: look.meaning });
    }
    entries
}

fn kind_meaning(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Origin => "origin: a way from a claim ends here",
        NodeKind::Identifier => "address or number that several sources share",
        kind => kind_in_words(kind),
    }
}

impl Entry {
    fn svg(&self, x: f64, y: f64) -> String {
        let (width, height) = SAMPLE;
        let mut svg = match self.sample {
            Sample::Node { shape, weakest, counts } => {
                outline(shape, Placed { x, y, width, height }, weakest, counts)
            }
            Sample::Line(look) => {
                let middle = y + height / 2.0;
                let end = (x + width, middle);
                look.svg(&format!("M{x:.1} {middle:.1}h{width}"), end, true)
            }
        };
        svg.push_str(&format!(
            "<text x=\"{:.1}\" y=\"{:.1}\" fill=\"#333333\">{}</text>\n",
            x + width + SPACE.0,
            y + height / 2.0 + 4.0,
            self.meaning
        ));
        svg
    }
}
