//! The ClaimReviews of one block of JSON-LD.

use std::ops::Range;

use serde::de::IgnoredAny;

use super::page::newlines;
use super::read::understood;
use super::references::References;
use super::{Entry, Markup, objects};
use crate::error::Error;
use crate::exchange::json_fault;
use crate::exchange::library::Fault;

type Entries = Vec<Result<Entry, Fault>>;

/// Reads the block at this place of the text.
pub(super) fn read(
    text: &str,
    (line, span): (u64, Range<usize>),
    is_page: bool,
    entries: &mut Entries,
) {
    let block = &text[span.clone()];
    let Err(error) = serde_json::from_str::<IgnoredAny>(block) else {
        return each(block, entries, |within, lines| {
            (line + lines, span.start + within.start..span.start + within.end)
        });
    };
    // Some programs that make pages write the quotation marks of a script as entities.
    if is_page && block.contains("&quot;") {
        let plain = html_escape::decode_html_entities(block);
        if serde_json::from_str::<IgnoredAny>(&plain).is_ok() {
            return each(&plain, entries, |_, _| (line, span.clone()));
        }
    }
    entries.push(Err(Fault { line, key: None, error: no_json(line, &error), span }));
}

fn no_json(line: u64, error: &serde_json::Error) -> Error {
    let what = json_fault(error);
    let on = line + (error.line() as u64).saturating_sub(1);
    Error::invalid(format!("the block that begins here is no JSON: {what} on line {on}"))
        .hint("mend it there: often a comma too many, or a line break within quotation marks")
}

fn each(
    block: &str,
    entries: &mut Entries,
    place: impl Fn(&Range<usize>, u64) -> (u64, Range<usize>),
) {
    let mut references = References::of(block);
    let (mut lines, mut counted) = (0, 0);
    for within in objects::claim_reviews(block) {
        lines += newlines(&block[counted..within.start]);
        counted = within.start;
        let (line, span) = place(&within, lines);
        let fault = |error, span| Fault { line, key: None, error, span };
        entries.push(match serde_json::from_str::<Markup>(&block[within]) {
            Ok(mut markup) => {
                references.resolve(&mut markup);
                match understood(&markup) {
                    Ok((check, warnings)) => Ok(Entry { line, span, markup, check, warnings }),
                    Err(error) => Err(fault(error, span)),
                }
            }
            Err(error) => Err(fault(no_json(line, &error), span)),
        });
    }
}
