//! The outlines of the nodes: each kind has a shape of its own, as well as a colour.

use crate::commands::graph::picture::NodeKind;
use crate::layout::Placed;

/// How deep the folded corner of a claim is.
const FOLD: f64 = 12.0;

/// How high the lid of an origin is.
const LID: f64 = 7.0;

/// How far the sides of a hexagon reach out.
const POINT: f64 = 12.0;

/// What a node looks like.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Shape {
    /// A sheet with a folded corner.
    Note,
    Box,
    Cylinder,
    /// A box with round ends.
    Pill,
    Hexagon,
}

impl Shape {
    pub(super) fn of(kind: NodeKind) -> Self {
        match kind {
            NodeKind::Claim => Shape::Note,
            NodeKind::Source => Shape::Box,
            NodeKind::Origin => Shape::Cylinder,
            NodeKind::Voice => Shape::Pill,
            NodeKind::Identifier => Shape::Hexagon,
        }
    }

    /// The room that the shape needs beside the text and above it.
    pub(super) fn margins(self) -> (f64, f64) {
        match self {
            Shape::Note | Shape::Box => (0.0, 0.0),
            Shape::Cylinder => (0.0, LID),
            Shape::Pill => (6.0, 0.0),
            Shape::Hexagon => (POINT, 0.0),
        }
    }

    /// How far from the edge of its box a line may have to go on to meet the outline.
    pub(super) fn reach(self) -> f64 {
        match self {
            Shape::Note | Shape::Box | Shape::Cylinder => 0.0,
            Shape::Pill | Shape::Hexagon => 20.0,
        }
    }

    fn colors(self) -> (&'static str, &'static str) {
        match self {
            Shape::Note => ("#dbe7f7", "#33517a"),
            Shape::Box => ("#ffffff", "#444444"),
            Shape::Cylinder => ("#dff0d8", "#3c763d"),
            Shape::Pill => ("#f3e6f7", "#6b3a7a"),
            Shape::Hexagon => ("#eeeeee", "#444444"),
        }
    }
}

/// The outline, with its marks: a weakest point has a thick border and a diamond at its corner, what
/// does not count a dashed border and a cross.
pub(super) fn outline(shape: Shape, at: Placed, weakest: bool, counts: bool) -> String {
    let (fill, stroke) = shape.colors();
    let border = match (counts, weakest) {
        (false, _) => "fill=\"#ffffff\" stroke=\"#777777\" stroke-dasharray=\"6 4\"".to_owned(),
        (true, true) => format!("fill=\"{fill}\" stroke=\"#b34700\" stroke-width=\"3\""),
        (true, false) => format!("fill=\"{fill}\" stroke=\"{stroke}\" stroke-width=\"1.2\""),
    };
    let mut svg = format!("<path d=\"{}\" {border}/>\n", path(shape, at));
    let (x, y) = (at.x + 2.0, at.y + 2.0);
    if !counts {
        let (left, top, right, bottom) = (x - 5.0, y - 5.0, x + 5.0, y + 5.0);
        svg.push_str(&format!(
            "<path d=\"M{left:.1} {top:.1}L{right:.1} {bottom:.1}M{right:.1} {top:.1}L{left:.1} \
             {bottom:.1}\" fill=\"none\" stroke=\"#a0001c\" stroke-width=\"2.5\"/>\n"
        ));
    } else if weakest {
        svg.push_str(&format!(
            "<path d=\"M{x:.1} {:.1}l8 8l-8 8l-8 -8z\" fill=\"#b34700\" stroke=\"#ffffff\"/>\n",
            y - 8.0
        ));
    }
    svg
}

fn path(shape: Shape, at: Placed) -> String {
    let Placed { x, y, width, height } = at;
    let (right, bottom) = (x + width, y + height);
    match shape {
        Shape::Note => format!(
            "M{x:.1} {y:.1}H{:.1}L{right:.1} {:.1}V{bottom:.1}H{x:.1}ZM{:.1} {y:.1}v{FOLD}h{FOLD}",
            right - FOLD,
            y + FOLD,
            right - FOLD
        ),
        Shape::Box => format!("M{x:.1} {y:.1}H{right:.1}V{bottom:.1}H{x:.1}Z"),
        Shape::Cylinder => {
            let (radius, top, low) = (width / 2.0, y + LID, bottom - LID);
            format!(
                "M{x:.1} {top:.1}V{low:.1}A{radius:.1} {LID} 0 0 0 {right:.1} {low:.1}V{top:.1}\
                 A{radius:.1} {LID} 0 0 0 {x:.1} {top:.1}A{radius:.1} {LID} 0 0 0 {right:.1} {top:.1}"
            )
        }
        Shape::Pill => {
            let radius = (height / 2.0).min(20.0);
            let (left, inner) = (x + radius, right - radius);
            let (upper, lower) = (y + radius, bottom - radius);
            format!(
                "M{left:.1} {y:.1}H{inner:.1}A{radius:.1} {radius:.1} 0 0 1 {right:.1} {upper:.1}\
                 V{lower:.1}A{radius:.1} {radius:.1} 0 0 1 {inner:.1} {bottom:.1}H{left:.1}\
                 A{radius:.1} {radius:.1} 0 0 1 {x:.1} {lower:.1}V{upper:.1}\
                 A{radius:.1} {radius:.1} 0 0 1 {left:.1} {y:.1}Z"
            )
        }
        Shape::Hexagon => {
            let (left, inner, middle) = (x + POINT, right - POINT, y + height / 2.0);
            format!(
                "M{left:.1} {y:.1}H{inner:.1}L{right:.1} {middle:.1}L{inner:.1} {bottom:.1}\
                 H{left:.1}L{x:.1} {middle:.1}Z"
            )
        }
    }
}
