//! Which sources a bibliography or library is to hold.

use std::collections::HashSet;

use clap::Args;

use crate::commands::values::one_of;
use crate::domain::{Key, Kind, Source};
use crate::error::Result;
use crate::store::{Citations, Store};

/// The options that narrow a bibliography or library down.
#[derive(Debug, Default, Args)]
pub(super) struct Selection {
    /// Only sources that this claim cites; repeat it for sources that any of several cite
    #[arg(long, value_name = "CLAIM")]
    pub(super) claim: Vec<String>,

    /// Only sources of this kind; repeat it for any of several
    #[arg(long, value_parser = one_of(Kind::ALL, Kind::as_str))]
    kind: Vec<Kind>,

    /// Only sources with this label; repeat it for sources with any of several
    #[arg(long)]
    tag: Vec<String>,
}

impl Selection {
    /// The labels that were asked for.
    pub(super) fn tags(&self) -> &[String] {
        &self.tag
    }

    /// Whether anything at all was asked for.
    pub(super) fn is_any(&self) -> bool {
        !(self.claim.is_empty() && self.kind.is_empty() && self.tag.is_empty())
    }

    /// The sources that the claims cite: those that were named, or all claims.
    ///
    /// # Errors
    /// There is no such claim: that is a slip, not a question with an empty answer.
    pub(super) fn cited(&self, store: &Store) -> Result<HashSet<Key>> {
        let mut cited = HashSet::new();
        if self.claim.is_empty() {
            gather(store, Citations::All, &mut cited)?;
        }
        for claim in &self.claim {
            store.claim(claim)?;
            gather(store, Citations::OfClaim(claim), &mut cited)?;
        }
        Ok(cited)
    }

    /// Whether the source is of a kind, and has a label, that was asked for. To be asked of the source as
    /// it is shown: which of those that are withheld come through must not tell what they are.
    pub(super) fn lets_through(&self, source: &Source) -> bool {
        let of_kind = self.kind.is_empty() || self.kind.contains(&source.kind);
        let labelled = self.tag.is_empty() || self.tag.iter().any(|tag| source.tags.contains(tag));
        of_kind && labelled
    }
}

fn gather(store: &Store, which: Citations<'_>, cited: &mut HashSet<Key>) -> Result<()> {
    store.each_citation(which, |citation| {
        cited.insert(citation.record.source);
        Ok(())
    })
}
