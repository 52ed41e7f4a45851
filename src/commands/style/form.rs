//! The argument `--format` of the commands that print citations.

use clap::Args;

use crate::bibliography::Format;
use crate::commands::values::one_of;

/// What citations are written as.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Form {
    /// A document for people.
    Document(Format),
    /// For programs; a stable contract.
    Json,
}

impl Form {
    /// Every form, in the order in which help lists them.
    const ALL: [Form; 6] = [
        Form::Document(Format::Text),
        Form::Document(Format::Html),
        Form::Document(Format::Markdown),
        Form::Document(Format::Rtf),
        Form::Document(Format::Word),
        Form::Json,
    ];

    fn name(self) -> &'static str {
        match self {
            Form::Document(format) => format.name(),
            Form::Json => "json",
        }
    }
}

/// What to write: put it into a command's arguments with `#[command(flatten)]`.
#[derive(Debug, Args)]
pub(crate) struct FormArgument {
    /// What to write: text, HTML to put into a page, Markdown, RTF, a page that Word opens, or JSON
    #[arg(long = "format", value_name = "FORMAT", default_value = "text",
          value_parser = one_of(&Form::ALL, Form::name))]
    pub(crate) form: Form,
}
