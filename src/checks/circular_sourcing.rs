//! `circular-sourcing`

use std::collections::BTreeSet;

use super::rule::{Look, Rule, Severity};
use super::words::keys;
use super::{Finding, Library, Subject};
use crate::corroboration::{Level, PointKind};

/// Sources that come from themselves, and claims that support themselves.
pub(super) const RULE: Rule = Rule {
    name: "circular-sourcing",
    severity: Severity::Error,
    summary: "sources or claims that, by some way round, rest on themselves",
    documentation: "\
What it finds
  Sources that are said to come from each other in a circle, the claims whose support leads into
  such a circle, and claims that are supported only by a work in which they are made.

Why it matters
  In a circle nobody has the statement at first hand: each repeats the other. And a text is no
  evidence for what it says itself.

How to mend it
  Find out which of the sources came first, and take the other step off:
  twosource source derive SOURCE --from ORIGIN --remove
  For a claim that only its own work supports, find another source: twosource cite CLAIM SOURCE

Example
  A newspaper quotes an encyclopedia on the web, which gives the newspaper as its source.
",
    looks: &[Look::Evidence(find), Look::Library(circles)],
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    let steps = || subject.supporting().flat_map(|cited| &cited.trail.steps);
    let circles: BTreeSet<usize> = steps().filter_map(|step| step.entry.cycle).collect();
    let mut findings: Vec<Finding> = circles
        .into_iter()
        .map(|number| {
            let circle = &subject.library.cycles()[number];
            let way = subject.library.spelled_out(circle);
            with_points(
                RULE.about(subject, format!("its support goes round in a circle: {way}")),
                subject.library,
                circle,
            )
        })
        .collect();
    let own: Vec<_> =
        steps().filter(|step| step.own_work).map(|step| &step.entry.source.key).collect();
    if subject.level.level == Level::Unsupported && !own.is_empty() {
        let own: BTreeSet<_> = own.into_iter().collect();
        let message =
            format!("its support leads only to a work that makes the claim itself: {}", keys(own));
        findings.push(RULE.about(subject, message));
    }
    findings
}

fn circles(library: &Library) -> Vec<Finding> {
    let finding = |circle: &Vec<usize>| {
        let way = library.spelled_out(circle);
        let finding = RULE.elsewhere(format!("is said to come from itself: {way}"));
        let first = circle.first().map(|&place| &library.at(place).source.key);
        let finding = first.map_or(finding.clone(), |key| finding.on(key));
        with_points(finding, library, circle)
    };
    library.cycles().iter().map(finding).collect()
}

fn with_points(finding: Finding, library: &Library, circle: &[usize]) -> Finding {
    circle.iter().fold(finding, |finding, &place| {
        finding.point(PointKind::Source, library.at(place).source.key.as_str())
    })
}
