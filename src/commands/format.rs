//! The argument `--format` of the commands that list or show.

use clap::Args;

use super::values::one_of;
use crate::output::Format;

/// The argument `--format`: put it into a command's arguments with `#[command(flatten)]`.
#[derive(Debug, Args)]
pub(crate) struct FormatArgument {
    /// How to write it: a table to read, JSON for programs, or CSV for spreadsheets
    #[arg(long, value_name = "FORMAT", default_value = "table",
          value_parser = one_of(&Format::ALL, Format::name))]
    pub(crate) format: Format,
}
