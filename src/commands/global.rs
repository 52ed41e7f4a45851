//! The options that every command takes.

use std::path::PathBuf;
use std::time::Duration;

use clap::Args;

use super::values::one_of;
use crate::error::{Error, Result};
use crate::output::ColorChoice;

/// The options that every command takes.
#[derive(Debug, Args)]
pub(crate) struct GlobalOptions {
    /// The casebook to work on; otherwise the file that TWOSOURCE_CASEBOOK names, otherwise the nearest casebook.db in this folder or one above
    #[arg(long, global = true, value_name = "PATH")]
    pub(crate) casebook: Option<PathBuf>,

    /// Your name, for the history of the casebook; otherwise what TWOSOURCE_ACTOR says, otherwise your login name
    #[arg(long, global = true, value_name = "NAME")]
    pub(crate) actor: Option<String>,

    /// A file that holds the passphrase of an encrypted casebook, on one line; otherwise the file that TWOSOURCE_PASSPHRASE_FILE names, otherwise you are asked on the terminal
    #[arg(long, global = true, value_name = "PATH")]
    pub(crate) passphrase_file: Option<PathBuf>,

    /// Whether to use colours; `auto` uses them on a terminal where NO_COLOR is not set
    #[arg(long, global = true, value_name = "WHEN", default_value = "auto",
          value_parser = one_of(&COLORS, color_name), hide_possible_values = true)]
    pub(crate) color: ColorChoice,

    /// Say nothing but data, warnings and errors
    #[arg(short, long, global = true)]
    pub(crate) quiet: bool,

    /// How many seconds to wait while another program writes to the casebook
    #[arg(long, global = true, value_name = "SECONDS", default_value = "10", value_parser = seconds)]
    pub(crate) wait: Duration,
}

const COLORS: [ColorChoice; 3] = [ColorChoice::Auto, ColorChoice::Always, ColorChoice::Never];

const fn color_name(choice: ColorChoice) -> &'static str {
    match choice {
        ColorChoice::Auto => "auto",
        ColorChoice::Always => "always",
        ColorChoice::Never => "never",
    }
}

/// SQLite counts the milliseconds of its patience in 32 bits; a day is more than anybody waits.
const LONGEST: Duration = Duration::from_secs(24 * 60 * 60);

fn seconds(text: &str) -> Result<Duration> {
    let duration = text.parse().ok().and_then(|count| Duration::try_from_secs_f64(count).ok());
    duration.filter(|duration| *duration <= LONGEST).ok_or_else(|| {
        Error::invalid(format!(
            "`{text}` is not a number of seconds from 0 to {}",
            LONGEST.as_secs()
        ))
        .hint("write it as 10 or 0.5")
    })
}
