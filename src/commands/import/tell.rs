//! What is said of an import.

use crate::commands::context::Context;
use crate::commands::spellings;
use crate::commands::wording::counted;
use crate::corroboration::Level;
use crate::error::Result;
use crate::store::Store;
use crate::store::import::{Counts, ImportSummary};

/// Says how the claims of a new casebook are borne out, and what to do next.
pub(super) fn levels(context: &mut Context, store: &Store) -> Result<()> {
    if store.count_claims()? == 0 || context.console.surroundings().quiet {
        return Ok(());
    }
    let levels = store.levels()?;
    let counts = Level::ALL.iter().map(|level| (level, levels.count(*level)));
    let counts: Vec<String> = counts
        .filter(|(_, count)| *count > 0)
        .map(|(level, count)| format!("{count} {level}"))
        .collect();
    context.console.status(format!("the claims: {}", counts.join(", ")));
    context.console.hint("see what is weak about them: twosource check");
    Ok(())
}

/// Says what an import did, or would do.
pub(crate) fn tell(context: &mut Context, summary: &ImportSummary, dry_run: bool) {
    let named = summary.named();
    let part = |of: fn(&Counts) -> u64, verb: &str| {
        let parts: Vec<_> = named
            .iter()
            .filter(|(_, counts)| of(counts) > 0)
            .map(|(name, counts)| counted_kind(of(counts), name))
            .collect();
        (!parts.is_empty()).then(|| format!("{verb} {}", parts.join(", ")))
    };
    let (took_in, changed) =
        if dry_run { ("would take in", "would change") } else { ("took in", "changed") };
    let lines = [part(|counts| counts.new, took_in), part(|counts| counts.updated, changed)];
    lines.into_iter().flatten().for_each(|line| context.console.status(line));
    if let Some(same) = part(|counts| counts.unchanged, "unchanged:") {
        context.console.status(same);
    }
    if let Some(folded) =
        part(|counts| counts.folded, "the same row more than once, taken in once:")
    {
        context.console.status(folded);
    }
    spellings::tell(context, summary.respelt.iter(), dry_run);
    if !summary.changes_anything() {
        context.console.status("nothing new: the casebook is as it was");
    } else if dry_run {
        context.console.hint("nothing was changed; leave --dry-run out to do it");
    }
}

fn counted_kind(count: u64, plural: &str) -> String {
    counted(count, plural.strip_suffix('s').unwrap_or(plural))
}
