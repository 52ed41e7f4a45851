//! The findings as Markdown, to paste into a mail or a ticket: it reads well as it is, too.

use super::Survey;
use super::first::Step;
use super::group::{About, Group, groups};
use crate::checks::rule;
use crate::commands::wording::counted;
use crate::domain::Priority;
use crate::output::safe_text;

/// What was found in numbers, what to do first, and the findings that nobody has accepted.
pub(super) fn document(survey: &Survey, first: &[Step]) -> String {
    let mut document = numbers(survey);
    if !first.is_empty() {
        document.push_str("\n## What to do first\n\n");
        (1..).zip(first).for_each(|(number, it)| document.push_str(&step(number, it)));
    }
    for Group { about, findings } in groups(survey, survey.open()) {
        document.push_str(&heading(about));
        for finding in findings {
            document.push_str(&format!(
                "- **{}** {} ({})\n",
                finding.severity,
                text(&finding.message),
                finding.rule
            ));
        }
    }
    document
}

fn numbers(survey: &Survey) -> String {
    let open = survey.open().count();
    let waived = survey.findings.len() - open;
    let found = if open == 0 { "nothing found".to_owned() } else { counted(open, "finding") };
    let mut document = format!("{} looked at, {found}", counted(survey.claims, "claim"));
    if waived > 0 {
        document.push_str(&format!("; {} accepted by a waiver", counted(waived, "finding")));
    }
    document.push_str(".\n");
    if !survey.off.is_empty() {
        let off = survey.off.join(", ");
        document.push_str(&format!("Switched off, not looked for: {off}.\n"));
    }
    if open > 0 {
        document.push_str("\n| findings | severity | rule | what it finds |\n");
        document.push_str("| ---: | --- | --- | --- |\n");
    }
    for (name, severity, count) in survey.by_severity() {
        let what = rule(name).map_or("", |rule| rule.summary);
        document.push_str(&format!("| {count} | {severity} | {name} | {} |\n", text(what)));
    }
    document
}

fn step(number: usize, step: &Step) -> String {
    let statement = step.statement.as_deref().map(|it| format!(": {}", text(it)));
    format!(
        "{number}. **{}** ({}){}\n   - {}\n   - {}\n",
        text(&step.about),
        step.what,
        statement.unwrap_or_default(),
        line(&step.sentence),
        code(&step.command)
    )
}

fn heading(about: About<'_>) -> String {
    match about {
        About::Claim(told) => {
            let priority = match told.claim.priority {
                Priority::Normal => String::new(),
                other => format!(", {other} priority"),
            };
            format!(
                "\n### {} ({}{priority})\n\n> {}\n\n",
                text(&told.claim.key),
                told.level.level,
                line(&told.claim.statement)
            )
        }
        About::Source(key, "") => format!("\n### Source {}\n\n", text(key)),
        About::Source(key, title) => {
            format!("\n### Source {}\n\n> {}\n\n", text(key), line(title))
        }
        About::Sources => "\n### Several sources\n\n".to_owned(),
    }
}

/// Text that Markdown takes as text, somewhere on a line.
fn text(text: &str) -> String {
    let mut escaped = String::new();
    for character in safe_text(text).chars() {
        if matches!(
            character,
            '\\' | '`' | '*' | '_' | '[' | ']' | '<' | '>' | '|' | '#' | '&' | '~' | '$'
        ) {
            escaped.push('\\');
        }
        escaped.push(character);
    }
    escaped
}

/// The same at the beginning of a line, where a number or a dash would begin a list.
fn line(text_of_user: &str) -> String {
    let escaped = text(text_of_user.trim_start());
    let digits = escaped.chars().take_while(char::is_ascii_digit).count();
    let begins_a_list = digits > 0 && escaped[digits..].starts_with(['.', ')']);
    if begins_a_list {
        format!("{}\\{}", &escaped[..digits], &escaped[digits..])
    } else if escaped.starts_with(['-', '+', '=']) {
        format!("\\{escaped}")
    } else {
        escaped
    }
}

/// Something to type, between as many backticks as it takes.
fn code(command: &str) -> String {
    let command = safe_text(command);
    let mut fence = "`".to_owned();
    while command.contains(&fence) {
        fence.push('`');
    }
    let space = if fence.len() > 1 { " " } else { "" };
    format!("{fence}{space}{command}{space}{fence}")
}
