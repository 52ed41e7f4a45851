//! The fields of a claim as options of `claim add` and `claim edit`.

use clap::Args;

use crate::commands::values::{Setting, label_setting, one_of, replaced, setting, text_setting};
use crate::domain::{Appearance, Claim, Date, Key, Nature, Priority};
use crate::error::{Error, Result};

/// Every field of a claim but the statement and who logged it. An empty value stands for none.
#[derive(Debug, Default, PartialEq, Eq, Args)]
pub(crate) struct Fields {
    /// The key to call the claim by, such as `bank-payments`
    #[arg(long)]
    pub(crate) key: Option<Key>,

    /// Who makes the claim
    #[arg(long, value_name = "NAME", value_parser = text_setting)]
    claimant: Option<Setting<String>>,

    /// When the claim was made: 2017-09-10, 2017-09, 2017, or 1992~ for about 1992
    #[arg(long, value_name = "DATE", value_parser = setting::<Date>)]
    claimed_on: Option<Setting<Date>>,

    /// What the claim is about: the world (`fact`), or what a record says (`record`)
    #[arg(long, value_parser = one_of(Nature::ALL, Nature::as_str))]
    nature: Option<Nature>,

    /// The harm if the claim is wrong
    #[arg(long, value_parser = one_of(Priority::ALL, Priority::as_str))]
    priority: Option<Priority>,

    /// The key of a work in which the claim was made, the main one first; repeat it for more. Such a work is never evidence for the claim
    #[arg(long, value_name = "SOURCE", value_parser = setting::<Key>)]
    appears_in: Vec<Setting<Key>>,

    /// Where in the main work: "page 3", "paragraph 7"
    #[arg(long, value_name = "LOCATOR", value_parser = text_setting)]
    appears_at: Option<Setting<String>>,

    /// The words of the main work
    #[arg(long, value_name = "TEXT", value_parser = text_setting)]
    appears_quote: Option<Setting<String>>,

    /// A label of your own; repeat it for more
    #[arg(long, value_parser = label_setting)]
    tag: Vec<Setting<String>>,

    /// Your remarks
    #[arg(long, value_name = "TEXT", value_parser = text_setting)]
    note: Option<Setting<String>>,
}

impl Fields {
    /// Puts what is given into a claim.
    pub(crate) fn apply(&self, claim: &mut Claim) -> Result<()> {
        if let Some(key) = &self.key {
            claim.key = key.clone();
        }
        Setting::apply(&self.claimant, &mut claim.claimant);
        Setting::apply(&self.claimed_on, &mut claim.claimed_on);
        claim.nature = self.nature.unwrap_or(claim.nature);
        claim.priority = self.priority.unwrap_or(claim.priority);
        Setting::apply(&self.note, &mut claim.note);
        if !self.tag.is_empty() {
            claim.tags = replaced(&self.tag);
        }
        if !self.appears_in.is_empty() {
            let old = std::mem::take(&mut claim.appearances);
            claim.appearances =
                replaced(&self.appears_in).into_iter().map(|key| appearance(&old, key)).collect();
        }
        self.apply_to_main_work(claim)
    }

    fn apply_to_main_work(&self, claim: &mut Claim) -> Result<()> {
        if self.appears_at.is_none() && self.appears_quote.is_none() {
            return Ok(());
        }
        let main = claim.appearances.first_mut().ok_or_else(|| {
            Error::invalid(
                "--appears-at and --appears-quote need a work in which the claim appears",
            )
            .hint("name it with --appears-in and its key; `twosource source list` shows the keys")
        })?;
        Setting::apply(&self.appears_at, &mut main.locator);
        Setting::apply(&self.appears_quote, &mut main.quote);
        Ok(())
    }
}

/// The appearance in this work as it was, or a new one.
fn appearance(old: &[Appearance], source: Key) -> Appearance {
    let known = old.iter().find(|appearance| appearance.source == source).cloned();
    known.unwrap_or(Appearance { source, locator: None, quote: None })
}
