//! Mending the names of creators.

use std::collections::BTreeSet;

use super::super::alias::without_repeats;
use super::super::change::{Change, Signature};
use super::super::write::Seen;
use super::super::{Creator, Store, source};
use crate::domain::{Key, Name, check_source, shell_word};
use crate::error::{Error, ErrorKind, Result};

/// How a creator is to be written from now on.
#[derive(Debug, Clone)]
pub enum Respelling {
    /// In another way, which nobody else has.
    Rename {
        /// The name as it is.
        old: String,
        /// The name as it shall be.
        new: Name,
        /// Whether the old name is kept as a spelling of the new one.
        keep: bool,
    },
    /// As another creator, who is the same.
    Merge {
        /// The name that is right.
        kept: String,
        /// The name that is given up.
        other: String,
        /// Whether it is kept as a spelling of the right one.
        keep: bool,
    },
}

/// What was written otherwise.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Respelled {
    /// The sources in which it was.
    pub sources: Vec<Key>,
    /// Whether the name that was given up is kept as a spelling.
    pub kept: bool,
}

impl Store {
    /// Writes a creator's name differently in every source.
    ///
    /// A new name that another creator has is refused: that would merge the two. So is merging two that
    /// were said to be two, and a name that is withheld with one that is open.
    pub fn respell_creator(&self, signature: &Signature, how: &Respelling) -> Result<Respelled> {
        let mut seen = Seen::default();
        self.change(signature, |store| store.respelling(signature, how, &mut seen))
    }

    /// The same, but nothing is changed: `look` sees the casebook as it would be.
    pub fn rehearse_respelling<T>(
        &self,
        signature: &Signature,
        how: &Respelling,
        look: impl FnOnce(&Store, &Respelled) -> Result<T>,
    ) -> Result<T> {
        let build = |store: &Store| store.respelling(signature, how, &mut Seen::default());
        self.rehearse(signature, build, look)
    }

    fn respelling(
        &self,
        signature: &Signature,
        how: &Respelling,
        seen: &mut Seen,
    ) -> Result<(Change, Respelled)> {
        match how {
            Respelling::Rename { old, new, keep } => {
                self.require_free(old, new)?;
                let mut change = Change::new("creator rename");
                let found = self.creators_named(old)?;
                let open = found.iter().all(|creator| !creator.unnamed);
                let sources = self.rewrite(&mut change, &found, new, seen)?;
                let voice = old.parse::<Name>()?.voice();
                let same = voice == new.voice();
                let kept = *keep && open && !same && !sources.is_empty();
                if !same && !sources.is_empty() {
                    self.carry_over(&mut change, signature, (&voice, new), kept)?;
                }
                Ok((change, Respelled { sources, kept }))
            }
            Respelling::Merge { kept, other, keep } => {
                let voice = other.parse::<Name>()?.voice();
                if kept.parse::<Name>()?.voice() == voice {
                    return Err(Error::invalid(format!(
                        "`{kept}` and `{other}` are one creator already"
                    ))
                    .hint("write it differently everywhere with `twosource creator rename`"));
                }
                self.require_not_distinct(kept, other)?;
                let (right, found) = (self.creators_named(kept)?, self.creators_named(other)?);
                let open = require_same_openness((kept, &right), (other, &found))?;
                let first = right.first().ok_or_else(|| Error::not_found("the creator is gone"))?;
                let mut change = Change::new("creator merge");
                let sources = self.rewrite(&mut change, &found, &first.name, seen)?;
                let kept = *keep && open;
                self.carry_over(&mut change, signature, (&voice, &first.name), kept)?;
                Ok((change, Respelled { sources, kept }))
            }
        }
    }

    /// An error where somebody else has the name, or it is kept as somebody else's spelling.
    fn require_free(&self, old: &str, new: &Name) -> Result<()> {
        let (voice, new_voice) = (old.parse::<Name>()?.voice(), new.voice());
        if voice == new_voice {
            return Ok(());
        }
        if let Some(known) = self.alias(&new_voice)? {
            let of_old = known.record.name.voice() == voice;
            return if of_old {
                Ok(())
            } else {
                Err(super::alias::spelling_of_another(new.as_written(), &known.record))
            };
        }
        let Ok(taken) = self.creators_named(new.as_written()) else { return Ok(()) };
        let count = taken.iter().map(|creator| creator.roles.len()).sum::<usize>();
        let sources = if count == 1 { "1 source".to_owned() } else { format!("{count} sources") };
        Err(Error::new(
            ErrorKind::Exists,
            format!("there is a creator `{new}` already, behind {sources}"),
        )
        .hint(format!(
            "if they are one: twosource creator merge {} {}",
            shell_word(new.as_written()),
            shell_word(old)
        )))
    }

    /// Gives every credit of the creators this name. Returns the sources that are different by it.
    fn rewrite(
        &self,
        change: &mut Change,
        creators: &[Creator],
        name: &Name,
        seen: &mut Seen,
    ) -> Result<Vec<Key>> {
        let (mut keys, mut newest) = (Vec::new(), 0);
        for key in sources_of(creators) {
            let old = self.source(key)?;
            newest = newest.max(old.version);
            let mut new = old.record.clone();
            for credit in &mut new.creators {
                if creators
                    .iter()
                    .any(|one| one.name == credit.name && one.unnamed == credit.unnamed)
                {
                    credit.name = name.clone();
                }
            }
            new.creators = without_repeats(new.creators);
            if new != old.record {
                check_source(&new)?;
                source::update(change, &old.record, &new)?;
                keys.push(old.record.key);
            }
        }
        if let Some(first) = creators.first() {
            seen.check(self, &format!("a source of `{}`", first.name), newest)?;
            change.about("creator", first.name.as_written());
        }
        change.about("creator", name.as_written());
        Ok(keys)
    }
}

/// An error where one name is withheld and the other is not: merged, the one would tell who the other is,
/// or hide a name. Returns whether both are open.
fn require_same_openness(
    (kept, right): (&str, &[Creator]),
    (other, found): (&str, &[Creator]),
) -> Result<bool> {
    let is_withheld = |creators: &[Creator]| creators.iter().any(|creator| creator.unnamed);
    match (is_withheld(right), is_withheld(found)) {
        (false, false) => Ok(true),
        (true, true) => Ok(false),
        (kept_is, _) => {
            let (hidden, open) = if kept_is { (kept, other) } else { (other, kept) };
            let sources = if kept_is { right } else { found };
            let mut key =
                sources.iter().flat_map(|creator| &creator.roles).map(|(key, _)| key.as_str());
            Err(Error::invalid(format!(
                "the name of `{hidden}` is withheld, that of `{open}` is not: they are not merged"
            ))
            .hint(format!(
                "say in each source who it is: twosource source edit {} --creator \"ROLE: NAME\"",
                shell_word(key.next().unwrap_or("SOURCE"))
            )))
        }
    }
}

fn sources_of(creators: &[Creator]) -> BTreeSet<&Key> {
    creators.iter().flat_map(|creator| creator.roles.iter().map(|(key, _)| key)).collect()
}
