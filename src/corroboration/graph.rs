//! The graph of sources that all claims share.

use super::csr::Csr;
use super::marks::Marks;
use super::point::PointRange;
use super::summary::{Flag, Span, Summary};

/// The sources with their lineage, voices and identifiers, and what was worked out from them once.
#[derive(Debug)]
pub struct Graph {
    pub(crate) points: PointRange,
    /// For each source itself, its voices and identifiers, without what it republishes.
    pub(crate) own: Csr,
    /// For each source its lineage origins.
    pub(crate) lineage: Csr,
    /// For each source what it republishes or translates.
    pub(crate) editions: Csr,
    /// For each source what republishes or translates it.
    pub(crate) edition_of: Csr,
    /// For each voice whether it is unnamed.
    pub(crate) unnamed: Vec<bool>,
    pub(crate) summaries: Vec<Summary>,
    /// The sets that summaries point into.
    pub(crate) sets: Vec<u32>,
}

impl Graph {
    /// How many sources there are.
    pub fn source_count(&self) -> u32 {
        self.lineage.rows()
    }

    pub(crate) fn knows(&self, source: u32) -> bool {
        source < self.source_count()
    }

    pub(crate) fn summary(&self, source: u32) -> &Summary {
        &self.summaries[source as usize]
    }

    pub(crate) fn is(&self, source: u32, flag: Flag) -> bool {
        self.summary(source).is(flag)
    }

    /// The set behind a span, if it was kept.
    pub(crate) fn set(&self, span: Span) -> Option<&[u32]> {
        let start = span.start as usize;
        (span != Span::ABSENT).then(|| &self.sets[start..start + span.len as usize])
    }

    /// The origins behind a summary's span, if they were kept.
    pub(crate) fn origins<'a>(&'a self, span: &'a Span) -> Option<&'a [u32]> {
        if span.len == 1 { Some(std::slice::from_ref(&span.start)) } else { self.set(*span) }
    }

    pub(crate) fn is_unnamed(&self, point: u32) -> bool {
        self.points.voice_position(point).is_some_and(|voice| self.unnamed[voice as usize])
    }

    pub(crate) fn any_unnamed(&self, points: &[u32]) -> bool {
        points.iter().any(|&point| self.is_unnamed(point))
    }

    /// Visits the sources and all that they republish or translate, by steps, each once, until told
    /// to stop.
    pub(crate) fn visit_editions(
        &self,
        sources: &[u32],
        seen: &mut Marks,
        mut go_on: impl FnMut(u32) -> bool,
    ) {
        seen.wipe(self.source_count());
        let mut waiting: Vec<u32> =
            sources.iter().copied().filter(|&source| seen.mark(source)).collect();
        while let Some(text) = waiting.pop() {
            if !go_on(text) {
                return;
            }
            waiting.extend(self.editions.of(text).iter().filter(|&&origin| seen.mark(origin)));
        }
    }
}
