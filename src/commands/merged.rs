//! What is said where two records are made one.

use super::context::Context;
use super::wording::{counted, listed};
use crate::domain::{Confidentiality, Role, Settled, shell_word};
use crate::store::edits::Merged;

/// How many records that were folded, and how many judgements that ended, are named one by one.
const NAMED: usize = 20;

/// Whether it is done, or only asked what would be.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mood {
    /// It is done.
    Done,
    /// It would be.
    Rehearsed,
}

impl Mood {
    /// The second word is for what is only asked.
    fn of(self, done: &'static str, rehearsed: &'static str) -> &'static str {
        match self {
            Mood::Done => done,
            Mood::Rehearsed => rehearsed,
        }
    }
}

/// Tells what became of the two, or would: what came with the one that is gone, the fields in which they
/// differed, what says nothing more any more, and which judgements do not hold any more.
pub(crate) fn tell(context: &mut Context, merged: &Merged, mood: Mood) {
    let Merged { kept, gone, confidentiality, settled, moved, folded, ended, warnings } = merged;
    let moved: Vec<String> = moved.iter().map(|(noun, number)| counted(number, noun)).collect();
    let with = if moved.is_empty() { String::new() } else { format!(", with {}", listed(&moved)) };
    let merge = mood.of("merged", "would merge");
    context.console.status(format!("{merge} {gone} into {kept}{with}"));
    for field in settled {
        let field = told(context, *confidentiality, field);
        context.console.status(format!("  {field}"));
    }
    for list in [folded, ended] {
        for what in list.iter().take(NAMED) {
            context.console.status(format!("  {what}"));
        }
        if list.len() > NAMED {
            context.console.status(format!("  and {} more like that", list.len() - NAMED));
        }
    }
    for warning in warnings {
        context.console.warning(warning);
    }
}

/// What became of a field. What is confidential is shown on a terminal alone; so are the names of who speaks
/// on background.
fn told(context: &Context, confidentiality: Confidentiality, field: &Settled) -> String {
    let stays_here = context.console.surroundings().stderr_is_terminal;
    let is_hidden = match confidentiality {
        Confidentiality::Open => false,
        Confidentiality::Background => field.field.parse::<Role>().is_ok(),
        Confidentiality::Confidential => field.field != "confidentiality",
    };
    if is_hidden && !stays_here { field.without_values() } else { field.to_string() }
}

/// Says how to get at what was dropped, or how to do what was only asked.
pub(crate) fn hint(context: &mut Context, merged: &Merged, mood: Mood) {
    if mood == Mood::Rehearsed {
        context.console.hint("nothing was changed; leave --dry-run out to do it");
        return;
    }
    if !merged.ended.is_empty() {
        let kept = shell_word(&merged.kept);
        context.console.hint(&format!(
            "look at it again: twosource claim show {kept}, then twosource review {kept} --verdict …"
        ));
    }
    if merged.settled.iter().any(|field| field.dropped.is_some()) {
        let gone = shell_word(&merged.gone);
        context.console.hint(&format!(
            "what was dropped is in the history (twosource history {gone}); to take it all back: \
             twosource undo"
        ));
    }
}
