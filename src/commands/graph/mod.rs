//! `twosource graph`.

mod dot;
mod material;
mod mermaid;
mod picture;

use clap::Args;
use serde::Serialize;

use super::context::Context;
use super::tree::Outcome;
use super::values::one_of;
use crate::error::Result;
use material::Material;
use picture::{Edge, Node, Picture};

/// How the graph is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum GraphFormat {
    Dot,
    Mermaid,
    Json,
}

impl GraphFormat {
    const ALL: [GraphFormat; 3] = [GraphFormat::Dot, GraphFormat::Mermaid, GraphFormat::Json];

    fn name(self) -> &'static str {
        match self {
            GraphFormat::Dot => "dot",
            GraphFormat::Mermaid => "mermaid",
            GraphFormat::Json => "json",
        }
    }
}

/// Draw what claims rest on: claims, sources, origins and voices
///
/// Of one claim, of one source with what comes from it, or of the whole casebook. Claims,
/// sources, origins, voices and identifiers that several sources share each have a shape of their
/// own; what a claim hangs on has a mark and a thick border. Confidential sources are drawn as they
/// are: look before you pass it on.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource graph c12 > c12.dot
  twosource graph --source lemonde-2017 --format mermaid
  twosource graph --format json")]
pub(crate) struct Graph {
    /// The key of a claim; without it, the whole casebook
    #[arg(value_name = "CLAIM", conflicts_with = "source")]
    claim: Option<String>,

    /// The key of a source: what it comes from, what comes from it, and the claims that lean on it
    #[arg(long, value_name = "KEY")]
    source: Option<String>,

    /// How to write it: for Graphviz, for Mermaid, or as JSON for programs
    #[arg(long, value_name = "FORMAT", default_value = "dot",
          value_parser = one_of(&GraphFormat::ALL, GraphFormat::name))]
    format: GraphFormat,
}

/// The answer of `graph --format json`. Fields may be added, never renamed.
#[derive(Serialize)]
struct Answer<'a> {
    schema: &'static str,
    nodes: &'a [Node],
    edges: &'a [Edge],
}

impl Graph {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let store = context.read()?;
        let material = store.in_snapshot(|store| match (&self.claim, &self.source) {
            (Some(claim), _) => Material::of_claim(store, claim),
            (None, Some(source)) => Material::of_source(store, source),
            (None, None) => Material::of_all(store),
        })?;
        let picture = Picture::of(&material);
        match self.format {
            GraphFormat::Dot => context.console.document(&dot::write(&picture)),
            GraphFormat::Mermaid => context.console.document(&mermaid::write(&picture)),
            GraphFormat::Json => context.console.json(&Answer {
                schema: "twosource/graph/1",
                nodes: &picture.nodes,
                edges: &picture.edges,
            }),
        }?;
        Ok(Outcome::Done)
    }
}
