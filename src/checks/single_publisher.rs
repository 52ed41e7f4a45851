//! `single-publisher`

use std::collections::BTreeMap;

use super::rule::{Look, Rule, Severity};
use super::{Finding, Subject};
use crate::domain::{Source, canonical_url};

/// A claim whose sources all come from one house.
pub(super) const RULE: Rule = Rule {
    name: "single-publisher",
    severity: Severity::Info,
    summary: "a claim whose sources all come from one publisher or web site",
    documentation: "\
What it finds
  A claim with several supporting sources that all have the same publisher (or, where none is
  given, the same newspaper or programme), or that all are on one web site.

Why it matters
  One house has one editor, one archive, one correspondent. Its pieces often draw on each other
  without saying so.

How to mend it
  Look for a source from another house, and cite it: twosource cite CLAIM SOURCE

Example
  Two articles of one newspaper are the only sources of a claim.
",
    looks: &[Look::Claim(find)],
};

fn find(subject: &Subject<'_>) -> Option<Finding> {
    let starts = subject.supporting().filter(|cited| cited.trail.supports());
    let sources: BTreeMap<&str, &Source> = starts
        .map(|cited| &cited.trail.cited().source)
        .map(|source| (source.key.as_str(), source))
        .collect();
    let sources: Vec<&Source> = sources.into_values().collect();
    if sources.len() < 2 {
        return None;
    }
    let house = shared(&sources, |source| publisher(source).map(str::to_lowercase));
    let message = if house.is_some() {
        let name = sources.first().and_then(|source| publisher(source)).unwrap_or_default();
        format!("its {} sources were all published by {name}", sources.len())
    } else {
        let site = shared(&sources, web_site)?;
        format!("its {} sources are all on {site}", sources.len())
    };
    Some(RULE.about(subject, message))
}

/// What all have in common, if all have it.
fn shared(sources: &[&Source], of: impl Fn(&Source) -> Option<String>) -> Option<String> {
    let mut values = sources.iter().map(|source| of(source));
    let first = values.next()??;
    values.all(|value| value.as_deref() == Some(first.as_str())).then_some(first)
}

fn publisher(source: &Source) -> Option<&str> {
    source.publisher.as_deref().or(source.container.as_deref()).map(str::trim)
}

/// Resolvers and archives: what they lead to has other publishers.
const NO_PUBLISHERS: [&str; 11] = [
    "doi.org",
    "dx.doi.org",
    "hdl.handle.net",
    "web.archive.org",
    "archive.today",
    "archive.ph",
    "archive.is",
    "archive.li",
    "archive.vn",
    "archive.md",
    "perma.cc",
];

/// The part of a web address that somebody registered: `bbc.co.uk` of `news.bbc.co.uk`.
fn web_site(source: &Source) -> Option<String> {
    let addresses = [&source.url, &source.archived_url].into_iter().flatten();
    let page = addresses.filter_map(|address| canonical_url(address)).next()?;
    let host = page.split(['/', '?']).next().unwrap_or_default();
    let host = host.rsplit_once(':').map_or(host, |(host, _)| host);
    if NO_PUBLISHERS.contains(&host) {
        return None;
    }
    if host.parse::<std::net::Ipv4Addr>().is_ok() {
        return Some(host.to_owned());
    }
    psl::domain_str(host).map(str::to_owned)
}
