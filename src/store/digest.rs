//! Digests of records, and the digest of the whole content.
//!
//! A record's digest is BLAKE3 over its kind and its fields, each with its length in front; records
//! that it refers to stand in it by their keys. So equal content has an equal digest in whatever
//! order it was entered. The digest of the content is the sum of those of all records, as four
//! 64-bit numbers with wrapping: adding and taking off one record costs the same in any casebook.

use crate::domain::{
    Alias, Assignment, Citation, Claim, Distinction, Lineage, LineageState, Pin, Review,
    ReviewPolicySetting, RuleSeverity, Source, Waiver,
};

/// The sum over all records of a casebook.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ContentDigest([u64; 4]);

impl ContentDigest {
    /// Takes a record in.
    pub(crate) fn add(&mut self, record: &RecordDigest) {
        for (sum, part) in self.0.iter_mut().zip(record.0) {
            *sum = sum.wrapping_add(part);
        }
    }

    /// Takes a record off.
    pub(crate) fn subtract(&mut self, record: &RecordDigest) {
        for (sum, part) in self.0.iter_mut().zip(record.0) {
            *sum = sum.wrapping_sub(part);
        }
    }

    /// The 32 bytes that a change row keeps.
    pub(crate) fn to_bytes(self) -> [u8; 32] {
        let mut bytes = [0; 32];
        for (to, part) in bytes.chunks_exact_mut(8).zip(self.0) {
            to.copy_from_slice(&part.to_le_bytes());
        }
        bytes
    }

    /// The digest that a change row keeps; `None` where it is not 32 bytes.
    pub(crate) fn from_bytes(bytes: &[u8]) -> Option<Self> {
        (bytes.len() == 32).then(|| ContentDigest(parts(bytes)))
    }
}

/// The digest of one record.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct RecordDigest([u64; 4]);

impl RecordDigest {
    fn plus(self, other: RecordDigest) -> RecordDigest {
        let mut sum = ContentDigest(self.0);
        sum.add(&other);
        RecordDigest(sum.0)
    }

    /// All 32 bytes of it.
    pub(super) fn to_bytes(self) -> [u8; 32] {
        ContentDigest(self.0).to_bytes()
    }

    /// Twelve bytes of it, to tell millions of records apart in little memory: two different ones
    /// agree by chance once in 10^16 files of two million.
    pub(crate) fn short(&self) -> [u32; 3] {
        [self.0[0] as u32, (self.0[0] >> 32) as u32, self.0[1] as u32]
    }
}

fn parts(bytes: &[u8]) -> [u64; 4] {
    let mut parts = [0; 4];
    for (part, from) in parts.iter_mut().zip(bytes.chunks_exact(8)) {
        let mut word = [0; 8];
        word.copy_from_slice(from);
        *part = u64::from_le_bytes(word);
    }
    parts
}

/// Collects the fields of one record after another in one buffer.
#[derive(Debug, Default)]
pub(crate) struct Digester(Vec<u8>);

impl Digester {
    pub(super) fn begin(&mut self, kind: &str) -> &mut Self {
        self.0.clear();
        self.text(kind)
    }

    pub(super) fn length(&mut self, length: usize) {
        self.0.extend_from_slice(&(length as u64).to_le_bytes());
    }

    pub(super) fn text(&mut self, text: &str) -> &mut Self {
        self.length(text.len());
        self.0.extend_from_slice(text.as_bytes());
        self
    }

    pub(super) fn optional(&mut self, text: Option<&str>) -> &mut Self {
        match text {
            Some(text) => self.text(text),
            None => {
                // No text is this long, so nothing given can pass for nothing.
                self.length(usize::MAX);
                self
            }
        }
    }

    pub(super) fn list<I: ExactSizeIterator>(
        &mut self,
        items: I,
        each: impl Fn(&mut Self, I::Item),
    ) -> &mut Self {
        self.length(items.len());
        for item in items {
            each(self, item);
        }
        self
    }

    /// Nothing for what is only entered: such a judgement keeps the digest that it had before digests
    /// of evidence were kept.
    fn pin(&mut self, pin: &Pin) -> &mut Self {
        match pin {
            Pin::Entered => self,
            Pin::Evidence(digest) => {
                self.text("evidence");
                self.0.extend_from_slice(&digest.0);
                self
            }
            Pin::Ended(at) => self.text("ended").text(at.as_str()),
        }
    }

    pub(super) fn finish(&self) -> RecordDigest {
        RecordDigest(parts(blake3::hash(&self.0).as_bytes()))
    }

    /// The digest of a source with all that hangs on it alone: that of its description and that of
    /// its lineage state.
    pub(crate) fn source(&mut self, source: &Source) -> RecordDigest {
        self.description(source).plus(self.lineage_state(&source.key, source.lineage))
    }

    /// The digest of a source's lineage state. It is a summand of its own because an import learns of
    /// the origins of a source after it has read the source.
    pub(crate) fn lineage_state(&mut self, key: &str, state: LineageState) -> RecordDigest {
        self.begin("lineage state").text(key).text(state.as_str()).finish()
    }

