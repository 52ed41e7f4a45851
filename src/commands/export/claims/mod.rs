//! `twosource export claims`.

mod row;

use clap::Args;

use super::sources_table::sheet_of_sources;
use super::spreadsheet::{Spreadsheet, TableFormat};
use crate::checks::{Finding, Selection};
use crate::clock;
use crate::commands::check::survey;
use crate::commands::context::Context;
use crate::commands::deliver::OutputFile;
use crate::commands::disclosure::Disclosure;
use crate::commands::tree::Outcome;
use crate::commands::values::one_of;
use crate::commands::view::View;
use crate::commands::wording::counted;
use crate::domain::join_values;
use crate::error::Result;
use crate::output::{SheetCell, SheetColumn, Workbook, csv_text, severity_style};
use crate::store::Store;
use row::{COLUMNS, ClaimRow, rows};

/// Write the claims with their evidence, findings and verdicts, as a workbook to open and hand on
///
/// A workbook has a sheet of claims, one of findings and one of sources. CSV has the claims alone.
/// Both are safe to open: nothing in them is a formula.
///
/// Confidential sources are stand-ins, and levels and findings are those that follow from what is
/// shown, unless you say --include-confidential.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource export claims --output claims.xlsx
  twosource export claims --format csv --output claims.csv")]
pub(crate) struct Claims {
    /// What to write: a workbook for spreadsheets, or CSV
    #[arg(long, value_name = "FORMAT", default_value = "xlsx",
          value_parser = one_of(&TableFormat::ALL, TableFormat::name))]
    format: TableFormat,

    #[command(flatten)]
    file: OutputFile,

    #[command(flatten)]
    disclosure: Disclosure,
}

impl Claims {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        self.file.require_free()?;
        let view = View::open(context, &self.disclosure, (&self.file).into(), "export claims")?;
        view.look_for_names(context)?;
        let progress = context.console.progress("writing claims", None);
        let (table, claims) = view.in_snapshot(|store| match self.format {
            TableFormat::Xlsx => workbook(store),
            TableFormat::Csv => csv(store),
        })?;
        drop(progress);
        let written = format!("wrote {}", counted(claims, "claim"));
        table.deliver(context, &self.file, &written)?;
        Ok(Outcome::Done)
    }
}

fn csv(store: &Store) -> Result<(Spreadsheet, usize)> {
    let survey = survey(store, Selection::new(&[], &[])?, &[])?;
    let mut cells = Vec::new();
    rows(store, &survey, &mut |row| {
        cells.push(row.texts());
        Ok(())
    })?;
    let claims = cells.len();
    let headings: Vec<&str> = COLUMNS.iter().map(|column| column.heading).collect();
    Ok((Spreadsheet::Csv(csv_text(&headings, cells)?), claims))
}

fn workbook(store: &Store) -> Result<(Spreadsheet, usize)> {
    let survey = survey(store, Selection::new(&[], &[])?, &[])?;
    let mut workbook = Workbook::new(clock::now()?)?;
    let mut claims = 0;
    workbook.sheet("Claims", &COLUMNS, |sheet| {
        rows(store, &survey, &mut |row: &ClaimRow| {
            claims += 1;
            sheet.row(row.cells())
        })
    })?;
    workbook.sheet("Findings", &FINDINGS, |sheet| {
        survey.findings.iter().try_for_each(|finding| sheet.row(finding_cells(finding)))
    })?;
    let mut sources = Vec::new();
    store.each_source(|source| {
        sources.push(source.record);
        Ok(())
    })?;
    sheet_of_sources(&mut workbook, &sources)?;
    let (bytes, cut) = workbook.finish()?;
    Ok((Spreadsheet::Workbook { bytes, cut }, claims))
}

const FINDINGS: [SheetColumn<'_>; 7] = [
    SheetColumn { heading: "severity", width: 10 },
    SheetColumn { heading: "rule", width: 24 },
    SheetColumn { heading: "claim", width: 18 },
    SheetColumn { heading: "source", width: 18 },
    SheetColumn { heading: "message", width: 70 },
    SheetColumn { heading: "points", width: 40 },
    SheetColumn { heading: "waived", width: 8 },
];

fn finding_cells(finding: &Finding) -> [SheetCell<'_>; 7] {
    let severity = finding.severity.as_str();
    let points = finding.points.iter().map(|point| point.name.as_str());
    [
        SheetCell::Word(severity, severity_style(severity)),
        SheetCell::Text(finding.rule.into()),
        SheetCell::Text(finding.claim.as_deref().unwrap_or_default().into()),
        SheetCell::Text(finding.source.as_deref().unwrap_or_default().into()),
        SheetCell::Text(finding.message.as_str().into()),
        SheetCell::Text(join_values(points).into()),
        SheetCell::Text(if finding.waived { "yes" } else { "" }.into()),
    ]
}
