//! Whether two names that people sign with are of one person.

use unicode_normalization::UnicodeNormalization;

/// Whether two signed names are one person's: the same but for case, for white space around them, and
/// for how a letter with an accent is put together.
pub fn same_person(one: &str, other: &str) -> bool {
    signed_name(one) == signed_name(other)
}

/// A signed name in the form in which [`same_person`] compares it.
pub fn signed_name(name: &str) -> String {
    name.trim().to_lowercase().nfc().collect()
}

#[cfg(test)]
mod tests {
    use super::same_person;

    #[test]
    fn case_spaces_and_composed_letters_do_not_make_two_persons_of_one() {
        assert!(same_person(" Zoé Lima", "zoe\u{301} LIMA "));
        assert!(!same_person("Ana Lima", "Ana Lim"));
    }
}
