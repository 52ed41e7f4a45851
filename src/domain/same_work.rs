//! Whether two records are likely to be of one work.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::canonical_url::normal_doi;
use super::creator::NameParts;
use super::date::Date;
use super::source::Source;
use super::words::Scheme;

/// The words of a title, in small letters without accents and signs.
pub fn title_words(title: &str) -> Vec<String> {
    let folded: String = title
        .nfkd()
        .filter(|character| !is_combining_mark(*character))
        .flat_map(char::to_lowercase)
        .collect();
    let words = folded.split(|character: char| !character.is_alphanumeric());
    words.filter(|word| !word.is_empty()).map(str::to_owned).collect()
}

/// Whether two titles are not wholly different: of the shorter one at least half the words stand in the
/// other. A title that is not known speaks against nothing.
pub fn titles_are_alike(one: &str, other: &str) -> bool {
    let (one, other) = (title_words(one), title_words(other));
    let (short, long) = if one.len() <= other.len() { (one, other) } else { (other, one) };
    let shared = short.iter().filter(|word| long.contains(word)).count();
    shared * 2 >= short.len()
}

/// Whether two sources can be one work by all that is known of them besides title and year: the same
/// creators as far as both name them, and nothing that tells them apart.
pub fn may_be_one_work(one: &Source, other: &Source) -> bool {
    let (names, others) = (family_names(one), family_names(other));
    let shared = names.len().min(others.len());
    let same = |field: fn(&Source) -> Option<&str>| match (field(one), field(other)) {
        (Some(one), Some(other)) => one.trim() == other.trim(),
        _ => true,
    };
    let containers = match (&one.container, &other.container) {
        (Some(one), Some(other)) => titles_are_alike(one, other),
        _ => true,
    };
    shared > 0
        && names[..shared] == others[..shared]
        && containers
        && same(|source| source.pages.as_deref())
        && same(|source| variable(source, "volume"))
        && same(|source| variable(source, "issue"))
        && may_share(one, other, Scheme::Doi)
        && may_share(one, other, Scheme::Ecli)
        && may_share(one, other, Scheme::Docket)
        && may_be_of_one_day(one.issued.as_ref(), other.issued.as_ref())
}

/// Whether two dates can mean one day; one that is not known can be any.
pub fn may_be_of_one_day(one: Option<&Date>, other: Option<&Date>) -> bool {
    let (Some(one), Some(other)) = (one, other) else { return true };
    let ends_before = |first: &Date, second: &Date| {
        let (last, start) = (first.bounds().1, second.bounds().0);
        last.zip(start).is_some_and(|(last, start)| last < start)
    };
    !ends_before(one, other) && !ends_before(other, one)
}

/// What the voices of a source are called, in order: of people the family name.
fn family_names(source: &Source) -> Vec<Vec<String>> {
    let voices = source.creators.iter().filter(|credit| credit.role.is_voice() && !credit.unnamed);
    let name = |credit: &super::creator::Credit| match credit.name.parts() {
        NameParts::Person { family, .. } => title_words(family),
        NameParts::Literal(text) => title_words(text),
    };
    voices.map(name).collect()
}

fn variable<'s>(source: &'s Source, name: &str) -> Option<&'s str> {
    source.variables.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

/// Whether two sources have an identifier of a scheme in common, or one of them has none.
fn may_share(one: &Source, other: &Source, scheme: Scheme) -> bool {
    let values = |source: &Source| -> Vec<String> {
        let of = source.identifiers.iter().filter(|identifier| identifier.scheme == scheme);
        of.map(|identifier| {
            let value = identifier.value.trim();
            normal_doi(value).unwrap_or_else(|| value.to_uppercase())
        })
        .collect()
    };
    let (one, other) = (values(one), values(other));
    one.is_empty() || other.is_empty() || one.iter().any(|value| other.contains(value))
}
