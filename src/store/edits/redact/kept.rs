//! What stays as it is, because it stands so in the casebook: the history keeps it too.

use std::collections::HashSet;

use super::walk::Place;
use crate::domain::Credit;

/// Texts and names that stay.
#[derive(Debug, Default)]
pub(super) struct Kept {
    /// Free texts, each with the field it stands in: the same words elsewhere are another matter.
    texts: HashSet<(String, String)>,
    /// What others are called.
    names: HashSet<String>,
}

impl Kept {
    /// What stands in these places.
    pub(super) fn of(places: &[Place]) -> Kept {
        let mut kept = Kept::default();
        for place in places.iter().filter(|place| !place.is_person()) {
            if place.is_key() || place.is_creator() {
                kept.names.insert(place.text.clone());
            } else {
                kept.texts.insert((place.field.clone(), place.text.clone()));
            }
            // History is looked up by the form in which names are compared.
            if let Some(credit) = place.text.parse::<Credit>().ok().filter(|_| place.is_creator()) {
                kept.names.insert(credit.name.voice());
            }
        }
        kept
    }

    /// Whether a text stays in this field.
    pub(super) fn text(&self, field: &str, text: &str) -> bool {
        self.texts.contains(&(field.to_owned(), text.to_owned()))
    }

    /// Whether somebody else, a claim or a source is called so.
    pub(super) fn name(&self, name: &str) -> bool {
        self.names.contains(name)
    }
}
