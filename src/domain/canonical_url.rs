//! Strong identifiers: two records that share one are records of one page, and never corroborate
//! each other.
//!
//! The canonical URL is a rule about text. URL libraries re-encode what they read, so that the
//! result would depend on their version.

use std::fmt;

/// What identifies a page or a work, in the form in which equal ones are equal.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum StrongIdentifier {
    /// A DOI as [`normal_doi`] gives it.
    Doi(String),
    /// A European Case Law Identifier as [`normal_ecli`] gives it.
    Ecli(String),
    /// A URL as [`canonical_url`] gives it.
    Url(String),
}

impl fmt::Display for StrongIdentifier {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            StrongIdentifier::Doi(doi) => write!(f, "doi:{doi}"),
            StrongIdentifier::Ecli(ecli) => write!(f, "ecli:{ecli}"),
            StrongIdentifier::Url(url) => write!(f, "url:{url}"),
        }
    }
}

/// What a source's `url` identifies: the DOI of a doi.org address, else its canonical URL.
///
/// `None` for what is no http(s) URL; that is no error, for `url` is free text.
pub fn strong_identifier_of_url(text: &str) -> Option<StrongIdentifier> {
    let url = canonical_url(text)?;
    Some(match doi_of_address(&url) {
        Some(doi) => StrongIdentifier::Doi(doi),
        None => StrongIdentifier::Url(url),
    })
}

/// The address without what does not tell pages apart: archive, scheme, `www.`, tracking.
///
/// Gives `http://` in front of its result the same result again, but for hosts that begin with
/// `www.` twice: one `www.` is dropped, and only one. `None` for what is no http(s) URL.
pub fn canonical_url(text: &str) -> Option<String> {
    let mut text = text.trim().to_owned();
    loop {
        let (host, rest) = split_host(after_web_scheme(&text)?)?;
        match archived(&host, rest) {
            Some(inner) => text = inner,
            None => return Some(host + &canonical_path(rest)),
        }
    }
}

/// The page behind an address at web.archive.org. `None` for any other address.
pub fn archived_page(text: &str) -> Option<String> {
    let (host, rest) = split_host(after_web_scheme(text.trim())?)?;
    if host == "web.archive.org" { archived(&host, rest) } else { None }
}

/// A DOI in lower case, without resolver and `doi:`. `None` for what is no DOI.
pub fn normal_doi(text: &str) -> Option<String> {
    let mut text = text.trim();
    while let Some(rest) = ["doi:", "info:doi/", "urn:doi:"]
        .iter()
        .find_map(|prefix| strip_prefix_ignoring_case(text, prefix))
    {
        text = rest.trim_start();
    }
    if let Some(url) = canonical_url(text) {
        return doi_of_address(&url);
    }
    bare_doi(text).or_else(|| doi_of_address(&canonical_url(&format!("http://{text}"))?))
}

/// An ECLI in capitals, without `ECLI:` in front. `None` for what is no ECLI.
///
/// It has four parts: country, court, year, number (`EU:C:2014:317`).
pub fn normal_ecli(text: &str) -> Option<String> {
    let mut text = text.trim();
    while let Some(rest) = strip_prefix_ignoring_case(text, "ecli:") {
        text = rest.trim_start();
    }
    let whole = |part: &str| !part.is_empty() && !part.contains(char::is_whitespace);
    let parts = text.split(':');
    (parts.clone().count() == 4 && parts.clone().all(whole)).then(|| text.to_ascii_uppercase())
}

/// What follows `http://` or `https://`.
fn after_web_scheme(text: &str) -> Option<&str> {
    strip_prefix_ignoring_case(text, "http://")
        .or_else(|| strip_prefix_ignoring_case(text, "https://"))
}

/// The host in its canonical form, and what comes after host and port.
fn split_host(address: &str) -> Option<(String, &str)> {
    let end = address.find(['/', '?', '#']).unwrap_or(address.len());
    let (authority, rest) = address.split_at(end);
    let host = authority.rsplit_once('@').map_or(authority, |(_, host)| host);
    let host = without_web_port(host).to_lowercase();
    let host = host.strip_prefix("www.").unwrap_or(&host);
    let possible = !host.is_empty() && !host.contains(char::is_whitespace);
    possible.then(|| (host.to_owned(), rest))
}

/// Drops port 80 or 443. In `fe80::80`, an address that lacks its brackets, 80 is no port.
fn without_web_port(host: &str) -> &str {
    match host.strip_suffix(":80").or_else(|| host.strip_suffix(":443")) {
        Some(bare) if bare.ends_with(']') || !bare.contains(':') => bare,
        _ => host,
    }
}

