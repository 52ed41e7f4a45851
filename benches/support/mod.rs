//! Measures work in processes of their own, the two sides in turn, so that a machine that gets
//! slower or faster meanwhile does so for both.

use std::error::Error;
use std::fs;
use std::path::Path;
use std::process::Command;
use std::time::{Duration, Instant};

use twosource::exchange::case::CaseFolder;
use twosource::store::import::ImportOptions;
use twosource::store::{Access, Signature, Store};
use twosource::transfer::import_case;

pub(crate) type Outcome<T> = Result<T, Box<dyn Error>>;

/// The variable that makes a benchmark do one side's work instead of measuring.
const SIDE_VARIABLE: &str = "TWOSOURCE_BENCH_SIDE";

/// Which side's work this process is to do, if any.
pub(crate) fn side() -> Option<String> {
    std::env::var(SIDE_VARIABLE).ok()
}

/// How many bytes of memory, how many seconds: of one run.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Run {
    pub(crate) wall: f64,
    /// Of the processor, in the program and in the kernel.
    pub(crate) cpu: f64,
    /// The most memory that the process had at once, in MB.
    pub(crate) peak: f64,
}

/// Does the work and says what it took, for [`run_side`] to read.
#[expect(clippy::print_stdout, reason = "this is what the measuring process reads")]
pub(crate) fn report<T>(work: impl FnOnce() -> Outcome<T>) -> Outcome<()> {
    let (start, cpu) = (Instant::now(), cpu_seconds());
    let done = work()?;
    let (wall, cpu) = (start.elapsed().as_secs_f64(), cpu_seconds() - cpu);
    drop(done);
    println!("took {wall} {cpu} {}", status("VmHWM:"));
    Ok(())
}

/// Runs one side's work in a process of its own.
pub(crate) fn run_side(side: &str) -> Outcome<Run> {
    let output = Command::new(std::env::current_exe()?).env(SIDE_VARIABLE, side).output()?;
    if !output.status.success() {
        return Err(String::from_utf8_lossy(&output.stderr).into());
    }
    let text = String::from_utf8(output.stdout)?;
    let line = text.lines().find_map(|line| line.strip_prefix("took ")).ok_or("no figures")?;
    let figures: Vec<f64> = line.split(' ').map(str::parse).collect::<Result<_, _>>()?;
    Ok(Run { wall: figures[0], cpu: figures[1], peak: figures[2] })
}

/// Runs two sides in turn, so many times each, after one pair that is not counted where `warm`.
pub(crate) fn pairs(sides: [&str; 2], count: usize, warm: bool) -> Outcome<[Vec<Run>; 2]> {
    let mut runs = [Vec::new(), Vec::new()];
    for round in 0..count + usize::from(warm) {
        for (side, runs) in sides.iter().zip(&mut runs) {
            let run = run_side(side)?;
            if round >= usize::from(warm) {
                runs.push(run);
            }
        }
    }
    Ok(runs)
}

pub(crate) fn median(figures: impl IntoIterator<Item = f64>) -> f64 {
    let mut figures: Vec<f64> = figures.into_iter().collect();
    figures.sort_by(f64::total_cmp);
    figures[figures.len() / 2]
}

/// The median of the ratios, pair by pair.
pub(crate) fn ratio(runs: &[Vec<Run>; 2], figure: fn(&Run) -> f64) -> f64 {
    median(runs[0].iter().zip(&runs[1]).map(|(ours, other)| figure(ours) / figure(other)))
}

/// Prints both sides and their ratio.
#[expect(clippy::print_stdout, reason = "a benchmark prints what it finds")]
pub(crate) fn print(names: [&str; 2], runs: &[Vec<Run>; 2], budget: f64) {
    for (name, runs) in names.iter().zip(runs) {
        let of = |figure: fn(&Run) -> f64| median(runs.iter().map(figure));
        let (wall, cpu, peak) = (of(|run| run.wall), of(|run| run.cpu), of(|run| run.peak));
        println!("  {name:<24} {wall:>8.2} s wall {cpu:>8.2} s cpu {peak:>8.1} MB at most");
    }
    let (wall, cpu) = (ratio(runs, |run| run.wall), ratio(runs, |run| run.cpu));
    println!("  ratio                    {wall:>8.2}   wall {cpu:>8.2}   cpu   (budget {budget})");
}

/// Seconds that the processor has worked for this process; Linux only, elsewhere 0.
fn cpu_seconds() -> f64 {
    const TICKS: f64 = 100.0;
    let stat = fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let fields = stat.rsplit(')').next().unwrap_or_default().split(' ');
    let ticks: f64 = fields.skip(12).take(2).filter_map(|ticks| ticks.parse::<f64>().ok()).sum();
    // Exact, but of the first thread alone.
    let exact = fs::read_to_string("/proc/self/schedstat").unwrap_or_default();
    let exact = exact.split(' ').next().and_then(|nanos| nanos.parse::<f64>().ok());
    (ticks / TICKS).max(exact.unwrap_or_default() / 1e9)
}

/// A figure of the process in MB; Linux only, elsewhere 0.
pub(crate) fn status(name: &str) -> f64 {
    let status = fs::read_to_string("/proc/self/status").unwrap_or_default();
    let line = status.lines().find_map(|line| line.strip_prefix(name)).unwrap_or_default();
    line.trim().trim_end_matches(" kB").parse::<f64>().map_or(0.0, |kilobytes| kilobytes / 1024.0)
}

const WAIT: Duration = Duration::from_secs(10);

/// A new casebook at this place.
pub(crate) fn create(path: &Path) -> Outcome<()> {
    for ending in ["", "-wal", "-shm"] {
        let mut name = path.as_os_str().to_owned();
        name.push(ending);
        let _ = fs::remove_file(name);
    }
    Ok(Store::create(path, WAIT)?)
}

/// Opens a casebook.
pub(crate) fn open(path: &Path) -> Outcome<Store> {
    Ok(Store::open(path, Access::Write, WAIT)?)
}

/// Imports a case folder through the library.
pub(crate) fn import(store: &Store, folder: &Path) -> Outcome<()> {
    let signature = Signature { actor: "desk".to_owned(), at: "2026-11-22T10:00:00Z".parse()? };
    let folder = CaseFolder::open(folder)?;
    import_case(store, &signature, &folder, ImportOptions::default(), &mut |_| {})?;
    Ok(())
}
