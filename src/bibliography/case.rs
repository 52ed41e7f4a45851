//! Title case as CSL 1.0.2 defines it, with no capital that the writer put in taken out.
//!
//! The specification would make "CIA AND USSR" into "Cia and Ussr"; here a word that has a capital
//! anywhere stays as it is, and so does a stop word the writer capitalised on purpose ("The Hague").

use super::runs::Run;

/// CSL's stop words: small unless first, last, or after a colon.
const STOP_WORDS: &[&str] = &[
    "a", "an", "and", "as", "at", "but", "by", "down", "for", "from", "in", "into", "nor", "of",
    "on", "onto", "or", "over", "so", "the", "till", "to", "up", "v", "via", "vs", "with", "yet",
];

/// Particles inside names, small where a name follows: "letter from bin Laden".
const PARTICLES: &[&str] = &[
    "al", "bin", "bint", "da", "de", "del", "della", "den", "der", "di", "du", "el", "ibn", "ould",
    "van", "von",
];

/// Puts the runs into title case that are marked for it; neighbours count as one text.
pub(crate) fn apply(runs: &mut [Run]) {
    let mut first = 0;
    while first < runs.len() {
        let length = runs[first..].iter().take_while(|run| run.title_case).count();
        if length == 0 {
            first += 1;
            continue;
        }
        let part = &mut runs[first..first + length];
        let whole: String = part.iter().map(|run| run.text.as_str()).collect();
        let mut cased = title_case(&whole).chars().collect::<Vec<_>>().into_iter();
        // Only single letters are exchanged, so the text divides as it did before.
        for run in part {
            run.text = cased.by_ref().take(run.text.chars().count()).collect();
        }
        first += length;
    }
}

/// The text in title case, character for character.
pub(crate) fn title_case(text: &str) -> String {
    let words: Vec<&str> = text.split_inclusive(char::is_whitespace).collect();
    let deliberate = has_small_stop_word(&words);
    let last = words.iter().rposition(|word| !bare(word).is_empty()).unwrap_or(0);
    let mut result = String::with_capacity(text.len());
    let mut starts = true;
    for (position, word) in words.iter().enumerate() {
        let core = bare(word);
        let next = words.get(position + 1).map_or("", |word| bare(word));
        let edge = starts || position == last;
        if core.is_empty() {
            result.push_str(word);
        } else if STOP_WORDS.contains(&core.to_lowercase().as_str()) && !edge {
            result.push_str(&stop_word(word, core, deliberate));
        } else if PARTICLES.contains(&core) && !starts && begins_big(next) {
            result.push_str(word);
        } else {
            result.push_str(&capitalised(word, edge));
        }
        if !core.is_empty() {
            starts = word.trim_end().ends_with([':', '?', '!', '—']);
        }
    }
    result
}

/// Whether a stop word inside the text is small as typed: then the writer chose the capitals.
fn has_small_stop_word(words: &[&str]) -> bool {
    words.iter().skip(1).any(|word| STOP_WORDS.contains(&bare(word)))
}

/// Small, unless it is one letter ("Group A") or the writer's own choice.
fn stop_word(word: &str, core: &str, deliberate: bool) -> String {
    if deliberate || core.chars().count() == 1 || core.chars().skip(1).any(char::is_uppercase) {
        return word.to_owned();
    }
    let mut small = true;
    word.chars()
        .map(|letter| match (letter.is_alphabetic() && small, single(letter.to_lowercase())) {
            (true, Some(lower)) => {
                small = false;
                lower
            }
            _ => letter,
        })
        .collect()
}

/// Capitals at the start and after hyphens and slashes, but for stop words inside.
fn capitalised(word: &str, edge: bool) -> String {
    let core = bare(word);
    let plain = !core.chars().any(char::is_uppercase) && !core.contains(['.', '@']);
    if !plain {
        return word.to_owned();
    }
    let mut parts = word.split_inclusive(['-', '/']).enumerate().map(|(position, part)| {
        let inside = position > 0 || !edge;
        if inside && position > 0 && STOP_WORDS.contains(&bare(part)) {
            part.to_owned()
        } else {
            big_first(part)
        }
    });
    parts.by_ref().collect()
}

/// The first letter or digit decides: "9th" stays, and so does what has a longer capital (ß).
fn big_first(part: &str) -> String {
    let mut done = false;
    part.chars()
        .map(|letter| {
            if done || !letter.is_alphanumeric() {
                return letter;
            }
            done = true;
            single(letter.to_uppercase()).unwrap_or(letter)
        })
        .collect()
}

fn single(mut letters: impl Iterator<Item = char>) -> Option<char> {
    let first = letters.next();
    first.filter(|_| letters.next().is_none())
}

/// A word without the punctuation around it.
fn bare(word: &str) -> &str {
    word.trim_matches(|letter: char| !letter.is_alphanumeric())
}

fn begins_big(word: &str) -> bool {
    word.chars().next().is_some_and(char::is_uppercase)
}

#[cfg(test)]
mod tests {
    use super::title_case;

    #[test]
    fn proper_names_keep_their_capitals() {
        for (typed, printed) in [
            ("the CIA and the USSR", "The CIA and the USSR"),
            ("iran and al-Qaeda", "Iran and al-Qaeda"),
            ("a letter from bin Laden", "A Letter from bin Laden"),
            ("justice in The Hague", "Justice in The Hague"),
            ("Iran And The Bomb", "Iran and the Bomb"),
            ("geopolitics: the dangerous relationship", "Geopolitics: The Dangerous Relationship"),
            ("state-of-the-art self-defence", "State-of-the-Art Self-Defence"),
            ("what iran is up to", "What Iran Is up To"),
            ("“the end” of it", "“The End” of It"),
            ("the 9/11 commission report", "The 9/11 Commission Report"),
            ("iPhone and example.org", "iPhone and example.org"),
            ("Owens v. Republic of Sudan", "Owens v. Republic of Sudan"),
            ("", ""),
        ] {
            assert_eq!(title_case(typed), printed);
        }
    }
}
