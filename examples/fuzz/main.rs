//! Throws mutated files at the readers and writers of a format, and says which input breaks them.
//!
//! ```text
//! cargo run --release --example fuzz -- csl-json --seconds 180
//! ```
//!
//! The seeds are the files in `fixtures/libraries/` that the format recognises, and for `claimreview` those
//! in `fixtures/claimreview/`, for `csv` those in `fixtures/tables/`. What must hold for every input stands in [`broken_promise`] and
//! [`claim_review::broken_promise`]. An input that breaks it is written to `target/fuzz/`; where the
//! program dies before it can do that (a stack overflow), the input is in `target/fuzz/FORMAT.last`.
//! A run with the same `--seed` tries the same inputs in the same order.

// A tool for who works on the readers: it talks to them directly, and may give up on their slips.
#![allow(clippy::print_stderr, missing_docs)]

mod claim_review;
mod mutate;
mod table;

use std::fs;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::path::{Path, PathBuf};
use std::process::ExitCode;
use std::time::{Duration, Instant};

use mutate::Mutator;
use twosource::domain::{Source, kept_field};
use twosource::exchange::library::{FORMATS, Format, Losses};

/// An input of the lengths used here that takes longer than this is as good as a hang.
const PATIENCE: Duration = Duration::from_secs(2);

/// What is wrong with what came of an input, if anything is.
type Judge = Box<dyn Fn(&str) -> Option<String>>;

/// What is tried.
struct Target {
    name: &'static str,
    folder: &'static str,
    recognises: fn(&str) -> bool,
    broken_promise: Judge,
}

/// What can be tried.
fn targets() -> Vec<Target> {
    let libraries = FORMATS.iter().copied().map(|format| Target {
        name: format.name,
        folder: "fixtures/libraries",
        recognises: format.recognises,
        broken_promise: Box::new(move |input| broken_promise(format, input)),
    });
    let claim_review = Target {
        name: "claimreview",
        folder: "fixtures/claimreview",
        recognises: twosource::exchange::claim_review::recognises,
        broken_promise: Box::new(claim_review::broken_promise),
    };
    let table = Target {
        name: "csv",
        folder: "fixtures/tables",
        recognises: twosource::exchange::table::recognises,
        broken_promise: Box::new(table::broken_promise),
    };
    libraries.chain([claim_review, table]).collect()
}

struct Run {
    target: Target,
    seconds: u64,
    seed: u64,
}

fn main() -> ExitCode {
    let Some(run) = asked_for() else {
        let names: Vec<_> = targets().iter().map(|target| target.name).collect();
        eprintln!("fuzz FORMAT [--seconds 180] [--seed 1]; FORMAT is one of {}", names.join(", "));
        return ExitCode::from(2);
    };
    match fuzz(&run) {
        Ok(0) => ExitCode::SUCCESS,
        Ok(_) => ExitCode::FAILURE,
        Err(error) => {
            eprintln!("{error}");
            ExitCode::from(2)
        }
    }
}

fn asked_for() -> Option<Run> {
    let mut arguments = std::env::args().skip(1);
    let name = arguments.next()?;
    let target = targets().into_iter().find(|target| target.name == name)?;
    let mut run = Run { target, seconds: 180, seed: 1 };
    while let Some(flag) = arguments.next() {
        let value = arguments.next()?.parse().ok()?;
        match flag.as_str() {
            "--seconds" => run.seconds = value,
            "--seed" => run.seed = value,
            _ => return None,
        }
    }
    Some(run)
}

