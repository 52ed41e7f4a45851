//! A list of faults that stays short however broken the casebook is.

use super::{Finding, Severity};

/// How many faults of one sort are named one by one.
pub(super) const NAMED: usize = 20;

/// The faults that one examination finds.
pub(super) struct Faults {
    name: &'static str,
    hint: &'static str,
    messages: Vec<String>,
    unnamed: u64,
}

impl Faults {
    /// None so far; `hint` says what to do about any.
    pub(super) fn new(name: &'static str, hint: &'static str) -> Self {
        Faults { name, hint, messages: Vec::new(), unnamed: 0 }
    }

    /// Adds one.
    pub(super) fn add(&mut self, message: impl Into<String>) {
        if self.messages.len() < NAMED {
            self.messages.push(message.into());
        } else {
            self.unnamed += 1;
        }
    }

    /// Adds some that are only counted.
    pub(super) fn add_unnamed(&mut self, count: u64) {
        self.unnamed += count;
    }

    /// Whether there are none.
    pub(super) fn is_empty(&self) -> bool {
        self.messages.is_empty() && self.unnamed == 0
    }

    /// A finding for each; where there are none, one that says what is fine.
    pub(super) fn findings(mut self, fine: impl Into<String>) -> Vec<Finding> {
        if self.is_empty() {
            return vec![Finding::ok(self.name, fine)];
        }
        if self.unnamed > 0 {
            self.messages.push(format!("and {} more like these", self.unnamed));
        }
        let finding = |message| Finding {
            name: self.name,
            severity: Severity::Fault,
            message,
            hint: Some(self.hint.to_owned()),
        };
        self.messages.into_iter().map(finding).collect()
    }
}
