//! Odd and big input: nothing overflows, and both ways still agree.

use twosource::corroboration::{Evidence, Graph, GraphBuilder, Level, Point, Scratch};

fn evidence(sources: &[u32]) -> Evidence {
    let mut evidence = Evidence::default();
    sources.iter().for_each(|&source| evidence.cite(source));
    evidence
}

fn level(graph: &Graph, evidence: &Evidence) -> Level {
    graph.assess(evidence, &mut Scratch::default()).level
}

/// Source n reports source n + 1, to the end; every one is a report of the last one.
fn chain(length: u32, edition: bool) -> Graph {
    let mut builder = GraphBuilder::new(length);
    for source in 1..length {
        builder.lineage(source - 1, source, edition);
    }
    builder.original(length - 1);
    builder.build()
}

#[test]
fn a_long_chain_needs_no_stack_and_no_square_of_memory() {
    for edition in [false, true] {
        let length = 200_000;
        let graph = chain(length, edition);
        let found = graph.assess(&evidence(&[length - 200, length - 100]), &mut Scratch::default());
        assert_eq!((found.level, found.origins), (Level::SingleOrigin, 1));
        assert_eq!(found.weakest_points.len(), 100);
    }
}

#[test]
fn sets_too_big_to_keep_are_searched() {
    for edition in [false, true] {
        let graph = chain(320, edition);
        let found = graph.assess(&evidence(&[0, 20]), &mut Scratch::default());
        assert_eq!(found.level, Level::SingleOrigin);
        assert_eq!(found.weakest_points.len(), 300);
        assert_eq!(found.weakest_points[0], Point::Source(20));
    }
}

#[test]
fn a_long_chain_is_not_searched_again_for_each_of_its_points() {
    for edition in [false, true] {
        let length = 10_000;
        let graph = chain(length, edition);
        let found = graph.assess(&evidence(&[0, 20]), &mut Scratch::default());
        assert_eq!((found.level, found.origins), (Level::SingleOrigin, 1));
        assert_eq!(found.weakest_points.len(), length as usize - 20);
    }
}

#[test]
fn a_set_that_was_cut_short_is_not_taken_for_the_whole() {
    let mut builder = GraphBuilder::new(5);
    builder.biggest_set(3);
    builder.lineage(0, 1, true);
    builder.lineage(1, 2, true);
    // The first two texts fill the set before their common voice is folded.
    for (source, voice) in [(0, 1), (1, 1), (2, 2), (4, 2)] {
        builder.voice(source, voice, false);
    }
    let graph = builder.build();
    let mut claim = evidence(&[4, 0]);
    claim.attribute_to(3);
    let found = graph.assess(&claim, &mut Scratch::default());
    assert_eq!(found.weakest_points, vec![Point::Voice(2)]);
}

#[test]
fn a_release_of_many_letters_reaches_them_all() {
    let letters = 100_000;
    let mut builder = GraphBuilder::new(letters + 2);
    for letter in 2..letters + 2 {
        builder.lineage(0, letter, false);
        builder.lineage(1, letter, false);
    }
    let graph = builder.build();
    let found = graph.assess(&evidence(&[0, 1, 0]), &mut Scratch::default());
    assert_eq!((found.level, found.sources), (Level::Apparent, 2));
    assert_eq!(found.origins, letters);
}

#[test]
fn numbers_may_be_anything() {
    let mut builder = GraphBuilder::new(2);
    builder.voice(0, u32::MAX, false);
    builder.voice(1, u32::MAX, true);
    builder.voice(1, 7, false);
    builder.identifier(0, u32::MAX - 1);
    builder.identifier(1, u32::MAX - 1);
    for unknown in [2, u32::MAX] {
        builder.fallen(unknown);
        builder.original(unknown);
        builder.voice(unknown, 1, false);
        builder.identifier(unknown, 1);
        builder.lineage(unknown, 0, true);
        builder.lineage(0, unknown, true);
    }
    let graph = builder.build();
    let mut claim = evidence(&[0, 1, 2, u32::MAX]);
    claim.appears_in(u32::MAX);
    let found = graph.assess(&claim, &mut Scratch::default());
    assert_eq!(found.level, Level::SingleOrigin);
    let expected = vec![Point::Voice(u32::MAX), Point::Identifier(u32::MAX - 1)];
    assert_eq!(found.weakest_points, expected);

    let mut claim = Evidence::default();
    claim.attribute_to(0);
    claim.cite(0);
    claim.attribute_to(u32::MAX);
    assert_eq!(level(&graph, &claim), Level::Unsupported);
    assert_eq!(level(&GraphBuilder::new(0).build(), &evidence(&[0])), Level::Unsupported);
}

#[test]
fn a_source_that_comes_from_itself_leads_nowhere() {
    let mut builder = GraphBuilder::new(2);
    builder.lineage(0, 0, true);
    builder.lineage(1, 1, false);
    builder.lineage(1, 0, false);
    let graph = builder.build();
    assert_eq!(level(&graph, &evidence(&[0, 1])), Level::Unsupported);
}

#[test]
fn one_scratch_serves_graphs_of_any_size() {
    let mut scratch = Scratch::default();
    for length in [3, 900, 2, 1000] {
        let found = chain(length, true).assess(&evidence(&[0, length - 1]), &mut scratch);
        assert_eq!(found.level, Level::SingleOrigin, "of {length}");
    }
}
