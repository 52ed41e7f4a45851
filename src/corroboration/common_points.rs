//! The points that a claim's paths have in common.

/// What is common to all ways so far; a way is given by the points that lie on all of its paths.
#[derive(Debug, Default)]
pub(crate) struct CommonPoints {
    ways: usize,
    points: Vec<u32>,
    /// Whether every way has an unnamed voice: on firm paths these count as one point.
    all_unnamed: bool,
}

impl CommonPoints {
    /// Forgets all ways.
    pub(crate) fn clear(&mut self) {
        self.ways = 0;
        self.points.clear();
        self.all_unnamed = true;
    }

    /// Adds a way whose points are those of two ascending lists.
    pub(crate) fn meet(&mut self, own: &[u32], onward: &[u32], unnamed: bool) {
        if self.ways == 0 {
            self.points.extend_from_slice(own);
            if !onward.is_empty() {
                self.points.extend_from_slice(onward);
                self.points.sort_unstable();
                self.points.dedup();
            }
        } else {
            self.points.retain(|point| {
                own.binary_search(point).is_ok() || onward.binary_search(point).is_ok()
            });
        }
        self.ways += 1;
        self.all_unnamed &= unnamed;
    }

    /// The points that lie on every way, ascending.
    pub(crate) fn points(&self) -> &[u32] {
        &self.points
    }

    /// Whether there is a way, and nothing that every way has, unnamed voices being one.
    pub(crate) fn nothing_in_common(&self) -> bool {
        self.ways > 0 && self.points.is_empty() && !self.all_unnamed
    }
}
