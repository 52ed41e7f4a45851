//! Keeping other spellings of names, and forgetting them.

use super::super::change::{Change, Signature};
use super::super::{Store, alias, distinction};
use crate::domain::{Alias, Distinction, Name, nearest, shell_word};
use crate::error::{Error, ErrorKind, Result};

impl Store {
    /// Keeps a spelling that no source has as another one of a creator's name: where it comes in, the name
    /// is written for it. The signature says who and when. Returns whether that is new.
    ///
    /// Fails where the name is no creator's, where the spelling is, and where the two were said to be two.
    pub fn add_alias(&self, signature: &Signature, name: &str, spelling: &Name) -> Result<bool> {
        self.change(signature, |store| {
            let mut change = Change::new("creator alias add");
            let creators = store.creators_named(name)?;
            let (voice, other) = (name.parse::<Name>()?.voice(), spelling.voice());
            if voice == other {
                return Err(Error::invalid(format!(
                    "`{name}` and `{spelling}` are one name already"
                ))
                .hint("name a spelling that is another"));
            }
            if let Some(known) = store.alias(&other)? {
                if known.record.name.voice() == voice {
                    return Ok((change, false));
                }
                return Err(spelling_of_another(spelling.as_written(), &known.record));
            }
            if store.is_creator(&other)? {
                return Err(Error::new(
                    ErrorKind::Exists,
                    format!("there is a creator `{spelling}`"),
                )
                .hint(format!(
                    "make the two one: twosource creator merge {} {}",
                    shell_word(name),
                    shell_word(spelling.as_written())
                )));
            }
            let target = creators.iter().find(|creator| !creator.unnamed);
            let target = target.ok_or_else(|| {
                Error::invalid(format!("the name of `{name}` is withheld: it has one spelling"))
                    .hint("descriptions that others may have too are not kept as spellings")
            })?;
            store.require_not_distinct(name, spelling.as_written())?;
            alias::insert(&mut change, &signed(signature, other, &target.name))?;
            Ok((change, true))
        })
    }

    /// Forgets that a name is another spelling, and returns what was kept.
    pub fn remove_alias(&self, signature: &Signature, spelling: &str) -> Result<Alias> {
        self.change(signature, |store| {
            let known = store.alias(&spelling.parse::<Name>()?.voice())?;
            let known = match known {
                Some(known) => known.record,
                None => return Err(store.no_alias(spelling)),
            };
            let mut change = Change::new("creator alias remove");
            alias::delete(&mut change, &known)?;
            Ok((change, known))
        })
    }

    fn no_alias(&self, spelling: &str) -> Error {
        let error = Error::not_found(format!("`{spelling}` is not kept as another spelling"));
        let known = self.aliases().unwrap_or_default();
        match nearest(spelling, known.iter().map(|alias| alias.spelling.as_str())) {
            Some(near) => error.hint(format!("did you mean `{near}`?")),
            None => error.hint("`twosource creator alias list` shows them all"),
        }
    }

    /// Puts into a change what follows for spellings and distinctions when a name becomes another: what
    /// was a spelling of the old is one of the new, and who is not the old is not the new. With `keep`
    /// the old name is a spelling of the new from now on.
    pub(super) fn carry_over(
        &self,
        change: &mut Change,
        signature: &Signature,
        (old, new): (&str, &Name),
        keep: bool,
    ) -> Result<()> {
        let voice = new.voice();
        if let Some(known) = self.alias(&voice)? {
            // The spelling becomes the name.
            alias::delete(change, &known.record)?;
        }
        let spellings = self.aliases()?;
        let of_old = spellings.into_iter().filter(|known| known.name.voice() == old);
        for known in of_old.filter(|known| known.spelling != voice) {
            self.require_not_distinct(&known.spelling, new.as_written())?;
            alias::delete(change, &known)?;
            alias::insert(change, &Alias { name: new.clone(), ..known })?;
        }
        if keep {
            alias::insert(change, &signed(signature, old.to_owned(), new))?;
        }
        for said in self.distinctions()? {
            let third = match (said.name == old, said.other == old) {
                (true, _) => &said.other,
                (_, true) => &said.name,
                _ => continue,
            };
            distinction::delete(change, &said)?;
            if *third != voice && self.distinction(&voice, third)?.is_none() {
                let (actor, said_at) = (said.actor.clone(), said.said_at.clone());
                let carried = Distinction::new(voice.clone(), third.clone(), actor, said_at);
                distinction::insert(change, &carried)?;
            }
        }
        Ok(())
    }
}

/// A spelling of a name, kept by who signs.
fn signed(signature: &Signature, spelling: String, name: &Name) -> Alias {
    let (actor, said_at) = (signature.actor.clone(), signature.at.clone());
    Alias { spelling, name: name.clone(), actor, said_at }
}

/// The error for a name that stands for another one.
pub(in crate::store) fn spelling_of_another(spelling: &str, known: &Alias) -> Error {
    Error::new(
        ErrorKind::Exists,
        format!("`{spelling}` is kept as another spelling of `{}`", known.name),
    )
    .hint(format!(
        "say `{}`; if they are two, first: twosource creator alias remove {}",
        known.name,
        shell_word(&known.spelling)
    ))
}
