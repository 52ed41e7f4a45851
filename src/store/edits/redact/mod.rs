//! Taking a name out of the casebook for good: records, history, levels, full text.
//!
//! Every source that has the name gets one stand-in for it, a voice without a name, so that sources that
//! shared a voice still do. The history is rewritten as if the stand-in had always been there, and sealed
//! (see [`seal`]). The redaction is a change like any other, which names nobody. What is left in free
//! pages after it, [`Store::erase_traces`] takes out.

mod finder;
mod former;
mod kept;
mod live;
mod made_key;
mod names;
mod past;
mod request;
mod scrub;
mod texts;
mod walk;
mod words;

use std::collections::BTreeSet;

use super::super::Store;
use super::super::change::{Change, Signature};
use super::super::engine::params;
use super::super::evidence::{Repinned, judged_claims_on, repinned};
use super::super::seal::{self, Note};
use crate::domain::{Key, Name, Pin};
use crate::error::{Error, Result};
use kept::Kept;
use live::{Standing, Worded};
use names::Names;
use past::Past;
use scrub::Scrub;
use walk::InText;

pub use request::{Redactable, Redacted, Redaction};
pub use walk::Place;

impl Store {
    /// The key of a source whose names can be redacted: one that is there, or that history tells of.
    ///
    /// # Errors
    /// There never was one of this key; the nearest is named.
    pub fn redactable_key(&self, key: &str) -> Result<Key> {
        match self.source_key(key) {
            Err(_) if !self.changes_about("source", key, 0)?.is_empty() => key.parse(),
            found => found,
        }
    }

    /// What a redaction would take out, and where the name stands besides.
    pub fn redactable(&self, request: &Redaction) -> Result<Redactable> {
        self.in_snapshot(|store| {
            let names = Names::of(store, request)?;
            store.require_no_shared_page(request)?;
            let (scrub, standing) = store.prepare(request, &names, Pin::Entered)?;
            let past = Past::of(store, &names, &scrub)?;
            let written = |name: &Name| name.as_written().to_owned();
            Ok(Redactable {
                names: names.gone.iter().map(|gone| written(&gone.name)).collect(),
                sources: standing.sources,
                key: names.keys.get(&request.source).cloned(),
                changes: past.rewritten.len(),
                elsewhere: names.elsewhere.iter().map(written).collect(),
                places: standing.places,
            })
        })
    }

    /// Takes names out for good, as one change. Where nothing is left to take out, nothing is changed.
    ///
    /// Judgements hold on: nothing about their evidence is different but how somebody is called. Fails
    /// where a name stands in free text, and nothing was said of that.
    pub fn redact(&self, signature: &Signature, request: &Redaction) -> Result<Redacted> {
        self.delete_securely()?;
        self.change(signature, |store| {
            let mut change = Change::new(seal::ACTION);
            let names = Names::of(store, request)?;
            store.require_no_shared_page(request)?;
            let lost = Pin::Ended(signature.at.clone());
            let (mut scrub, standing) = store.prepare(request, &names, lost)?;
            if !request.keep_text && !standing.places.is_empty() {
                return Err(Error::invalid("the name stands elsewhere too")
                    .hint("say what is to be done there: --also-text or --keep-text"));
            }
            let text = request.in_text();
            let pins = store.pins(&names, &standing, &mut scrub, text)?;
            let past = Past::of(store, &names, &scrub)?;
            let key = names.keys.get(&request.source).unwrap_or(&request.source).clone();
            let stand_in = |gone: &names::Gone| gone.stand_in.as_written().to_owned();
            let mut redacted = Redacted {
                key: Some(key.clone()),
                stand_ins: names.gone.iter().map(stand_in).collect(),
                sources: standing.sources.len(),
                changes: past.rewritten.len(),
                judgements: pins.iter().filter(|pin| matches!(pin.after, Pin::Evidence(_))).count(),
                places: standing.places,
            };
            redacted.places.iter_mut().for_each(|place| place.call_anew(&names));
            if standing.altered.is_empty() && redacted.changes == 0 {
                return Ok((change, redacted));
            }
            live::rewrite(store, &mut change, &scrub, text, &pins)?;
            let mut note = Note {
                source: key.to_string(),
                stand_ins: redacted.stand_ins.clone(),
                ..Note::default()
            };
            past.put_into(store, &mut change, &store.head()?, &standing.altered, &mut note)?;
            change.notes(note.to_json());
            change.about("source", &key);
            Ok((change, redacted))
        })
    }

    /// Looks where the names stand, and what of that stays.
    fn prepare<'n>(
        &self,
        request: &Redaction,
        names: &'n Names,
        lost: Pin,
    ) -> Result<(Scrub<'n>, Standing)> {
        let mut scrub = Scrub::new(names, request.everything, lost);
        let standing = Standing::of(self, &scrub, request.in_text())?;
        scrub.kept = Kept::of(&standing.places);
        Ok((scrub, standing))
    }

    /// What judgements are pinned to afterwards: those whose evidence has, or had, the names in it.
    fn pins(
        &self,
        names: &Names,
        standing: &Standing,
        scrub: &mut Scrub<'_>,
        text: InText,
    ) -> Result<Vec<Repinned>> {
        let mut judged: BTreeSet<Key> = standing.claims.clone();
        for source in &standing.sources {
            judged.extend(judged_claims_on(self, source)?);
        }
        for source in names.own_keys.iter().chain(&standing.sources) {
            judged.extend(self.claims_once_with(source)?);
        }
        let mut pins = Vec::new();
        for claim in &judged {
            let repinned = repinned(self, claim, &Worded { scrub: &*scrub, text })?;
            live::note_pins(scrub, claim, &repinned);
            pins.extend(repinned);
        }
        Ok(pins)
    }

    /// An error where everything of a source is to go that is known to be one page with another: taken
    /// apart, the two would pass for two.
    fn require_no_shared_page(&self, request: &Redaction) -> Result<()> {
        if !request.everything {
            return Ok(());
        }
        let Some((other, page)) = self.twins_of_source(&request.source)?.into_iter().next() else {
            return Ok(());
        };
        let key = &request.source;
        Err(Error::invalid(format!(
            "source {key} and source {other} are one page ({page}): without that the two would pass for \
             independent"
        ))
        .hint(format!(
            "remove one of them first, or take only the names out: twosource source redact {key}"
        )))
    }

    /// The claims that changes were about which were about a source too: they cited it at some time.
    fn claims_once_with(&self, source: &Key) -> Result<Vec<Key>> {
        // One pass over what was said of claims: there is no index by change.
        let sql = "SELECT DISTINCT key AS text FROM change_subject WHERE entity = 'claim'
                   AND change_id IN (SELECT change_id FROM change_subject
                                     WHERE entity = 'source' AND key = :key)";
        let keys = self.texts(sql, params! { key: source.as_str() })?;
        keys.into_iter().map(|key| key.parse()).collect()
    }
}