/// The address that a page of a web archive is a copy of, with `http://` if it had no scheme.
fn archived(host: &str, rest: &str) -> Option<String> {
    let inner = if host == "web.archive.org" {
        let stamp = rest.strip_prefix("/web/")?;
        let flags = stamp.trim_start_matches(|c: char| c.is_ascii_digit());
        if flags.len() == stamp.len() {
            return None;
        }
        flags.trim_start_matches(|c: char| c.is_ascii_lowercase() || c == '_').strip_prefix('/')?
    } else {
        let country = host.strip_prefix("archive.")?;
        if !["today", "is", "ph", "li", "vn", "fo", "md"].contains(&country) {
            return None;
        }
        let stamp = rest.strip_prefix('/')?;
        let after = stamp.trim_start_matches(|c: char| c.is_ascii_digit() || c == '.' || c == '-');
        if after.len() == stamp.len() {
            return None;
        }
        after.strip_prefix('/')?
    };
    Some(with_scheme(inner))
}

/// An inner address with `http://` where it has no scheme, and with both slashes where it has:
/// archives fold them (`http:/x`).
fn with_scheme(inner: &str) -> String {
    for scheme in ["http", "https"] {
        let folded = strip_prefix_ignoring_case(inner, scheme)
            .and_then(|rest| rest.strip_prefix(":/"))
            .map(|rest| rest.trim_start_matches('/'));
        if let Some(address) = folded {
            return format!("{scheme}://{address}");
        }
    }
    let has_scheme = inner.split_once("://").is_some_and(|(scheme, _)| {
        scheme.starts_with(|c: char| c.is_ascii_alphabetic())
            && scheme.chars().all(|c| c.is_ascii_alphanumeric() || "+.-".contains(c))
    });
    if has_scheme { inner.to_owned() } else { format!("http://{}", inner.trim_start_matches('/')) }
}

/// Path and parameters without fragment, slashes at the path's end and tracking.
fn canonical_path(rest: &str) -> String {
    let rest = rest.split('#').next().unwrap_or_default();
    let (path, query) = rest.split_once('?').unwrap_or((rest, ""));
    let kept: Vec<&str> = query.split('&').filter(|parameter| !is_dropped(parameter)).collect();
    // What is dropped at the end may leave blanks there, which would be trimmed the next time.
    if kept.is_empty() {
        path.trim_end_matches(|c: char| c == '/' || c.is_whitespace()).to_owned()
    } else {
        format!("{}?{}", path.trim_end_matches('/'), kept.join("&").trim_end())
    }
}

/// Whether a parameter is empty or only tells who followed the link.
fn is_dropped(parameter: &str) -> bool {
    let parameter = parameter.trim();
    let name = parameter.split('=').next().unwrap_or_default().trim_end();
    parameter.is_empty() || name.starts_with("utm_") || name == "fbclid" || name == "gclid"
}

/// The DOI behind a canonical URL, if the address is one of the DOI resolver's.
fn doi_of_address(url: &str) -> Option<String> {
    let path = url.strip_prefix("doi.org/").or_else(|| url.strip_prefix("dx.doi.org/"))?;
    bare_doi(&percent_decoded(path.split('?').next().unwrap_or_default()))
}

/// `10.` and a registrant, a slash, and something after it.
fn bare_doi(text: &str) -> Option<String> {
    let text = text.trim();
    let (registrant, name) = text.strip_prefix("10.")?.split_once('/')?;
    let number = |part: &str| !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit());
    (registrant.split('.').all(number) && !name.is_empty()).then(|| text.to_ascii_lowercase())
}

/// The text with `%3C` and the like resolved; as it is when that gives no UTF-8.
fn percent_decoded(text: &str) -> String {
    let bytes = text.as_bytes();
    let mut decoded = Vec::with_capacity(bytes.len());
    let mut at = 0;
    while let Some(&byte) = bytes.get(at) {
        let digit = |offset: usize| bytes.get(at + offset).and_then(|&b| (b as char).to_digit(16));
        if let (b'%', Some(high), Some(low)) = (byte, digit(1), digit(2)) {
            decoded.push((high * 16 + low) as u8);
            at += 3;
        } else {
            decoded.push(byte);
            at += 1;
        }
    }
    String::from_utf8(decoded).unwrap_or_else(|_| text.to_owned())
}

fn strip_prefix_ignoring_case<'a>(text: &'a str, prefix: &str) -> Option<&'a str> {
    let (head, tail) = text.split_at_checked(prefix.len())?;
    head.eq_ignore_ascii_case(prefix).then_some(tail)
}
