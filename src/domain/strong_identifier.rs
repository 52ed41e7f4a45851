//! What makes two records of one source one: DOI, ECLI and canonical URL.

use super::canonical_url::{StrongIdentifier, normal_doi, normal_ecli, strong_identifier_of_url};
use super::source::Source;
use super::words::Scheme;

/// The names of a source's strong identifiers (`doi:…`, `ecli:…`, `url:…`), each once, sorted.
///
/// The address of an archived copy counts where the source has no other: two records of one page are
/// one page, however each was found.
pub fn strong_identifiers(source: &Source) -> Vec<String> {
    let mut names = Vec::new();
    for identifier in &source.identifiers {
        let strong = match identifier.scheme {
            Scheme::Doi => normal_doi(&identifier.value).map(StrongIdentifier::Doi),
            Scheme::Ecli => normal_ecli(&identifier.value).map(StrongIdentifier::Ecli),
            Scheme::Isbn | Scheme::Docket | Scheme::Citation => None,
        };
        names.extend(strong.map(|strong| strong.to_string()));
    }
    let page = [&source.url, &source.archived_url]
        .into_iter()
        .flatten()
        .find_map(|address| strong_identifier_of_url(address));
    names.extend(page.map(|strong| strong.to_string()));
    names.sort_unstable();
    names.dedup();
    names
}
