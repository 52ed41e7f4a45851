//! The manual page of the rules, from the texts that `rule NAME` prints.

use roff::{Roff, bold, roman};

use crate::checks::{RULES, Rule};

/// The name of the page's file.
pub(super) const PAGE: &str = "twosource-rules.7";

/// The whole page.
pub(super) fn page() -> String {
    let mut page = Roff::new();
    page.control(
        "TH",
        ["twosource-rules", "7", "", concat!("twosource ", env!("CARGO_PKG_VERSION"))],
    );
    page.control("SH", ["NAME"]);
    page.text([roman("twosource-rules - what `twosource check` looks for, and how to mend it")]);
    page.control("SH", ["DESCRIPTION"]);
    page.text([roman(
        "Each rule has a severity of its own, which `twosource rule set` changes for a casebook.",
    )]);
    RULES.iter().for_each(|rule| describe(&mut page, rule));
    page.control("SH", ["SEE ALSO"]);
    page.text([bold("twosource-check"), roman("(1), "), bold("twosource-rule"), roman("(1)")]);
    page.render()
}

fn describe(page: &mut Roff, rule: &Rule) {
    page.control("SH", [rule.name]);
    page.text([roman(format!("{} ({})", rule.summary, rule.severity))]);
    for line in rule.documentation.lines() {
        if Rule::HEADINGS.contains(&line) {
            page.control("SS", [line]);
        } else if line.is_empty() {
            page.control("PP", []);
        } else {
            page.text([roman(line.trim_start())]);
        }
    }
}
