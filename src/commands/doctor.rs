//! `twosource doctor`.

use clap::Args;
use serde::Serialize;

use super::context::Context;
use super::format::FormatArgument;
use super::tree::Outcome;
use super::wording::counted;
use crate::error::Result;
use crate::output::{Cell, Column, Format, Style, Table};
use crate::store::doctor::{Finding, Severity};

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
        let findings = {
            let mut progress = context.console.progress("examining rows", None);
            store.examine(&mut |rows| progress.reach(rows))?
        };
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
