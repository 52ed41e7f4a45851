//! Which rows an import has seen already, where the casebook has no index yet to ask.

use std::collections::HashSet;

use super::super::digest::RecordDigest;

/// In so many parts, each of which grows on its own: growing a table needs the old and the new at once.
const PARTS: usize = 64;

/// Digests of the rows seen so far.
pub(super) struct SeenDigests(Vec<HashSet<[u32; 3]>>);

impl Default for SeenDigests {
    fn default() -> Self {
        SeenDigests(vec![HashSet::new(); PARTS])
    }
}

impl SeenDigests {
    /// Notes a row; false where it was seen before.
    pub(super) fn note(&mut self, digest: &RecordDigest) -> bool {
        let short = digest.short();
        self.0[short[0] as usize % PARTS].insert(short)
    }
}
