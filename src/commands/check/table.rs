//! The findings for people: a block for each claim or source, fitted to the terminal.

use super::Survey;
use super::first::Step;
use super::group::{About, Group, groups};
use super::survey::Told;
use crate::checks::{Finding, Severity, rule};
use crate::commands::context::Context;
use crate::commands::wording::counted;
use crate::domain::Priority;
use crate::error::Result;
use crate::output::{Cell, Column, Look, Style, Table, Text, level_style, severity_style};

/// How wide text is that goes into a file.
const WIDTH_OF_A_FILE: usize = 80;

/// How far what stands under a heading is indented.
const INDENT: usize = 2;

/// The widest word for a severity, so that messages of all blocks begin below each other.
const SEVERITY: usize = 7;

/// In narrower terminals the rules are only named, not explained.
const NARROW: usize = 60;

/// Who sees no more findings than this knows where to begin.
const FEW: usize = 5;

/// Something that is written: lines, or a table.
enum Part {
    Lines(Text),
    Table(Table),
}

/// Shows findings as blocks.
pub(crate) fn show<'a>(
    context: &mut Context,
    survey: &'a Survey,
    findings: impl Iterator<Item = &'a Finding>,
) -> Result<()> {
    for part in blocks(survey, findings) {
        match part {
            Part::Lines(text) => context.console.data(text)?,
            Part::Table(table) => context.console.table(&table)?,
        }
    }
    Ok(())
}

/// Says what was found in numbers, and what to do first.
pub(super) fn summarise(context: &mut Context, survey: &Survey, first: &[Step]) {
    if survey.open().next().is_some() {
        context.console.status("");
    }
    let width = context.console.surroundings().width;
    for part in summary(survey, first, width) {
        match part {
            Part::Lines(text) => context.console.status(text),
            Part::Table(table) => context.console.status_table(&table),
        }
    }
    let gravest = survey.by_severity();
    if let Some((rule, _, _)) = gravest.first() {
        context.console.hint(&format!("what it means and how to mend it: twosource rule {rule}"));
    }
}

/// Blocks and summary as plain text.
pub(super) fn document(survey: &Survey, first: &[Step]) -> String {
    let parts = blocks(survey, survey.open());
    let between = (!parts.is_empty()).then(|| Part::Lines("\n".into()));
    let mut document = String::new();
    for part in parts.into_iter().chain(between).chain(summary(survey, first, WIDTH_OF_A_FILE)) {
        match part {
            Part::Lines(text) => {
                document.push_str(&text.draw(Look::default()));
                if !document.ends_with('\n') {
                    document.push('\n');
                }
            }
            Part::Table(table) => {
                document.push_str(&table.draw(WIDTH_OF_A_FILE, Look::default()));
            }
        }
    }
    document
}

fn blocks<'a>(survey: &'a Survey, findings: impl Iterator<Item = &'a Finding>) -> Vec<Part> {
    let mut parts = Vec::new();
    for (place, Group { about, findings }) in groups(survey, findings).into_iter().enumerate() {
        let start = Text::new().plain(if place > 0 { "\n" } else { "" });
        let (heading, text) = match about {
            About::Claim(told) => (claim_heading(start, told), told.claim.statement.as_str()),
            About::Source(key, title) => (start.plain("source ").styled(Style::Bold, key), title),
            About::Sources => (start.plain("several sources"), ""),
        };
        parts.push(Part::Lines(heading));
        if !text.is_empty() {
            parts.push(Part::Table(paragraph(text, INDENT)));
        }
        let mut table =
            Table::new([Column::whole(""), Column::text("")]).headless().indented(INDENT);
        for finding in findings {
            let severity = finding.severity.as_str();
            table.row([
                Cell::styled(format!("{severity:SEVERITY$}"), severity_style(severity)),
                Cell::plain(format!("{} ({})", finding.message, finding.rule)),
            ]);
        }
        parts.push(Part::Table(table));
    }
    parts
}

fn claim_heading(start: Text, Told { claim, level }: &Told) -> Text {
    let level = level.level.as_str();
    let heading = start.styled(Style::Bold, claim.key.as_str()).plain("  ");
    let heading = heading.styled(level_style(level), level);
    match claim.priority {
        Priority::Normal => heading,
        other => heading.styled(Style::Dim, format!("  {other} priority")),
    }
}

/// Text that wraps, somewhat to the right.
fn paragraph(text: &str, indent: usize) -> Table {
    let mut table = Table::new([Column::text("")]).headless().indented(indent);
    table.row([Cell::plain(text)]);
    table
}

fn summary(survey: &Survey, first: &[Step], width: usize) -> Vec<Part> {
    let claims = counted(survey.claims, "claim");
    let open = survey.open().count();
    let waived = survey.findings.len() - open;
    let mut parts = Vec::new();
    let mut line = |text: String| parts.push(Part::Lines(text.into()));
    let rules = survey.by_severity();
    match rules.as_slice() {
        [] => line(format!("{claims} looked at, nothing found")),
        [(rule, ..)] => {
            line(format!("{claims} looked at, {}: {open} {rule}", counted(open, "finding")))
        }
        _ => line(format!("{claims} looked at, {}:", counted(open, "finding"))),
    }
    if rules.len() > 1 {
        parts.push(Part::Table(counts(&rules, width)));
    }
    let mut line = |text: String| parts.push(Part::Lines(text.into()));
    if waived > 0 {
        line(format!("{} accepted by a waiver", counted(waived, "finding")));
    }
    if !survey.off.is_empty() {
        let off = survey.off.join(", ");
        line(format!("switched off in this casebook, not looked for: {off}"));
    }
    if open > FEW {
        parts.extend(steps(first));
    }
    parts
}

/// How many findings there are by each rule.
fn counts(rules: &[(&str, Severity, usize)], width: usize) -> Table {
    let columns = [Column::number(""), Column::whole(""), Column::whole(""), Column::text("")];
    let mut table = Table::new(columns).headless().indented(INDENT);
    for (name, severity, count) in rules {
        let summary = rule(name).map_or("", |rule| rule.summary);
        table.row([
            Cell::plain(count),
            Cell::styled(severity, severity_style(severity.as_str())),
            Cell::plain(name),
            Cell::plain(if width < NARROW { "" } else { summary }),
        ]);
    }
    table
}

fn steps(first: &[Step]) -> Vec<Part> {
    let mut parts = Vec::new();
    if !first.is_empty() {
        parts.push(Part::Lines(Text::new().plain("\n").styled(Style::Bold, "What to do first")));
    }
    for (number, step) in (1..).zip(first) {
        let heading = Text::new().plain(format!("{number}. ")).styled(Style::Bold, &step.about);
        parts.push(Part::Lines(heading.styled(Style::Dim, format!(" ({})", step.what))));
        for text in step.statement.iter().chain([&step.sentence]) {
            parts.push(Part::Table(paragraph(text, 3)));
        }
        // On one line, however long: a command that is broken cannot be copied.
        parts.push(Part::Lines(Text::new().plain("   ").styled(Style::Cyan, safe_command(step))));
    }
    parts
}

fn safe_command(step: &Step) -> String {
    crate::output::safe_text(&step.command).into_owned()
}
