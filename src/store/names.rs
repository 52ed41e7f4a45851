//! Different texts and the numbers they are given: millions of them in little memory.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

/// Texts by their numbers, from 0 on. They stand one after the other in one buffer.
#[derive(Debug, Default)]
pub(super) struct Texts {
    texts: String,
    /// Where in `texts` each one ends.
    ends: Vec<usize>,
}

impl Texts {
    /// Puts a text behind the others, and returns its number.
    pub(super) fn push(&mut self, text: &str) -> u32 {
        let number = self.ends.len() as u32;
        self.texts.push_str(text);
        self.ends.push(self.texts.len());
        number
    }

    /// The text that has this number.
    pub(super) fn get(&self, number: u32) -> Option<&str> {
        let number = number as usize;
        let before = |before| self.ends.get(before).copied();
        let start = number.checked_sub(1).map_or(Some(0), before)?;
        self.texts.get(start..*self.ends.get(number)?)
    }

    /// The text that was put there last.
    pub(super) fn last(&self) -> Option<&str> {
        self.get((self.ends.len() as u32).checked_sub(1)?)
    }

    /// All texts, in the order of their numbers.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len() as u32).filter_map(|number| self.get(number))
    }
}

/// Gives each different text a number.
#[derive(Debug, Default)]
pub(super) struct Names {
    texts: Texts,
    numbers: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

impl Names {
    /// The number of a text, if it has one.
    pub(super) fn find(&self, text: &str) -> Option<u32> {
        let hash = self.hasher.hash_one(text);
        self.numbers.find(hash, |number| self.texts.get(*number) == Some(text)).copied()
    }

    /// The number of a text, which gets the next one where it has none.
    pub(super) fn number(&mut self, text: &str) -> u32 {
        let hash = self.hasher.hash_one(text);
        let texts = &mut self.texts;
        if let Some(known) = self.numbers.find(hash, |number| texts.get(*number) == Some(text)) {
            return *known;
        }
        let number = texts.push(text);
        let (texts, hasher) = (&self.texts, &self.hasher);
        self.numbers.insert_unique(hash, number, |number| {
            hasher.hash_one(texts.get(*number).unwrap_or_default())
        });
        number
    }

    /// The texts.
    pub(super) fn texts(&self) -> &Texts {
        &self.texts
    }

    /// The texts, when no more will be looked for.
    pub(super) fn into_texts(self) -> Texts {
        self.texts
    }
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn equal_texts_have_one_number() {
        let mut names = Names::default();
        assert_eq!(["a", "", "b", "a", ""].map(|text| names.number(text)), [0, 1, 2, 0, 1]);
        assert_eq!((names.find("b"), names.find("c")), (Some(2), None));
        assert_eq!((names.texts().get(2), names.texts().get(3)), (Some("b"), None));
        assert_eq!(names.texts().iter().collect::<Vec<_>>(), ["a", "", "b"]);
    }
}
