//! The doctor: is the casebook whole, and has another program written to it?
//!
//! It reads and reports; damage is what it looks for, so damage never stops it. What it cannot see is
//! said in [`super::chain`].

mod access;
mod chain;
mod content;
mod derived;
mod faults;
mod file;
mod levels;
mod outside;
mod past;
mod place;
mod records;

use super::Store;
use super::embedded::explained;
use crate::error::Result;
use faults::Faults;
pub(super) use records::each_record;

/// How an examination came out.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Severity {
    /// All is well.
    Ok,
    /// It could not be looked into.
    Skipped,
    /// Nothing is broken, but something may well be one day.
    Warning,
    /// Something is broken.
    Fault,
}

impl Severity {
    /// The word that stands for it.
    pub const fn as_str(self) -> &'static str {
        match self {
            Severity::Ok => "ok",
            Severity::Skipped => "skipped",
            Severity::Warning => "warning",
            Severity::Fault => "fault",
        }
    }
}

/// What one examination found. Every examination gives at least one; a fault each for what is broken.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Finding {
    /// What was examined.
    pub name: &'static str,
    /// How it came out.
    pub severity: Severity,
    /// What was found, as a sentence without a full stop.
    pub message: String,
    /// What the user can do.
    pub hint: Option<String>,
}

impl Finding {
    fn ok(name: &'static str, message: impl Into<String>) -> Self {
        Finding { name, severity: Severity::Ok, message: message.into(), hint: None }
    }

    fn skipped(name: &'static str, message: impl Into<String>) -> Self {
        Finding { name, severity: Severity::Skipped, message: message.into(), hint: None }
    }
}

/// Called with how many rows have been looked at so far.
type Progress<'p> = &'p mut dyn FnMut(u64);

impl Store {
    /// Examines the whole casebook as it is at this moment, while others may write to it.
    ///
    /// Works on a casebook opened for reading; only the full-text index needs one opened for writing,
    /// and is skipped otherwise. Memory does not grow with the casebook, but for that which working out
    /// all levels takes. Fails only where the file
    /// cannot be read at all.
    pub fn examine(&self, progress: Progress<'_>) -> Result<Vec<Finding>> {
        // One snapshot for all; rolled back when it is dropped.
        self.require_inside()?;
        let snapshot = self.engine.connection.unchecked_transaction().map_err(explained)?;
        let mut rows = 0;
        let mut count = || {
            rows += 1;
            if rows % 1000 == 0 {
                progress(rows);
            }
        };
        let mut findings = file::pages(self);
        findings.extend(file::encryption(self));
        findings.extend(file::references(self));
        findings.extend(chain::changes(self, &mut count));
        findings.extend(content::records(self, &mut count));
        findings.extend(derived::lineage_states(self));
        findings.extend(derived::creators(self));
        findings.extend(levels::kept(self));
        // Damage may have ended it already, so this cannot fail.
        drop(snapshot);
        findings.extend(file::full_text(self));
        findings.extend(place::findings(&self.path));
        findings.extend(access::findings(self));
        progress(rows);
        Ok(findings)
    }
}

/// What is to be said of the history alone.
pub(super) fn chain_findings(store: &Store) -> Vec<Finding> {
    chain::changes(store, &mut || ())
}

/// The findings of an examination; one that broke off is itself a fault.
fn settled(mut faults: Faults, outcome: Result<()>, fine: impl Into<String>) -> Vec<Finding> {
    if let Err(error) = outcome {
        faults.add(format!("it could not be examined to the end: {error}"));
    }
    faults.findings(fine)
}
