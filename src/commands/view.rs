//! The casebook as a command may show it: as it is, or as those outside may see it.

use super::context::Context;
use super::disclosure::{Disclosure, Target};
use super::names::Guard;
use crate::domain::Key;
use crate::error::{Error, Result};
use crate::store::Store;
use crate::transfer::{Outside, Secrets};

/// An open casebook, to read.
pub(crate) struct View {
    inside: Store,
    /// None where it is shown as it is.
    outside: Option<Outside>,
}

impl View {
    /// The casebook as `command` may show it there.
    ///
    /// # Errors
    /// As [`Disclosure::shows_all`].
    pub(crate) fn open(
        context: &mut Context,
        disclosure: &Disclosure,
        target: Target<'_>,
        command: &str,
    ) -> Result<Self> {
        let inside = context.read()?;
        let outside = if disclosure.shows_all(context, &inside, target, command)? {
            None
        } else {
            Outside::of(&inside)?
        };
        if outside.is_some()
            && let Some(secrets) = Secrets::of(&inside)?
        {
            let guard = Guard::of(secrets, context, disclosure, target, command);
            context.set_guard(guard);
        }
        Ok(View { inside, outside })
    }

    /// The casebook that is shown.
    pub(crate) fn store(&self) -> &Store {
        self.outside.as_ref().map_or(&self.inside, Outside::store)
    }

    /// The casebook as it is, where another is shown.
    pub(crate) fn inside_of_outside(&self) -> Option<&Store> {
        self.outside.as_ref().map(|_| &self.inside)
    }

    /// Looks for names in all texts, where the casebook is shown outside in a format that is not looked
    /// through when it is written.
    pub(crate) fn look_for_names(&self, context: &mut Context) -> Result<()> {
        match &self.outside {
            Some(outside) => context.settle_texts(outside.store()),
            None => Ok(()),
        }
    }

    /// Lets `read` see it as it is at one moment.
    pub(crate) fn in_snapshot<T>(&self, read: impl FnOnce(&Store) -> Result<T>) -> Result<T> {
        self.store().in_snapshot(read)
    }

    /// An error that says so where a name is one that is not shown here.
    pub(crate) fn require_shown(&self, name: &str) -> Result<()> {
        let Some(outside) = &self.outside else { return Ok(()) };
        let is_hidden = outside.store().creators_named(name).is_err()
            && self.inside.creators_named(name).is_ok();
        if is_hidden {
            return Err(Error::not_found(format!("`{name}` is behind withheld sources alone"))
                .hint("it is shown in a table on your terminal, or with --include-confidential"));
        }
        Ok(())
    }

    /// The key of a source as it is shown, for one that the user typed: its own or a further one.
    pub(crate) fn source_key(&self, typed: &str) -> Result<Key> {
        let Some(outside) = &self.outside else { return self.inside.source_key(typed) };
        match self.inside.source_key(typed) {
            Ok(key) => Ok(outside.key_of(&key)),
            // It may be typed as it is shown.
            Err(_) => outside.store().source_key(typed),
        }
    }
}
