//! Different texts and the numbers they are given: millions of them in little memory.

use std::hash::BuildHasher;

use hashbrown::{DefaultHashBuilder, HashTable};

/// Gives each different text a number, from 0 on. The texts stand one after the other in one buffer.
#[derive(Debug, Default)]
pub(super) struct Names {
    texts: String,
    /// Where in `texts` each one ends.
    ends: Vec<usize>,
    numbers: HashTable<u32>,
    hasher: DefaultHashBuilder,
}

impl Names {
    /// The number of a text, if it has one.
    pub(super) fn find(&self, text: &str) -> Option<u32> {
        let hash = self.hasher.hash_one(text);
        self.numbers.find(hash, |number| self.get(*number) == Some(text)).copied()
    }

    /// The number of a text, which gets the next one where it has none.
    pub(super) fn number(&mut self, text: &str) -> u32 {
        let hash = self.hasher.hash_one(text);
        let (texts, ends) = (&self.texts, &self.ends);
        let known = self.numbers.find(hash, |number| stretch(texts, ends, *number) == Some(text));
        if let Some(number) = known {
            return *number;
        }
        let number = self.ends.len() as u32;
        self.texts.push_str(text);
        self.ends.push(self.texts.len());
        let (texts, ends, hasher) = (&self.texts, &self.ends, &self.hasher);
        self.numbers.insert_unique(hash, number, |number| {
            hasher.hash_one(stretch(texts, ends, *number).unwrap_or_default())
        });
        number
    }

    /// The text that has this number.
    pub(super) fn get(&self, number: u32) -> Option<&str> {
        stretch(&self.texts, &self.ends, number)
    }

    /// All texts, in the order of their numbers.
    pub(super) fn iter(&self) -> impl Iterator<Item = &str> {
        (0..self.ends.len() as u32).filter_map(|number| self.get(number))
    }
}

fn stretch<'t>(texts: &'t str, ends: &[usize], number: u32) -> Option<&'t str> {
    let number = number as usize;
    let start = number.checked_sub(1).map_or(Some(0), |before| ends.get(before).copied())?;
    texts.get(start..*ends.get(number)?)
}

#[cfg(test)]
mod tests {
    use super::Names;

    #[test]
    fn equal_texts_have_one_number() {
        let mut names = Names::default();
        assert_eq!(["a", "", "b", "a", ""].map(|text| names.number(text)), [0, 1, 2, 0, 1]);
        assert_eq!((names.find("b"), names.find("c")), (Some(2), None));
        assert_eq!((names.get(2), names.get(3)), (Some("b"), None));
        assert_eq!(names.iter().collect::<Vec<_>>(), ["a", "", "b"]);
    }
}
