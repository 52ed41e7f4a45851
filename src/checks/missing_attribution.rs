//! `missing-attribution`

use std::collections::BTreeSet;

use super::rule::{Look, Rule, Severity};
use super::words::keys;
use super::{Finding, Subject};

/// A citation that leaves open which of several origins it rests on.
pub(super) const RULE: Rule = Rule {
    name: "missing-attribution",
    severity: Severity::Warning,
    summary: "a citation that does not say which origin it rests on",
    documentation: "\
What it finds
  A supporting citation of a source that has several origins, where nothing says from which of
  them it has this statement.

Why it matters
  As long as that is open, the statement may come from the weakest of them, and twosource can
  count the source only as a way to all of them.

How to mend it
  Look up whom the source names for this statement, and say so:
  twosource citation list --claim CLAIM, then
  twosource citation edit NUMBER --attributed-to ORIGIN

Example
  A government release that holds two letters is cited for what one of them says.
",
    looks: &[Look::Evidence(find)],
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let open = subject.supporting().filter(|cited| cited.citation.attributed_to.is_empty());
    let finding = |cited: &super::subject::Cited<'_>| {
        let entry = cited.trail.cited();
        let origins: BTreeSet<usize> = entry.origins.iter().map(|origin| origin.place).collect();
        let named = origins.iter().map(|&place| &subject.library.at(place).source.key);
        let message = format!(
            "{} has several origins ({}), and nothing says from which it has this",
            entry.source.key,
            keys(named)
        );
        (origins.len() > 1).then(|| RULE.about(subject, message).on(&entry.source.key))
    };
    open.filter_map(finding).collect()
}
