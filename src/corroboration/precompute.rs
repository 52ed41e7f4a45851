//! What all claims share, worked out once, origins first.

use super::csr::Csr;
use super::graph::Graph;
use super::marks::Marks;
use super::summary::{Flag, Span, Summary};

/// Fills in the summaries and sets of a graph whose lists are complete.
///
/// Sets of more than `biggest` points are not kept.
pub(crate) fn fill(graph: &mut Graph, fallen: &[u32], originals: &[u32], biggest: usize) {
    graph.summaries = (0..graph.source_count()).map(Summary::blank).collect();
    let derived = graph.lineage.reversed();
    for (source, summary) in (0_u32..).zip(&mut graph.summaries) {
        if graph.lineage.of(source).is_empty() {
            summary.set(Flag::Origin);
        }
        if !derived.of(source).is_empty() {
            summary.set(Flag::HasDerived);
        }
    }
    for &source in originals {
        graph.summaries[source as usize].set(Flag::Original);
    }
    spread_fall(graph, fallen);
    group_editions(graph);
    note_own_points(graph, biggest);
    spread_life(graph, &derived);
    Onward { biggest, limit: limit(graph), set: Vec::new() }.note_all(graph, &derived);
}

/// How many items all sets may hold: a casebook of real works stays far below.
fn limit(graph: &Graph) -> usize {
    let items = 16 * (graph.own.len() + graph.lineage.len()) + graph.sets.len();
    items.min(u32::MAX as usize)
}

/// What republishes or translates a fallen source is no evidence either.
fn spread_fall(graph: &mut Graph, fallen: &[u32]) {
    let mut waiting = fallen.to_vec();
    while let Some(source) = waiting.pop() {
        let summary = &mut graph.summaries[source as usize];
        if !summary.is(Flag::Fallen) {
            summary.set(Flag::Fallen);
            waiting.extend(graph.edition_of.of(source));
        }
    }
}

/// Puts all that edition rows connect into one group, and notes which groups others derive from.
fn group_editions(graph: &mut Graph) {
    let mut waiting = Vec::new();
    let mut grouped = vec![false; graph.summaries.len()];
    for name in 0..graph.source_count() {
        if grouped[name as usize] {
            continue;
        }
        waiting.push(name);
        while let Some(source) = waiting.pop() {
            if !std::mem::replace(&mut grouped[source as usize], true) {
                graph.summaries[source as usize].group = name;
                waiting.extend(graph.editions.of(source));
                waiting.extend(graph.edition_of.of(source));
            }
        }
    }
    for source in 0..graph.source_count() {
        let group = graph.summary(source).group;
        for &origin in graph.lineage.of(source) {
            let entered = graph.summary(origin).group;
            if entered != group {
                graph.summaries[entered as usize].set(Flag::Entered);
            }
        }
    }
}

/// Keeps the points of each source, with those of all that it republishes or translates.
fn note_own_points(graph: &mut Graph, biggest: usize) {
    graph.sets.reserve(graph.own.len());
    let mut seen = Marks::default();
    let mut set = Vec::new();
    for source in 0..graph.source_count() {
        set.clear();
        let mut whole = true;
        if graph.editions.of(source).is_empty() {
            set.extend_from_slice(graph.own.of(source));
        } else {
            graph.visit_editions(&[source], &mut seen, |text| {
                set.extend_from_slice(graph.own.of(text));
                whole = set.len() <= biggest;
                whole
            });
            set.sort_unstable();
            set.dedup();
        }
        let sets = &mut graph.sets;
        let kept = whole && set.len() <= biggest;
        let span = if kept { keep(sets, u32::MAX as usize, &set) } else { Span::ABSENT };
        let unnamed = graph.any_unnamed(&set);
        let summary = &mut graph.summaries[source as usize];
        summary.own = span;
        if unnamed {
            summary.set(Flag::OwnUnnamed);
        }
    }
}

/// Notes from which sources an origin can be reached over sources that have not fallen.
fn spread_life(graph: &mut Graph, derived: &Csr) {
    let mut waiting: Vec<u32> =
        (0..graph.source_count()).filter(|&source| graph.is(source, Flag::Origin)).collect();
    while let Some(source) = waiting.pop() {
        let summary = &mut graph.summaries[source as usize];
        if !summary.is(Flag::Fallen) && !summary.is(Flag::Live) {
            summary.set(Flag::Live);
            waiting.extend(derived.of(source));
        }
    }
}

/// Appends a set, unless all sets together would be too big.
fn keep(sets: &mut Vec<u32>, limit: usize, set: &[u32]) -> Span {
    if sets.len() + set.len() > limit {
        return Span::ABSENT;
    }
    let span = Span { start: sets.len() as u32, len: set.len() as u32 };
    sets.extend_from_slice(set);
    span
}

