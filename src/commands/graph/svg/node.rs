//! A node as a box with text.

use super::shape::{Shape, outline};
use super::text::{LETTERS, LINE, escaped, is_right_to_left, width, wrapped};
use crate::commands::graph::picture::{Node, NodeKind};
use crate::layout::{Placed, Size, Unplaced};

/// The widest line of text, about 28 columns.
const ROOM: f64 = 196.0;

/// The space between text and border.
const PADDING: f64 = 12.0;

const LEAST_WIDTH: f64 = 110.0;

/// How many lines of a name, of a title and of a reason are shown.
const MOST_LINES: usize = 4;

/// A node with its text broken into lines.
pub(super) struct Drawn<'a> {
    node: &'a Node,
    shape: Shape,
    lines: Vec<Line>,
}

struct Line {
    text: String,
    look: Look,
    right_to_left: bool,
}

#[derive(Clone, Copy, PartialEq, Eq)]
enum Look {
    Name,
    Title,
    Level,
    Weakest,
    Fault,
}

impl Line {
    /// The height of the line; a level has some space above it.
    fn height(&self) -> f64 {
        if self.look == Look::Level { LINE + 5.0 } else { LINE }
    }
}

impl Look {
    fn bold(self) -> bool {
        matches!(self, Look::Name | Look::Level | Look::Weakest)
    }
}

impl<'a> Drawn<'a> {
    pub(super) fn new(node: &'a Node, of_several: bool) -> Self {
        let mut drawn = Drawn { node, shape: Shape::of(node.kind), lines: Vec::new() };
        drawn.add(&node.name, Look::Name);
        if let Some(title) = &node.title {
            drawn.add(title, Look::Title);
        }
        if let Some(level) = node.level {
            drawn.add(level, Look::Level);
        }
        if node.weakest {
            let claims = if node.weakest_of == 1 { "claim" } else { "claims" };
            let of = format!("weakest point of {} {claims}", node.weakest_of);
            drawn.add(if of_several { &of } else { "weakest point" }, Look::Weakest);
        }
        if !node.counts {
            let reason = node.why_not.as_deref().unwrap_or_default();
            drawn.add(&format!("does not count: {reason}"), Look::Fault);
        }
        drawn
    }

    fn add(&mut self, text: &str, look: Look) {
        let text = crate::output::safe_text(text);
        let right_to_left = is_right_to_left(&text);
        let lines = wrapped(&text, ROOM, look.bold(), MOST_LINES).into_iter();
        self.lines.extend(lines.map(|text| Line { text, look, right_to_left }));
    }

    /// The box that it needs. Claims stand on the left, whatever they cite.
    pub(super) fn unplaced(&self) -> Unplaced {
        Unplaced { size: self.size(), first: self.node.kind == NodeKind::Claim }
    }

    fn size(&self) -> Size {
        let widths = self.lines.iter().map(|line| width(&line.text, LETTERS, line.look.bold()));
        let text = widths.fold(0.0, f64::max);
        let (beside, above) = self.shape.margins();
        Size {
            width: (text + 2.0 * (PADDING + beside)).max(LEAST_WIDTH),
            height: self.text_height() + 2.0 * (9.0 + above),
        }
    }

    fn text_height(&self) -> f64 {
        self.lines.iter().map(Line::height).sum()
    }

    /// The node in its place.
    pub(super) fn svg(&self, at: Placed) -> String {
        let kind = kind_in_words(self.node.kind);
        let title = self.node.title.as_deref().unwrap_or_default();
        let told = escaped(&format!("{kind} {}: {title}", self.node.name));
        let told = told.trim_end_matches([':', ' ']);
        let mut svg = format!("<g class=\"node {kind}\">\n<title>{told}</title>\n");
        svg.push_str(&outline(self.shape, at, self.node.weakest, self.node.counts));
        let (_, above) = self.shape.margins();
        let mut y = at.y + above / 2.0 + (at.height - self.text_height()) / 2.0;
        let middle = at.x + at.width / 2.0;
        for line in &self.lines {
            y += line.height();
            svg.push_str(&self.line(line, middle, y - (LINE - LETTERS)));
        }
        svg.push_str("</g>\n");
        svg
    }

    fn line(&self, line: &Line, x: f64, y: f64) -> String {
        let color = match (line.look, self.node.counts) {
            (Look::Level, _) => "#ffffff",
            (Look::Weakest, _) => "#a04000",
            (Look::Fault, _) => "#a0001c",
            (_, false) => "#5a5a5a",
            (_, true) => "#111111",
        };
        let weight = if line.look.bold() { " font-weight=\"bold\"" } else { "" };
        let direction = if line.right_to_left { " direction=\"rtl\"" } else { "" };
        let mut svg = String::new();
        if line.look == Look::Level {
            let wide = width(&line.text, LETTERS, true) + 12.0;
            let (left, top) = (x - wide / 2.0, y - LETTERS + 0.5);
            let fill = level_color(&line.text);
            svg.push_str(&format!(
                "<rect x=\"{left:.1}\" y=\"{top:.1}\" width=\"{wide:.1}\" height=\"{LINE}\" \
                 rx=\"7.5\" fill=\"{fill}\"/>\n"
            ));
        }
        svg.push_str(&format!(
            "<text x=\"{x:.1}\" y=\"{y:.1}\" text-anchor=\"middle\" fill=\"{color}\"{weight}\
             {direction}>{}</text>\n",
            escaped(&line.text)
        ));
        svg
    }
}

/// What a kind of node is called.
pub(super) fn kind_in_words(kind: NodeKind) -> &'static str {
    match kind {
        NodeKind::Claim => "claim",
        NodeKind::Source => "source",
        NodeKind::Origin => "origin",
        NodeKind::Voice => "voice",
        NodeKind::Identifier => "identifier",
    }
}

fn level_color(level: &str) -> &'static str {
    match level {
        "unsupported" => "#b42318",
        "single-source" | "single-origin" => "#8a5a00",
        "apparent" => "#1f5fa8",
        _ => "#2e6b34",
    }
}
