//! `stale-review`

use super::rule::{Look, Rule, Severity};
use super::{Finding, Subject};
use crate::domain::{Judged, Review};

/// A review of what has changed since.
pub(super) const RULE: Rule = Rule {
    name: "stale-review",
    severity: Severity::Warning,
    summary: "a claim that has changed since it was reviewed",
    documentation: "\
What it finds
  A claim where the claim itself, a citation of it, or a source behind it is not what it was at the
  review of somebody who has not judged it anew. Where enough others have by now, and their verdict
  stands, only a review that came to another one is told. A change that was taken back does not
  count, nor do notes, tags and the like. A review by who logged the claim is not looked at where
  the casebook asks for others.

Why it matters
  The verdict was about other evidence. It may still be right, but nobody has looked.

How to mend it
  Look at what has changed: twosource review diff CLAIM
  Then judge it anew, each who had: twosource review CLAIM --verdict supported

Example
  The claim was found to be supported on Monday; on Tuesday one of its sources was retracted.
",
    looks: &[Look::Claim(find)],
};

fn find(subject: &Subject<'_>) -> Option<Finding> {
    let found = &subject.consensus;
    // Where enough have judged it anew, only who found something else is still to be heard.
    let is_open = |judged: &&&Judged<Review>| match found.verdict {
        Some(stands) => judged.record.verdict != stands,
        None => true,
    };
    let latest = found.outdated.iter().rfind(is_open)?;
    let ended = latest.ended.as_ref()?;
    let Review { reviewer, reviewed_at, verdict, .. } = &latest.record;
    let otherwise = match found.verdict {
        Some(stands) => format!(" (`{verdict}`, where `{stands}` stands)"),
        None => String::new(),
    };
    let day = reviewed_at.day();
    let message = format!("{ended}, after the review of {day} by {reviewer}{otherwise}");
    Some(RULE.about(subject, message))
}
