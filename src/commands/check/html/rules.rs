//! What the rules mean of which something was found, each once.

use super::{Survey, text};
use crate::bibliography::escaped_html;
use crate::checks::{RULES, Rule};

/// The rules, in the order of the registry.
pub(super) fn rules(survey: &Survey) -> String {
    let found = |rule: &&Rule| survey.findings.iter().any(|finding| finding.rule == rule.name);
    let mut found = RULES.iter().filter(found).peekable();
    if found.peek().is_none() {
        return String::new();
    }
    let mut html = "<section class=\"rules\">\n<h2>What the rules mean, and how to mend what they \
         find</h2>\n"
        .to_owned();
    for rule in found {
        html.push_str(&format!(
            "<section id=\"{}\">\n<h3>{}</h3>\n<p>{}</p>\n{}</section>\n",
            rule.name,
            rule.name,
            text(rule.summary),
            documentation(rule.documentation)
        ));
    }
    html.push_str("</section>\n");
    html
}

/// The documentation with its headings as such; what stands under them is indented.
fn documentation(text: &str) -> String {
    let mut html = String::new();
    let mut under = String::new();
    for line in text.lines() {
        if line.starts_with(' ') || line.is_empty() {
            under.push_str(line.strip_prefix("  ").unwrap_or(line));
            under.push('\n');
            continue;
        }
        paragraphs(&mut html, &mut under);
        html.push_str(&format!("<h4>{}</h4>\n", escaped_html(line)));
    }
    paragraphs(&mut html, &mut under);
    html
}

fn paragraphs(html: &mut String, text: &mut String) {
    for paragraph in text.trim().split("\n\n").filter(|paragraph| !paragraph.trim().is_empty()) {
        html.push_str(&format!("<p>{}</p>\n", escaped_html(paragraph)));
    }
    text.clear();
}
