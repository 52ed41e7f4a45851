//! What is asked for, and what is answered.

use super::walk::{InText, Place};
use crate::domain::Key;

/// What is to be taken out.
#[derive(Debug, Clone)]
pub struct Redaction {
    /// The source by its key.
    pub source: Key,
    /// Which of its creators, present or former; none for all whose names are not withheld.
    pub creators: Vec<String>,
    /// Whether everything goes that the source says, and that citations say of it.
    pub everything: bool,
    /// Its key from now on; otherwise a new one where its key tells the name.
    pub key: Option<Key>,
    /// Whether what stands for the name is written in free text too, where the name stands there.
    pub also_text: bool,
    /// Whether it may stay where it is not replaced: in free text, or in what others are called.
    pub keep_text: bool,
}

/// What would be taken out.
#[derive(Debug, Clone, Default)]
pub struct Redactable {
    /// The names, as they are written.
    pub names: Vec<String>,
    /// The sources that have them.
    pub sources: Vec<Key>,
    /// The key of the source from then on, where that is another.
    pub key: Option<Key>,
    /// How many changes of the history would be written anew.
    pub changes: usize,
    /// Names that the source had once and stay, because other sources have them now.
    pub elsewhere: Vec<String>,
    /// Where a name stands in free text, or in a key that others have.
    pub places: Vec<Place>,
}

/// What was taken out.
#[derive(Debug, Clone, Default)]
pub struct Redacted {
    /// The key of the source as it is now.
    pub key: Option<Key>,
    /// What stands for each name.
    pub stand_ins: Vec<String>,
    /// The sources that are different.
    pub sources: usize,
    /// How many changes of the history were written anew.
    pub changes: usize,
    /// How many judgements hold on, for the same evidence.
    pub judgements: usize,
    /// Where a name still stands.
    pub places: Vec<Place>,
}

impl Redactable {
    /// Whether there is nothing to take out.
    pub fn is_empty(&self) -> bool {
        self.names.is_empty() && self.sources.is_empty() && self.changes == 0
    }
}

impl Redaction {
    /// What becomes of names in the texts that stand.
    pub(super) const fn in_text(&self) -> InText {
        if self.also_text { InText::Replace } else { InText::Keep }
    }
}