    fn description(&mut self, source: &Source) -> RecordDigest {
        let digester = self.begin("source");
        digester
            .text(&source.key)
            .text(source.kind.as_str())
            .text(&source.title)
            .list(source.creators.iter(), |to, credit| {
                to.text(credit.role.as_str())
                    .text(credit.name.as_written())
                    .length(usize::from(credit.unnamed));
            })
            .optional(source.container.as_deref())
            .optional(source.publisher.as_deref())
            .optional(source.issued.as_ref().map(|date| date.as_str()))
            .optional(source.url.as_deref())
            .optional(source.archived_url.as_deref())
            .optional(source.accessed.as_ref().map(|date| date.as_str()))
            .optional(source.language.as_deref())
            .optional(source.jurisdiction.as_deref())
            .list(source.identifiers.iter(), |to, identifier| {
                to.text(identifier.scheme.as_str()).text(&identifier.value);
            })
            .optional(source.pages.as_deref())
            .text(source.standing.as_str())
            .optional(source.grade.map(|grade| grade.as_str()))
            .text(source.confidentiality.as_str())
            .list(source.tags.iter(), |to, tag| {
                to.text(tag);
            })
            .optional(source.note.as_deref())
            .list(source.variables.iter(), |to, (name, value)| {
                to.text(name).text(value);
            });
        // Left out where there are none: as it was before sources had any.
        if !source.aliases.is_empty() {
            digester.list(source.aliases.iter(), |to, alias| {
                to.text(alias);
            });
        }
        digester.finish()
    }

    /// The digest of a claim with its appearances and tags.
    pub(crate) fn claim(&mut self, claim: &Claim) -> RecordDigest {
        self.begin("claim")
            .text(&claim.key)
            .text(&claim.statement)
            .optional(claim.claimant.as_deref())
            .optional(claim.claimed_on.as_ref().map(|date| date.as_str()))
            .text(claim.nature.as_str())
            .text(claim.priority.as_str())
            .list(claim.appearances.iter(), |to, appearance| {
                to.text(&appearance.source)
                    .optional(appearance.locator.as_deref())
                    .optional(appearance.quote.as_deref());
            })
            .optional(claim.logged_by.as_deref())
            .list(claim.tags.iter(), |to, tag| {
                to.text(tag);
            })
            .optional(claim.note.as_deref())
            .finish()
    }

    /// The digest of a citation with its attributions.
    pub(crate) fn citation(&mut self, citation: &Citation) -> RecordDigest {
        self.begin("citation")
            .text(&citation.claim)
            .text(&citation.source)
            .text(citation.stance.as_str())
            .optional(citation.locator.as_deref())
            .optional(citation.quote.as_deref())
            .list(citation.attributed_to.iter(), |to, key| {
                to.text(key);
            })
            .optional(citation.credibility.map(|credibility| credibility.as_str()))
            .optional(citation.note.as_deref())
            .finish()
    }

    /// The digest of a lineage row.
    pub(crate) fn lineage(&mut self, lineage: &Lineage) -> RecordDigest {
        self.begin("lineage")
            .text(&lineage.source)
            .text(&lineage.origin)
            .text(lineage.relation.as_str())
            .optional(lineage.note.as_deref())
            .finish()
    }

    /// The digest of a review.
    pub(crate) fn review(&mut self, review: &Review) -> RecordDigest {
        self.begin("review")
            .text(&review.claim)
            .text(&review.reviewer)
            .text(review.verdict.as_str())
            .text(review.reviewed_at.as_str())
            .optional(review.note.as_deref())
            .pin(&review.pin)
            .finish()
    }

    /// The digest of a waiver.
    pub(crate) fn waiver(&mut self, waiver: &Waiver) -> RecordDigest {
        self.begin("waiver")
            .text(&waiver.claim)
            .text(&waiver.rule)
            .text(&waiver.actor)
            .text(&waiver.reason)
            .text(waiver.waived_at.as_str())
            .pin(&waiver.pin)
            .finish()
    }

    /// The digest of a severity that was set.
    pub(crate) fn rule_severity(&mut self, set: &RuleSeverity) -> RecordDigest {
        self.begin("rule severity")
            .text(&set.rule)
            .text(set.severity.as_str())
            .text(&set.actor)
            .text(set.set_at.as_str())
            .finish()
    }

    /// The digest of a distinction.
    pub(crate) fn distinction(&mut self, said: &Distinction) -> RecordDigest {
        self.begin("distinction")
            .text(&said.name)
            .text(&said.other)
            .text(&said.actor)
            .text(said.said_at.as_str())
            .finish()
    }

    /// The digest of another spelling of a name.
    pub(crate) fn alias(&mut self, alias: &Alias) -> RecordDigest {
        self.begin("alias")
            .text(&alias.spelling)
            .text(alias.name.as_written())
            .text(&alias.actor)
            .text(alias.said_at.as_str())
            .finish()
    }
    /// The digest of an assignment.
    pub(crate) fn assignment(&mut self, assignment: &Assignment) -> RecordDigest {
        self.begin("assignment")
            .text(&assignment.claim)
            .text(&assignment.reviewer)
            .text(&assignment.assigned_by)
            .text(assignment.assigned_at.as_str())
            .finish()
    }

    /// The digest of what was said of reviewing.
    pub(crate) fn review_policy(&mut self, set: &ReviewPolicySetting) -> RecordDigest {
        let digester = self.begin("review policy");
        digester.length(set.policy.required as usize);
        digester.length(usize::from(set.policy.not_by_logger));
        digester.text(&set.actor).text(set.set_at.as_str()).finish()
    }
}
