//! Year suffixes: 1980a and 1980b for works that one author-date citation would not tell apart.
//!
//! The engine gives them in the order of citation and knows 256 of them. Ours follow the order of
//! the bibliography and do not end.

use std::collections::HashMap;

/// The suffix of each citation, given in the order of the bibliography; none where it is unlike all
/// the others.
pub(crate) fn suffixes(citations: &[String]) -> Vec<Option<String>> {
    let mut times: HashMap<&str, usize> = HashMap::new();
    for citation in citations {
        *times.entry(citation).or_default() += 1;
    }
    let mut seen: HashMap<&str, usize> = HashMap::new();
    citations
        .iter()
        .map(|citation| {
            if citation.is_empty() || times.get(citation.as_str()).is_none_or(|times| *times < 2) {
                return None;
            }
            let position = seen.entry(citation).or_default();
            *position += 1;
            Some(letters(*position))
        })
        .collect()
}

/// 1 is a, 26 z, 27 aa.
fn letters(mut number: usize) -> String {
    let mut letters = Vec::new();
    while number > 0 {
        number -= 1;
        letters.push(char::from(b'a' + u8::try_from(number % 26).unwrap_or(0)));
        number /= 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::{letters, suffixes};

    #[test]
    fn suffixes_go_on_after_z() {
        assert_eq!([1, 26, 27, 52, 702, 703].map(letters), ["a", "z", "aa", "az", "zz", "aaa"]);
    }

    #[test]
    fn only_citations_that_are_alike_get_one() {
        let citations = ["Aa 1980", "Aa 1980", "Bb 1980", ""].map(str::to_owned);
        assert_eq!(suffixes(&citations), [Some("a".into()), Some("b".into()), None, None]);
    }
}
