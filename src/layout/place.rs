//! How high each item stands, so that lines run straight.

use super::grid::{Grid, Item};

const ROUNDS: usize = 12;

/// The space between two boxes of one layer.
const BETWEEN_BOXES: f64 = 16.0;

/// The space between a line that passes a layer and its neighbours.
const BESIDE_LINES: f64 = 10.0;

/// The heights of the middles of all items. No two of one layer overlap.
pub(super) fn centres(grid: &Grid) -> Vec<f64> {
    let mut centres = vec![0.0; grid.items.len()];
    for layer in &grid.layers {
        let offsets = offsets(grid, layer);
        layer.iter().zip(offsets).for_each(|(number, offset)| centres[*number] = offset);
    }
    for round in 0..ROUNDS {
        let count = grid.layers.len();
        for step in 0..count {
            let layer = if round % 2 == 0 { step } else { count - 1 - step };
            settle(grid, &grid.layers[layer], &mut centres);
        }
    }
    let top = |number: usize| centres[number] - grid.items[number].height / 2.0;
    let highest = (0..centres.len()).map(top).fold(f64::INFINITY, f64::min);
    centres.iter().map(|centre| centre - highest).collect()
}

/// How far below the first each item of a layer must stand at least.
fn offsets(grid: &Grid, layer: &[usize]) -> Vec<f64> {
    let mut offsets = Vec::with_capacity(layer.len());
    let mut above: Option<(&Item, f64)> = None;
    for number in layer {
        let item = &grid.items[*number];
        let offset = above.map_or(0.0, |(other, offset)| {
            let both = item.is_box && other.is_box;
            let space = if both { BETWEEN_BOXES } else { BESIDE_LINES };
            offset + (other.height + item.height) / 2.0 + space
        });
        offsets.push(offset);
        above = Some((item, offset));
    }
    offsets
}

/// Moves the items of a layer to the middle of what they are joined with, as near as their order and
/// the space between them allow: the least squares under both, by pooling neighbours that would
/// overlap (isotonic regression).
fn settle(grid: &Grid, layer: &[usize], centres: &mut [f64]) {
    let offsets = offsets(grid, layer);
    let mut pools: Vec<Pool> = Vec::new();
    for (number, offset) in layer.iter().zip(&offsets) {
        let (wish, weight) = wish(grid, *number, centres);
        pools.push(Pool { sum: (wish - offset) * weight, weight, count: 1 });
        while let [.., above, below] = pools.as_slice()
            && above.mean() > below.mean()
        {
            let joined = Pool {
                sum: above.sum + below.sum,
                weight: above.weight + below.weight,
                count: above.count + below.count,
            };
            pools.truncate(pools.len() - 2);
            pools.push(joined);
        }
    }
    let means = pools.iter().flat_map(|pool| std::iter::repeat_n(pool.mean(), pool.count));
    for ((number, offset), mean) in layer.iter().zip(&offsets).zip(means) {
        centres[*number] = mean + offset;
    }
}

/// Neighbours that stand as close together as they may.
struct Pool {
    sum: f64,
    weight: f64,
    count: usize,
}

impl Pool {
    fn mean(&self) -> f64 {
        self.sum / self.weight
    }
}

/// Where an item would like to be, and how much. Bends weigh more: a long line is to be straight.
fn wish(grid: &Grid, number: usize, centres: &[f64]) -> (f64, f64) {
    let item = &grid.items[number];
    let (mut sum, mut weight) = (0.0, 0.0);
    for other in item.before.iter().chain(&item.after) {
        let bends = [item, &grid.items[*other]].iter().filter(|end| !end.is_box).count();
        let pull = [1.0, 2.0, 8.0][bends];
        sum += centres[*other] * pull;
        weight += pull;
    }
    // What is joined with nothing stays where it is, and gives way to all others.
    if weight == 0.0 { (centres[number], 0.01) } else { (sum / weight, weight) }
}
