//! Finding a name in free text, however it is written there.

use super::super::super::search_text::stands_alone;
use super::words::{Word, words};

/// Family names shorter than this are words of many languages.
const SHORTEST: usize = 3;

/// What is shorter is found within too many words that mean something else.
const SHORTEST_WITHIN: usize = 7;

/// The same of a family name before the @ of an address.
const SHORTEST_IN_MAIL: usize = 4;

/// A sequence of words that gives somebody away.
#[derive(Debug)]
struct Term {
    words: Vec<String>,
    /// Whether it is the whole name, not the family name alone.
    whole: bool,
    instead: String,
}

/// Finds names as words that follow each other, whatever their case, accents, letter forms and the
/// marks between them: `Smith, Anna`, `anna-smith` and `SMITH Anna` are found alike.
#[derive(Debug, Default)]
pub(super) struct Finder {
    terms: Vec<Term>,
    /// Whole names in one word, which may stand within a longer one, with what stands for them.
    within: Vec<(String, String)>,
    /// Family names, which may stand within the name of a mailbox.
    in_mail: Vec<(String, String)>,
}

impl Finder {
    /// Looks for a whole name; `instead` is what stands for it.
    pub(super) fn add(&mut self, name: &str, instead: &str) {
        self.put(name, true, instead);
        // As file names and addresses have it: `annasmith`.
        for spelling in [name.to_owned(), deunicode::deunicode(name)] {
            let parts = words(&spelling);
            if parts.len() < 2 || spelling.chars().any(stands_alone) {
                continue;
            }
            let joined: String = parts.into_iter().map(|word| word.text).collect();
            self.put(&joined, true, instead);
            if joined.chars().count() >= SHORTEST_WITHIN {
                self.within.push((joined, instead.to_owned()));
            }
        }
    }

    /// Looks for a family name that stands alone.
    pub(super) fn add_family(&mut self, name: &str, instead: &str) {
        let long = name.chars().count() >= SHORTEST || name.chars().any(stands_alone);
        if long {
            self.put(name, false, instead);
        }
        for spelling in [name.to_owned(), deunicode::deunicode(name)] {
            let joined: String = words(&spelling).into_iter().map(|word| word.text).collect();
            if joined.chars().count() >= SHORTEST_IN_MAIL {
                self.in_mail.push((joined, instead.to_owned()));
            }
        }
    }

    fn put(&mut self, name: &str, whole: bool, instead: &str) {
        // A key or an address has it in Latin letters.
        for spelling in [name.to_owned(), deunicode::deunicode(name)] {
            let words: Vec<String> = words(&spelling).into_iter().map(|word| word.text).collect();
            let known = self.terms.iter().any(|term| term.words == words && term.whole >= whole);
            if !words.is_empty() && !known {
                self.terms.push(Term { words, whole, instead: instead.to_owned() });
            }
        }
        // The longest is put in first where several begin at one word.
        self.terms.sort_by_key(|term| std::cmp::Reverse(term.words.len()));
    }

    /// Whether a text has one of the names.
    pub(super) fn is_in(&self, text: &str) -> bool {
        let words = words(text);
        (0..words.len()).any(|at| self.at(&words[at..]).is_some())
    }

    /// Whether a text has one of the names as a whole, not the family name alone.
    pub(super) fn is_whole_in(&self, text: &str) -> bool {
        let words = words(text);
        (0..words.len()).any(|at| self.at(&words[at..]).is_some_and(|term| term.whole))
    }

    /// Whether a name stands within a longer word of a text: in `annasmiths`, or in `asmith@x.org`. That
    /// may be chance: somebody has to look.
    pub(super) fn is_within(&self, text: &str) -> bool {
        words(text).iter().any(|word| self.within(text, word).is_some())
    }

    /// The text with what stands for the names in place of such words; `None` where it has none.
    pub(super) fn replaced_within(&self, text: &str) -> Option<String> {
        let (mut told, mut upto) = (String::new(), 0);
        for word in words(text) {
            if let Some(instead) = self.within(text, &word) {
                told.push_str(&text[upto..word.start]);
                told.push_str(instead);
                upto = word.end;
            }
        }
        (upto > 0).then(|| told + &text[upto..])
    }

