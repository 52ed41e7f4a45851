//! Boxes in layers, with a bend in each layer that a line passes.

use super::layers::layers;
use super::{Link, Unplaced};

/// How far apart the lines are that meet a box on one side, where they have labels.
const LABEL_HEIGHT: f64 = 15.0;

/// How far apart lines without labels are, so that the heads of arrows do not lie on each other.
const HEAD_HEIGHT: f64 = 8.0;

/// The parts of a side, above and below, at which no line meets a box.
pub(super) const CORNERS: f64 = 24.0;

/// How much room a line takes that passes a layer.
const BEND_HEIGHT: f64 = 6.0;

/// A box, or a place at which a line passes a layer.
pub(super) struct Item {
    pub(super) layer: usize,
    pub(super) height: f64,
    pub(super) is_box: bool,
    /// What it is joined with in the layer before, once for each line.
    pub(super) before: Vec<usize>,
    /// The same in the layer after.
    pub(super) after: Vec<usize>,
}

/// At which end of a line its label stands.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum LabelSide {
    None,
    Left,
    Right,
}

/// A line through the layers.
pub(super) struct Chain {
    /// A box, the bends, and a box, from left to right.
    pub(super) items: Vec<usize>,
    pub(super) backwards: bool,
    pub(super) label: LabelSide,
    pub(super) label_width: f64,
}

/// Everything by layers. The boxes are the first items.
pub(super) struct Grid {
    pub(super) items: Vec<Item>,
    /// How wide each layer is.
    pub(super) widths: Vec<f64>,
    /// The items of each layer, from top to bottom.
    pub(super) layers: Vec<Vec<usize>>,
    pub(super) chains: Vec<Chain>,
    pub(super) boxes: usize,
}

impl Grid {
    /// Puts boxes and lines into layers.
    pub(super) fn new(unplaced: &[Unplaced], links: &[Link]) -> Self {
        let layers = layers(unplaced, links);
        let count = layers.of.iter().max().map_or(0, |last| last + 1);
        let mut grid = Grid {
            items: Vec::new(),
            widths: vec![0.0; count],
            layers: vec![Vec::new(); count],
            chains: Vec::new(),
            boxes: unplaced.len(),
        };
        for (Unplaced { size, .. }, layer) in unplaced.iter().zip(&layers.of) {
            grid.item(*layer, size.height, true);
            grid.widths[*layer] = grid.widths[*layer].max(size.width);
        }
        for (link, turned) in links.iter().zip(&layers.turned) {
            grid.chain(link, *turned);
        }
        grid.place_labels();
        for item in grid.items.iter_mut().filter(|item| item.is_box) {
            let lines = item.before.len().max(item.after.len());
            item.height = item.height.max(lines as f64 * HEAD_HEIGHT + CORNERS);
        }
        grid
    }

    fn item(&mut self, layer: usize, height: f64, is_box: bool) -> usize {
        let number = self.items.len();
        self.items.push(Item { layer, height, is_box, before: Vec::new(), after: Vec::new() });
        self.layers[layer].push(number);
        number
    }

    fn chain(&mut self, link: &Link, backwards: bool) {
        let (left, right) = if backwards { (link.to, link.from) } else { (link.from, link.to) };
        let between = self.items[left].layer + 1..self.items[right].layer;
        let mut items = vec![left];
        items.extend(between.map(|layer| self.item(layer, BEND_HEIGHT, false)));
        items.push(right);
        for pair in items.windows(2) {
            self.items[pair[0]].after.push(pair[1]);
            self.items[pair[1]].before.push(pair[0]);
        }
        let (label, label_width) = (LabelSide::None, link.label_width);
        self.chains.push(Chain { items, backwards, label, label_width });
    }

    /// Puts each label beside the box at which fewer lines meet, and makes boxes as high as the labels
    /// beside them.
    fn place_labels(&mut self) {
        for chain in self.chains.iter_mut().filter(|chain| chain.label_width > 0.0) {
            let (left, right) = chain.ends();
            let (leaving, reaching) = (&self.items[left].after, &self.items[right].before);
            let (side, end, lines) = match leaving.len() <= reaching.len() {
                true => (LabelSide::Left, left, leaving.len()),
                false => (LabelSide::Right, right, reaching.len()),
            };
            chain.label = side;
            let needed = lines as f64 * LABEL_HEIGHT + CORNERS;
            self.items[end].height = self.items[end].height.max(needed);
        }
    }
}

impl Chain {
    /// The boxes at its ends.
    pub(super) fn ends(&self) -> (usize, usize) {
        // A chain is made with both its ends.
        (self.items[0], self.items[self.items.len() - 1])
    }
}
