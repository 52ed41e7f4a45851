//! Lines between nodes: each kind told apart by how it is drawn as well as by its colour.

use super::text::{SMALL, cut, escaped, width};
use crate::commands::graph::picture::{Edge, EdgeKind};
use crate::layout::{Piece, Route};

/// The widest label.
const LABEL: f64 = 172.0;

/// How long the head of an arrow is.
const HEAD: f64 = 9.0;

/// How a line is drawn, and what it says in the legend.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) struct Look {
    pub(super) meaning: &'static str,
    color: &'static str,
    stroke: &'static str,
    head: Head,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Head {
    None,
    Filled,
    Hollow,
}

/// All ways in which lines are drawn, in the order of the legend.
pub(super) const LOOKS: [Look; 8] = [
    look("supports", "#222222", "stroke-width=\"1.5\"", Head::Filled),
    look("disputes", "#b00020", "stroke-width=\"1.5\" stroke-dasharray=\"7 4\"", Head::Filled),
    look("qualifies", "#8a5a00", "stroke-width=\"1.5\" stroke-dasharray=\"8 3 2 3\"", Head::Filled),
    look("context only", "#666666", "stroke-width=\"1.2\" stroke-dasharray=\"2 3\"", Head::Filled),
    look("has it from, says the citation", "#222222", "stroke-width=\"2.8\"", Head::Filled),
    look("where the whole source comes from", "#1f5fa8", "stroke-width=\"1.3\"", Head::Hollow),
    look("appears in", "#888888", "stroke-width=\"1.2\" stroke-dasharray=\"4 4\"", Head::Hollow),
    look("speaks in it, or is its address", "#6b3a7a", "stroke-dasharray=\"1.5 3\"", Head::None),
];

const fn look(
    meaning: &'static str,
    color: &'static str,
    stroke: &'static str,
    head: Head,
) -> Look {
    Look { meaning, color, stroke, head }
}

impl Look {
    /// How a line is drawn.
    pub(super) fn of(edge: &Edge) -> Look {
        LOOKS[match (edge.kind, edge.stance) {
            (EdgeKind::Citation, Some("disputes")) => 1,
            (EdgeKind::Citation, Some("qualifies")) => 2,
            (EdgeKind::Citation, Some("context")) => 3,
            (EdgeKind::Citation, _) => 0,
            (EdgeKind::Attribution, _) => 4,
            (EdgeKind::Lineage, _) => 5,
            (EdgeKind::Appearance, _) => 6,
            (EdgeKind::Voice | EdgeKind::Identifier, _) => 7,
        }]
    }

    /// The line along a path, with its head at an end that leads to the right or to the left.
    pub(super) fn svg(self, path: &str, end: (f64, f64), to_the_right: bool) -> String {
        let Look { color, stroke, .. } = self;
        let mut svg = format!("<path d=\"{path}\" fill=\"none\" stroke=\"{color}\" {stroke}/>\n");
        let fill = match self.head {
            Head::None => return svg,
            Head::Filled => color,
            Head::Hollow => "#ffffff",
        };
        let back = if to_the_right { -HEAD } else { HEAD };
        svg.push_str(&format!(
            "<path d=\"M{:.1} {:.1}l{back} -4v8z\" fill=\"{fill}\" stroke=\"{color}\"/>\n",
            end.0, end.1
        ));
        svg
    }
}

/// The label as it is shown: short, so that boxes do not stand too far apart.
pub(super) fn label(edge: &Edge) -> String {
    cut(&crate::output::safe_text(&edge.label), LABEL)
}

/// How wide the label is.
pub(super) fn label_width(edge: &Edge) -> f64 {
    width(&label(edge), SMALL, false)
}

/// The line and its label. Lines at a pill or hexagon go on until they meet its outline, under it.
pub(super) fn svg(edge: &Edge, route: &Route, reach: (f64, f64)) -> String {
    let (Some(first), Some(last)) = (route.pieces.first(), route.pieces.last()) else {
        return String::new();
    };
    let mut path = format!("M{:.1} {:.1}", first.start.0 - reach.0, first.start.1);
    for Piece { bend, bent, end, .. } in &route.pieces {
        let middle = (bend.0 + bent.0) / 2.0;
        path.push_str(&format!(
            "H{:.1}C{middle:.1} {:.1} {middle:.1} {:.1} {:.1} {:.1}H{:.1}",
            bend.0, bend.1, bent.1, bent.0, bent.1, end.0
        ));
    }
    if reach.1 > 0.0 {
        path.push_str(&format!("h{}", reach.1));
    }
    let head = if route.backwards { first.start } else { last.end };
    let told = escaped(&edge.label);
    let mut svg = "<g class=\"line\">\n".to_owned();
    if !told.is_empty() {
        svg.push_str(&format!("<title>{told}</title>\n"));
    }
    let look = Look::of(edge);
    svg.push_str(&look.svg(&path, head, !route.backwards));
    if let Some(place) = route.label {
        let anchor = if place.ends_here { "end" } else { "start" };
        svg.push_str(&format!(
            "<text x=\"{:.1}\" y=\"{:.1}\" font-size=\"{SMALL}\" text-anchor=\"{anchor}\" \
             fill=\"{}\">{}</text>\n",
            place.x,
            place.y,
            look.color,
            escaped(&label(edge))
        ));
    }
    svg.push_str("</g>\n");
    svg
}
