//! A graph for Mermaid.

use super::bundle::bundled;
use super::picture::{Edge, EdgeKind, Node, NodeKind, Picture};
use crate::output::safe_text;

/// The picture as a Mermaid flowchart.
pub(super) fn write(picture: &Picture) -> String {
    let mut text = "flowchart LR\n".to_owned();
    picture.nodes.iter().for_each(|it| text.push_str(&node(it)));
    bundled(&picture.edges).iter().for_each(|it| text.push_str(&edge(it)));
    for (class, style) in [
        ("claim", "fill:#dbe7f7,stroke:#336,color:#000"),
        ("source", "fill:#fff,stroke:#333,color:#000"),
        ("origin", "fill:#dff0d8,stroke:#363,color:#000"),
        ("voice", "fill:#f3e6f7,stroke:#636,color:#000"),
        ("identifier", "fill:#eee,stroke:#333,color:#000"),
        ("weakest", "stroke:#b34700,stroke-width:4px"),
        ("fallen", "stroke-dasharray:4 4,color:#777"),
    ] {
        text.push_str(&format!("  classDef {class} {style}\n"));
    }
    for node in &picture.nodes {
        let class = if !node.counts {
            "fallen"
        } else if node.weakest {
            "weakest"
        } else {
            continue;
        };
        text.push_str(&format!("  class {} {class}\n", node.id));
    }
    text
}

fn node(node: &Node) -> String {
    let (open, close, class) = match node.kind {
        NodeKind::Claim => (">", "]", "claim"),
        NodeKind::Source => ("[", "]", "source"),
        NodeKind::Origin => ("[(", ")]", "origin"),
        NodeKind::Voice => ("([", "])", "voice"),
        NodeKind::Identifier => ("{{", "}}", "identifier"),
    };
    let lines: Vec<String> = node.lines().iter().map(|line| escaped(line)).collect();
    format!("  {}{open}\"{}\"{close}:::{class}\n", node.id, lines.join("<br/>"))
}

fn edge(edge: &Edge) -> String {
    let line = match edge.kind {
        EdgeKind::Citation if edge.supports => "-->",
        EdgeKind::Citation | EdgeKind::Appearance => "-.->",
        EdgeKind::Attribution => "==>",
        EdgeKind::Lineage => "-->",
        EdgeKind::Voice | EdgeKind::Identifier => "---",
    };
    let label = escaped(&safe_text(&edge.label));
    let label = if label.is_empty() { label } else { format!("|\"{label}\"|") };
    format!("  {} {line}{label} {}\n", edge.from, edge.to)
}

/// Every sign of ASCII that may mean something to Mermaid, Markdown or HTML, as an entity.
fn escaped(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for c in text.chars() {
        if !c.is_ascii() || c.is_ascii_alphanumeric() || " ,.-'/:".contains(c) {
            escaped.push(c);
        } else {
            escaped.push_str(&format!("#{};", u32::from(c)));
        }
    }
    escaped
}
