//! The findings in each of the formats.

use super::first::{Step, first};
use super::{ReportFormat, Survey, html, json, markdown, table};
use crate::error::Result;
use crate::output::{csv_text, json_text};
use crate::store::Store;

/// What is to be written of a survey.
pub(super) struct Report {
    pub(super) survey: Survey,
    pub(super) first: Vec<Step>,
    /// The document, where it needed the casebook.
    page: Option<String>,
}

impl Report {
    /// Looks up in the casebook what the format needs beside the survey.
    pub(super) fn new(store: &Store, survey: Survey, format: ReportFormat) -> Result<Self> {
        let first = match format {
            ReportFormat::Json | ReportFormat::Csv => Vec::new(),
            ReportFormat::Table | ReportFormat::Markdown | ReportFormat::Html => {
                first(store, &survey)?
            }
        };
        let page = match format {
            ReportFormat::Html => Some(html::page(store, &survey, &first)?),
            _ => None,
        };
        Ok(Report { survey, first, page })
    }

    /// The report as a document.
    pub(super) fn document(self, format: ReportFormat) -> Result<String> {
        let Report { survey, first, page } = self;
        match format {
            ReportFormat::Json => json_text(&json::document(&survey)),
            ReportFormat::Csv => csv(&survey),
            ReportFormat::Markdown => Ok(markdown::document(&survey, &first)),
            ReportFormat::Table => Ok(table::document(&survey, &first)),
            ReportFormat::Html => Ok(page.unwrap_or_default()),
        }
    }
}

const HEADINGS: [&str; 7] = ["rule", "severity", "claim", "source", "message", "points", "waived"];

fn csv(survey: &Survey) -> Result<String> {
    let rows = survey.findings.iter().map(|finding| {
        let points = finding.points.iter().map(|point| point.name.as_str());
        [
            finding.rule.to_owned(),
            finding.severity.to_string(),
            finding.claim.as_ref().map(ToString::to_string).unwrap_or_default(),
            finding.source.as_ref().map(ToString::to_string).unwrap_or_default(),
            finding.message.clone(),
            crate::domain::join_values(points),
            finding.waived.to_string(),
        ]
    });
    csv_text(&HEADINGS, rows)
}
