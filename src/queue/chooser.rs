//! One of several things, chosen with the arrows.

use crate::output::Press;

/// A list, of which one is the chosen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) struct Chooser<T> {
    items: Vec<T>,
    chosen: usize,
}

impl<T> Chooser<T> {
    /// A list of which the first is chosen.
    pub(super) fn new(items: Vec<T>) -> Self {
        Chooser { items, chosen: 0 }
    }

    pub(super) fn chosen(&self) -> Option<&T> {
        self.items.get(self.chosen)
    }

    /// Each, with whether it is the chosen one.
    pub(super) fn items(&self) -> impl Iterator<Item = (bool, &T)> {
        self.items.iter().enumerate().map(|(place, item)| (place == self.chosen, item))
    }

    pub(super) fn is_empty(&self) -> bool {
        self.items.is_empty()
    }

    /// Goes up or down; whether the key does that.
    pub(super) fn press(&mut self, press: Press) -> bool {
        match press {
            Press::Up => self.chosen = self.chosen.saturating_sub(1),
            Press::Down => self.chosen = (self.chosen + 1).min(self.items.len().saturating_sub(1)),
            _ => return false,
        }
        true
    }
}
