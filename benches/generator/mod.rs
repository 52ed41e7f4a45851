//! Writes a case folder of any size, the same for the same size and seed.
//!
//! For N claims there are 0.6 N sources with Zipf popularity, 2.5 N citations, about 0.8 N lineage
//! rows up to 8 deep; 60 % of a claim's sources share a wire.

mod random;
mod rows;
mod text;
mod world;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use random::Random;
use rows::Rows;
use text::Words;
use world::World;

/// Raised when the generator writes something else than before: old folders are not used again.
const EDITION: u32 = 1;

/// The variable that says how many claims are generated.
const CLAIMS_VARIABLE: &str = "TWOSOURCE_BENCH_CLAIMS";

/// How many claims the user wants to measure with.
pub(crate) fn claims() -> u32 {
    let wanted = std::env::var(CLAIMS_VARIABLE).ok().and_then(|text| text.parse().ok());
    wanted.unwrap_or(100_000)
}

/// A folder below target/ that stays for the next time.
pub(crate) fn kept(name: &str) -> PathBuf {
    Path::new(env!("CARGO_TARGET_TMPDIR")).join("bench").join(name)
}

/// The case folder with that many claims; written where it is not there yet.
pub(crate) fn case_folder(claims: u32) -> io::Result<PathBuf> {
    let folder = kept(&format!("case-{EDITION}-{claims}"));
    if folder.is_dir() {
        return Ok(folder);
    }
    let draft = folder.with_extension("draft");
    if draft.exists() {
        fs::remove_dir_all(&draft)?;
    }
    fs::create_dir_all(&draft)?;
    write(&draft, claims, 2019)?;
    fs::rename(&draft, &folder)?;
    Ok(folder)
}

fn write(folder: &Path, claims: u32, seed: u64) -> io::Result<()> {
    let mut random = Random::new(seed);
    let world = World::new(claims, &mut random);
    let words = Words::new();
    let mut rows = Rows { world: &world, words: &words, random };
    let file = |name: &str| Ok::<_, io::Error>(csv::Writer::from_path(folder.join(name))?);
    rows.sources(&mut file("sources.csv")?)?;
    rows.lineage(&mut file("lineage.csv")?)?;
    rows.claims(&mut file("claims.csv")?)?;
    rows.appearances(&mut file("appearances.csv")?)?;
    rows.citations(&mut file("citations.csv")?)?;
    rows.reviews(&mut file("reviews.csv")?)?;
    rows.waivers(&mut file("waivers.csv")?)
}
