//! A graph for Graphviz.

use super::bundle::bundled;
use super::picture::{Edge, EdgeKind, Node, NodeKind, Picture};
use crate::output::safe_text;

/// The picture in the DOT language.
pub(super) fn write(picture: &Picture) -> String {
    let mut text = "digraph casebook {\n  rankdir=LR;\n".to_owned();
    text.push_str("  node [fontname=\"Helvetica\", style=filled];\n");
    text.push_str("  edge [fontname=\"Helvetica\", fontsize=10];\n");
    picture.nodes.iter().for_each(|it| text.push_str(&node(it)));
    bundled(&picture.edges).iter().for_each(|it| text.push_str(&edge(it)));
    text.push_str("}\n");
    text
}

fn node(node: &Node) -> String {
    let (shape, color) = match node.kind {
        NodeKind::Claim => ("note", "#dbe7f7"),
        NodeKind::Source => ("box", "#ffffff"),
        NodeKind::Origin => ("cylinder", "#dff0d8"),
        NodeKind::Voice => ("ellipse", "#f3e6f7"),
        NodeKind::Identifier => ("hexagon", "#eeeeee"),
    };
    let lines: Vec<String> = node.lines().iter().map(|line| escaped(line)).collect();
    let border = match (node.counts, node.weakest) {
        (false, _) => ", style=\"filled,dashed\", fontcolor=\"#777777\"",
        (true, true) => ", color=\"#b34700\", penwidth=3",
        (true, false) => "",
    };
    format!(
        "  {} [label=\"{}\", shape={shape}, fillcolor=\"{color}\"{border}];\n",
        node.id,
        lines.join("\\n")
    )
}

fn edge(edge: &Edge) -> String {
    let style = match edge.kind {
        EdgeKind::Citation => match edge.stance {
            Some("disputes") => ", style=dashed, color=\"#b00020\"",
            Some("qualifies") => ", style=dashed, color=\"#8a5a00\"",
            Some("context") => ", style=dotted, color=\"#666666\"",
            _ => "",
        },
        EdgeKind::Attribution => ", style=bold",
        EdgeKind::Appearance => ", style=dashed, color=\"#999999\"",
        EdgeKind::Lineage => ", color=\"#555555\"",
        EdgeKind::Voice | EdgeKind::Identifier => ", style=dotted, arrowhead=none",
    };
    let label = escaped(&safe_text(&edge.label));
    format!("  {} -> {} [label=\"{label}\"{style}];\n", edge.from, edge.to)
}

/// As it may stand between quotation marks: a backslash would begin an escape such as `\N`.
fn escaped(text: &str) -> String {
    // An ampersand would begin an entity, which Graphviz reads in every label.
    text.replace('\\', "\\\\").replace('"', "\\\"").replace('&', "&amp;")
}
