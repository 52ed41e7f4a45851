//! Reading a history.

use super::super::json_fault;
use super::line::{Change, End, Line};
use super::{Payload, SCHEMA, hex};
use crate::domain::{ChainLink, Seal};
use crate::error::{Error, Place, Result};

/// Whether a text begins as a history does that was written for an archive.
pub fn is_history(text: &str) -> bool {
    let first = text.lines().next().unwrap_or_default();
    matches!(serde_json::from_str(first), Ok(Line::History(_)))
}

/// Hands on every change with the number of its line, in their order. `label` is what the file is called.
///
/// # Errors
/// A line is not as [`HistoryWriter`](super::HistoryWriter) writes it; the last line is missing or says
/// otherwise than the changes; what `visit` finds.
pub fn read_history(
    label: &str,
    text: &str,
    visit: &mut dyn FnMut(u64, ChainLink) -> Result<()>,
) -> Result<()> {
    let place = |line| Place { file: label.to_owned(), line: Some(line), ..Place::default() };
    let mut last: Option<(i64, Vec<u8>)> = None;
    let mut ended = false;
    for (number, line) in (1..).zip(text.lines()) {
        if line.trim().is_empty() {
            continue;
        }
        if ended {
            return Err(broken("something stands behind the last line").at(place(number)));
        }
        let line: Line<'_> = serde_json::from_str(line).map_err(|error| {
            broken(&format!("this is no line of a history: {}", json_fault(&error)))
                .at(place(number))
        })?;
        match line {
            Line::History(beginning) if number == 1 => known(&beginning.schema)?,
            Line::History(_) => {
                return Err(broken("a second history begins here").at(place(number)));
            }
            Line::Change(change) => {
                let link = link(*change).map_err(|error| error.at(place(number)))?;
                last = Some((link.change, link.hash.clone()));
                visit(number, link)?;
            }
            Line::Head(end) => {
                require_head(&end, last.as_ref()).map_err(|error| error.at(place(number)))?;
                ended = true;
            }
        }
    }
    if ended {
        return Ok(());
    }
    Err(broken(&format!("{label} ends without its last line, the head: the end of it is missing")))
}

fn known(schema: &str) -> Result<()> {
    if schema == SCHEMA {
        return Ok(());
    }
    Err(Error::invalid(format!(
        "the file is written as `{schema}`, which this twosource does not know"
    ))
    .hint("use the twosource that wrote it, or a newer one"))
}

fn require_head(end: &End<'_>, last: Option<&(i64, Vec<u8>)>) -> Result<()> {
    let hash = hex::read(&end.hash).ok_or_else(|| broken("`hash` is no hash"))?;
    match last {
        Some((change, last)) if *change == end.change && *last == hash => Ok(()),
        Some((change, _)) if *change == end.change => {
            Err(broken("the head has another hash than the last change"))
        }
        Some((change, _)) => Err(broken(&format!(
            "the head is change {}, but the last change that stands here is {change}",
            end.change
        ))),
        None => {
            Err(Error::invalid("the file holds no change: it was written before anything was done")
                .hint("there is nothing to compare; take a later one"))
        }
    }
}

fn link(change: Change<'_>) -> Result<ChainLink> {
    let bytes = |name: &str, digits: &str| {
        hex::read(digits).ok_or_else(|| broken(&format!("`{name}` is not hexadecimal")))
    };
    let digest = |name: &str, digits: Option<String>| {
        digits.map_or(Ok(Vec::new()), |digits| bytes(name, &digits))
    };
    Ok(ChainLink {
        change: change.change,
        at: change.at.into_owned(),
        actor: change.actor.into_owned(),
        action: change.action.into_owned(),
        before: change.before.map(Into::into),
        after: change.after.map(Into::into),
        salt: change.salt.as_deref().map(|salt| bytes("salt", salt)).transpose()?,
        unproved: change.payload_digest.is_none() && change.content_digest.is_none(),
        payload_digest: digest("payload_digest", change.payload_digest)?,
        content_digest: digest("content_digest", change.content_digest)?,
        hash: bytes("hash", &change.hash)?,
        withheld: change.payload == Payload::Withheld,
        seal: change
            .sealed_from
            .zip(change.seal)
            .map(|(from, digest)| Seal { from, digest: digest.into_owned() }),
    })
}

fn broken(what: &str) -> Error {
    Error::invalid(what).hint(
        "the file is not as `twosource history export` wrote it: take another copy of it, or a backup",
    )
}