/// Tries inputs until the time is over; returns how many broke something.
fn fuzz(run: &Run) -> std::io::Result<u32> {
    let folder = PathBuf::from("target/fuzz");
    fs::create_dir_all(&folder)?;
    let last = folder.join(format!("{}.last", run.target.name));
    let mut mutator = Mutator::new(run.seed, seeds(&run.target)?);
    // Every panic is reported below, once, with its input.
    std::panic::set_hook(Box::new(|_| {}));
    let (begun, mut tried, mut found) = (Instant::now(), 0_u64, 0);
    while begun.elapsed() < Duration::from_secs(run.seconds) && found < 10 {
        let input = mutator.next_input();
        fs::write(&last, &input)?;
        let started = Instant::now();
        let outcome = catch_unwind(AssertUnwindSafe(|| (run.target.broken_promise)(&input)));
        let what = match outcome {
            Err(panic) => Some(format!("panics: {}", message(&*panic))),
            Ok(None) if started.elapsed() > PATIENCE => Some("takes too long".to_owned()),
            Ok(what) => what,
        };
        tried += 1;
        if let Some(what) = what {
            found += 1;
            let path = folder.join(format!("{}-{}-{tried}", run.target.name, run.seed));
            fs::write(&path, &input)?;
            eprintln!("{}: {what}", path.display());
        }
    }
    eprintln!("{}: {tried} inputs in {} s, {found} findings", run.target.name, run.seconds);
    Ok(found)
}

fn message(panic: &(dyn std::any::Any + Send)) -> String {
    let text = panic.downcast_ref::<&str>().map(|text| (*text).to_owned());
    text.or_else(|| panic.downcast_ref::<String>().cloned()).unwrap_or_default()
}

/// The texts to begin with.
fn seeds(target: &Target) -> std::io::Result<Vec<String>> {
    let mut paths = Vec::new();
    for entry in fs::read_dir(Path::new(target.folder))? {
        paths.push(entry?.path());
    }
    // The order in which a folder is read is nobody's promise.
    paths.sort();
    let mut seeds = Vec::new();
    for path in paths {
        let text = String::from_utf8_lossy(&fs::read(path)?).into_owned();
        if (target.recognises)(&text) {
            seeds.push(text);
        }
    }
    Ok(seeds)
}

/// What an input shows to be wrong: places that are outside of the text or go backwards, or a source
/// that is another one after it was written and read again.
fn broken_promise(format: Format, input: &str) -> Option<String> {
    let mut line = 1;
    for entry in (format.entries)(input) {
        let (on, span) = match &entry {
            Ok(entry) => (entry.line, entry.span.clone()),
            Err(fault) => (fault.line, fault.span.clone()),
        };
        if on < line || input.get(span.clone()).is_none() {
            return Some(format!("line {on} after {line}, bytes {span:?} of {}", input.len()));
        }
        line = on;
        let Ok(entry) = entry else { continue };
        let (key, mut losses) = (entry.source.key.clone(), Losses::default());
        let written = match (format.write)(&entry.source, &mut losses) {
            Ok(written) => format.document(&[written]),
            Err(error) => return Some(format!("`{key}` cannot be written: {error}")),
        };
        match (format.entries)(&written).collect::<Result<Vec<_>, _>>() {
            Ok(again)
                if again.len() == 1 && is_as_good(format, &entry.source, &again[0].source) => {}
            Ok(again) => {
                let again: Vec<_> = again.into_iter().map(|again| again.source).collect();
                return Some(format!(
                    "`{key}` does not come back\n{:?}\n{again:?}\n{written}",
                    entry.source
                ));
            }
            Err(fault) => return Some(format!("`{key}`: {}\n{written}", fault.error)),
        }
    }
    None
}

/// Whether a source that was written and read again is the same, or, where one dialect of a format says
/// in its own way what another said, at least the same but for what was kept.
fn is_as_good(format: Format, source: &Source, again: &Source) -> bool {
    if source == again {
        return true;
    }
    let bare = |source: &Source| {
        let mut bare = source.clone();
        bare.variables.retain(|(name, _)| kept_field(name).is_none());
        bare
    };
    let write = |source: &Source| (format.write)(source, &mut Losses::default()).ok();
    format.name == "bibtex" && bare(source) == bare(again) && write(source) == write(again)
}
