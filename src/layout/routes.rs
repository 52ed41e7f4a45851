//! From layers and heights to boxes and lines.

use super::grid::{CORNERS, Chain, Grid, LabelSide};
use super::{LabelPlace, Layout, Piece, Placed, Route, Size};

/// The room beside a box in which a line runs level, so that an arrow head fits.
const LEVEL: f64 = 16.0;

/// The space between a label and the box beside it: on the side of an arrow head it has to miss that.
const BESIDE_LABEL: f64 = 14.0;

/// How far above its line a label stands.
const ABOVE_LINE: f64 = 3.0;

/// How wide the strip is in which lines bend, at least and at most.
const BEND: (f64, f64) = (44.0, 150.0);

/// The most that the lines at one side of a box are apart.
const APART: f64 = 22.0;

/// The layout of boxes that hang together.
pub(super) fn routed(grid: &Grid, centres: &[f64]) -> Layout {
    let ports = Ports::new(grid, centres);
    let strips = strips(grid, &ports);
    let mut lefts = vec![0.0];
    for (width, strip) in grid.widths.iter().zip(&strips) {
        let left = lefts[lefts.len() - 1];
        lefts.push(left + width + strip.left + strip.bend + strip.right);
    }
    let boxes: Vec<Placed> = (0..grid.boxes)
        .map(|number| {
            let item = &grid.items[number];
            let (x, width) = (lefts[item.layer], grid.widths[item.layer]);
            Placed { x, y: centres[number] - item.height / 2.0, width, height: item.height }
        })
        .collect();
    let route = |(number, chain)| route(grid, &ports, &strips, &lefts, number, chain);
    let routes = grid.chains.iter().enumerate().map(route).collect();
    let last = grid.widths.len() - 1;
    let bottom = |number: usize| centres[number] + grid.items[number].height / 2.0;
    let height = (0..centres.len()).map(bottom).fold(0.0, f64::max);
    Layout { size: Size { width: lefts[last] + grid.widths[last], height }, boxes, routes }
}

/// At what height each line is in each of the items it passes.
struct Ports {
    /// For each chain and each step the heights at its left and right end.
    steps: Vec<Vec<(f64, f64)>>,
}

impl Ports {
    fn new(grid: &Grid, centres: &[f64]) -> Self {
        let mut steps: Vec<Vec<(f64, f64)>> = Vec::new();
        // The chains that meet a box on its left and on its right, with the height they come from.
        let mut left = vec![Vec::new(); grid.boxes];
        let mut right = vec![Vec::new(); grid.boxes];
        for (number, chain) in grid.chains.iter().enumerate() {
            let heights: Vec<f64> = chain.items.iter().map(|item| centres[*item]).collect();
            steps.push(heights.windows(2).map(|pair| (pair[0], pair[1])).collect());
            let (first, last) = chain.ends();
            right[first].push((heights[1], number));
            left[last].push((heights[heights.len() - 2], number));
        }
        for number in 0..grid.boxes {
            for (meeting, on_the_right) in [(&mut left, false), (&mut right, true)] {
                let meeting = &mut meeting[number];
                meeting.sort_by(|one, other| one.0.total_cmp(&other.0));
                let count = meeting.len() as f64;
                let room = grid.items[number].height - CORNERS;
                let apart = (room / count).min(APART);
                for (place, (_, chain)) in meeting.iter().enumerate() {
                    let port = centres[number] + (place as f64 - (count - 1.0) / 2.0) * apart;
                    let steps = &mut steps[*chain];
                    let end = steps.len() - 1;
                    match on_the_right {
                        true => steps[0].0 = port,
                        false => steps[end].1 = port,
                    }
                }
            }
        }
        Ports { steps }
    }
}

/// The space between two layers.
#[derive(Default, Clone)]
struct Strip {
    left: f64,
    bend: f64,
    right: f64,
}

fn strips(grid: &Grid, ports: &Ports) -> Vec<Strip> {
    let none = Strip { left: LEVEL, bend: BEND.0, right: LEVEL };
    let mut strips = vec![none; grid.widths.len()];
    for (chain, steps) in grid.chains.iter().zip(&ports.steps) {
        let (first, last) = chain.ends();
        let room = chain.label_width + 2.0 * BESIDE_LABEL;
        let (after_first, before_last) = (grid.items[first].layer, grid.items[last].layer - 1);
        match chain.label {
            LabelSide::None => {}
            LabelSide::Left => strips[after_first].left = strips[after_first].left.max(room),
            LabelSide::Right => strips[before_last].right = strips[before_last].right.max(room),
        }
        for (layer, (one, other)) in (after_first..).zip(steps) {
            let wanted = ((one - other).abs() / 4.0).min(BEND.1);
            strips[layer].bend = strips[layer].bend.max(wanted);
        }
    }
    strips
}

fn route(
    grid: &Grid,
    ports: &Ports,
    strips: &[Strip],
    lefts: &[f64],
    number: usize,
    chain: &Chain,
) -> Route {
    let (first, last) = chain.ends();
    let mut pieces = Vec::new();
    for (layer, (from, to)) in (grid.items[first].layer..).zip(&ports.steps[number]) {
        // A bend has no width: its line passes the whole layer level.
        let start =
            if pieces.is_empty() { lefts[layer] + grid.widths[layer] } else { lefts[layer] };
        let bend = lefts[layer] + grid.widths[layer] + strips[layer].left;
        pieces.push(Piece {
            start: (start, *from),
            bend: (bend, *from),
            bent: (bend + strips[layer].bend, *to),
            end: (lefts[layer + 1], *to),
        });
    }
    let steps = &ports.steps[number];
    let label = match chain.label {
        LabelSide::None => None,
        LabelSide::Left => {
            let layer = grid.items[first].layer;
            let x = lefts[layer] + grid.widths[layer] + BESIDE_LABEL;
            Some(LabelPlace { x, y: steps[0].0 - ABOVE_LINE, ends_here: false })
        }
        LabelSide::Right => {
            let x = lefts[grid.items[last].layer] - BESIDE_LABEL;
            Some(LabelPlace { x, y: steps[steps.len() - 1].1 - ABOVE_LINE, ends_here: true })
        }
    };
    Route { pieces, backwards: chain.backwards, label }
}
