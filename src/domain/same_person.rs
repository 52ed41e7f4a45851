//! Whether two names that people sign with are of one person.

use unicode_normalization::UnicodeNormalization;

/// Whether two signed names are one person's: the same but for what cannot be seen in a name that is
/// shown. That is case, white space of whatever kind and length, characters that are not shown, and how
/// a letter is put together or how wide it is.
pub fn same_person(one: &str, other: &str) -> bool {
    signed_name(one) == signed_name(other)
}

/// A signed name in the form in which [`same_person`] compares it.
pub fn signed_name(name: &str) -> String {
    let seen: String = name.nfkc().filter(|&character| !is_unseen(character)).collect();
    let folded: String = seen.to_lowercase().nfkc().collect();
    folded.split_whitespace().collect::<Vec<_>>().join(" ")
}

/// Characters that a reader does not see and that part no words: soft hyphens, joiners, marks of the
/// direction of writing, selectors of variants, tags.
pub const fn is_unseen(character: char) -> bool {
    matches!(character, '\u{AD}' | '\u{34F}' | '\u{61C}' | '\u{115F}' | '\u{1160}' | '\u{180B}'..='\u{180F}'
        | '\u{200B}'..='\u{200F}' | '\u{202A}'..='\u{202E}' | '\u{2060}'..='\u{206F}'
        | '\u{3164}' | '\u{FFA0}' | '\u{FE00}'..='\u{FE0F}' | '\u{FEFF}' | '\u{E0000}'..='\u{E0FFF}')
}

#[cfg(test)]
mod tests {
    use super::same_person;

    #[test]
    fn what_cannot_be_seen_does_not_make_two_persons_of_one() {
        assert!(same_person(" Zoé Lima", "zoe\u{301} LIMA "));
        for other in [
            "Ann  Lee",
            "Ann\u{A0}Lee",
            "Ann\tLee",
            "Ann \u{2003} Lee",
            "Ann\u{200B} Lee",
            "\u{FEFF}Ann Lee",
            "An\u{AD}n L\u{2060}ee\u{200F}",
            "Ａｎｎ Lee",
        ] {
            assert!(same_person("Ann Lee", other), "{other:?}");
        }
    }

    #[test]
    fn what_can_be_seen_does() {
        assert!(!same_person("Ana Lima", "Ana Lim"));
        assert!(!same_person("Ann Lee", "AnnLee"));
        assert!(!same_person("Zoé", "Zoe"));
    }
}
