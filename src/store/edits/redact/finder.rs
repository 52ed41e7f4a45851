//! Finding a name in free text, however it is written there.

use super::super::super::search_text::fold;

/// Family names shorter than this are words of many languages.
const SHORTEST: usize = 3;

/// A word of a text: folded, and where it stands.
struct Word {
    text: String,
    start: usize,
    end: usize,
}

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
}

impl Finder {
    /// Looks for a whole name; `instead` is what stands for it.
    pub(super) fn add(&mut self, name: &str, instead: &str) {
        self.put(name, true, instead);
    }

    /// Looks for a family name that stands alone.
    pub(super) fn add_family(&mut self, name: &str, instead: &str) {
        let long = name.chars().count() >= SHORTEST || name.chars().any(stands_alone);
        if long {
            self.put(name, false, instead);
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

/// The words of a text, folded as for search. Letters of scripts that put no space between words are
/// words of their own.
fn words(text: &str) -> Vec<Word> {
    let mut words: Vec<Word> = Vec::new();
    let mut open = false;
    let mut folded = String::new();
    for (start, letter) in text.char_indices() {
        let end = start + letter.len_utf8();
        folded.clear();
        fold(letter.encode_utf8(&mut [0; 4]), &mut folded);
        match words.last_mut().filter(|_| open) {
            // A vowel mark or joiner belongs to the word it stands in.
            Some(word) if folded.is_empty() => word.end = end,
            Some(word) if letter.is_alphanumeric() && !stands_alone(letter) => {
                word.text.push_str(&folded);
                word.end = end;
            }
            _ if letter.is_alphanumeric() => {
                words.push(Word { text: folded.clone(), start, end });
                open = !stands_alone(letter);
            }
            _ => open = false,
        }
    }
    words
}

/// Whether a letter belongs to a script that puts no space between words, or hangs endings on names.
fn stands_alone(letter: char) -> bool {
    matches!(letter, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}')
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
    fn other_scripts_are_found_too() {
        assert!(finder(&["علي كريم"], &[]).is_in("قال عَلِي کریم إن"));
        assert!(finder(&["王小明"], &[]).is_in("据王小明说"));
        assert!(finder(&["김철수"], &[]).is_in("김철수가 말했다"));
        assert!(finder(&[], &["Карась"]).is_in("karas-2019"));
        assert!(!finder(&[], &["Li"]).is_in("Li said"), "two letters are a word of many languages");
    }
}
