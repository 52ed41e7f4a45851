//! "Did you mean": the known word closest to one that is not known.

/// How alike two words must be (Jaro-Winkler, 0 to 1) before one is proposed for the other.
const ALIKE: f64 = 0.8;

/// The known word most like `word`, compared without regard to case.
///
/// Returns `None` where nothing is near enough to be a plausible slip.
pub fn nearest<'a>(word: &str, known: impl IntoIterator<Item = &'a str>) -> Option<&'a str> {
    let word = word.to_lowercase();
    known
        .into_iter()
        .map(|candidate| (strsim::jaro_winkler(&word, &candidate.to_lowercase()), candidate))
        .filter(|(likeness, _)| *likeness >= ALIKE)
        .max_by(|a, b| a.0.total_cmp(&b.0))
        .map(|(_, candidate)| candidate)
}
