//! A name taken apart into what tells it from others.

use super::letters;
use super::sound::Sound;
use super::vocabulary;
use crate::domain::{Name, NameParts};

/// A word of a name.
#[derive(Debug, Clone)]
pub(super) struct Word {
    /// In plain letters.
    pub(super) plain: String,
    pub(super) sound: Sound,
    /// Whether it is from a script that leaves short vowels out.
    pub(super) is_abjad: bool,
}

/// A name to be compared with others.
#[derive(Debug, Clone)]
pub(super) struct Spelling {
    /// In reading order, without titles, articles and legal forms; none where the name has no letters.
    pub(super) words: Vec<Word>,
    /// How many of the words, from the end on, are the family name; of a name without a comma the last
    /// one, which may be wrong.
    pub(super) family: usize,
    /// Whether it is said which words are the family name.
    pub(super) is_parted: bool,
    /// Whether the words are those of a body: these keep their order, and each of them tells.
    pub(super) is_body: bool,
    /// The numbers in it, and of a body the single letters: they tell apart what is else the same.
    pub(super) numbers: Vec<String>,
    /// Which of several of one name: junior, senior.
    pub(super) generation: Option<&'static str>,
    /// All words run together, in reading order and with the family name first.
    pub(super) together: [String; 2],
    /// Where it is written in characters of which many sound the same: the characters.
    pub(super) ideographs: Option<String>,
    /// Of initials in capitals: what they are.
    pub(super) acronym: Option<String>,
    /// Of a body of several words: their initials, without small words and with all.
    pub(super) initials: Vec<String>,
}

impl Spelling {
    /// Takes a name apart.
    pub(super) fn of(name: &Name) -> Self {
        let (family, given) = match name.parts() {
            NameParts::Person { family, given } => (letters::words(family), letters::words(given)),
            NameParts::Literal(text) => (letters::words(text), Vec::new()),
        };
        let reading = name.reading_order();
        let is_abjad = letters::is_abjad(&reading);
        let ideographs = letters::has_ideographs(&reading)
            .then(|| reading.split_whitespace().collect::<String>());
        let mut spelling = if matches!(name.parts(), NameParts::Literal(_)) {
            Spelling::literal(family, &reading, is_abjad)
        } else {
            Spelling::person(family, given, is_abjad)
        };
        spelling.ideographs = ideographs;
        for word in &mut spelling.words {
            word.is_abjad = is_abjad;
            word.sound = Sound::of(&word.plain, is_abjad);
        }
        spelling
    }

    fn person(family: Vec<String>, given: Vec<String>, is_abjad: bool) -> Self {
        let together =
            [[&given[..], &family].concat().concat(), [&family[..], &given].concat().concat()];
        let mut generation = None;
        let mut part = |words: Vec<String>| -> Vec<String> {
            let many = words.len() > 1;
            let telling = words.into_iter().filter(|word| {
                generation = vocabulary::generation(word).or(generation);
                vocabulary::generation(word).is_none() && !(many && vocabulary::is_title(word))
            });
            vocabulary::without_article(telling.collect(), is_abjad)
        };
        let (mut family, given) = (part(family), part(given));
        let given: Vec<String> =
            given.into_iter().filter(|word| !vocabulary::is_title(word)).collect();
        let is_parted = !given.is_empty();
        let count = if is_parted { family.len() } else { 1 };
        let words = [given, std::mem::take(&mut family)].concat();
        Spelling { generation, is_parted, together, ..Spelling::made_of(words, count) }
    }

    fn literal(words: Vec<String>, text: &str, is_abjad: bool) -> Self {
        let together = words.concat();
        let acronym = acronym(text);
        if vocabulary::is_body(&words) || acronym.is_some() {
            return Spelling::body(words, text, acronym, together);
        }
        let initials = if words.len() > 2 { initials(&words) } else { Vec::new() };
        let person = Spelling::person(words, Vec::new(), is_abjad);
        let swapped = person.words.split_last().map(|(last, first)| {
            let first: String = first.iter().map(|word| word.plain.as_str()).collect();
            format!("{}{first}", last.plain)
        });
        let swapped = swapped.unwrap_or_default();
        Spelling { together: [together, swapped], initials, ..person }
    }

    fn body(words: Vec<String>, text: &str, acronym: Option<String>, together: String) -> Self {
        let written = initials(&words);
        let words = vocabulary::abbreviated(words);
        let all = [written, initials(&words)].concat();
        // "Federal Bureau of Investigation (FBI)" says the same twice.
        let is_own = |word: &String| {
            words.len() > 2
                && text.contains('(')
                && all.iter().any(|own| own.starts_with(word.as_str()))
        };
        let telling: Vec<String> = words
            .iter()
            .filter(|word| !vocabulary::is_small(word) || word.len() == 1)
            .filter(|word| !vocabulary::is_legal_form(word) && !is_own(word))
            .cloned()
            .collect();
        let initials = if telling.len() > 1 { initials(&telling) } else { Vec::new() };
        let initials = [initials, all].concat();
        let words = if telling.is_empty() { words } else { telling };
        let initials = if words.len() > 1 { initials } else { Vec::new() };
        let together = [together.clone(), together];
        Spelling { is_body: true, acronym, initials, together, ..Spelling::made_of(words, 1) }
    }

    fn made_of(words: Vec<String>, family: usize) -> Self {
        let numbers = words.iter().filter(|word| word.contains(|c: char| c.is_ascii_digit()));
        let numbers = numbers.cloned().collect();
        let word = |plain: String| Word { sound: Sound::of("", false), is_abjad: false, plain };
        Spelling {
            family: family.min(words.len()),
            words: words.into_iter().map(word).collect(),
            is_parted: false,
            is_body: false,
            numbers,
            generation: None,
            together: Default::default(),
            ideographs: None,
            acronym: None,
            initials: Vec::new(),
        }
    }

    /// The given names, and the family name.
    pub(super) fn parts(&self) -> (&[Word], &[Word]) {
        self.words.split_at(self.words.len() - self.family)
    }

    /// How it sounds with all telling words run together, in reading order and with the family name
    /// first.
    pub(super) fn together_sounds(&self) -> Vec<Sound> {
        let is_abjad = self.words.first().is_some_and(|word| word.is_abjad);
        let (given, family) = self.parts();
        let run = |one: &[Word], other: &[Word]| {
            let text: String = one.iter().chain(other).map(|word| word.plain.as_str()).collect();
            Sound::of(&text, is_abjad)
        };
        if given.is_empty() {
            vec![run(family, &[])]
        } else {
            vec![run(given, family), run(family, given)]
        }
    }

    /// How many letters the words have.
    pub(super) fn letters(&self) -> usize {
        self.words.iter().map(|word| word.plain.len()).sum()
    }
}

/// The initials of words, without small ones and with all.
fn initials(words: &[String]) -> Vec<String> {
    let first = |word: &String| word.chars().next();
    let telling = words.iter().filter(|word| !vocabulary::is_small(word)).filter_map(first);
    let (telling, all): (String, String) =
        (telling.collect(), words.iter().filter_map(first).collect());
    if telling == all { vec![all] } else { vec![telling, all] }
}

/// What a text is initials of, if it is nothing but capitals: `FBI`, `F.B.I.`
fn acronym(text: &str) -> Option<String> {
    let letters = || text.chars().filter(|letter| letter.is_alphabetic());
    let only = text.chars().all(|letter| letter.is_uppercase() || letter == '.');
    let is_one = only && (2..=8).contains(&letters().count());
    is_one.then(|| letters::words(&letters().collect::<String>()).concat())
}
