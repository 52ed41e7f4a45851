//! Which sources there are and which come from which.

use super::random::{Random, scattered};

/// How long a chain of lineage may get.
const DEEPEST: u8 = 8;
/// How many sources go back to one wire, the wire included.
const FAMILIES: [u32; 7] = [2, 3, 4, 5, 6, 8, 14];

/// The sources in families: a wire first, then those that carry it.
pub(crate) struct World {
    pub(crate) claims: u32,
    /// What each source comes from.
    pub(crate) origins: Vec<Vec<u32>>,
    /// Where each family starts, and where the last one ends.
    starts: Vec<u32>,
}

impl World {
    pub(crate) fn new(claims: u32, random: &mut Random) -> World {
        let count = claims * 6 / 10;
        let mut world = World { claims, origins: Vec::new(), starts: vec![0] };
        let mut depths: Vec<u8> = Vec::new();
        while (world.origins.len() as u32) < count {
            let first = world.origins.len() as u32;
            let size = (*random.pick(&FAMILIES)).min(count - first);
            for source in first..first + size {
                let origins = origins_of(source, first, &depths, random);
                let deepest = origins.iter().map(|origin| depths[*origin as usize]).max();
                depths.push(deepest.map_or(0, |depth| depth + 1));
                world.origins.push(origins);
            }
            world.starts.push(first + size);
        }
        world
    }

    pub(crate) fn sources(&self) -> u32 {
        self.origins.len() as u32
    }

    /// The sources that a claim cites: 60 in 100 share a wire, the others are any.
    pub(crate) fn cited(&self, count: usize, random: &mut Random) -> Vec<u32> {
        let families = self.starts.len() as u32 - 1;
        let family = scattered(random.zipf(families), families) as usize;
        let (first, end) = (self.starts[family], self.starts[family + 1]);
        let mut cited: Vec<u32> = Vec::with_capacity(count);
        while cited.len() < count {
            let source = if random.chance(60) {
                first + random.zipf(end - first)
            } else {
                scattered(random.zipf(self.sources()), self.sources())
            };
            // Now and then one source is cited twice, at another place.
            if !cited.contains(&source) || random.chance(10) {
                cited.push(source);
            }
        }
        cited
    }
}

/// The origins of a source: mostly others of its family, so that the wire is behind all of them.
fn origins_of(source: u32, first: u32, depths: &[u8], random: &mut Random) -> Vec<u32> {
    let mut origins = Vec::new();
    if source == first {
        return origins;
    }
    let wanted = [1, 1, 1, 1, 1, 1, 2, 2, 3, 3][random.below(10) as usize];
    for _ in 0..wanted {
        let origin = match random.below(100) {
            0..15 if first > 0 && !origins.is_empty() => random.below(first),
            15..60 => source - 1,
            _ => first + random.below(source - first),
        };
        let origin = if depths[origin as usize] < DEEPEST { origin } else { first };
        if !origins.contains(&origin) {
            origins.push(origin);
        } else if first > 0 {
            // The family is too small for another one.
            let other = random.below(first);
            if depths[other as usize] < DEEPEST && !origins.contains(&other) {
                origins.push(other);
            }
        }
    }
    origins
}
