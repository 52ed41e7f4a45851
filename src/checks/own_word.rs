//! `own-word`

use std::collections::BTreeMap;

use super::rule::{Look, Rule, Severity};
use super::{Finding, Subject};
use crate::corroboration::PointKind;
use crate::domain::{Credit, Name, Nature};

/// A claim that its own author bears out.
pub(super) const RULE: Rule = Rule {
    name: "own-word",
    severity: Severity::Warning,
    summary: "a claim that is supported by the word of who makes it",
    documentation: "\
What it finds
  A claim among whose supporting voices is the claimant, or an author of a work in which the claim
  is made. A claim about what a record says (nature `record`) is left alone, and so is who is not
  named.

Why it matters
  Saying it again elsewhere does not make it better known. It is the same word twice.

How to mend it
  Find somebody else who knows it, and cite that: twosource cite CLAIM SOURCE
  Or say in the text whose word it is.

Example
  A minister claims that exports grew; the source is an interview with the minister.
",
    looks: &[Look::Evidence(find)],
};

fn find(subject: &Subject<'_>) -> Vec<Finding> {
    if subject.claim.nature == Nature::Record {
        return Vec::new();
    }
    let voices = subject.supporting().flat_map(|cited| cited.trail.voices());
    let named: BTreeMap<String, &Credit> = voices
        .filter(|credit| !credit.unnamed)
        .map(|credit| (credit.name.voice(), credit))
        .collect();
    let finding = |(voice, credit): (String, &Credit)| {
        let why = who_makes_it(subject, &voice, &credit.name)?;
        let message = format!("it is supported by the word of {}, {why}", credit.name);
        Some(RULE.about(subject, message).point(PointKind::Voice, voice))
    };
    named.into_iter().filter_map(finding).collect()
}

/// How this voice has made the claim, if it has. A claimant may stand there in reading order, or by another
/// spelling.
fn who_makes_it(subject: &Subject<'_>, voice: &str, name: &Name) -> Option<String> {
    let claimant = subject.claim.claimant.as_deref().and_then(|text| text.parse::<Name>().ok());
    if let Some(claimant) = claimant
        && (subject.library.written_voice(claimant.voice()) == voice
            || claimant.reading_order() == name.reading_order())
    {
        return Some("who makes the claim".to_owned());
    }
    let work = subject.works.iter().find(|work| {
        let mut creators = work.source.creators.iter();
        creators.any(|one| one.role.is_voice() && !one.unnamed && one.name.voice() == voice)
    })?;
    Some(format!("an author of {}, in which the claim is made", work.source.key))
}
