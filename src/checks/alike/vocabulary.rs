//! Words that do not tell names apart, and words by which a body is known. All in plain letters.

/// Titles and forms of address before, behind or within a person's name.
const TITLES: [&str; 48] = [
    "ayatollah",
    "ayatullah",
    "aytallh",
    "baron",
    "baroness",
    "capt",
    "captain",
    "col",
    "colonel",
    "dame",
    "doctor",
    "dr",
    "gen",
    "general",
    "gov",
    "haj",
    "haji",
    "hajj",
    "hajji",
    "hojatoleslam",
    "hon",
    "imam",
    "judge",
    "justice",
    "lady",
    "lord",
    "lt",
    "maj",
    "maulana",
    "mawlana",
    "mr",
    "mrs",
    "ms",
    "mullah",
    "phd",
    "prof",
    "professor",
    "rep",
    "rev",
    "reverend",
    "sen",
    "senator",
    "sgt",
    "shaikh",
    "shaykh",
    "sheikh",
    "shykh",
    "sir",
];

/// Which of several of one name.
const GENERATIONS: [(&str, &str); 7] = [
    ("jr", "junior"),
    ("junior", "junior"),
    ("sr", "senior"),
    ("senior", "senior"),
    ("ii", "second"),
    ("iii", "third"),
    ("iv", "fourth"),
];

/// The article of Arabic names, which some write and some leave out, and the Semitic and Persian ways
/// of running it together.
const ARABIC_ARTICLES: [&str; 4] = ["al", "el", "ul", "ol"];

/// Articles and links in the names of bodies.
const SMALL: [&str; 16] = [
    "a", "an", "and", "at", "de", "der", "des", "die", "du", "for", "in", "la", "le", "of", "on",
    "the",
];

/// Legal forms of companies.
const LEGAL_FORMS: [&str; 16] = [
    "ag",
    "bv",
    "co",
    "corp",
    "corporation",
    "gmbh",
    "inc",
    "incorporated",
    "limited",
    "llc",
    "llp",
    "ltd",
    "nv",
    "plc",
    "sa",
    "spa",
];

/// What only bodies are called, in the languages that casebooks are most often in.
const OF_BODIES: [&str; 66] = [
    "academy",
    "affairs",
    "agency",
    "army",
    "assembly",
    "association",
    "authority",
    "bank",
    "board",
    "bureau",
    "cabinet",
    "center",
    "centre",
    "chamber",
    "church",
    "city",
    "club",
    "college",
    "commission",
    "committee",
    "company",
    "congress",
    "council",
    "county",
    "court",
    "daily",
    "department",
    "director",
    "district",
    "embassy",
    "federal",
    "federation",
    "foundation",
    "fund",
    "government",
    "group",
    "guard",
    "guards",
    "high",
    "house",
    "institute",
    "institution",
    "international",
    "journal",
    "league",
    "library",
    "ministry",
    "mission",
    "movement",
    "museum",
    "national",
    "network",
    "news",
    "office",
    "organisation",
    "organization",
    "parliament",
    "party",
    "police",
    "post",
    "press",
    "republic",
    "senate",
    "service",
    "times",
    "university",
];

/// Links that no person's name has.
const LINKS: [&str; 6] = ["and", "for", "in", "of", "on", "the"];

/// States and bodies that are mostly called by their initials.
const ABBREVIATED: [(&str, &str, &str); 3] =
    [("united", "states", "us"), ("united", "kingdom", "uk"), ("united", "nations", "un")];

pub(super) fn is_title(word: &str) -> bool {
    TITLES.contains(&word)
}

pub(super) fn generation(word: &str) -> Option<&'static str> {
    GENERATIONS.iter().find(|(form, _)| *form == word).map(|(_, which)| *which)
}

pub(super) fn is_legal_form(word: &str) -> bool {
    LEGAL_FORMS.contains(&word)
}

pub(super) fn is_small(word: &str) -> bool {
    SMALL.contains(&word)
}

/// Whether the words are those of a body.
pub(super) fn is_body(words: &[String]) -> bool {
    let tells =
        |word: &String| OF_BODIES.contains(&word.as_str()) || LINKS.contains(&word.as_str());
    words.iter().any(tells) || words.last().is_some_and(|last| is_legal_form(last))
}

/// Joins what a body's name has in pieces: initials with points, and states by their initials.
pub(super) fn abbreviated(words: Vec<String>) -> Vec<String> {
    let mut joined: Vec<String> = Vec::with_capacity(words.len());
    let mut after_initial = false;
    for word in words {
        let known = joined.last().and_then(|last| {
            let fits = |(one, two, _): &&(&str, &str, &str)| last == one && word == *two;
            ABBREVIATED.iter().find(fits).map(|(_, _, short)| *short)
        });
        let is_initial = word.len() == 1 && word.as_bytes()[0].is_ascii_alphabetic();
        match joined.last_mut() {
            Some(last) if known.is_some() => *last = known.unwrap_or_default().to_owned(),
            Some(last) if is_initial && after_initial => last.push_str(&word),
            _ => joined.push(word),
        }
        after_initial = is_initial;
    }
    joined
}

/// Takes Arabic names apart as all transliterations can be: without the article, `Abdulrahman` and
/// `Abd al-Rahman` as `abd rahman`, `Jalaluddin` and `Jalal al-Din` as `jalal din`.
pub(super) fn without_article(words: Vec<String>, is_abjad: bool) -> Vec<String> {
    let count = words.len();
    let mut apart = Vec::with_capacity(count);
    for (place, word) in words.iter().enumerate() {
        let next = words.get(place + 1);
        if next.is_some_and(|next| is_article(word, next)) {
            continue;
        }
        match take_apart(word, is_abjad) {
            Some((first, second)) => {
                apart.push(first.to_owned());
                if !second.is_empty() {
                    apart.push(second.to_owned());
                }
            }
            None => apart.push(word.clone()),
        }
    }
    apart
}

/// `al`, or what it becomes before the letter with which the next word begins (`as-Sisi`, `ash-Shaykh`).
fn is_article(word: &str, next: &str) -> bool {
    let assimilated = |vowel| {
        word.strip_prefix(vowel).is_some_and(|rest| {
            !rest.is_empty() && "dnrstzh".contains(&rest[..1]) && next.starts_with(rest)
        })
    };
    next.len() > 2
        && (ARABIC_ARTICLES.contains(&word)
            || (word.len() < 4 && (assimilated('a') || assimilated('e') || assimilated('u'))))
}

fn take_apart(word: &str, is_abjad: bool) -> Option<(&str, &str)> {
    // In Arabic letters the article is written together with its word: `alzwahry`.
    if let Some(rest) = word.strip_prefix("al")
        && is_abjad
        && rest.len() > 3
    {
        return Some((rest, ""));
    }
    for start in ["abdul", "abdel", "abdal", "abdol", "abdoul"] {
        if let Some(rest) = word.strip_prefix(start)
            && (rest.is_empty() || rest.len() > 3)
        {
            return Some(("abd", rest));
        }
    }
    for end in ["uddin", "eddin", "addin", "oddin", "uddine", "eddine"] {
        if let Some(first) = word.strip_suffix(end)
            && first.len() > 2
        {
            return Some((first, "din"));
        }
    }
    None
}
