//! Where the casebook lies: not in a folder that a cloud client synchronises.

use std::path::Path;

use super::super::synchronised::Synchronised;
use super::{Finding, Severity};

/// What was examined.
const NAME: &str = "place";

/// How many second versions are named one by one.
const NAMED: usize = 5;

/// A warning for each thing that is amiss around the file.
pub(super) fn findings(casebook: &Path) -> Vec<Finding> {
    let seen = Synchronised::around(casebook);
    let mut findings = Vec::new();
    if let Some(client) = &seen.client {
        let (name, sign) = (client.name, client.seen.display());
        findings.push(warning(
            format!("it is in a folder that looks synchronised by {name} ({sign})"),
            MOVE.to_owned(),
        ));
    }
    if !seen.versions.is_empty() {
        let mut names = seen.versions.iter().take(NAMED).cloned().collect::<Vec<_>>().join("; ");
        if seen.versions.len() > NAMED {
            names.push_str(&format!("; and {} more", seen.versions.len() - NAMED));
        }
        findings.push(warning(
            format!("beside it is what a cloud client makes where two people wrote: {names}"),
            COMPARE.to_owned(),
        ));
    }
    if findings.is_empty() {
        findings.push(Finding::ok(NAME, "no sign of a cloud client that synchronises it"));
    }
    findings
}

/// What to do about a casebook in a folder that is synchronised.
const MOVE: &str = "a cloud client can lose edits, or damage the file, when two people work: move \
                    casebook.db and what stands beside it under that name to a folder that is not \
                    synchronised, while no twosource runs; to share it put copies there: twosource \
                    backup FOLDER";

/// What to do about a second version.
const COMPARE: &str = "either may hold changes that the other lacks: `twosource history --verify FILE` says \
                       where the two part, `twosource history --casebook FILE` what was done there; \
                       enter again what is missing, then take that file away";

fn warning(message: String, hint: String) -> Finding {
    Finding { name: NAME, severity: Severity::Warning, message, hint: Some(hint) }
}
