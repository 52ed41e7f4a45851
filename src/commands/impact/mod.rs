//! `twosource impact`.

mod fall;
mod top;

pub(crate) use fall::Fall;

use clap::{ArgGroup, Args};

use super::context::Context;
use super::disclosure::Disclosure;
use super::format::FormatArgument;
use super::tree::Outcome;
use super::view::View;
use crate::error::Result;

/// See what would fall with a source, before anything is changed
///
/// Tells which claims would lose all support, and which would fall to a lower level, if the source
/// were retracted: with it falls what republishes or translates it. With --voice, if all sources with
/// that author, speaker, interviewee, court or issuer were. With --top, on which sources and voices
/// most claims hang. Nothing is changed; `twosource source standing` does that.
#[derive(Debug, Args)]
#[command(
    group(ArgGroup::new("what").required(true).args(["source", "voice", "top"])),
    after_help = "\
Examples:
  twosource impact lemonde-2017
  twosource impact --voice \"bin Laden, Usama\"
  twosource impact --top 20
  twosource impact lemonde-2017 --format csv > impact.csv")]
pub(crate) struct Impact {
    /// The key of the source
    #[arg(value_name = "SOURCE")]
    source: Option<String>,

    /// The name of a voice: all sources with it fall
    #[arg(long, value_name = "NAME")]
    voice: Option<String>,

    /// That many sources and voices on which most claims hang
    #[arg(long, value_name = "N", value_parser = clap::value_parser!(u32).range(1..))]
    top: Option<u32>,

    #[command(flatten)]
    format: FormatArgument,

    #[command(flatten)]
    disclosure: Disclosure,
}

impl Impact {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let format = self.format.format;
        let view = View::open(context, &self.disclosure, format.into(), "impact")?;
        if let Some(most) = self.top {
            top::write(context, view.store(), most as usize, format)?;
        } else if let Some(voice) = self.voice {
            view.require_shown(&voice)?;
            view.in_snapshot(|store| fall::Fall::of_voice(store, voice))?.write(context, format)?;
        } else {
            let source = view.source_key(&self.source.unwrap_or_default())?;
            view.in_snapshot(|store| fall::Fall::of_source(store, source.into()))?
                .write(context, format)?;
        }
        Ok(Outcome::Done)
    }
}
