//! Points: what one retraction, one discredited person or one dead address takes away.

/// A point on a support path, by the number that the caller gave it.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum Point {
    /// A source.
    Source(u32),
    /// A voice: an author, speaker, interviewee, court or issuer.
    Voice(u32),
    /// A strong identifier: DOI, ECLI or canonical URL.
    Identifier(u32),
}

/// All points as one range of `u32`: sources first, then voices, then identifiers.
///
/// One range keeps sets of points small, and their order is the order in which points are shown.
#[derive(Debug)]
pub(crate) struct PointRange {
    sources: u32,
    voices: Ids,
    identifiers: Ids,
}

impl PointRange {
    pub(crate) fn new(sources: u32, voices: Ids, identifiers: Ids) -> PointRange {
        PointRange { sources, voices, identifiers }
    }

    pub(crate) fn of_voice(&self, voice: u32) -> u32 {
        self.sources + self.voices.position(voice)
    }

    pub(crate) fn of_identifier(&self, identifier: u32) -> u32 {
        self.sources + self.voices.count + self.identifiers.position(identifier)
    }

    /// How many voices there are.
    pub(crate) fn voices(&self) -> u32 {
        self.voices.count
    }

    /// The position of a voice among the voices, if the point is one.
    pub(crate) fn voice_position(&self, point: u32) -> Option<u32> {
        point.checked_sub(self.sources).filter(|&position| position < self.voices.count)
    }

    pub(crate) fn point(&self, point: u32) -> Point {
        let Some(voice) = point.checked_sub(self.sources) else {
            return Point::Source(point);
        };
        match voice.checked_sub(self.voices.count) {
            None => Point::Voice(self.voices.id(voice)),
            Some(identifier) => Point::Identifier(self.identifiers.id(identifier)),
        }
    }
}

/// The ids of the voices, or of the identifiers, as a dense range.
#[derive(Debug)]
pub(crate) struct Ids {
    count: u32,
    /// The ids in ascending order, if the range is not the ids themselves.
    sparse: Option<Vec<u32>>,
}

impl Ids {
    /// Ids that are close together, as row numbers are, stand for themselves; others are numbered.
    pub(crate) fn of(pairs: &[(u32, u32)]) -> Ids {
        let highest = pairs.iter().map(|&(_, id)| id).max();
        let highest = highest.map_or(0, |id| id as usize + 1);
        if highest <= 4 * pairs.len() + 64 {
            return Ids { count: highest as u32, sparse: None };
        }
        let mut ids: Vec<u32> = pairs.iter().map(|&(_, id)| id).collect();
        ids.sort_unstable();
        ids.dedup();
        Ids { count: ids.len() as u32, sparse: Some(ids) }
    }

    fn position(&self, id: u32) -> u32 {
        match &self.sparse {
            None => id,
            Some(ids) => ids.partition_point(|&known| known < id) as u32,
        }
    }

    fn id(&self, position: u32) -> u32 {
        match &self.sparse {
            None => position,
            Some(ids) => ids[position as usize],
        }
    }
}
