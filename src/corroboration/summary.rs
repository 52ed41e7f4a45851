//! What is noted of each source, so that a claim need not walk the graph.

/// A slice of the graph's sets.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Span {
    pub(crate) start: u32,
    pub(crate) len: u32,
}

impl Span {
    /// The set was not kept: it was too big, or the source is part of a circle, or leads to one.
    pub(crate) const ABSENT: Span = Span { start: 0, len: u32::MAX };
}

/// What the short way needs to know of a source, together in memory.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Summary {
    /// The points of the source, with those of what it republishes or translates.
    pub(crate) own: Span,
    /// The points that lie on every path from the source along its lineage.
    pub(crate) unavoidable: Span,
    /// The origins that such paths reach. One alone stands in the place of the start: it is the
    /// usual case, and saves a look into the sets.
    pub(crate) origins: Span,
    /// The length of the longest such path: from where it is higher to where it is lower one may
    /// get, never the other way.
    pub(crate) depth: u32,
    /// Sources that may be editions of one text are in one group, named by one of them.
    pub(crate) group: u32,
    flags: u16,
}

/// A yes-or-no fact about a source.
#[derive(Debug, Clone, Copy)]
#[repr(u16)]
pub(crate) enum Flag {
    /// It has fallen itself, or what it republishes or translates has.
    Fallen = 1,
    /// Its lineage is `original`.
    Original = 2,
    /// It has no lineage rows.
    Origin = 4,
    /// A path along its lineage leads to an origin, over sources that have not fallen.
    Live = 8,
    /// The one path along its lineage is firm.
    Firm = 16,
    /// One of its own points is an unnamed voice.
    OwnUnnamed = 32,
    /// One of its unavoidable points is an unnamed voice.
    UnavoidableUnnamed = 64,
    /// Some source comes from it.
    HasDerived = 128,
    /// A source outside its group comes from one inside. Noted at the group's name.
    Entered = 256,
}

impl Summary {
    /// A source in a group of its own, of which nothing is noted.
    pub(crate) fn blank(source: u32) -> Summary {
        Summary {
            own: Span::ABSENT,
            unavoidable: Span::ABSENT,
            origins: Span::ABSENT,
            depth: u32::MAX,
            group: source,
            flags: 0,
        }
    }

    pub(crate) fn is(&self, flag: Flag) -> bool {
        self.flags & flag as u16 != 0
    }

    pub(crate) fn set(&mut self, flag: Flag) {
        self.flags |= flag as u16;
    }
}
