//! Writing a history.

use serde::{Deserialize, Serialize};

use super::line::{Beginning, Change, End, Line};
use super::{HOW, SCHEMA, hex};
use crate::domain::{ChainLink, HistoryHead};
use crate::error::{Error, Result};

/// What a line holds of what a change did.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "kebab-case")]
pub enum Payload {
    /// All of it: its digest can be made again.
    Whole,
    /// Nothing: it holds something confidential.
    Withheld,
    /// What a redaction has left of it, and sealed.
    Redacted,
}

/// Writes a history as JSON Lines, the same changes always as the same bytes.
pub struct HistoryWriter {
    text: String,
    last: Option<HistoryHead>,
    withheld: u64,
}

impl HistoryWriter {
    /// One that has written the first line.
    pub fn new() -> Result<Self> {
        let mut writer = HistoryWriter { text: String::new(), last: None, withheld: 0 };
        writer.line(&Line::History(Beginning { schema: SCHEMA.into(), how: HOW.into() }))?;
        Ok(writer)
    }

    /// Writes a change, whole but for what `payload` says is left out, and its digests where it is
    /// `unproved`: see [`ChainLink::unproved`].
    ///
    /// # Errors
    /// Its hash is none.
    pub fn change(&mut self, link: &ChainLink, payload: Payload) -> Result<()> {
        let shown = payload != Payload::Withheld;
        let proved = !link.unproved;
        let text = |text: &'_ Option<String>| text.clone().filter(|_| shown).map(Into::into);
        let hash = link.hash.as_slice().try_into().map_err(|_| {
            Error::storage(format!("the hash of {} is damaged", link.called()))
                .hint("run `twosource doctor`: another program has written to the casebook")
        })?;
        self.last = Some(HistoryHead { change: link.change, hash });
        self.withheld += u64::from(!shown);
        self.line(&Line::Change(Box::new(Change {
            change: link.change,
            at: link.at.as_str().into(),
            actor: link.actor.as_str().into(),
            action: link.action.as_str().into(),
            payload,
            before: text(&link.before),
            after: text(&link.after),
            // With these, what is withheld could be guessed and the guess be proved.
            salt: link.salt.as_deref().filter(|_| shown && proved).map(hex::written),
            payload_digest: proved.then(|| hex::written(&link.payload_digest)),
            content_digest: proved.then(|| hex::written(&link.content_digest)),
            hash: hex::written(&link.hash),
            sealed_from: link.seal.as_ref().filter(|_| shown).map(|seal| seal.from),
            seal: link.seal.as_ref().filter(|_| shown).map(|seal| seal.digest.as_str().into()),
        })))
    }

    /// Writes the last line and returns all of them.
    pub fn finish(mut self) -> Result<String> {
        let (change, hash) = self.last.map_or((0, [0; 32]), |head| (head.change, head.hash));
        let hash = hex::written(&hash).into();
        self.line(&Line::Head(End { change, hash, withheld: self.withheld }))?;
        Ok(self.text)
    }

    fn line(&mut self, line: &Line<'_>) -> Result<()> {
        let text = serde_json::to_string(line)
            .map_err(|error| Error::storage(format!("a change cannot be written: {error}")))?;
        self.text.push_str(&text);
        self.text.push('\n');
        Ok(())
    }
}