    fn within(&self, text: &str, word: &Word) -> Option<&str> {
        let rest = text[word.end..].trim_start_matches(|it: char| it.is_ascii_digit());
        let mailboxes = if rest.starts_with('@') { &self.in_mail[..] } else { &[] };
        let mut names = self.within.iter().chain(mailboxes);
        names.find(|(name, _)| word.text.contains(name)).map(|(_, instead)| instead.as_str())
    }

    /// The text with what stands for the names in their places; `None` where it has none.
    pub(super) fn replaced(&self, text: &str) -> Option<String> {
        let words = words(text);
        let (mut told, mut upto, mut at) = (String::new(), 0, 0);
        while at < words.len() {
            let Some(term) = self.at(&words[at..]) else {
                at += 1;
                continue;
            };
            told.push_str(&text[upto..words[at].start]);
            told.push_str(&term.instead);
            at += term.words.len();
            upto = words[at - 1].end;
        }
        (upto > 0).then(|| told + &text[upto..])
    }

    fn at(&self, words: &[Word]) -> Option<&Term> {
        let begins = |term: &&Term| {
            words.len() >= term.words.len()
                && term.words.iter().zip(words).all(|(term, word)| *term == word.text)
        };
        self.terms.iter().find(begins)
    }
}

#[cfg(test)]
mod tests {
    use super::Finder;

    fn finder(whole: &[&str], family: &[&str]) -> Finder {
        let mut finder = Finder::default();
        whole.iter().for_each(|name| finder.add(name, "redacted 1"));
        family.iter().for_each(|name| finder.add_family(name, "redacted 1"));
        finder
    }

    #[test]
    fn a_name_is_found_however_it_is_written() {
        let finder = finder(&["Müller, Änne", "Änne Müller"], &["Müller"]);
        for text in
            ["said Änne Müller.", "MULLER, ANNE", "https://a.b/anne-muller/1", "Frau Mu\u{308}ller"]
        {
            assert!(finder.is_in(text), "{text}");
        }
        for text in ["Müllers Mühle", "Anne said", "mullerei", ""] {
            assert!(!finder.is_in(text), "{text}");
        }
        assert!(finder.is_whole_in("by Anne  Müller") && !finder.is_whole_in("Müller-2019"));
    }

    #[test]
    fn what_stands_around_it_stays_to_the_byte() {
        let finder = finder(&["Smith, Anna", "Anna Smith"], &["Smith"]);
        let told = finder.replaced("“Anna\u{a0}Smith” (Smith, Anna) – Smith's; Blacksmith");
        assert_eq!(told.unwrap(), "“redacted 1” (redacted 1) – redacted 1's; Blacksmith");
        assert_eq!(finder.replaced("Blacksmith"), None);
    }

    #[test]
    fn digits_and_encoded_marks_around_a_name_hide_nothing() {
        let finder = finder(&["Müller, Änne", "Änne Müller"], &["Müller"]);
        for (text, told) in [
            ("Muller2019", "redacted 12019"),
            ("https://a.b/%C3%84nne%20M%C3%BCller?q=1", "https://a.b/redacted 1?q=1"),
            ("annemuller.pdf", "redacted 1.pdf"),
            ("ÄNNEMÜLLER", "redacted 1"),
        ] {
            assert_eq!(finder.replaced(text).as_deref(), Some(told), "{text}");
        }
        assert_eq!(finder.replaced("100%-ig, 5%2"), None);
    }

    #[test]
    fn a_name_within_a_longer_word_is_found_apart() {
        let finder = finder(&["Smith, Anna", "Anna Smith"], &["Smith"]);
        for text in ["theannasmiths", "asmith@x.org", "asmith2@x.org", "SMITHANNAX"] {
            assert!(finder.is_within(text) && !finder.is_in(text), "{text}");
        }
        for text in ["Blacksmith", "smithy", "Anna Smith", "@blacksmith"] {
            assert!(!finder.is_within(text), "{text}");
        }
        assert_eq!(finder.replaced_within("a asmith@x.org").unwrap(), "a redacted 1@x.org");
    }

    #[test]
    fn other_scripts_are_found_too() {
        assert!(finder(&["علي كريم"], &[]).is_in("قال عَلِي کریم إن"));
        assert!(finder(&["王小明"], &[]).is_in("据王小明说"));
        assert!(finder(&["김철수"], &[]).is_in("김철수가 말했다"));
        assert!(finder(&[], &["Карась"]).is_in("karas-2019"));
        assert!(!finder(&[], &["Li"]).is_in("Li said"), "two letters are a word of many languages");
    }
}
