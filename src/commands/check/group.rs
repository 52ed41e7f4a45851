//! Findings by what they are about: claim by claim, then source by source.

use std::collections::HashMap;

use super::Survey;
use super::survey::Told;
use crate::checks::Finding;

/// What findings are about.
#[derive(Clone, Copy)]
pub(super) enum About<'a> {
    Claim(&'a Told),
    /// A source, with its title.
    Source(&'a str, &'a str),
    /// Several sources together.
    Sources,
}

/// Findings about one claim or source.
pub(super) struct Group<'a> {
    pub(super) about: About<'a>,
    pub(super) findings: Vec<&'a Finding>,
}

/// The groups in the order of their first findings: claims as they were logged, then sources.
pub(super) fn groups<'a>(
    survey: &'a Survey,
    findings: impl Iterator<Item = &'a Finding>,
) -> Vec<Group<'a>> {
    let mut places: HashMap<(bool, &str), usize> = HashMap::new();
    let mut groups: Vec<Group<'a>> = Vec::new();
    for finding in findings {
        let key = finding.claim.as_ref().or(finding.source.as_ref()).map_or("", |key| key.as_str());
        let place = *places.entry((finding.claim.is_some(), key)).or_insert(groups.len());
        if place == groups.len() {
            let told = survey.told.get(key).filter(|_| finding.claim.is_some());
            let about = match (told, survey.titles.get_key_value(key)) {
                (Some(told), _) => About::Claim(told),
                (None, Some((key, title))) => About::Source(key, title),
                (None, None) => About::Sources,
            };
            groups.push(Group { about, findings: Vec::new() });
        }
        groups[place].findings.push(finding);
    }
    groups
}
