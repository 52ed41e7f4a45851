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
        // The page is written by the caller, who has the casebook.
        ReportFormat::Table | ReportFormat::Html => {
            show(context, survey.open())?;
            summary(context, survey);
            Ok(())
        }
    }
}

/// Shows findings as tables: one of claims, then one of sources.
pub(crate) fn show<'a>(
    context: &mut Context,
    findings: impl Iterator<Item = &'a Finding>,
) -> Result<()> {
    let (of_claims, others): (Vec<_>, Vec<_>) =
        findings.partition(|finding| finding.claim.is_some());
    context.console.table(&table_of("claim", &of_claims))?;
    if !others.is_empty() {
        if !of_claims.is_empty() {
            context.console.data("")?;
        }
        context.console.table(&table_of("source", &others))?;
    }
    Ok(())
}

/// The findings as a table; a claim or source with several is named once.
fn table_of(about: &str, findings: &[&Finding]) -> Table {
    let mut table = Table::new([
        Column::whole(about),
        Column::whole("severity"),
        Column::whole("rule"),
        Column::text("what was found"),
    ]);
    let mut last = None;
    for finding in findings {
        let key = subject_of(finding);
        let again = last == Some(key);
        last = Some(key);
        table.row([
            Cell::styled(if again { "" } else { key }, Style::Bold),
            Cell::styled(finding.severity, severity_style(finding.severity.as_str())),
            Cell::plain(finding.rule),
            Cell::plain(&finding.message),
        ]);
    }
    table
}

/// The claim that a finding is about, or else the source.
fn subject_of(finding: &Finding) -> &str {
    finding.claim.as_ref().or(finding.source.as_ref()).map_or("", |key| key.as_str())
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
        let gravest = survey.gravest(None);
        let is_gravest = |name| survey.gravest(Some(name)) == gravest;
        if let Some((rule, _)) = by_rule.iter().find(|(name, _)| is_gravest(*name)) {
            context
                .console
                .hint(&format!("what it means and how to mend it: twosource rule {rule}"));
        }
    }
    if waived > 0 {
        context.console.status(format!("{} accepted by a waiver", counted(waived, "finding")));
    }
    if !survey.off.is_empty() {
        let off = survey.off.join(", ");
        context.console.status(format!("switched off in this casebook, not looked for: {off}"));
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
    let (of_claims, others): (Vec<_>, Vec<_>) =
        survey.open().partition(|finding| finding.claim.is_some());
    let mut text = markdown_table("claim", &of_claims);
    if !others.is_empty() {
        text.push('\n');
        text.push_str(&markdown_table("source", &others));
    }
    text
}

fn markdown_table(about: &str, findings: &[&Finding]) -> String {
    let mut text =
        format!("| {about} | severity | rule | what was found |\n| --- | --- | --- | --- |\n");
    for finding in findings {
        let severity = finding.severity.as_str();
        let cells = [subject_of(finding), severity, finding.rule, &finding.message];
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
