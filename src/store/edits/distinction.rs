//! Saying that two names are two people, and taking that back.

use super::super::change::{Change, Signature};
use super::super::{Store, distinction};
use crate::domain::{Distinction, Name, shell_word};
use crate::error::{Error, ErrorKind, Result};

impl Store {
    /// Remembers that two names are two; the signature says who and when. Returns whether that is new.
    ///
    /// Fails where one of them is no creator's, naming the nearest, and where both are one name.
    pub fn distinguish(&self, signature: &Signature, one: &str, other: &str) -> Result<bool> {
        self.change(signature, |store| {
            let said = store.distinction_of(signature, one, other)?;
            let mut change = Change::new("creator distinct");
            if store.distinction(&said.name, &said.other)?.is_some() {
                return Ok((change, false));
            }
            distinction::insert(&mut change, &said)?;
            Ok((change, true))
        })
    }

    /// Takes it back that two names are two. Returns what was said, if anything was.
    pub fn undistinguish(
        &self,
        signature: &Signature,
        one: &str,
        other: &str,
    ) -> Result<Option<Distinction>> {
        self.change(signature, |store| {
            let mut change = Change::new("creator distinct");
            let (voice, second) = (one.parse::<Name>()?.voice(), other.parse::<Name>()?.voice());
            let known = store.distinction(&voice, &second)?.map(|known| known.record);
            match &known {
                Some(known) => distinction::delete(&mut change, known)?,
                // Names that no source has any more are told as what they are.
                None => drop(store.distinction_of(signature, one, other)?),
            }
            Ok((change, known))
        })
    }

    fn distinction_of(&self, signature: &Signature, one: &str, other: &str) -> Result<Distinction> {
        let (voice, second) = (one.parse::<Name>()?.voice(), other.parse::<Name>()?.voice());
        self.creators_named(one)?;
        self.creators_named(other)?;
        if voice == second {
            return Err(Error::invalid(format!("`{one}` and `{other}` are one name"))
                .hint("name two creators: `twosource creator list` shows all names"));
        }
        Ok(Distinction::new(voice, second, signature.actor.clone(), signature.at.clone()))
    }

    /// An error where somebody has said that the two are two.
    pub(super) fn require_not_distinct(&self, kept: &str, other: &str) -> Result<()> {
        let (one, two) = (kept.parse::<Name>()?.voice(), other.parse::<Name>()?.voice());
        match self.distinction(&one, &two)? {
            None => Ok(()),
            Some(said) => Err(Error::new(
                ErrorKind::Exists,
                format!(
                    "{} said on {} that `{kept}` and `{other}` are two",
                    said.record.actor,
                    said.record.said_at.day()
                ),
            )
            .hint(format!(
                "if they are one after all, first: twosource creator distinct {} {} --remove",
                shell_word(kept),
                shell_word(other)
            ))),
        }
    }
}
