//! What filters and sorts the findings.

use crate::checks::RULES;
use crate::corroboration::Level;
use crate::domain::Priority;

/// The controls; hidden where there is no script to obey them.
pub(super) fn controls() -> String {
    let rules: Vec<&str> = RULES.iter().map(|rule| rule.name).collect();
    let levels: Vec<&str> = Level::ALL.iter().map(|level| level.as_str()).collect();
    let priorities: Vec<&str> = Priority::ALL.iter().map(|priority| priority.as_str()).collect();
    format!(
        "<h2>Findings</h2>\n<form hidden>\n\
         <label>Words<input name=\"words\" type=\"search\" dir=\"auto\"></label>\n{}{}{}{}\
         <label>Waived<select name=\"waived\"><option value=\"open\">not waived</option>\
         <option value=\"waived\">waived</option><option value=\"all\">both</option></select></label>\n\
         <label>Order<select name=\"order\"><option value=\"logged\">as logged</option>\
         <option value=\"severity\">gravest first</option>\
         <option value=\"priority\">highest priority first</option>\
         <option value=\"level\">weakest level first</option>\
         <option value=\"findings\">most findings first</option></select></label>\n</form>\n\
         <p class=\"dim script\" id=\"shown\" role=\"status\"></p>\n",
        choice("Severity", "severity", &["error", "warning", "info"]),
        choice("Rule", "rule", &rules),
        choice("Level", "level", &levels),
        choice("Priority", "priority", &priorities),
    )
}

fn choice(label: &str, name: &str, words: &[&str]) -> String {
    let options: String =
        words.iter().map(|word| format!("<option value=\"{word}\">{word}</option>")).collect();
    format!(
        "<label>{label}<select name=\"{name}\"><option value=\"\">any</option>{options}</select>\
         </label>\n"
    )
}
