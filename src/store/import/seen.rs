//! Which rows an import has seen already, where the casebook has no index yet to ask.

use hashbrown::HashTable;
use hashbrown::hash_table::Entry;

use super::super::digest::RecordDigest;

/// In so many parts, each of which grows on its own: growing a table needs the old and the new at once.
const PARTS: usize = 64;

/// Digests of the rows seen so far.
pub(super) struct SeenDigests(Vec<HashTable<[u32; 3]>>);

impl Default for SeenDigests {
    fn default() -> Self {
        SeenDigests(vec![HashTable::new(); PARTS])
    }
}

impl SeenDigests {
    /// Notes a row; false where it was seen before.
    pub(super) fn note(&mut self, digest: &RecordDigest) -> bool {
        let short = digest.short();
        let part = &mut self.0[short[2] as usize % PARTS];
        match part.entry(hash(&short), |known| *known == short, hash) {
            Entry::Occupied(_) => false,
            Entry::Vacant(place) => {
                place.insert(short);
                true
            }
        }
    }
}

/// A digest is as good as any hash of it.
fn hash(short: &[u32; 3]) -> u64 {
    u64::from(short[0]) << 32 | u64::from(short[1])
}
