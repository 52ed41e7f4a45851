//! Mending the names of creators.

use std::collections::BTreeSet;

use super::super::change::{Change, Signature};
use super::super::write::Seen;
use super::super::{Creator, Store, source};
use crate::domain::{Key, Name, check_source, shell_word};
use crate::error::{Error, ErrorKind, Result};

impl Store {
    /// Writes a creator's name differently in every source. Returns the sources.
    ///
    /// Refused where another creator has the new name already: that would merge the two.
    pub fn rename_creator(&self, signature: &Signature, old: &str, new: &Name) -> Result<Vec<Key>> {
        let same_voice = old.parse::<Name>()?.voice() == new.voice();
        self.respell(signature, "creator rename", old, |store| {
            if !same_voice && let Ok(taken) = store.creators_named(new.as_written()) {
                let count = taken.iter().map(|creator| creator.roles.len()).sum::<usize>();
                let sources =
                    if count == 1 { "1 source".to_owned() } else { format!("{count} sources") };
                return Err(Error::new(
                    ErrorKind::Exists,
                    format!("there is a creator `{new}` already, behind {sources}"),
                )
                .hint(format!(
                    "if they are one: twosource creator merge {} {}",
                    shell_word(new.as_written()),
                    shell_word(old)
                )));
            }
            Ok((new.clone(), None))
        })
    }

    /// Makes one creator of two: every source of `other` gets the name `kept`. Returns the sources.
    pub fn merge_creators(
        &self,
        signature: &Signature,
        kept: &str,
        other: &str,
    ) -> Result<Vec<Key>> {
        if kept.parse::<Name>()?.voice() == other.parse::<Name>()?.voice() {
            return Err(Error::invalid(format!("`{kept}` and `{other}` are one creator already"))
                .hint("write it differently everywhere with `twosource creator rename`"));
        }
        self.respell(signature, "creator merge", other, |store| {
            store.require_not_distinct(kept, other)?;
            let kept = store.creators_named(kept)?;
            let first = kept.first().ok_or_else(|| Error::not_found("the creator is gone"))?;
            Ok((first.name.clone(), Some(first.unnamed)))
        })
    }

    /// Gives every credit of a creator the name, and where it is said the openness, that `target` says.
    fn respell(
        &self,
        signature: &Signature,
        action: &str,
        creator: &str,
        target: impl Fn(&Store) -> Result<(Name, Option<bool>)>,
    ) -> Result<Vec<Key>> {
        let mut seen = Seen::default();
        self.change(signature, |store| {
            let (name, unnamed) = target(store)?;
            let found = store.creators_named(creator)?;
            let mut change = Change::new(action);
            let mut keys = Vec::new();
            let mut newest = 0;
            for key in sources_of(&found) {
                let old = store.source(key)?;
                newest = newest.max(old.version);
                let mut new = old.record.clone();
                for credit in &mut new.creators {
                    if found
                        .iter()
                        .any(|one| one.name == credit.name && one.unnamed == credit.unnamed)
                    {
                        credit.name = name.clone();
                        credit.unnamed = unnamed.unwrap_or(credit.unnamed);
                    }
                }
                new.creators = without_repeats(new.creators);
                if new != old.record {
                    check_source(&new)?;
                    source::update(&mut change, &old.record, &new)?;
                    keys.push(old.record.key);
                }
            }
            seen.check(store, &format!("a source of `{creator}`"), newest)?;
            change.about("creator", creator);
            change.about("creator", name.as_written());
            Ok((change, keys))
        })
    }
}

/// The same name in the same role twice (both spellings stood there) is one credit.
fn without_repeats(credits: Vec<crate::domain::Credit>) -> Vec<crate::domain::Credit> {
    let mut kept = Vec::with_capacity(credits.len());
    for credit in credits {
        if !kept.contains(&credit) {
            kept.push(credit);
        }
    }
    kept
}

fn sources_of(creators: &[Creator]) -> BTreeSet<&Key> {
    creators.iter().flat_map(|creator| creator.roles.iter().map(|(key, _)| key)).collect()
}
