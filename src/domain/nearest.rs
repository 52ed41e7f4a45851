//! "Did you mean": the known word closest to one that is not known.

/// How alike two words must be (Jaro-Winkler, 0 to 1) before one is proposed for the other.
const ALIKE: f64 = 0.8;

/// No word is longer; measuring one that is takes time and finds nothing.
const LONGEST: usize = 64;
/// From how many characters on a word that is one slip away is proposed, however unlike the measure
/// finds the two: it makes little of `dio` for `doi`.
const LONG_ENOUGH: usize = 3;

/// The known word most like `word`, compared without regard to case.
///
/// Returns `None` where nothing is near enough to be a plausible slip.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    if word.len() > LONGEST {
        return None;
    }
    let word = word.to_lowercase();
    known
        .into_iter()
        .map(|candidate| (likeness(&word, &candidate.to_lowercase()), candidate))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}

fn likeness(word: &str, candidate: &str) -> f64 {
    let likeness = strsim::jaro_winkler(word, candidate);
    let slip =
        candidate.chars().count() >= LONG_ENOUGH && strsim::osa_distance(word, candidate) <= 1;
    if slip { likeness.max(ALIKE) } else { likeness }
}
