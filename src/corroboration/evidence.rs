//! What supports one claim.

/// One claim's supporting citations and the works it appears in.
///
/// It is filled row by row, assessed, cleared and filled again for the next claim, so that a caller
/// that streams a table sorted by claim allocates nothing.
#[derive(Debug, Clone, Default)]
pub struct Evidence {
    /// Each cited source, and where its attributions end in `attributions`.
    citations: Vec<(u32, u32)>,
    attributions: Vec<u32>,
    appearances: Vec<u32>,
}

/// A citation of a source, with the sources that it is attributed to there.
#[derive(Debug, Clone, Copy)]
pub struct Citation<'a> {
    /// The cited source.
    pub source: u32,
    /// Whom the source has this from, as the citation says. Empty when it says nothing.
    pub attributions: &'a [u32],
}

impl Evidence {
    /// Makes it the evidence of another claim, with nothing in it yet.
    pub fn clear(&mut self) {
        self.citations.clear();
        self.attributions.clear();
        self.appearances.clear();
    }

    /// Adds a supporting citation of `source`.
    pub fn cite(&mut self, source: u32) {
        self.citations.push((source, self.attributions.len() as u32));
    }

    /// Adds an attribution to the citation that was added last; without one it says nothing.
    pub fn attribute_to(&mut self, origin: u32) {
        if let Some((_, end)) = self.citations.last_mut() {
            self.attributions.push(origin);
            *end += 1;
        }
    }

    /// Adds a work that the claim appears in: neither it nor another edition of it is evidence.
    pub fn appears_in(&mut self, work: u32) {
        self.appearances.push(work);
    }

    /// The supporting citations, in the order they were added.
    pub fn citations(&self) -> impl Iterator<Item = Citation<'_>> {
        let mut start = 0;
        self.citations.iter().map(move |&(source, end)| {
            let attributions = &self.attributions[start..end as usize];
            start = end as usize;
            Citation { source, attributions }
        })
    }

    /// Every source that is cited or named in an attribution, in any order.
    pub(crate) fn sources(&self) -> impl Iterator<Item = u32> {
        let cited = self.citations.iter().map(|&(source, _)| source);
        cited.chain(self.attributions.iter().copied())
    }

    /// The works that the claim appears in.
    pub fn appearances(&self) -> &[u32] {
        &self.appearances
    }
}