/// Works out what lies behind each source on its lineage.
struct Onward {
    biggest: usize,
    limit: usize,
    set: Vec<u32>,
}

impl Onward {
    /// Takes each live source when all live origins it comes from have been taken. What is in a
    /// circle, or comes from one, never gets its turn and keeps a blank summary.
    fn note_all(&mut self, graph: &mut Graph, derived: &Csr) {
        let mut pending = vec![0_u32; graph.summaries.len()];
        let mut ready = Vec::new();
        for source in 0..graph.source_count() {
            if !graph.is(source, Flag::Live) {
                continue;
            }
            let origins = live_origins(graph, source).filter(|&origin| origin != source).count();
            pending[source as usize] = origins as u32;
            if origins == 0 {
                ready.push(source);
            }
        }
        while let Some(source) = ready.pop() {
            self.note(graph, source);
            for &next in derived.of(source) {
                if next != source && graph.is(next, Flag::Live) {
                    pending[next as usize] -= 1;
                    if pending[next as usize] == 0 {
                        ready.push(next);
                    }
                }
            }
        }
    }

    fn note(&mut self, graph: &mut Graph, source: u32) {
        let mut summary = *graph.summary(source);
        if summary.is(Flag::Origin) {
            summary.depth = 0;
            summary.unavoidable = summary.own;
            summary.origins = Span { start: source, len: 1 };
            if summary.is(Flag::Original) {
                summary.set(Flag::Firm);
            }
        } else {
            let deepest = live_origins(graph, source)
                .filter(|&origin| origin != source)
                .map(|origin| graph.summary(origin).depth)
                .max();
            summary.depth = deepest.map_or(0, |depth| depth.saturating_add(1));
            summary.unavoidable = self.unavoidable(graph, source);
            summary.origins = self.origins(graph, source);
            // The rows are counted, not the live ones: several origins are several origins even
            // when some of them have fallen.
            let rows = graph.lineage.of(source);
            if rows.len() == 1 && rows.iter().all(|&origin| graph.is(origin, Flag::Firm)) {
                summary.set(Flag::Firm);
            }
        }
        if graph.set(summary.unavoidable).is_some_and(|set| graph.any_unnamed(set)) {
            summary.set(Flag::UnavoidableUnnamed);
        }
        graph.summaries[source as usize] = summary;
    }

    fn keep(&self, graph: &mut Graph) -> Span {
        if self.set.len() > self.biggest {
            return Span::ABSENT;
        }
        keep(&mut graph.sets, self.limit, &self.set)
    }

    /// The source's own points, and those that are unavoidable whichever live origin one goes to.
    fn unavoidable(&mut self, graph: &mut Graph, source: u32) -> Span {
        let mut origins = live_origins(graph, source).filter(|&origin| origin != source);
        let first = origins.next().and_then(|origin| graph.set(graph.summary(origin).unavoidable));
        let (Some(first), Some(own)) = (first, graph.set(graph.summary(source).own)) else {
            return Span::ABSENT;
        };
        self.set.clear();
        self.set.extend_from_slice(first);
        for origin in origins {
            if self.set.is_empty() {
                break;
            }
            let Some(other) = graph.set(graph.summary(origin).unavoidable) else {
                return Span::ABSENT;
            };
            self.set.retain(|point| other.binary_search(point).is_ok());
        }
        self.set.extend_from_slice(own);
        self.set.sort_unstable();
        self.set.dedup();
        self.keep(graph)
    }

    fn origins(&mut self, graph: &mut Graph, source: u32) -> Span {
        self.set.clear();
        let mut spans = live_origins(graph, source)
            .filter(|&origin| origin != source)
            .map(|origin| graph.summary(origin).origins)
            .peekable();
        let first = spans.next();
        if let (Some(only), None) = (first, spans.peek()) {
            return only;
        }
        for span in first.into_iter().chain(spans) {
            match graph.origins(&span) {
                Some(origins) if self.set.len() <= self.biggest => self.set.extend(origins),
                _ => return Span::ABSENT,
            }
        }
        self.set.sort_unstable();
        self.set.dedup();
        if let [only] = self.set[..] {
            return Span { start: only, len: 1 };
        }
        self.keep(graph)
    }
}

/// The source's lineage origins that lead to an origin.
fn live_origins(graph: &Graph, source: u32) -> impl Iterator<Item = u32> {
    graph.lineage.of(source).iter().copied().filter(|&origin| graph.is(origin, Flag::Live))
}
