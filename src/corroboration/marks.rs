//! Marks on sources that are all wiped at once, at no cost.

/// A set of sources. Emptying it is one addition: a mark is the number of the round it was made in.
#[derive(Debug, Default)]
pub(crate) struct Marks {
    round: u32,
    made_in: Vec<u32>,
}

impl Marks {
    /// Wipes all marks, and makes room for that many sources.
    pub(crate) fn wipe(&mut self, sources: u32) {
        if self.made_in.len() < sources as usize {
            self.made_in.resize(sources as usize, 0);
        }
        self.round = self.round.wrapping_add(1);
        if self.round == 0 {
            // Once in four billion rounds old marks could be taken for new ones.
            self.made_in.fill(0);
            self.round = 1;
        }
    }

    /// Marks a source; true if it was not marked yet.
    pub(crate) fn mark(&mut self, source: u32) -> bool {
        std::mem::replace(&mut self.made_in[source as usize], self.round) != self.round
    }

    /// Whether a source is marked.
    pub(crate) fn has(&self, source: u32) -> bool {
        self.made_in[source as usize] == self.round
    }
}
