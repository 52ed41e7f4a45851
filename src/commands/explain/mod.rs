//! `twosource explain`.

mod answer;
mod drawing;

pub(crate) use drawing::tree;

use clap::Args;

use super::context::Context;
use super::disclosure::{Disclosure, Target};
use super::tree::Outcome;
use super::values::one_of;
use super::view::View;
use crate::corroboration::ClaimLevel;
use crate::domain::{Citation, Claim};
use crate::error::Result;
use crate::explanation::{Explanation, Subject, explain};
use crate::store::{Citations, Store};

/// How the explanation is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum ExplanationFormat {
    Table,
    Json,
}

impl ExplanationFormat {
    const ALL: [ExplanationFormat; 2] = [ExplanationFormat::Table, ExplanationFormat::Json];

    fn name(self) -> &'static str {
        match self {
            ExplanationFormat::Table => "table",
            ExplanationFormat::Json => "json",
        }
    }
}

/// Explain why a claim has its level, and what would raise it
///
/// Shows each citation with what it relies on, down to the origins: what is first-hand, what does not
/// count and why, where several sources meet, and on what they all hang. Each source is opened once.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource explain c12
  twosource explain c12 --format json")]
pub(crate) struct Explain {
    /// The key of the claim
    #[arg(value_name = "CLAIM")]
    key: String,

    /// How to write it: a tree to read, or JSON for programs
    #[arg(long, value_name = "FORMAT", default_value = "table",
          value_parser = one_of(&ExplanationFormat::ALL, ExplanationFormat::name))]
    format: ExplanationFormat,

    #[command(flatten)]
    disclosure: Disclosure,
}

/// A claim whose level has been explained.
struct Explained {
    claim: Claim,
    level: ClaimLevel,
    explanation: Explanation,
}

impl Explain {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let target = match self.format {
            ExplanationFormat::Table => Target::Table,
            ExplanationFormat::Json => Target::Document,
        };
        let view = View::open(context, &self.disclosure, target, "explain")?;
        let explained = view.in_snapshot(|store| Explained::load(store, &self.key))?;
        match self.format {
            ExplanationFormat::Table => drawing::draw(context, &explained),
            ExplanationFormat::Json => context.console.json(&answer::Answer::new(&explained)),
        }?;
        Ok(Outcome::Done)
    }
}

impl Explained {
    fn load(store: &Store, key: &str) -> Result<Self> {
        let claim = store.claim(key)?;
        let level = store.level_of_claim(claim.id)?;
        let claim = claim.record;
        let explanation = explanation_of(store, &claim, &level)?;
        Ok(Explained { claim, level, explanation })
    }
}

/// Why a claim has a level that is known already.
pub(crate) fn explanation_of(
    store: &Store,
    claim: &Claim,
    level: &ClaimLevel,
) -> Result<Explanation> {
    let rows = store.citations(Citations::OfClaim(&claim.key))?;
    let citations: Vec<(i64, Citation)> =
        rows.into_iter().map(|row| (row.id, row.record)).collect();
    let sources = store.sources_near(claim, citations.iter().map(|(_, citation)| citation))?;
    Ok(explain(Subject { claim, level, citations: &citations, sources: &sources }))
}
