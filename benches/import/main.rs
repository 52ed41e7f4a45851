//! The import of a generated case folder, against the best loader that one would write by hand.

#[path = "../generator/mod.rs"]
mod generator;
mod handwritten;
mod same;
#[path = "../support/mod.rs"]
mod support;

use std::path::Path;

use support::Outcome;

/// How often each side is run.
const RUNS: usize = 3;
/// How much memory the import may take beside the map of keys, in MB.
const MEMORY: f64 = 64.0;

fn main() -> Outcome<()> {
    match support::side() {
        Some(side) => run(&side),
        None => measure(),
    }
}

fn run(side: &str) -> Outcome<()> {
    let folder = generator::case_folder(generator::claims())?;
    let casebook = generator::kept(&format!("{side}.db"));
    match side {
        "ours" => {
            support::create(&casebook)?;
            support::report(|| {
                let store = support::open(&casebook)?;
                support::import(&store, &folder)
            })
        }
        "by-hand" => {
            support::create(&casebook)?;
            support::report(|| handwritten::load(&casebook, &folder))
        }
        _ => support::report(|| keys(&folder)),
    }
}

/// Nothing but the keys, in the map of the standard library: what the others hold besides.
fn keys(folder: &Path) -> Outcome<[handwritten::Keys; 2]> {
    let mut maps = [handwritten::Keys::new(), handwritten::Keys::new()];
    for (file, map) in ["sources.csv", "claims.csv"].iter().zip(&mut maps) {
        let mut reader = csv::Reader::from_path(folder.join(file))?;
        let mut row = csv::StringRecord::new();
        while reader.read_record(&mut row)? {
            map.insert(row[0].into(), map.len() as u32 + 1);
        }
    }
    Ok(maps)
}

#[expect(clippy::print_stdout, reason = "a benchmark prints what it finds")]
fn measure() -> Outcome<()> {
    same::check()?;
    let claims = generator::claims();
    generator::case_folder(claims)?;
    println!("import of a case folder with {claims} claims");
    let runs = support::pairs(["ours", "by-hand"], RUNS, claims <= 100_000)?;
    support::print(["import", "loader by hand"], &runs, 1.5);
    let keys = support::run_side("keys")?.peak;
    let peak = support::median(runs[0].iter().map(|run| run.peak));
    println!("  a process with the keys alone takes {keys:.1} MB;");
    println!("  the import {:.1} MB more than that (budget {MEMORY})", peak - keys);
    Ok(())
}
