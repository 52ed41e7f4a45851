//! Numbers that look random and are the same for the same seed on every machine.

/// SplitMix64: small, quick, and good enough for data.
#[derive(Debug, Clone)]
pub(crate) struct Random(u64);

impl Random {
    pub(crate) fn new(seed: u64) -> Self {
        Random(seed)
    }

    fn next(&mut self) -> u64 {
        self.0 = self.0.wrapping_add(0x9E37_79B9_7F4A_7C15);
        let mut z = self.0;
        z = (z ^ (z >> 30)).wrapping_mul(0xBF58_476D_1CE4_E5B9);
        z = (z ^ (z >> 27)).wrapping_mul(0x94D0_49BB_1331_11EB);
        z ^ (z >> 31)
    }

    /// A number below `limit`, which is not 0.
    pub(crate) fn below(&mut self, limit: u32) -> u32 {
        (((self.next() >> 32) * u64::from(limit)) >> 32) as u32
    }

    pub(crate) fn chance(&mut self, percent: u32) -> bool {
        self.below(100) < percent
    }

    pub(crate) fn pick<'a, T>(&mut self, of: &'a [T]) -> &'a T {
        &of[self.below(of.len() as u32) as usize]
    }

    /// A rank below `count` by Zipf's law: the second comes half as often as the first.
    pub(crate) fn zipf(&mut self, count: u32) -> u32 {
        let even = (self.next() >> 11) as f64 / (1_u64 << 53) as f64;
        let rank = f64::from(count + 1).powf(even) as u32;
        rank.saturating_sub(1).min(count - 1)
    }
}

/// Scatters the ranks below `count`, so that what is popular does not stand together.
pub(crate) fn scattered(rank: u32, count: u32) -> u32 {
    // A prime beyond all counts has no divisor in common with any of them.
    const PRIME: u64 = 2_654_435_761;
    (u64::from(rank) * PRIME % u64::from(count)) as u32
}
