//! The levels of all claims, against streaming the rows they follow from into arrays: of a casebook
//! and of one a tenth as large.

#[path = "../generator/mod.rs"]
mod generator;
mod stream;
#[path = "../support/mod.rs"]
mod support;

use std::collections::BTreeMap;
use std::path::PathBuf;

use support::{Outcome, Run};

/// How often each side is run.
const RUNS: usize = 5;
/// How much memory the levels may take, in MB.
const MEMORY: f64 = 500.0;
/// How many claims are assessed by themselves, to know what one costs.
const FEW: u32 = 256;

fn main() -> Outcome<()> {
    match support::side() {
        Some(side) => run(&side),
        None => measure(),
    }
}

fn casebook(claims: u32) -> PathBuf {
    generator::kept(&format!("levels-{claims}.db"))
}

/// A side is named by what it does and the number of claims, `levels 100000`.
fn run(side: &str) -> Outcome<()> {
    let (side, claims) = side.split_once(' ').ok_or("a side without a number of claims")?;
    let claims = claims.parse()?;
    let path = casebook(claims);
    match side {
        "import" => {
            let folder = generator::case_folder(claims)?;
            support::create(&path)?;
            support::report(|| support::import(&support::open(&path)?, &folder))
        }
        "stream" => {
            let connection = rusqlite::Connection::open(&path)?;
            support::report(|| stream::all(&connection))
        }
        _ => {
            let store = support::open(&path)?;
            // The generator's claims have the ids from 1.
            let few: Vec<i64> =
                (0..FEW).map(|place| 1 + i64::from(place * (claims / FEW))).collect();
            match side {
                "levels" => support::report(|| Ok(store.assess_all()?)),
                "few" => support::report(|| Ok(store.levels_of(&few)?)),
                "keep" => support::report(|| Ok(store.keep_all_levels(&mut |_| {})?)),
                _ => support::report(|| Ok(store.levels()?)),
            }
        }
    }
}

#[expect(clippy::print_stdout, reason = "a benchmark prints what it finds")]
fn measure() -> Outcome<()> {
    let claims = generator::claims();
    let small = measure_size(claims / 10)?;
    let large = measure_size(claims)?;
    let growth = |figure: fn(&Run) -> f64| {
        let of = |runs: &[Run]| support::median(runs.iter().map(figure));
        of(&large) / of(&small)
    };
    println!("growth from {} to {claims} claims, 10.0 being linear", claims / 10);
    println!("  {:.1} wall, {:.1} cpu", growth(|run| run.wall), growth(|run| run.cpu));
    Ok(())
}

/// Measures one size and returns the runs of the levels.
#[expect(clippy::print_stdout, reason = "a benchmark prints what it finds")]
fn measure_size(claims: u32) -> Outcome<Vec<Run>> {
    let side = |name: &str| format!("{name} {claims}");
    support::run_side(&side("import"))?;
    println!("levels of {claims} claims");
    let runs = support::pairs([&side("levels"), &side("stream")], RUNS, true)?;
    support::print(["levels", "streaming into arrays"], &runs, 2.0);
    let peak = support::median(runs[0].iter().map(|run| run.peak));
    println!("  the levels take {peak:.1} MB at most (budget {MEMORY})");
    let few = support::run_side(&side("few"))?;
    let one = few.cpu / f64::from(FEW);
    let in_pass = support::median(runs[0].iter().map(|run| run.cpu)) / f64::from(claims);
    println!("  one claim by itself costs as much as {:.0} in the pass", one / in_pass);
    let keep = support::run_side(&side("keep"))?;
    println!("  working out and keeping all: {:.2} s, {:.1} MB at most", keep.wall, keep.peak);
    let kept = support::pairs([&side("kept"), &side("stream")], RUNS, true)?;
    let ratio = support::ratio(&kept, |run| run.wall);
    println!("  reading the kept levels: {ratio:.2} of streaming, wall");
    for (level, count) in distribution(claims)? {
        println!("  {:>5.1} % {level}", 100.0 * f64::from(count) / f64::from(claims));
    }
    let [levels, _] = runs;
    Ok(levels)
}

/// How many claims have each level.
fn distribution(claims: u32) -> Outcome<BTreeMap<&'static str, u32>> {
    let store = support::open(&casebook(claims))?;
    let levels = store.levels()?;
    let mut counts = BTreeMap::new();
    for claim in 1..=claims {
        *counts.entry(levels.level(i64::from(claim)).as_str()).or_default() += 1;
    }
    Ok(counts)
}
