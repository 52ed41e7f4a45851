//! `twosource check`.

mod first;
mod group;
mod html;
mod json;
mod load;
mod markdown;
mod report;
mod survey;
mod table;

pub(crate) use survey::{Survey, survey, survey_with};
pub(crate) use table::show;

use std::collections::HashSet;

use clap::Args;

use super::context::Context;
use super::deliver::{OutputFile, deliver};
use super::disclosure::{Disclosure, Target};
use super::tree::Outcome;
use super::values::one_of;
use super::view::View;
use super::wording::counted;
use crate::checks::{Finding, Selection, Severity};
use crate::domain::Key;
use crate::error::Result;
use report::Report;

/// How the findings are written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum ReportFormat {
    Table,
    Json,
    Csv,
    Markdown,
    Html,
}

impl ReportFormat {
    const ALL: [ReportFormat; 5] = [
        ReportFormat::Table,
        ReportFormat::Json,
        ReportFormat::Csv,
        ReportFormat::Markdown,
        ReportFormat::Html,
    ];

    fn name(self) -> &'static str {
        match self {
            ReportFormat::Table => "table",
            ReportFormat::Json => "json",
            ReportFormat::Csv => "csv",
            ReportFormat::Markdown => "markdown",
            ReportFormat::Html => "html",
        }
    }
}

/// Find the claims that rest on too little
///
/// Looks at every claim and tells what is weak about its sources: none at all, only one, several that
/// are really one, or some that were taken back; then at the sources themselves. `twosource rule`
/// explains each finding and how to mend it.
///
/// With --claim, only these claims and the sources behind them are looked at.
///
/// Exit status: 0 where nothing was found at or above --fail-on, 1 where something was.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource check
  twosource check --claim c12 --claim c13
  twosource check --rule single-origin --format csv
  twosource check --min-severity warning
  twosource check --format html --output report.html
  twosource check --format markdown --min-severity warning
  twosource check --skip unsupported-claim --fail-on error")]
pub(crate) struct Check {
    /// Only this rule; may be given several times
    #[arg(long = "rule", value_name = "NAME")]
    rules: Vec<String>,

    /// Not this rule; may be given several times
    #[arg(long = "skip", value_name = "NAME")]
    skip: Vec<String>,

    /// Only this claim; may be given several times
    #[arg(long = "claim", value_name = "KEY")]
    claims: Vec<Key>,

    /// Only findings that are at least this grave
    #[arg(long, value_name = "SEVERITY", default_value = "info",
          value_parser = one_of(Severity::ALL, Severity::as_str))]
    min_severity: Severity,

    /// Exit with status 1 when a finding is at least this grave
    #[arg(long, value_name = "SEVERITY", default_value = "warning",
          value_parser = one_of(Severity::ALL, Severity::as_str))]
    fail_on: Severity,

    /// How to write it: a table to read, JSON for programs, CSV for spreadsheets, Markdown, or one HTML page to open, print and mail
    #[arg(long, value_name = "FORMAT", default_value = "table",
          value_parser = one_of(&ReportFormat::ALL, ReportFormat::name))]
    format: ReportFormat,

    #[command(flatten)]
    file: OutputFile,

    #[command(flatten)]
    disclosure: Disclosure,
}

impl Check {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let selection = Selection::new(&self.rules, &self.skip)?;
        self.file.require_free()?;
        let target = match (&self.file.output, self.format) {
            (Some(file), _) => Target::File(file),
            (None, ReportFormat::Table) => Target::Table,
            (None, _) => Target::Document,
        };
        let view = View::open(context, &self.disclosure, target, "check")?;
        let claims = unrepeated(&self.claims);
        let report = view.in_snapshot(|store| {
            let mut survey = survey(store, selection, &claims)?;
            survey.findings.retain(|finding| finding.severity >= self.min_severity);
            Report::new(store, survey, self.format)
        })?;
        let is_grave = |finding: &&Finding| {
            finding.severity >= self.min_severity && finding.severity >= self.fail_on
        };
        let shown = report.survey.open().filter(is_grave).count();
        let grave = self.count_inside(&view, &claims, is_grave)?.unwrap_or(shown);
        if self.format == ReportFormat::Table && self.file.output.is_none() {
            show(context, &report.survey, report.survey.open())?;
            table::summarise(context, &report.survey, &report.first);
        } else {
            let written = format!("wrote {}", counted(report.survey.findings.len(), "finding"));
            let document = report.document(self.format)?;
            deliver(context, &document, &self.file, &written)?;
        }
        if grave > shown {
            let hidden = counted(grave - shown, "further finding");
            let hint =
                format!("{hidden} with the names that are withheld: look at a table on a terminal");
            context.notice(hint, false);
        }
        Ok(if grave.max(shown) > 0 { Outcome::Findings } else { Outcome::Done })
    }

    /// How many grave findings there are where nothing is withheld, if something is: a script that waits
    /// for the exit status must not pass what a terminal shows.
    fn count_inside(
        &self,
        view: &View,
        claims: &[Key],
        is_grave: impl FnMut(&&Finding) -> bool,
    ) -> Result<Option<usize>> {
        let Some(inside) = view.inside_of_outside() else { return Ok(None) };
        let selection = Selection::new(&self.rules, &self.skip)?;
        let survey = inside.in_snapshot(|store| survey(store, selection, claims))?;
        Ok(Some(survey.open().filter(is_grave).count()))
    }
}

/// Each key once, in their order: a claim is looked at once however often it is named.
fn unrepeated(keys: &[Key]) -> Vec<Key> {
    let mut seen = HashSet::new();
    keys.iter().filter(|key| seen.insert(*key)).cloned().collect()
}
