//! Which rules are to be run.

use std::cmp::Reverse;

use super::rule::{Rule, Severity};
use super::{Finding, Library, RULES, Subject};
use crate::domain::{RuleSeverity, SeveritySetting, nearest};
use crate::error::{Error, Result};

/// The rules of one run, in the order of the registry, each with the severity of its findings.
#[derive(Debug, Clone)]
pub struct Selection {
    rules: Vec<(&'static Rule, Severity)>,
    /// Whether the rules were asked for by name: these run even where they are switched off.
    named: bool,
    off: Vec<&'static str>,
}

impl Selection {
    /// The rules that are named, or all where none is; without those to skip.
    ///
    /// An unknown name is an error that tells the nearest one.
    pub fn new(only: &[String], skip: &[String]) -> Result<Self> {
        only.iter().chain(skip).try_for_each(|name| known(name).map(drop))?;
        let asked = |rule: &&Rule| only.is_empty() || only.iter().any(|name| name == rule.name);
        let skipped = |rule: &&Rule| skip.iter().any(|name| name == rule.name);
        let rules = RULES.iter().filter(asked).filter(|rule| !skipped(rule));
        let rules = rules.map(|rule| (rule, rule.severity)).collect();
        Ok(Selection { rules, named: !only.is_empty(), off: Vec::new() })
    }

    /// The same with the severities that were set in a casebook. A rule that is switched off is left
    /// out, unless it was asked for by name: then its findings have the rule's own severity.
    #[must_use]
    pub fn with_severities(mut self, set: &[RuleSeverity]) -> Self {
        for RuleSeverity { rule: name, severity, .. } in set {
            let Some(place) = self.rules.iter().position(|(rule, _)| rule.name == name) else {
                continue;
            };
            match effective(*severity) {
                Some(severity) => self.rules[place].1 = severity,
                None if self.named => {}
                None => self.off.push(self.rules.remove(place).0.name),
            }
        }
        self
    }

    /// The rules that are switched off in the casebook, and were left out for that.
    pub fn off(&self) -> &[&'static str] {
        &self.off
    }

    /// What the rules find about one claim, the gravest first.
    pub fn look_at(&self, subject: &Subject<'_>) -> Vec<Finding> {
        let mut findings = self.findings(|rule| rule.look_at(subject));
        findings.sort_by_key(|finding| Reverse(finding.severity));
        findings
    }

    /// What the rules find about the sources, source by source, the gravest first; last what is about
    /// none of them in particular.
    pub fn look_through(&self, library: &Library) -> Vec<Finding> {
        let mut findings = self.findings(|rule| rule.look_through(library));
        let place = |finding: &Finding| {
            let source = finding.source.as_ref();
            source.and_then(|key| library.place(key)).unwrap_or(usize::MAX)
        };
        findings.sort_by_key(|finding| (place(finding), Reverse(finding.severity)));
        findings
    }

    /// What each rule finds, with the severity that holds here.
    fn findings(&self, find: impl Fn(&Rule) -> Vec<Finding>) -> Vec<Finding> {
        let mut all = Vec::new();
        for (rule, severity) in &self.rules {
            let found = find(rule).into_iter();
            all.extend(found.map(|finding| Finding { severity: *severity, ..finding }));
        }
        all
    }
}

/// The severity that a setting gives; `None` where it switches the rule off.
fn effective(setting: SeveritySetting) -> Option<Severity> {
    match setting {
        SeveritySetting::Off => None,
        SeveritySetting::Info => Some(Severity::Info),
        SeveritySetting::Warning => Some(Severity::Warning),
        SeveritySetting::Error => Some(Severity::Error),
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
