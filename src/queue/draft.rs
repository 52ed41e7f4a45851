//! What was typed for a deed that was stopped, kept for whoever decides on that deed again.

use super::entry::Entry;
use super::session::Session;
use crate::domain::Key;

/// What words were typed for: a note is no reason, and the reason of one finding is not that of another.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Deed {
    /// A verdict, whichever.
    Verdict,
    /// The waiver of what this rule finds.
    Waiver(String),
}

/// The words for a deed to one claim.
#[derive(Debug, Clone)]
pub(super) struct Draft {
    claim: Key,
    deed: Deed,
    text: String,
}

impl Session {
    /// A line that holds what was typed for this deed to the claim that is seen.
    pub(super) fn drafted(&self, deed: &Deed) -> Entry {
        let claim = self.claim();
        let is_it = |draft: &&Draft| Some(&draft.claim) == claim && draft.deed == *deed;
        self.drafts.iter().find(is_it).map_or_else(Entry::default, |it| Entry::holding(&*it.text))
    }

    /// Keeps what was typed for this deed to the claim that is seen.
    pub(super) fn keep_draft(&mut self, deed: &Deed, text: &str) {
        self.forget_draft(deed);
        let Some(claim) = self.claim().cloned().filter(|_| !text.is_empty()) else { return };
        self.drafts.push(Draft { claim, deed: deed.clone(), text: text.to_owned() });
    }

    /// The deed is done, or taken back: what was typed for it is not needed any more.
    pub(super) fn forget_draft(&mut self, deed: &Deed) {
        let Some(claim) = self.claim().cloned() else { return };
        self.drafts.retain(|draft| draft.claim != claim || draft.deed != *deed);
    }
}
