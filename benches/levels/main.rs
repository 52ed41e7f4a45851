//! The levels of all claims, against streaming the rows they follow from into arrays.

#[path = "../generator/mod.rs"]
mod generator;
mod stream;
#[path = "../support/mod.rs"]
mod support;

use std::collections::BTreeMap;
use std::path::PathBuf;

use support::Outcome;

/// How often each side is run.
const RUNS: usize = 5;
/// How much memory the levels may take, in MB.
const MEMORY: f64 = 500.0;

fn main() -> Outcome<()> {
    match support::side() {
        Some(side) => run(&side),
        None => measure(),
    }
}

fn casebook() -> PathBuf {
    generator::kept(&format!("levels-{}.db", generator::claims()))
}

fn run(side: &str) -> Outcome<()> {
    let casebook = casebook();
    match side {
        "import" => {
            let folder = generator::case_folder(generator::claims())?;
            support::create(&casebook)?;
            support::report(|| support::import(&support::open(&casebook)?, &folder))
        }
        "levels" => {
            let store = support::open(&casebook)?;
            support::report(|| Ok(store.assess_all()?))
        }
        _ => {
            let connection = rusqlite::Connection::open(&casebook)?;
            support::report(|| stream::all(&connection))
        }
    }
}

#[expect(clippy::print_stdout, reason = "a benchmark prints what it finds")]
fn measure() -> Outcome<()> {
    let claims = generator::claims();
    support::run_side("import")?;
    println!("levels of {claims} claims");
    let runs = support::pairs(["levels", "stream"], RUNS, true)?;
    support::print(["levels", "streaming into arrays"], &runs, 2.0);
    let peak = support::median(runs[0].iter().map(|run| run.peak));
    println!("  the levels take {peak:.1} MB at most (budget {MEMORY})");
    for (level, count) in distribution()? {
        println!("  {:>5.1} % {level}", 100.0 * f64::from(count) / f64::from(claims));
    }
    Ok(())
}

/// How many claims have each level.
fn distribution() -> Outcome<BTreeMap<&'static str, u32>> {
    let store = support::open(&casebook())?;
    let levels = store.levels()?;
    let mut counts = BTreeMap::new();
    // The generator's claims have the ids from 1.
    for claim in 1..=generator::claims() {
        *counts.entry(levels.level(i64::from(claim)).as_str()).or_default() += 1;
    }
    Ok(counts)
}
