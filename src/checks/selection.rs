//! Which rules are to be run.

use super::rule::Rule;
use super::{Finding, RULES, Subject};
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

    /// What the rules find about one claim.
    pub fn look_at(&self, subject: &Subject<'_>) -> Vec<Finding> {
        self.0.iter().filter_map(|rule| rule.look_at(subject)).collect()
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
