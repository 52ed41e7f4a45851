//! How far a long task has come, shown only to people who have been waiting.

use std::time::{Duration, Instant};

use indicatif::{ProgressBar, ProgressDrawTarget, ProgressStyle};

/// A task that is over before this needs no progress; a bar that flashes up is noise.
const PATIENCE: Duration = Duration::from_secs(1);

/// Counts what is done and draws it on stderr. Vanishes when it is dropped.
///
/// Nothing may be printed while it lives.
#[derive(Debug)]
pub struct Progress {
    bar: ProgressBar,
    started: Instant,
    waiting: bool,
}

impl Progress {
    /// Counts items; `task` is what is being done, `reading sources`.
    pub(super) fn items(task: &str, total: Option<u64>, wanted: bool) -> Self {
        let counted =
            if total.is_some() { "{bar:30} {human_pos}/{human_len}" } else { "{human_pos}" };
        Progress::new(task, total, wanted, counted)
    }

    /// Counts bytes.
    pub(super) fn bytes(task: &str, total: Option<u64>, wanted: bool) -> Self {
        let counted = if total.is_some() { "{bar:30} {bytes}/{total_bytes}" } else { "{bytes}" };
        Progress::new(task, total, wanted, counted)
    }

    fn new(task: &str, total: Option<u64>, wanted: bool, counted: &str) -> Self {
        let bar = ProgressBar::with_draw_target(total, ProgressDrawTarget::hidden());
        // The templates above are right; were one not, the bar would only look plainer.
        if let Ok(style) = ProgressStyle::with_template(&format!("{{msg}} {counted} {{elapsed}}")) {
            bar.set_style(style);
        }
        bar.set_message(super::safe_text(task).into_owned());
        Progress { bar, started: Instant::now(), waiting: wanted }
    }

    /// So many more are done.
    pub fn advance(&mut self, done: u64) {
        self.bar.inc(done);
        self.show_if_it_takes_long();
    }

    /// So many are done by now.
    pub fn reach(&mut self, done: u64) {
        self.bar.set_position(done);
        self.show_if_it_takes_long();
    }

    fn show_if_it_takes_long(&mut self) {
        if self.waiting && self.started.elapsed() >= PATIENCE {
            self.waiting = false;
            self.bar.set_draw_target(ProgressDrawTarget::stderr());
        }
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.bar.finish_and_clear();
    }
}
