//! `twosource doctor`.

use clap::Args;
use serde::Serialize;

use super::context::Context;
use super::disclosure::{Disclosure, Target, Withheld};
use super::format::FormatArgument;
use super::tree::Outcome;
use super::wording::counted;
use crate::error::Result;
use crate::output::{Cell, Column, Format, Style, Table};
use crate::store::Store;
use crate::store::doctor::{Finding, Severity};
use crate::transfer::PastOutside;

/// Examine the casebook: is it whole, and has another program written to it?
///
/// Looks at the file, at its history, and at whether every record is as twosource last wrote it.
/// Nothing is changed, but for a casebook of an older twosource, which is copied and brought up to
/// date. Who can rewrite the whole file can rewrite its history too: keep a backup in another place.
///
/// Warns where the casebook lies in a folder that a cloud client synchronises: there edits can be lost; and
/// where others than its owner may read it.
///
/// Exits with 1 where something is broken, or there is a warning.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource doctor
  twosource doctor --casebook casebook-before-merge.db
  twosource doctor --format json")]
pub(crate) struct Doctor {
    #[command(flatten)]
    format: FormatArgument,

    #[command(flatten)]
    disclosure: Disclosure,
}

/// One finding in the answer of `doctor --format json`.
#[derive(Serialize)]
struct ShownFinding<'a> {
    examined: &'a str,
    result: &'static str,
    message: &'a str,
    hint: Option<&'a str>,
}

impl Doctor {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        // Where it may only be read it can be examined too.
        let store = context.write().or_else(|_| context.read())?;
        let mut findings = {
            let mut progress = context.console.progress("examining rows", None);
            store.examine(&mut |rows| progress.reach(rows))?
        };
        self.withhold(context, &store, &mut findings)?;
        let count = |severity| findings.iter().filter(|it| it.severity == severity).count();
        let (faults, warnings) = (count(Severity::Fault), count(Severity::Warning));
        match self.format.format {
            Format::Table => tell(context, &findings, faults, warnings)?,
            Format::Json => context.console.json(&answer(&findings))?,
            Format::Csv => {
                let rows = answer(&findings).into_iter().map(|finding| {
                    [finding.examined, finding.result, finding.message, finding.hint.unwrap_or("")]
                        .map(str::to_owned)
                });
                context.console.csv(&["examined", "result", "message", "hint"], rows)?;
            }
        }
        Ok(if faults + warnings == 0 { Outcome::Done } else { Outcome::Findings })
    }
}

impl Doctor {
    /// Takes the keys and names that are withheld out of what goes outside.
    fn withhold(
        &self,
        context: &mut Context,
        store: &Store,
        findings: &mut [Finding],
    ) -> Result<()> {
        let target = Target::from(self.format.format);
        let is_about_records =
            |it: &Finding| matches!(it.severity, Severity::Fault | Severity::Skipped);
        if target.stays_here(context) || !findings.iter().any(is_about_records) {
            return Ok(());
        }
        let outside = match PastOutside::of(store) {
            Ok(None) => return Ok(()),
            Ok(Some(outside)) => Some(outside),
            // Where that cannot be read any more nobody can say what may be told.
            Err(_) => None,
        };
        if let Some(outside) = &outside {
            let (confidential, background) = outside.counts();
            let withheld = Withheld { confidential, background };
            if self.disclosure.shows(context, withheld, target, "doctor")? {
                return Ok(());
            }
        }
        for finding in findings.iter_mut().filter(|it| is_about_records(it)) {
            finding.message = match &outside {
                Some(outside) => outside.sentence(&finding.message),
                None => "look at it in a table on your terminal".to_owned(),
            };
        }
        Ok(())
    }
}

fn tell(context: &mut Context, findings: &[Finding], faults: usize, warnings: usize) -> Result<()> {
    let columns =
        [Column::whole("examined"), Column::whole("result"), Column::text("what was found")];
    let mut table = Table::new(columns);
    let mut hints: Vec<&str> = Vec::new();
    for finding in findings {
        table.row([
            Cell::styled(finding.name, Style::Bold),
            Cell::styled(finding.severity.as_str(), style(finding.severity)),
            Cell::plain(&finding.message),
        ]);
        hints.extend(finding.hint.as_deref().filter(|hint| !hints.contains(hint)));
    }
    context.console.table(&table)?;
    let warned = counted(warnings, "warning");
    context.console.status(match (faults, warnings) {
        (0, 0) => "the casebook is whole".to_owned(),
        (0, _) => format!("the casebook is whole, with {warned}"),
        (_, 0) => format!("{} in the casebook", counted(faults, "fault")),
        _ => format!("{} in the casebook, and {warned}", counted(faults, "fault")),
    });
    hints.iter().for_each(|hint| context.console.hint(hint));
    Ok(())
}

const fn style(severity: Severity) -> Style {
    match severity {
        Severity::Ok => Style::Green,
        Severity::Skipped => Style::Yellow,
        Severity::Warning => Style::BoldYellow,
        Severity::Fault => Style::Red,
    }
}

fn answer(findings: &[Finding]) -> Vec<ShownFinding<'_>> {
    findings
        .iter()
        .map(|finding| ShownFinding {
            examined: finding.name,
            result: finding.severity.as_str(),
            message: &finding.message,
            hint: finding.hint.as_deref(),
        })
        .collect()
}
