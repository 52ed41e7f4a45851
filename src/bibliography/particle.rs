//! Particles in front of family names.

/// European particles in front of a family name: `van der` and `Berg`.
///
/// Arabic and Hebrew ones (bin, ibn, ould, al-) are part of the name that it is filed under.
pub(crate) fn split(family: &str) -> (&str, &str) {
    const PARTICLES: &[&str] = &[
        "af", "auf", "d'", "da", "dal", "das", "de", "degli", "dei", "del", "della", "den", "der",
        "des", "di", "do", "dos", "du", "la", "le", "lo", "los", "ten", "ter", "van", "vom", "von",
        "zu", "zum", "zur", "'t", "het",
    ];
    let mut end = 0;
    for word in family.split_inclusive(' ') {
        if !PARTICLES.contains(&word.trim_end()) || end + word.len() >= family.len() {
            break;
        }
        end += word.len();
    }
    let (particle, rest) = family.split_at(end);
    (particle.trim_end(), rest)
}
