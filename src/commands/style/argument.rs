//! The arguments `--style` and `--lang` of the commands that print citations.

use std::fs;
use std::path::Path;

use clap::Args;

use crate::bibliography::Style;
use crate::error::{Error, Result};

/// The style where none is asked for: Chicago, notes and bibliography.
pub(crate) const DEFAULT_STYLE: &str = "chicago-notes";

/// The style to print in: put it into a command's arguments with `#[command(flatten)]`.
#[derive(Debug, Args)]
pub(crate) struct StyleArgument {
    /// The style: a name such as apa or court-footnotes (`twosource style list`), or a .csl file
    #[arg(long = "style", value_name = "NAME|FILE", default_value = DEFAULT_STYLE)]
    pub(crate) name: String,

    /// The language of words and dates that the style puts in: de, fr, es-MX …
    #[arg(long, value_name = "LANGUAGE")]
    lang: Option<String>,
}

impl StyleArgument {
    /// The style, in the language.
    ///
    /// # Errors
    /// There is no such style or language, or the file is none.
    pub(crate) fn load(&self) -> Result<Style> {
        let style = named(&self.name)?;
        match &self.lang {
            Some(language) => style.in_language(language),
            None => Ok(style),
        }
    }

    /// The options as they are typed, for hints.
    pub(crate) fn typed(&self) -> String {
        use crate::domain::shell_word;
        let language = self.lang.iter().map(|lang| format!(" --lang {}", shell_word(lang)));
        format!("--style {}{}", shell_word(&self.name), language.collect::<String>())
    }
}

/// The style of this name, or in this file.
pub(super) fn named(name: &str) -> Result<Style> {
    let path = Path::new(name);
    let is_file = path.extension().is_some_and(|ending| ending.eq_ignore_ascii_case("csl"));
    if !is_file {
        return Style::named(name);
    }
    let bytes = fs::read(path).map_err(|error| {
        Error::not_found(format!("the style {name} cannot be read: {error}"))
            .hint("name a .csl file, or one of the styles that are built in, such as apa")
    })?;
    let text = String::from_utf8(bytes).map_err(|_| {
        Error::invalid(format!("{name} is not valid UTF-8"))
            .hint("a .csl file is XML in UTF-8; download it again")
    })?;
    Style::from_csl(&text, name)
}
