//! Words, names and sentences.

use super::random::Random;

const VOCABULARY: u32 = 6_000;
const LATIN: [&str; 24] = [
    "con", "ver", "ta", "min", "is", "ter", "re", "port", "na", "tion", "al", "pol", "it", "ic",
    "se", "cu", "ri", "ty", "of", "fi", "ci", "ar", "rest", "ed",
];
const ACCENTED: [&str; 12] =
    ["é", "dé", "cla", "ré", "çais", "über", "ö", "ñor", "ción", "mini", "stère", "là"];
const PERSIAN: [&str; 12] =
    ["می", "خبر", "گزار", "ش", "کا", "ران", "تهر", "دول", "يت", "سا", "زمان", "ها"];

/// What language a text is in.
#[derive(Debug, Clone, Copy)]
pub(crate) enum Language {
    English,
    French,
    Persian,
}

impl Language {
    pub(crate) fn any(random: &mut Random) -> Language {
        match random.below(100) {
            0..84 => Language::English,
            84..94 => Language::French,
            _ => Language::Persian,
        }
    }

    pub(crate) fn tag(self) -> &'static str {
        match self {
            Language::English => "en",
            Language::French => "fr",
            Language::Persian => "fa",
        }
    }
}

fn word(number: u32, language: Language) -> String {
    let mut random = Random::new(u64::from(number) << 8 | language as u64);
    // The words that come often are short.
    let syllables = 1 + u32::from(number > 40) + random.below(3);
    let mut word = String::new();
    for _ in 0..syllables {
        word.push_str(match language {
            Language::French if random.chance(40) => random.pick::<&str>(&ACCENTED),
            Language::English | Language::French => random.pick::<&str>(&LATIN),
            Language::Persian => random.pick::<&str>(&PERSIAN),
        });
    }
    word
}

/// The vocabularies of all languages.
pub(crate) struct Words(Vec<Vec<String>>);

impl Words {
    pub(crate) fn new() -> Words {
        let languages = [Language::English, Language::French, Language::Persian];
        let vocabulary = |language| (0..VOCABULARY).map(|number| word(number, language)).collect();
        Words(languages.map(vocabulary).to_vec())
    }

    fn any(&self, random: &mut Random, language: Language) -> &str {
        &self.0[language as usize][random.zipf(VOCABULARY) as usize]
    }

    /// From `least` up to twice as many words.
    pub(crate) fn sentence(&self, random: &mut Random, language: Language, least: u32) -> String {
        let mut sentence = String::new();
        for position in 0..least + random.below(least + 1) {
            if position > 0 {
                sentence.push_str(if random.chance(8) { ", " } else { " " });
            }
            sentence.push_str(self.any(random, language));
        }
        sentence.push_str(if random.chance(3) { " (\"2017\")" } else { "." });
        sentence
    }
}

/// The creator with this number, as it stands in the column `creators`.
pub(crate) fn creator(number: u32) -> String {
    let mut random = Random::new(u64::from(number) ^ 0xC0FFEE);
    let language = Language::any(&mut random);
    let mut part = || word(50 + random.below(VOCABULARY), language);
    let (first, second, third) = (part(), part(), part());
    match number % 10 {
        0 => format!("issuer: Ministry of {first} {second} {number}"),
        1 => format!("court: Court of {first} {number}"),
        2 => format!("speaker: unnamed: senior {first} official {number}"),
        3 | 4 => format!("speaker: {first}{second}, {third} {number}"),
        5 => format!("editor: {first}{second}, {third} {number}"),
        _ => format!("{first}{second}, {third} {number}"),
    }
}
