//! `unarchived-web-source`

use super::rule::{Look, Rule, Severity};
use super::{Entry, Finding, Library};
use crate::domain::{StrongIdentifier, strong_identifier_of_url};

/// A web page of which no copy is kept.
pub(super) const RULE: Rule = Rule {
    name: "unarchived-web-source",
    severity: Severity::Info,
    summary: "a web page without an archived copy",
    documentation: "\
What it finds
  A source with a web address but without the address of an archived copy. What a DOI names is left
  alone: the publisher keeps it.

Why it matters
  Pages are changed and taken down. Without a copy nobody can show what it said.

How to mend it
  Have it archived (web.archive.org, archive.today), and note the copy:
  twosource source edit SOURCE --archived-url https://web.archive.org/web/…

Example
  A statement on a ministry's web site, which the next minister takes down.
",
    looks: &[Look::Source(find)],
};

fn find(entry: &Entry, _: &Library) -> Option<Finding> {
    let source = &entry.source;
    let address = source.url.as_deref()?;
    if source.archived_url.is_some() || is_archive(address) {
        return None;
    }
    match strong_identifier_of_url(address)? {
        StrongIdentifier::Url(page) => {
            let message = format!("no archived copy of {page} is noted");
            Some(RULE.elsewhere(message).on(&source.key))
        }
        StrongIdentifier::Doi(_) | StrongIdentifier::Ecli(_) => None,
    }
}

/// Whether the address is that of an archived copy itself.
fn is_archive(address: &str) -> bool {
    let address = address.trim();
    let rest = address.split_once("://").map_or(address, |(_, rest)| rest);
    let host = rest.split(['/', ':']).next().unwrap_or_default().to_lowercase();
    let archive = |ending| ["today", "is", "ph", "li", "vn", "fo", "md"].contains(&ending);
    host == "web.archive.org" || host.strip_prefix("archive.").is_some_and(archive)
}
