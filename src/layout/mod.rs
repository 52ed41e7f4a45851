//! Boxes and the lines between them, laid out in layers from left to right.
//!
//! Knows nothing but numbers: sizes go in, places come out. Each group of boxes that hang together is
//! laid out by itself, after Sugiyama: layers by the longest way, an order with few crossings, heights
//! that keep lines straight. No two boxes overlap, no line runs behind a box that is not its own, and
//! no label lies on a box or on another label: a label stands in a strip beside its box in which lines
//! run level, each at a height of its own.

mod components;
mod grid;
mod layers;
mod order;
mod pack;
mod place;
mod routes;

use components::components;
use grid::Grid;
use order::put_in_order;
use pack::pack;
use place::centres;
use routes::routed;

/// How large something is, in pixels.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Size {
    /// From left to right.
    pub width: f64,
    /// From top to bottom.
    pub height: f64,
}

/// A box that wants a place.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Unplaced {
    /// How large it has to be at least.
    pub size: Size,
    /// Whether it belongs into the first layer, unless something leads to it.
    pub first: bool,
}

/// A line from one box to another, by their places in the list of boxes.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Link {
    /// Where it begins.
    pub from: usize,
    /// Where it ends.
    pub to: usize,
    /// How wide its label is, in pixels; zero where it has none.
    pub label_width: f64,
}

/// A box in its place.
#[derive(Debug, Clone, Copy, PartialEq, Default)]
pub struct Placed {
    /// Its left edge.
    pub x: f64,
    /// Its upper edge.
    pub y: f64,
    /// As wide as its column.
    pub width: f64,
    /// At least what was asked for; more where many labels stand beside it.
    pub height: f64,
}

/// One piece of a line: level up to where it bends, then a bend, then level.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Piece {
    /// Where it begins.
    pub start: (f64, f64),
    /// Where the bend begins.
    pub bend: (f64, f64),
    /// Where the bend ends.
    pub bent: (f64, f64),
    /// Where it ends.
    pub end: (f64, f64),
}

/// How a line runs, from left to right.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Route {
    /// Its pieces, each beginning where the one before ended. None for a line from a box to itself.
    pub pieces: Vec<Piece>,
    /// Whether it ends on the left: it closes a circle.
    pub backwards: bool,
    /// Where its label stands, if it has one.
    pub label: Option<LabelPlace>,
}

/// Where a label stands.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct LabelPlace {
    /// Where the text begins, or where it ends.
    pub x: f64,
    /// The height of the line on which it stands.
    pub y: f64,
    /// Whether `x` is where the text ends.
    pub ends_here: bool,
}

/// Everything in its place.
#[derive(Debug, Clone, PartialEq, Default)]
pub struct Layout {
    /// How large the whole is.
    pub size: Size,
    /// The boxes, in the order in which they came.
    pub boxes: Vec<Placed>,
    /// The lines, in the order of the links.
    pub routes: Vec<Route>,
}

/// Lays out boxes and the lines between them.
pub fn lay_out(unplaced: &[Unplaced], links: &[Link]) -> Layout {
    let components = components(unplaced.len(), links);
    let parts: Vec<Layout> = components
        .iter()
        .map(|component| {
            let own: Vec<Unplaced> = component.boxes.iter().map(|it| unplaced[*it]).collect();
            part(&own, &component.links)
        })
        .collect();
    let part_sizes: Vec<Size> = parts.iter().map(|part| part.size).collect();
    let alone: Vec<bool> = components.iter().map(|component| component.boxes.len() == 1).collect();
    let (shifts, size) = pack(&part_sizes, &alone);
    let mut boxes = vec![Placed::default(); unplaced.len()];
    let mut routes = vec![Route::default(); links.len()];
    for ((component, part), shift) in components.iter().zip(parts).zip(shifts) {
        for (number, placed) in component.boxes.iter().zip(&part.boxes) {
            boxes[*number] = placed.moved(shift);
        }
        for (number, route) in component.link_numbers.iter().zip(&part.routes) {
            routes[*number] = route.moved(shift);
        }
    }
    Layout { size, boxes, routes }
}

/// Lays out boxes that hang together.
fn part(unplaced: &[Unplaced], links: &[Link]) -> Layout {
    let mut grid = Grid::new(unplaced, links);
    put_in_order(&mut grid);
    let centres = centres(&grid);
    routed(&grid, &centres)
}

impl Placed {
    fn moved(self, (x, y): (f64, f64)) -> Self {
        Placed { x: self.x + x, y: self.y + y, ..self }
    }
}

impl Route {
    fn moved(&self, (x, y): (f64, f64)) -> Self {
        let moved = |point: (f64, f64)| (point.0 + x, point.1 + y);
        Route {
            pieces: self
                .pieces
                .iter()
                .map(|piece| Piece {
                    start: moved(piece.start),
                    bend: moved(piece.bend),
                    bent: moved(piece.bent),
                    end: moved(piece.end),
                })
                .collect(),
            backwards: self.backwards,
            label: self.label.map(|label| LabelPlace { x: label.x + x, y: label.y + y, ..label }),
        }
    }
}
