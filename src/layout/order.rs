//! The order within each layer in which few lines cross.

use super::grid::Grid;

/// How often the layers are gone through, to the right and to the left by turns.
const ROUNDS: usize = 16;

/// Puts each item as near to the middle of what it is joined with as the others let it, and keeps the
/// best of the orders that come up.
pub(super) fn put_in_order(grid: &mut Grid) {
    let mut places = vec![0.0; grid.items.len()];
    let mut best = (crossings(grid), grid.layers.clone());
    for round in 0..ROUNDS {
        if best.0 == 0 {
            break;
        }
        let to_the_right = round % 2 == 0;
        let count = grid.layers.len();
        for step in 0..count {
            let layer = if to_the_right { step } else { count - 1 - step };
            sort(grid, layer, to_the_right, &mut places);
        }
        let found = crossings(grid);
        if found < best.0 {
            best = (found, grid.layers.clone());
        }
    }
    grid.layers = best.1;
}

fn sort(grid: &mut Grid, layer: usize, to_the_right: bool, places: &mut [f64]) {
    let mut wanted: Vec<(f64, usize)> = Vec::new();
    for (place, number) in grid.layers[layer].iter().enumerate() {
        let item = &grid.items[*number];
        let joined = if to_the_right { &item.before } else { &item.after };
        let sum: f64 = joined.iter().map(|other| places[*other]).sum();
        let own = relative(place, grid.layers[layer].len());
        wanted.push((if joined.is_empty() { own } else { sum / joined.len() as f64 }, *number));
    }
    wanted.sort_by(|one, other| one.0.total_cmp(&other.0));
    grid.layers[layer] = wanted.into_iter().map(|(_, number)| number).collect();
    for (place, number) in grid.layers[layer].iter().enumerate() {
        places[*number] = relative(place, grid.layers[layer].len());
    }
}

/// A place between 0 and 1, so that layers of different lengths compare.
fn relative(place: usize, count: usize) -> f64 {
    (place as f64 + 0.5) / count as f64
}

/// How many pairs of lines cross.
fn crossings(grid: &Grid) -> u64 {
    let mut place = vec![0; grid.items.len()];
    for layer in &grid.layers {
        for (position, number) in layer.iter().enumerate() {
            place[*number] = position;
        }
    }
    let mut crossings = 0;
    for pair in grid.layers.windows(2) {
        let mut met = Counter::new(pair[1].len());
        for number in &pair[0] {
            let ends: Vec<usize> = grid.items[*number].after.iter().map(|it| place[*it]).collect();
            // Lines that leave one item do not cross each other.
            crossings += ends.iter().map(|end| met.above(*end)).sum::<u64>();
            ends.iter().for_each(|end| met.add(*end));
        }
    }
    crossings
}

/// Counts at places, summed in logarithmic time (a Fenwick tree).
struct Counter {
    sums: Vec<u64>,
    all: u64,
}

impl Counter {
    fn new(places: usize) -> Self {
        Counter { sums: vec![0; places + 1], all: 0 }
    }

    fn add(&mut self, place: usize) {
        self.all += 1;
        let mut at = place + 1;
        while at < self.sums.len() {
            self.sums[at] += 1;
            at += at & at.wrapping_neg();
        }
    }

    /// How many were counted at higher places.
    fn above(&self, place: usize) -> u64 {
        let (mut up_to_here, mut at) = (0, place + 1);
        while at > 0 {
            up_to_here += self.sums[at];
            at -= at & at.wrapping_neg();
        }
        self.all - up_to_here
    }
}
