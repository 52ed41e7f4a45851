//! Random casebooks: whatever way the graph takes, it says what the definition says.

use proptest::collection::vec;
use proptest::prelude::*;

use crate::casebook::{Casebook, Claim, Source};
use crate::oracle;

const RELATIONS: [&str; 6] =
    ["reports", "quotes", "summarises", "collects", "republishes", "translates"];

/// What kind of casebook: how many sources, how much lineage, and where it may lead.
#[derive(Debug, Clone, Copy)]
struct Shape {
    sources: usize,
    lineage: usize,
    /// Lineage only ever leads to a source a little further on: long chains, no circles.
    chain: bool,
    /// How many of a hundred lineage rows make an edition.
    editions: u32,
}

fn key(at: usize) -> String {
    format!("s{at}")
}

fn lineage(shape: Shape) -> impl Strategy<Value = Vec<(usize, usize, &'static str)>> {
    let n = shape.sources;
    let relation =
        (0..100_u32, 0..4_usize, 4..6_usize).prop_map(move |(chance, other, edition)| {
            RELATIONS[if chance < shape.editions { edition } else { other }]
        });
    let row = (0..n, 0..n, 1..3_usize, relation).prop_map(move |(from, to, step, relation)| {
        let to = if shape.chain { (from + step).min(n - 1) } else { to };
        (from, to, relation)
    });
    vec(row, 0..=shape.lineage)
}

fn source(at: usize) -> impl Strategy<Value = Source> {
    let voices =
        vec(prop::sample::select(vec!["A", "B", "C", "D", "unnamed 1", "unnamed 2"]), 0..3);
    let identifiers = vec(prop::sample::select(vec!["doi:1", "url:1", "url:2"]), 0..2);
    (any::<bool>(), 0..12_u8, 0..3_u8, voices, 0..3_u8, identifiers).prop_map(
        move |(original, fall, speaks, voices, known, identifiers)| Source {
            key: key(at),
            original,
            fallen: fall == 0,
            voices: if speaks == 0 {
                Vec::new()
            } else {
                voices.iter().map(|v| ((*v).to_owned(), v.starts_with("unnamed"))).collect()
            },
            identifiers: if known > 0 {
                Vec::new()
            } else {
                identifiers.into_iter().map(str::to_owned).collect()
            },
            lineage: Vec::new(),
        },
    )
}

fn claim(sources: usize) -> impl Strategy<Value = Claim> {
    let any_source = move || (0..sources).prop_map(key);
    let attributions = prop_oneof![
        2 => Just(Vec::new()),
        1 => vec(any_source(), 1..4),
    ];
    let appears_in = prop_oneof![1 => Just(Vec::new()), 1 => vec(any_source(), 1..3)];
    (vec((any_source(), attributions), 0..6), appears_in)
        .prop_map(|(citations, appears_in)| Claim { citations, appears_in })
}

fn casebook() -> impl Strategy<Value = Casebook> {
    let shape = (1..10_usize, 0..20_usize, any::<bool>(), prop::sample::select(vec![0, 15, 40]));
    let shape = shape.prop_map(|(sources, lineage, chain, editions)| Shape {
        sources,
        lineage: lineage.min(sources * 2),
        chain,
        editions,
    });
    shape.prop_flat_map(|shape| {
        let sources: Vec<_> = (0..shape.sources).map(source).collect();
        (sources, lineage(shape), vec(claim(shape.sources), 1..6)).prop_map(
            |(mut sources, rows, claims)| {
                for (from, to, relation) in rows {
                    if from != to {
                        sources[from].lineage.push((relation.to_owned(), key(to)));
                    }
                }
                Casebook { sources, claims }
            },
        )
    })
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 6_000, failure_persistence: None, ..Default::default() })]

    #[test]
    fn the_graph_says_what_the_definition_says(book in casebook(), small in 0..8_usize) {
        // Sets that are too big to keep are a way of their own: some casebooks keep next to none.
        let biggest_set = if small < 4 { small } else { 256 };
        for (claim, (quick, exact)) in book.claims.iter().zip(book.assessed(biggest_set)) {
            let expected = oracle::verdict(&book, claim);
            prop_assert_eq!(&exact, &expected, "by search, of {:?}", claim);
            prop_assert_eq!(&quick, &expected, "by the short way, of {:?}", claim);
        }
    }
}
