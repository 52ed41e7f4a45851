//! The findings as one HTML page that can be opened, printed and mailed: it loads nothing.

use std::collections::BTreeMap;

use super::Survey;
use crate::bibliography::escaped_html;
use crate::checks::{Finding, RULES, rule};
use crate::clock;
use crate::commands::claim::level::in_words as level_in_words;
use crate::commands::wording::counted;
use crate::corroboration::Level;
use crate::domain::Timestamp;
use crate::error::Result;
use crate::output::safe_text;
use crate::store::Store;

const STYLE: &str = include_str!("report.css");
const SCRIPT: &str = include_str!("report.js");

/// The whole page.
pub(super) fn page(store: &Store, survey: &Survey) -> Result<String> {
    let articles = articles(store, survey)?;
    let day = Timestamp::at(clock::now()?).day().to_owned();
    let name = store.path().file_name().map(|name| name.to_string_lossy().into_owned());
    let mut page = format!(
        "<!doctype html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; \
         style-src 'unsafe-inline'; script-src 'unsafe-inline'\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <title>Findings of {day}</title>\n<style>\n{STYLE}</style>\n</head>\n<body>\n"
    );
    page.push_str(&format!(
        "<h1>What the claims rest on</h1>\n<p class=\"dim\">Checked on {day}{}</p>\n",
        name.map(|name| format!(", casebook <bdi>{}</bdi>", text(&name))).unwrap_or_default()
    ));
    page.push_str(&summary(survey));
    page.push_str(&form());
    page.push_str(&format!("<main data-count=\"{}\">\n{articles}</main>\n", survey.findings.len()));
    page.push_str(&format!("<script>\n{SCRIPT}</script>\n</body>\n</html>\n"));
    Ok(page)
}

/// Text of a user: no markup, no controls.
fn text(text: &str) -> String {
    escaped_html(&safe_text(text))
}

/// What was found, in numbers, and where to begin.
fn summary(survey: &Survey) -> String {
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
    if open == 0 {
        return html;
    }
    html.push_str(
        "<h2>By rule, the gravest first</h2>\n<table>\n<thead><tr><th scope=\"col\">findings</th>",
    );
    html.push_str("<th scope=\"col\">severity</th><th scope=\"col\">what was found</th></tr></thead>\n<tbody>\n");
    let mut rows: Vec<_> = survey
        .by_rule()
        .into_iter()
        .map(|(name, count)| (survey.gravest(Some(name)), count, name))
        .collect();
    rows.sort_by_key(|(severity, _, _)| std::cmp::Reverse(*severity));
    for (severity, count, name) in rows {
        let severity = severity.map_or("", |severity| severity.as_str());
        let what = rule(name).map_or("", |rule| rule.summary);
        html.push_str(&format!(
            "<tr class=\"{severity}\"><td class=\"number\">{count}</td>\
             <td class=\"severity\">{severity}</td><td>{} ({name})</td></tr>\n",
            text(what)
        ));
    }
    html.push_str("</tbody>\n</table>\n");
    html
}

/// The controls; hidden where there is no script to obey them.
fn form() -> String {
    let options = |words: &[&str]| -> String {
        words.iter().map(|word| format!("<option value=\"{word}\">{word}</option>")).collect()
    };
    let rules: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
    let levels: Vec<&str> = Level::ALL.iter().map(|level| level.as_str()).collect();
    format!(
        "<h2>Findings</h2>\n<form hidden>\n\
         <label>Words<input name=\"words\" type=\"search\" dir=\"auto\"></label>\n\
         <label>Severity<select name=\"severity\"><option value=\"\">any</option>{}</select></label>\n\
         <label>Rule<select name=\"rule\"><option value=\"\">any</option>{}</select></label>\n\
         <label>Level<select name=\"level\"><option value=\"\">any</option>{}</select></label>\n\
         <label>Waived<select name=\"waived\"><option value=\"open\">not waived</option>\
         <option value=\"waived\">waived</option><option value=\"all\">both</option></select></label>\n\
         <label>Order<select name=\"order\"><option value=\"logged\">as logged</option>\
         <option value=\"severity\">gravest first</option><option value=\"level\">weakest level first\
         </option><option value=\"findings\">most findings first</option></select></label>\n</form>\n\
         <p class=\"dim script\" id=\"shown\" role=\"status\"></p>\n",
        options(&["error", "warning", "info"]),
        options(&rules),
        options(&levels)
    )
}

/// One article for each claim, then one for each source, in the order in which they were logged.
fn articles(store: &Store, survey: &Survey) -> Result<String> {
    let mut order: Vec<(bool, &str)> = Vec::new();
    let mut groups: BTreeMap<(bool, &str), Vec<&Finding>> = BTreeMap::new();
    for finding in &survey.findings {
        let subject = match (&finding.claim, &finding.source) {
            (Some(claim), _) => (true, claim.as_str()),
            (None, Some(source)) => (false, source.as_str()),
            (None, None) => (false, ""),
        };
        let group = groups.entry(subject).or_default();
        if group.is_empty() {
            order.push(subject);
        }
        group.push(finding);
    }
    let mut html = String::new();
    for subject in order {
        let findings = &groups[&subject];
        html.push_str(&match subject {
            (true, key) => claim_head(store, key)?,
            (false, "") => {
                "<article data-level=\"\">\n<header><h3>Several sources</h3></header>\n".to_owned()
            }
            (false, key) => source_head(store, key)?,
        });
        findings.iter().for_each(|finding| html.push_str(&told(finding)));
        html.push_str("</article>\n");
    }
    Ok(html)
}

fn claim_head(store: &Store, key: &str) -> Result<String> {
    let claim = store.claim(key)?;
    let level = store.level_of_claim(claim.id)?;
    Ok(format!(
        "<article data-level=\"{}\">\n<header><h3><bdi>{}</bdi></h3><span>{}</span></header>\n\
         <p class=\"statement\" dir=\"auto\">{}</p>\n",
        level.level,
        text(key),
        text(&level_in_words(&level)),
        text(&claim.record.statement)
    ))
}

fn source_head(store: &Store, key: &str) -> Result<String> {
    let title = store.source(key)?.record.title;
    Ok(format!(
        "<article data-level=\"\">\n<header><h3>source <bdi>{}</bdi></h3></header>\n\
         <p class=\"statement\" dir=\"auto\">{}</p>\n",
        text(key),
        text(&title)
    ))
}

fn told(finding: &Finding) -> String {
    let Finding { rule: name, severity, message, waived, .. } = finding;
    let accepted = if *waived { " <em>(waived)</em>" } else { "" };
    let explained = rule(name).map_or("", |rule| rule.documentation);
    format!(
        "<div class=\"finding {severity}\" data-severity=\"{severity}\" data-rule=\"{name}\" \
         data-waived=\"{waived}\">\n<p><span class=\"severity\">{severity}</span> {name}{accepted}</p>\n\
         <p dir=\"auto\">{}</p>\n<details><summary>What it means and how to mend it</summary>\
         <pre>{}</pre></details>\n</div>\n",
        text(message),
        escaped_html(explained)
    )
}
