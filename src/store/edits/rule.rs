//! Saying how grave the findings of a rule are in this casebook, and taking that back.

use super::super::change::{Change, Signature};
use super::super::{Store, rule_severity};
use crate::domain::{RuleSeverity, SeveritySetting};
use crate::error::Result;

impl Store {
    /// Sets the severity of a rule; the signature says who and when. Whether there is such a rule is for
    /// the caller to say. Returns whether anything is different.
    pub fn set_rule_severity(
        &self,
        signature: &Signature,
        rule: &str,
        severity: SeveritySetting,
    ) -> Result<bool> {
        self.change(signature, |store| {
            let mut change = Change::new("rule set");
            if let Some(old) = store.rule_severity(rule)? {
                if old.record.severity == severity {
                    return Ok((change, false));
                }
                rule_severity::delete(&mut change, &old.record)?;
            }
            let set = RuleSeverity {
                rule: rule.to_owned(),
                severity,
                actor: signature.actor.clone(),
                set_at: signature.at.clone(),
            };
            rule_severity::insert(&mut change, &set)?;
            Ok((change, true))
        })
    }

    /// Gives a rule its own severity again. Returns what was set, if anything was.
    pub fn reset_rule_severity(
        &self,
        signature: &Signature,
        rule: &str,
    ) -> Result<Option<RuleSeverity>> {
        self.change(signature, |store| {
            let mut change = Change::new("rule set");
            let old = store.rule_severity(rule)?.map(|old| old.record);
            if let Some(old) = &old {
                rule_severity::delete(&mut change, old)?;
            }
            Ok((change, old))
        })
    }
}
