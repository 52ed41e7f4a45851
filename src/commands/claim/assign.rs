//! `twosource claim assign`.

use clap::Args;

use crate::commands::context::Context;
use crate::commands::tree::Outcome;
use crate::commands::wording::listed;
use crate::domain::{bars, shell_word};
use crate::error::Result;
use crate::store::Store;
use crate::store::edits::Assigned;

/// Say who is to review a claim
///
/// A claim may have several reviewers: those you name are added. Write a name as that person signs with
/// (--actor, or TWOSOURCE_ACTOR); capitals make no difference. Others may review the claim all the same.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource claim assign c12 \"Ben Okri\"
  twosource claim assign c12 Ben Cem
  twosource claim assign c12 --remove Ben
  twosource claim assign c12 --nobody
  twosource claim list --assigned-to Ben")]
pub(crate) struct Assign {
    /// The key of the claim
    #[arg(value_name = "CLAIM")]
    claim: String,

    /// Who is to review it
    #[arg(value_name = "NAME", required_unless_present_any = ["remove", "nobody"])]
    names: Vec<String>,

    /// Somebody who is not to review it any more; repeat it for more
    #[arg(long, value_name = "NAME", conflicts_with = "names")]
    remove: Vec<String>,

    /// Take it from everybody
    #[arg(long, conflicts_with_all = ["names", "remove"])]
    nobody: bool,
}

impl Assign {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let (signature, store) = (context.signature()?, context.write()?);
        let claim = &self.claim;
        if self.names.is_empty() {
            let names = (!self.nobody).then_some(self.remove.as_slice());
            let done = store.unassign(&signature, claim, names)?;
            context.console.status(taken_back(claim, &done));
            return Ok(Outcome::Done);
        }
        let unheard_of = unheard_of(&store, &self.names)?;
        let done = store.assign(&signature, claim, &self.names)?;
        let already = if done.added.is_empty() { " already" } else { "" };
        let reviewers = listed(&done.reviewers);
        context.console.status(format!("claim {claim} is assigned to {reviewers}{already}"));
        for (name, near) in unheard_of {
            context.console.hint(&format!(
                "nobody called {name} has worked on this casebook, but {near} has; if that is who you \
                 mean: twosource undo"
            ));
        }
        if let Some(logger) = barred(&store, claim, &self.names)? {
            context.console.hint(&format!(
                "{logger} logged the claim, and in this casebook nobody reviews what they logged \
                 themselves; to assign somebody else: twosource claim assign {} NAME",
                shell_word(claim)
            ));
        }
        Ok(Outcome::Done)
    }
}

/// What is said where a claim was taken from reviewers.
fn taken_back(claim: &str, done: &Assigned) -> String {
    let gone: Vec<&str> = done.removed.iter().map(|gone| gone.reviewer.as_str()).collect();
    match (gone.as_slice(), done.reviewers.as_slice()) {
        ([], _) => format!("claim {claim} is assigned to nobody already"),
        (gone, []) => {
            format!("claim {claim} is assigned to nobody any more; it was to {}", listed(gone))
        }
        (gone, left) => format!(
            "claim {claim} is not assigned to {} any more; it is to {}",
            listed(gone),
            listed(left)
        ),
    }
}

/// The names that nobody has who has worked on the casebook, each with the name most like it.
fn unheard_of<'n>(store: &Store, names: &'n [String]) -> Result<Vec<(&'n str, String)>> {
    let mut found = Vec::new();
    for name in names {
        if let Some(near) = store.near_person(name)? {
            found.push((name.trim(), near));
        }
    }
    Ok(found)
}

/// Who logged the claim, where that is one of these and the casebook's policy lets nobody review what
/// they logged.
fn barred(store: &Store, claim: &str, names: &[String]) -> Result<Option<String>> {
    let policy = store.review_policy()?;
    let logger = store.claim(claim)?.record.logged_by;
    Ok(logger.filter(|logger| names.iter().any(|name| bars(policy, Some(logger), name))))
}
