//! The top of the page: what was found in numbers, and where to begin.

use super::{Step, Survey, text};
use crate::checks::rule;
use crate::commands::wording::counted;
use crate::corroboration::Level;

/// The summary, the first steps, and the counts by level and by rule.
pub(super) fn overview(survey: &Survey, first: &[Step]) -> String {
    let open = survey.open().count();
    let waived = survey.findings.len() - open;
    let mut html = format!(
        "<p>{} looked at: {}",
        counted(survey.claims, "claim"),
        if open == 0 { "nothing found".to_owned() } else { counted(open, "finding") }
    );
    if waived > 0 {
        html.push_str(&format!("; {waived} more accepted by a waiver"));
    }
    html.push_str(".</p>\n");
    if !survey.off.is_empty() {
        html.push_str(&format!(
            "<p>Switched off, not looked for: {}.</p>\n",
            survey.off.join(", ")
        ));
    }
    html.push_str(&steps(first));
    html.push_str("<div class=\"tables\">\n");
    html.push_str(&by_level(survey));
    if open > 0 {
        html.push_str(&by_rule(survey));
    }
    html.push_str("</div>\n");
    html
}

fn steps(first: &[Step]) -> String {
    if first.is_empty() {
        return String::new();
    }
    let mut html = "<section>\n<h2>What to do first</h2>\n<ol class=\"first\">\n".to_owned();
    for Step { about, what, statement, severity, sentence, command } in first {
        let statement =
            statement.as_deref().map(|it| format!("<p dir=\"auto\">{}</p>\n", text(it)));
        html.push_str(&format!(
            "<li><p><strong><bdi>{}</bdi></strong> <span class=\"dim\">({what})</span></p>\n{}\
             <p class=\"finding {severity}\">{}</p>\n<p><code>{}</code></p></li>\n",
            text(about),
            statement.unwrap_or_default(),
            text(sentence),
            text(command)
        ));
    }
    html.push_str("</ol>\n</section>\n");
    html
}

/// How the claims are borne out, from weak to strong.
fn by_level(survey: &Survey) -> String {
    let mut html = "<section>\n<h2>Claims by level</h2>\n<table>\n<thead><tr>\
         <th scope=\"col\">claims</th><th scope=\"col\">level</th></tr></thead>\n<tbody>\n"
        .to_owned();
    for (level, count) in Level::ALL.iter().zip(survey.levels) {
        html.push_str(&format!(
            "<tr><td class=\"number\">{count}</td><td><span class=\"level {level}\">{level}</span>\
             </td></tr>\n"
        ));
    }
    html.push_str("</tbody>\n</table>\n</section>\n");
    html
}

fn by_rule(survey: &Survey) -> String {
    let mut html = "<section>\n<h2>Findings by rule, the gravest first</h2>\n<table>\n<thead><tr>\
         <th scope=\"col\">findings</th><th scope=\"col\">severity</th>\
         <th scope=\"col\">what was found</th></tr></thead>\n<tbody>\n"
        .to_owned();
    for (name, severity, count) in survey.by_severity() {
        let what = rule(name).map_or("", |rule| rule.summary);
        html.push_str(&format!(
            "<tr class=\"{severity}\"><td class=\"number\">{count}</td>\
             <td class=\"severity\">{severity}</td><td><a href=\"#{name}\">{}</a></td></tr>\n",
            text(what)
        ));
    }
    html.push_str("</tbody>\n</table>\n</section>\n");
    html
}
