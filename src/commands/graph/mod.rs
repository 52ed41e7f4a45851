//! `twosource graph`.

mod bundle;
mod dot;
mod material;
mod mermaid;
mod picture;
mod svg;

use clap::Args;
use serde::Serialize;

use super::claim::level::in_words as level_in_words;
use super::context::Context;
use super::deliver::{OutputFile, deliver};
use super::disclosure::Disclosure;
use super::tree::Outcome;
use super::values::one_of;
use super::view::View;
use super::wording::counted;
use crate::clock;
use crate::domain::Timestamp;
use crate::error::Result;
use crate::output::json_text;
use material::Material;
use picture::{Edge, Node, Picture};
use svg::Heading;

/// How the graph is written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum GraphFormat {
    Dot,
    Mermaid,
    Svg,
    Json,
}

impl GraphFormat {
    const ALL: [GraphFormat; 4] =
        [GraphFormat::Dot, GraphFormat::Mermaid, GraphFormat::Svg, GraphFormat::Json];

    fn name(self) -> &'static str {
        match self {
            GraphFormat::Dot => "dot",
            GraphFormat::Mermaid => "mermaid",
            GraphFormat::Svg => "svg",
            GraphFormat::Json => "json",
        }
    }
}

/// Draw what claims rest on: claims, sources, origins and voices
///
/// Of one claim, of one source with what comes from it, or of the whole casebook. Claims, sources,
/// origins, voices and identifiers that several sources share each have a shape of their own; what a
/// claim hangs on has a mark and a thick border. `--format svg` is a picture to open in a browser, to
/// print and to put into a report; it needs no other program.
///
/// Confidential sources are drawn as stand-ins, and levels are those that follow from what is drawn,
/// unless you say --include-confidential.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource graph c12 --format svg --output c12.svg
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

    /// How to write it: for Graphviz, for Mermaid, as a picture, or as JSON for programs
    #[arg(long, value_name = "FORMAT", default_value = "dot",
          value_parser = one_of(&GraphFormat::ALL, GraphFormat::name))]
    format: GraphFormat,

    #[command(flatten)]
    file: OutputFile,

    #[command(flatten)]
    disclosure: Disclosure,
}

/// The answer of `graph --format json`. Fields may be added, never renamed.
#[derive(Serialize)]
struct Answer<'a> {
    schema: &'static str,
    nodes: &'a [Node],
    edges: &'a [Edge],
}

impl Graph {
    pub(crate) fn run(mut self, context: &mut Context) -> Result<Outcome> {
        self.file.require_free()?;
        let view = View::open(context, &self.disclosure, (&self.file).into(), "graph")?;
        if let Some(source) = &mut self.source {
            *source = view.source_key(source)?.into();
        }
        let material = view.in_snapshot(|store| match (&self.claim, &self.source) {
            (Some(claim), _) => Material::of_claim(store, claim),
            (None, Some(source)) => Material::of_source(store, source),
            (None, None) => Material::of_all(store),
        })?;
        let picture = Picture::of(&material);
        let document = match self.format {
            GraphFormat::Dot => dot::write(&picture),
            GraphFormat::Mermaid => mermaid::write(&picture),
            GraphFormat::Svg => svg::write(&picture, &self.heading(&material)?),
            GraphFormat::Json => json_text(&Answer {
                schema: "twosource/graph/1",
                nodes: &picture.nodes,
                edges: &picture.edges,
            })?,
        };
        let drawn = format!("drew {}", counted(material.claims.len(), "claim"));
        deliver(context, &document, &self.file, &drawn)?;
        Ok(Outcome::Done)
    }

    /// What stands above a picture.
    fn heading(&self, material: &Material) -> Result<Heading> {
        let mut lines = Vec::new();
        let title = match (&self.claim, &self.source, material.claims.first()) {
            (Some(_), _, Some((claim, level))) => {
                lines.push(claim.statement.clone());
                lines.push(level_in_words(level));
                format!("What the claim {} rests on", claim.key)
            }
            (_, Some(source), _) => format!("What leans on the source {source}"),
            _ => "What the claims rest on".to_owned(),
        };
        let day = Timestamp::at(clock::now()?).day().to_owned();
        lines.push(format!("As the casebook stood on {day}"));
        Ok(Heading { title, lines })
    }
}
