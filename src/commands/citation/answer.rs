//! A citation as commands write it for programs: the fields of citations.csv under its names, and
//! its number. Fields may be added, never renamed.

use serde::Serialize;

use crate::domain::{Citation, join_values};
use crate::store::Stored;

/// One citation in the answer of `citation list --format json`.
#[derive(Debug, Serialize)]
pub(crate) struct ListedCitation<'a> {
    number: i64,
    claim: &'a str,
    source: &'a str,
    stance: &'static str,
    locator: Option<&'a str>,
    quote: Option<&'a str>,
    attributed_to: Vec<&'a str>,
    credibility: Option<&'static str>,
    note: Option<&'a str>,
}

impl<'a> ListedCitation<'a> {
    /// The headings of [`ListedCitation::cells`].
    pub(crate) const HEADINGS: [&'static str; 9] = [
        "number",
        "claim",
        "source",
        "stance",
        "locator",
        "quote",
        "attributed_to",
        "credibility",
        "note",
    ];

    /// The citation as programs see it.
    pub(crate) fn new(citation: &'a Stored<Citation>) -> Self {
        let Stored { id, record, .. } = citation;
        ListedCitation {
            number: *id,
            claim: &record.claim,
            source: &record.source,
            stance: record.stance.as_str(),
            locator: record.locator.as_deref(),
            quote: record.quote.as_deref(),
            attributed_to: record.attributed_to.iter().map(|key| key.as_str()).collect(),
            credibility: record.credibility.map(|credibility| credibility.as_str()),
            note: record.note.as_deref(),
        }
    }

    /// The citation as a row of CSV.
    pub(crate) fn cells(&self) -> Vec<String> {
        vec![
            self.number.to_string(),
            self.claim.to_owned(),
            self.source.to_owned(),
            self.stance.to_owned(),
            self.locator.unwrap_or_default().to_owned(),
            self.quote.unwrap_or_default().to_owned(),
            join_values(self.attributed_to.iter().copied()),
            self.credibility.unwrap_or_default().to_owned(),
            self.note.unwrap_or_default().to_owned(),
        ]
    }
}
