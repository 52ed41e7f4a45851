//! The parts that the evidence for a claim consists of, and the digest of each.
//!
//! What bears on levels and findings, or tells one work from another, is part of the evidence; what is
//! only for keeping house is not. So a judgement does not end because somebody tags a claim, writes a
//! note, sets a priority, archives a page, notes when it was looked at, or adds a language, pages, a
//! jurisdiction or a CSL variable. Lists whose order says nothing are put in order first.

use super::super::digest::{Digester, RecordDigest};
use crate::domain::{Citation, Claim, EvidenceDigest, Lineage, LineageState, Source};

impl Digester {
    /// What is claimed, by whom, and where. The key is only how it is called.
    pub(super) fn claim_part(&mut self, claim: &Claim) -> RecordDigest {
        let mut works: Vec<_> = claim.appearances.iter().collect();
        works.sort_by_key(|work| (&work.source, &work.locator, &work.quote));
        self.begin("evidence: claim")
            .text(&claim.statement)
            .optional(claim.claimant.as_deref())
            .optional(claim.claimed_on.as_ref().map(|date| date.as_str()))
            .text(claim.nature.as_str())
            .list(works.into_iter(), |to, work| {
                to.text(&work.source)
                    .optional(work.locator.as_deref())
                    .optional(work.quote.as_deref());
            })
            .finish()
    }

    /// How a source stands to the claim.
    pub(super) fn citation_part(&mut self, citation: &Citation) -> RecordDigest {
        let mut attributions: Vec<_> = citation.attributed_to.iter().collect();
        attributions.sort();
        self.begin("evidence: citation")
            .text(&citation.source)
            .text(citation.stance.as_str())
            .optional(citation.locator.as_deref())
            .optional(citation.quote.as_deref())
            .list(attributions.into_iter(), |to, key| {
                to.text(key);
            })
            .optional(citation.credibility.map(|credibility| credibility.as_str()))
            .finish()
    }

    /// Which work a source is, who is behind it, and what has become of it.
    pub(super) fn source_part(&mut self, source: &Source) -> RecordDigest {
        let mut creators: Vec<_> = source.creators.iter().collect();
        creators.sort_by_key(|credit| (credit.role.as_str(), &credit.name, credit.unnamed));
        let mut identifiers: Vec<_> = source.identifiers.iter().collect();
        identifiers.sort_by_key(|identifier| (identifier.scheme.as_str(), &identifier.value));
        self.begin("evidence: source")
            .text(&source.key)
            .text(source.kind.as_str())
            .text(&source.title)
            .list(creators.into_iter(), |to, credit| {
                to.text(credit.role.as_str())
                    .text(credit.name.as_written())
                    .length(usize::from(credit.unnamed));
            })
            .optional(source.container.as_deref())
            .optional(source.publisher.as_deref())
            .optional(source.issued.as_ref().map(|date| date.as_str()))
            .optional(source.url.as_deref())
            .list(identifiers.into_iter(), |to, identifier| {
                to.text(identifier.scheme.as_str()).text(&identifier.value);
            })
            // What is derived from nobody knows where counts as what is unknown.
            .text(if source.lineage == LineageState::Original { "original" } else { "" })
            .text(source.standing.as_str())
            .optional(source.grade.map(|grade| grade.as_str()))
            .finish()
    }

    /// That one source comes from another.
    pub(super) fn lineage_part(&mut self, lineage: &Lineage) -> RecordDigest {
        self.begin("evidence: lineage")
            .text(&lineage.source)
            .text(&lineage.origin)
            .text(lineage.relation.as_str())
            .finish()
    }
}

/// The digest of evidence that has these parts, in whatever order they are given.
pub(super) fn whole(mut parts: Vec<RecordDigest>) -> EvidenceDigest {
    parts.sort_unstable();
    let mut hasher = blake3::Hasher::new();
    for part in parts {
        hasher.update(&part.to_bytes());
    }
    EvidenceDigest(*hasher.finalize().as_bytes())
}
