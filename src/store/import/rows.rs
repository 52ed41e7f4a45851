//! The rows behind one new record.

use super::super::search_text::{self, Entity};
use super::session::Import;
use super::statements::Bound::{Number, Optional, OptionalNumber, Text};
use crate::domain::{Citation, Claim, Credit, Source, strong_identifiers};
use crate::error::Result;

impl Import<'_> {
    /// Writes a new source with everything that hangs on it.
    pub(super) fn write_source(&mut self, id: i64, source: &Source) -> Result<()> {
        self.statements.source.run(&[
            Number(id),
            Text(&source.key),
            Text(source.kind.as_str()),
            Text(&source.title),
            Optional(source.container.as_deref()),
            Optional(source.publisher.as_deref()),
            Optional(source.issued.as_ref().map(|date| date.as_str())),
            Optional(source.url.as_deref()),
            Optional(source.archived_url.as_deref()),
            Optional(source.accessed.as_ref().map(|date| date.as_str())),
            Optional(source.language.as_deref()),
            Optional(source.jurisdiction.as_deref()),
            Optional(source.pages.as_deref()),
            Text(source.lineage.as_str()),
            Text(source.standing.as_str()),
            Optional(source.grade.map(|grade| grade.as_str())),
            Text(source.confidentiality.as_str()),
            Optional(source.note.as_deref()),
            Number(self.version),
        ])?;
        for (position, credit) in (0..).zip(&source.creators) {
            let creator = self.creator(credit)?;
            let role = Text(credit.role.as_str());
            self.statements.creator_role.run(&[
                Number(id),
                Number(position),
                Number(creator),
                role,
            ])?;
        }
        for (position, identifier) in (0..).zip(&source.identifiers) {
            let scheme = Text(identifier.scheme.as_str());
            let value = Text(&identifier.value);
            self.statements.identifier.run(&[Number(id), Number(position), scheme, value])?;
        }
        for name in strong_identifiers(source) {
            self.statements.strong_identifier.run(&[Number(id), Text(&name)])?;
        }
        for (name, value) in &source.variables {
            self.statements.variable.run(&[Number(id), Text(name), Text(value)])?;
        }
        for (position, tag) in (0..).zip(&source.tags) {
            self.statements.source_tag.run(&[Number(id), Number(position), Text(tag)])?;
        }
        for (position, alias) in (0..).zip(&source.aliases) {
            self.statements.source_alias.run(&[Number(id), Number(position), Text(alias)])?;
        }
        let text = search_text::of_source(source);
        self.statements.search_text.run(&[Number(Entity::Source.row_id(id)), Text(&text)])
    }

    /// The id of a creator, who is entered where unknown.
    fn creator(&mut self, credit: &Credit) -> Result<i64> {
        let name = credit.name.as_written();
        let known = &mut self.creators[usize::from(credit.unnamed)];
        if let Some(id) = known.get(name) {
            return Ok(id);
        }
        let id = self.next_creator;
        self.next_creator += 1;
        known.insert(name, id);
        let unnamed = Number(i64::from(credit.unnamed));
        let voice = credit.name.voice();
        self.statements.creator.run(&[Number(id), Text(name), unnamed, Text(&voice)])?;
        Ok(id)
    }

    /// Writes a new claim; `works` are the ids of the sources it appears in.
    pub(super) fn write_claim(&mut self, id: i64, claim: &Claim, works: &[u32]) -> Result<()> {
        self.statements.claim.run(&[
            Number(id),
            Text(&claim.key),
            Text(&claim.statement),
            Optional(claim.claimant.as_deref()),
            Optional(claim.claimed_on.as_ref().map(|date| date.as_str())),
            Text(claim.nature.as_str()),
            Text(claim.priority.as_str()),
            Optional(claim.logged_by.as_deref()),
            Optional(claim.note.as_deref()),
            Number(self.version),
        ])?;
        for (position, (appearance, work)) in (0..).zip(claim.appearances.iter().zip(works)) {
            self.statements.appearance.run(&[
                Number(id),
                Number(position),
                Number(i64::from(*work)),
                Optional(appearance.locator.as_deref()),
                Optional(appearance.quote.as_deref()),
            ])?;
        }
        for (position, tag) in (0..).zip(&claim.tags) {
            self.statements.claim_tag.run(&[Number(id), Number(position), Text(tag)])?;
        }
        let text = search_text::of_claim(claim);
        self.statements.search_text.run(&[Number(Entity::Claim.row_id(id)), Text(&text)])
    }

    /// Writes a new citation; `ids` are those of its claim, its source and its attributions.
    pub(super) fn write_citation(
        &mut self,
        id: i64,
        citation: &Citation,
        (claim, source, attributions): (u32, u32, &[u32]),
    ) -> Result<()> {
        self.statements.citation.run(&[
            Number(id),
            Number(i64::from(claim)),
            Number(i64::from(source)),
            Text(citation.stance.as_str()),
            Optional(citation.locator.as_deref()),
            Optional(citation.quote.as_deref()),
            OptionalNumber(citation.credibility.map(|credibility| credibility as i64 + 1)),
            Optional(citation.note.as_deref()),
            Number(self.version),
        ])?;
        for (position, origin) in (0..).zip(attributions) {
            let origin = Number(i64::from(*origin));
            self.statements.attribution.run(&[Number(id), Number(position), origin])?;
        }
        if let Some(text) = search_text::of_citation(citation) {
            let row = Number(Entity::Citation.row_id(id));
            self.statements.search_text.run(&[row, Text(&text)])?;
        }
        Ok(())
    }
}
