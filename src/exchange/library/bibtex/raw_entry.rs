//! An entry as it stands in the file.

use std::borrow::Cow;
use std::ops::Range;

use super::group::{Group, group_of};
use super::value::Value;

/// The name under which the type of an entry stands among its fields. No field of a file can have it.
pub(super) const ENTRY_TYPE: &str = "entry type";

/// An entry with its fields.
#[derive(Debug, Clone)]
pub(super) struct RawEntry<'t> {
    /// The line on which it begins.
    pub(super) line: u64,
    /// Which bytes of the file it is.
    pub(super) span: Range<usize>,
    /// Its key; empty where it has none.
    pub(super) key: &'t str,
    /// Its fields, the type of the entry first.
    pub(super) fields: Fields<'t>,
    /// The abbreviations that its fields use and the file does not define.
    pub(super) undefined: Vec<&'t str>,
}

/// Fields by name, in lower case, in the order of the file. Of two with one name the first counts; the
/// second is called `NAME 2`, which no field of a file can be.
#[derive(Debug, Clone, Default)]
pub(super) struct Fields<'t>(Vec<(Cow<'t, str>, Value<'t>)>);

impl<'t> Fields<'t> {
    /// The value of a field.
    pub(super) fn get(&self, name: &str) -> Option<&Value<'t>> {
        self.0.iter().find(|(known, _)| known == name).map(|(_, value)| value)
    }

    /// Adds a field; a further one of a name that is there is counted.
    pub(super) fn add(&mut self, name: impl Into<Cow<'t, str>>, value: Value<'t>) {
        let name = name.into();
        let mut counted = name.clone();
        let mut number = 2;
        while self.get(&counted).is_some() {
            counted = format!("{name} {number}").into();
            number += 1;
        }
        self.0.push((counted, value));
    }

    /// Gives a field another name, and its second with it, where no other has that.
    pub(super) fn rename(&mut self, from: &str, to: &'static str) {
        if self.get(to).is_some() || self.get(from).is_none() {
            return;
        }
        for (name, _) in self.0.iter_mut().filter(|(name, _)| base(name) == from) {
            *name = format!("{to}{}", &name[from.len()..]).into();
        }
    }

    /// Takes a field away.
    pub(super) fn remove(&mut self, name: &str) {
        self.0.retain(|(known, _)| known != name);
    }

    pub(super) fn iter(&self) -> impl Iterator<Item = (&str, &Value<'t>)> {
        self.0.iter().map(|(name, value)| (name.as_ref(), value))
    }

    /// Whether a field of this group stands there a second time.
    pub(super) fn has_second(&self, group: Group) -> bool {
        self.iter().any(|(name, _)| base(name) != name && group_of(base(name)) == group)
    }

    pub(super) fn len(&self) -> usize {
        self.0.len()
    }
}

/// The name of a field of which there are several: `note` of `note 2`.
pub(super) fn base(name: &str) -> &str {
    if name == ENTRY_TYPE { name } else { name.split(' ').next().unwrap_or(name) }
}
