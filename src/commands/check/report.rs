//! The findings as table, JSON, CSV and Markdown.

use serde::Serialize;
use serde_json::{Map, Value, json};

use super::{ReportFormat, Survey};
use crate::checks::Finding;
use crate::commands::context::Context;
use crate::commands::wording::counted;
use crate::error::Result;
use crate::output::{Cell, Column, Style, Table, severity_style};

/// Writes the findings to stdout; the summary of a table goes to stderr.
pub(super) fn write(context: &mut Context, survey: &Survey, format: ReportFormat) -> Result<()> {
    match format {
        ReportFormat::Json => context.console.json(&document(survey)),
        ReportFormat::Csv => csv(context, survey),
        ReportFormat::Markdown => {
            let text = markdown(survey);
            context.console.document(&text)
        }
        ReportFormat::Table => {
            context.console.table(&table_of(survey.open()))?;
            summary(context, survey);
            Ok(())
        }
    }
}

/// The findings as a table; a claim with several is named once.
pub(crate) fn table_of<'a>(findings: impl Iterator<Item = &'a Finding>) -> Table {
    let mut table = Table::new([
        Column::whole("claim"),
        Column::whole("severity"),
        Column::whole("rule"),
        Column::text("what was found"),
    ]);
    let mut last = None;
    for finding in findings {
        let claim = finding.claim.as_ref().map_or("", |key| key.as_str());
        let again = last == Some(claim);
        last = Some(claim);
        table.row([
            Cell::styled(if again { "" } else { claim }, Style::Bold),
            Cell::styled(finding.severity, severity_style(finding.severity.as_str())),
            Cell::plain(finding.rule),
            Cell::plain(&finding.message),
        ]);
    }
    table
}

fn summary(context: &mut Context, survey: &Survey) {
    let claims = counted(survey.claims, "claim");
    let open = survey.open().count();
    let waived = survey.findings.len() - open;
    if open == 0 {
        context.console.status(format!("{claims} looked at, nothing found"));
    } else {
        let by_rule = survey.by_rule();
        let counts: Vec<_> =
            by_rule.iter().map(|(rule, count)| format!("{count} {rule}")).collect();
        let findings = counted(open, "finding");
        context.console.status(format!("{claims} looked at, {findings}: {}", counts.join(", ")));
        if let Some((rule, _)) = by_rule.first() {
            context
                .console
                .hint(&format!("what it means and how to mend it: twosource rule {rule}"));
        }
    }
    if waived > 0 {
        context.console.status(format!("{} accepted by a waiver", counted(waived, "finding")));
    }
}

#[derive(Serialize)]
struct FindingJson<'a> {
    rule: &'a str,
    severity: &'a str,
    claim: Option<&'a str>,
    source: Option<&'a str>,
    message: &'a str,
    points: Vec<Value>,
    waived: bool,
}

fn finding_json(finding: &Finding) -> FindingJson<'_> {
    let point = |point: &crate::corroboration::WeakestPoint| json!({"kind": point.kind.as_str(), "name": point.name});
    FindingJson {
        rule: finding.rule,
        severity: finding.severity.as_str(),
        claim: finding.claim.as_ref().map(|key| key.as_str()),
        source: finding.source.as_ref().map(|key| key.as_str()),
        message: &finding.message,
        points: finding.points.iter().map(point).collect(),
        waived: finding.waived,
    }
}

/// The contract `twosource/check/1`. Counts are of findings that nobody has accepted.
fn document(survey: &Survey) -> Value {
    let by_rule: Map<String, Value> =
        survey.by_rule().into_iter().map(|(rule, count)| (rule.to_owned(), count.into())).collect();
    let findings: Vec<_> = survey.findings.iter().map(finding_json).collect();
    json!({
        "schema": "twosource/check/1",
        "summary": {
            "claims": survey.claims,
            "findings": survey.open().count(),
            "by_rule": by_rule,
        },
        "findings": findings,
    })
}

const HEADINGS: [&str; 7] = ["rule", "severity", "claim", "source", "message", "points", "waived"];

fn csv(context: &mut Context, survey: &Survey) -> Result<()> {
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
    context.console.csv(&HEADINGS, rows)
}

fn markdown(survey: &Survey) -> String {
    let mut text =
        String::from("| claim | severity | rule | what was found |\n| --- | --- | --- | --- |\n");
    for finding in survey.open() {
        let claim = finding.claim.as_ref().map_or("", |key| key.as_str());
        let cells = [claim, finding.severity.as_str(), finding.rule, &finding.message];
        let cells: Vec<_> = cells.iter().map(|cell| markdown_cell(cell)).collect();
        text.push_str(&format!("| {} |\n", cells.join(" | ")));
    }
    text
}

/// Text that Markdown takes as text, on one line of a table.
fn markdown_cell(text: &str) -> String {
    let mut cell = String::new();
    for character in crate::output::safe_text(text).chars() {
        if matches!(character, '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '&') {
            cell.push('\\');
        }
        cell.push(character);
    }
    cell
}
