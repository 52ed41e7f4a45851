//! Which rules are to be run.

use std::cmp::Reverse;

use super::rule::Rule;
use super::{Finding, Library, RULES, Subject};
use crate::domain::nearest;
use crate::error::{Error, Result};

/// The rules of one run, in the order of the registry.
#[derive(Debug, Clone)]
pub struct Selection(Vec<&'static Rule>);

impl Selection {
    /// The rules that are named, or all where none is; without those to skip.
    ///
    /// An unknown name is an error that tells the nearest one.
    pub fn new(only: &[String], skip: &[String]) -> Result<Self> {
        only.iter().chain(skip).try_for_each(|name| known(name).map(drop))?;
        let asked = |rule: &&Rule| only.is_empty() || only.iter().any(|name| name == rule.name);
        let skipped = |rule: &&Rule| skip.iter().any(|name| name == rule.name);
        Ok(Selection(RULES.iter().filter(asked).filter(|rule| !skipped(rule)).collect()))
    }

    /// What the rules find about one claim, the gravest first.
    pub fn look_at(&self, subject: &Subject<'_>) -> Vec<Finding> {
        let mut findings: Vec<_> = self.0.iter().flat_map(|rule| rule.look_at(subject)).collect();
        findings.sort_by_key(|finding| Reverse(finding.severity));
        findings
    }

    /// What the rules find about the sources, source by source, the gravest first; last what is about
    /// none of them in particular.
    pub fn look_through(&self, library: &Library) -> Vec<Finding> {
        let mut findings: Vec<_> =
            self.0.iter().flat_map(|rule| rule.look_through(library)).collect();
        let place = |finding: &Finding| {
            let source = finding.source.as_ref();
            source.and_then(|key| library.place(key)).unwrap_or(usize::MAX)
        };
        findings.sort_by_key(|finding| (place(finding), Reverse(finding.severity)));
        findings
    }
}

/// The rule with this name; an unknown name is an error that tells the nearest one.
pub fn known(name: &str) -> Result<&'static Rule> {
    super::rule(name).ok_or_else(|| {
        let error = Error::not_found(format!("there is no rule `{name}`"));
        match nearest(name, RULES.iter().map(|rule| rule.name)) {
            Some(near) => error.hint(format!("did you mean `{near}`?")),
            None => error.hint("`twosource rule` lists all rules"),
        }
    })
}
