//! Which claims' levels a command has changed: what was known before it against what is known after.

use super::context::Context;
use super::explain::explanation_of;
use super::names::may_be_said;
use super::wording::counted;
use crate::corroboration::Level;
use crate::error::Result;
use crate::output::{Style, Text, level_style};
use crate::store::Store;
use crate::store::levels::{LevelChange, Touched};

/// How many claims are named one by one.
const NAMED: usize = 20;

/// The levels of the claims that a change may touch, before it.
pub(crate) struct LevelChanges {
    /// None where nobody wants to hear of it.
    before: Option<Vec<(i64, Level)>>,
}

impl LevelChanges {
    /// Remembers the levels of the claims that an edit of these can reach.
    pub(crate) fn watch(context: &Context, store: &Store, touched: &Touched<'_>) -> Result<Self> {
        if context.console.surroundings().quiet {
            return Ok(LevelChanges::none());
        }
        let levels = |store: &Store| store.levels_of(&store.claims_reached(touched)?);
        Ok(LevelChanges { before: Some(store.in_snapshot(levels)?) })
    }

    /// Remembers the levels of all claims, for a change that may reach any of them.
    pub(crate) fn watch_all(context: &Context, store: &Store) -> Result<Self> {
        if context.console.surroundings().quiet {
            return Ok(LevelChanges::none());
        }
        let before = store.levels()?;
        let levels = before.claims().map(|claim| (claim, before.level(claim))).collect();
        Ok(LevelChanges { before: Some(levels) })
    }

    /// Remembers the level of the claim with this id, for a change that touches no other.
    pub(crate) fn watch_claim(context: &Context, store: &Store, claim: i64) -> Result<Self> {
        if context.console.surroundings().quiet {
            return Ok(LevelChanges::none());
        }
        Ok(LevelChanges { before: Some(store.levels_of(&[claim])?) })
    }

    /// For a change that touches no level.
    pub(crate) fn none() -> Self {
        LevelChanges { before: None }
    }

    /// Tells which levels are different now.
    pub(crate) fn tell(self, context: &mut Context, store: &Store) -> Result<()> {
        self.tell_as("changed", context, store)
    }

    /// Tells which levels would be different, of the casebook as it would be.
    pub(crate) fn tell_rehearsed(self, context: &mut Context, then: &Store) -> Result<()> {
        self.tell_as("would change", context, then)
    }

    fn tell_as(self, change: &str, context: &mut Context, store: &Store) -> Result<()> {
        let Some(before) = self.before else { return Ok(()) };
        let claims: Vec<i64> = before.iter().map(|(claim, _)| *claim).collect();
        let both = before.into_iter().zip(store.levels_of(&claims)?);
        let changes = LevelChange::among(both.map(|((claim, from), (_, to))| (claim, from, to)));
        if changes.is_empty() {
            context.console.status(format!("no claim {change} its level"));
            return Ok(());
        }
        let its = if changes.len() == 1 { "its" } else { "their" };
        let claims = counted(changes.len(), "claim");
        context.console.status(format!("{claims} {change} {its} level:"));
        for change in changes.iter().take(NAMED) {
            if let Some(key) = store.claim_key(change.claim)? {
                let text = Text::new().plain("  ").styled(Style::Bold, key.as_str()).plain(": ");
                let text = styled(styled(text, change.from).plain(" → "), change.to);
                let why = because(context, store, &key)?;
                context.console.status(text.plain(why));
            }
        }
        if changes.len() > NAMED {
            context.console.status(format!("  and {} more", changes.len() - NAMED));
        }
        Ok(())
    }
}

/// The level of one claim before a change that touches it alone.
pub(crate) struct OneLevel {
    claim: i64,
    before: Level,
}

impl OneLevel {
    /// Remembers the level of the claim with this id.
    pub(crate) fn watch(store: &Store, claim: i64) -> Result<Self> {
        Ok(OneLevel { claim, before: store.level_of_claim(claim)?.level })
    }

    /// Tells the level where it is another one now.
    pub(crate) fn tell(self, context: &mut Context, store: &Store) -> Result<()> {
        let now = store.level_of_claim(self.claim)?.level;
        if now == self.before {
            return Ok(());
        }
        if let Some(key) = store.claim_key(self.claim)? {
            let text = Text::new().plain(format!("{key} is now "));
            let why = because(context, store, &key)?;
            let before = self.before;
            context.console.status(styled(text, now).plain(format!(" (was {before}){why}")));
        }
        Ok(())
    }
}

/// Why a claim has its level, behind a colon; nothing where that may not be said.
fn because(context: &Context, store: &Store, key: &str) -> Result<String> {
    let why = format!(": {}", reason(store, key)?);
    Ok(if may_be_said(context, store, &why)? { why } else { String::new() })
}

/// Why a claim has its level, as the explanation says it, to go on with behind a colon.
fn reason(store: &Store, key: &str) -> Result<String> {
    let claim = store.claim(key)?;
    let level = store.level_of_claim(claim.id)?;
    let why = explanation_of(store, &claim.record, &level)?.why;
    // Every such sentence begins with a common word.
    let mut letters = why.strip_suffix('.').unwrap_or(&why).chars();
    let first = letters.next().map(|first| first.to_lowercase().collect::<String>());
    Ok(first.unwrap_or_default() + letters.as_str())
}

fn styled(text: Text, level: Level) -> Text {
    text.styled(level_style(level.as_str()), level.as_str())
}
