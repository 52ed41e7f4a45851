//! The dash that some styles print for an author who is the same as in the entry before.

use super::runs::{Run, text_of};

/// Puts `dash` for the names that open an entry and opened the one before it.
///
/// Known limit: all names or none; CSL's rules that replace some of several names count as none.
pub(crate) fn substitute<'a>(entries: impl Iterator<Item = &'a mut Vec<Run>>, dash: &str) {
    let mut before = String::new();
    for runs in entries {
        let length = runs.iter().take_while(|run| run.names).count();
        let names = text_of(&runs[..length]);
        if !names.is_empty() && names == before {
            runs.splice(..length, [Run { names: true, ..Run::plain(dash) }]);
        }
        before = names;
    }
}
