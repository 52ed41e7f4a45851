//! Whether what is confidential is shown as it is: on your terminal, or because somebody said so.

use std::path::Path;

use clap::Args;

use super::context::Context;
use super::deliver::OutputFile;
use super::wording::counted;
use crate::domain::Confidentiality;
use crate::error::{Error, Result};
use crate::output::Format;
use crate::store::Store;
use crate::store::history::Disclosed;

/// The arguments `--include-confidential` and `--allow-names`: put them into the arguments of every
/// command that shows or writes what is in the casebook, with `#[command(flatten)]`.
#[derive(Debug, Clone, Default, Args)]
#[command(next_help_heading = "What is confidential")]
pub(crate) struct Disclosure {
    /// Show confidential sources, and names on background, as they are: not only in a table on your
    /// terminal, where they always are. You are asked first, and the history keeps it
    #[arg(long)]
    pub(crate) include_confidential: bool,

    /// Let texts out that name a confidential source, such as a statement or a note; the history keeps it
    #[arg(long)]
    pub(crate) allow_names: bool,
}

/// What a command writes, and where to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target<'a> {
    /// A table, to stdout.
    Table,
    /// Anything else, to stdout.
    Document,
    /// A file or a folder.
    File(&'a Path),
}

impl From<Format> for Target<'_> {
    fn from(format: Format) -> Self {
        if format == Format::Table { Target::Table } else { Target::Document }
    }
}

impl<'a> From<&'a OutputFile> for Target<'a> {
    fn from(place: &'a OutputFile) -> Self {
        place.output.as_deref().map_or(Target::Document, Target::File)
    }
}

impl Target<'_> {
    /// Whether it is seen by nobody but who sits at the terminal.
    pub(crate) fn stays_here(self, context: &Context) -> bool {
        self == Target::Table && context.console.surroundings().stdout_is_terminal
    }

    /// What history calls it.
    pub(crate) fn name(self, context: &Context) -> String {
        match self {
            Target::File(path) => path
                .file_name()
                .map_or_else(|| path.display().to_string(), |name| name.to_string_lossy().into()),
            _ if context.console.surroundings().stdout_is_terminal => "the terminal".to_owned(),
            _ => "a pipe or file".to_owned(),
        }
    }
}

/// How many sources are withheld.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub(crate) struct Withheld {
    pub(crate) confidential: usize,
    pub(crate) background: usize,
}

impl Withheld {
    /// Those of a casebook.
    pub(crate) fn of(store: &Store) -> Result<Self> {
        let count = |state| store.count_with_confidentiality(state);
        Ok(Withheld {
            confidential: count(Confidentiality::Confidential)?,
            background: count(Confidentiality::Background)?,
        })
    }

    /// Whether there are none.
    pub(crate) fn is_nothing(self) -> bool {
        self == Withheld::default()
    }

    /// As what is shown: "3 confidential sources by name, and the creators of 1 source on background".
    pub(crate) fn in_words(self) -> String {
        let Withheld { confidential, background } = self;
        let sources = format!("{} by name", counted(confidential, "confidential source"));
        let names = format!("the creators of {} on background", counted(background, "source"));
        match (confidential, background) {
            (_, 0) => sources,
            (0, _) => names,
            _ => format!("{sources}, and {names}"),
        }
    }

    /// As what is not shown, and why.
    pub(crate) fn hint(self, target: Target<'_>) -> String {
        let Withheld { confidential, background } = self;
        let are = if confidential == 1 { "is a stand-in" } else { "are stand-ins" };
        let sources = format!("{} {are}", counted(confidential, "confidential source"));
        let names =
            format!("the creators of {} on background are withheld", counted(background, "source"));
        let what = match (confidential, background) {
            (_, 0) => sources,
            (0, _) => names,
            _ => format!("{sources}, and {names}"),
        };
        let why = if target == Target::Table { ": this is not a terminal" } else { "" };
        format!("{what}{why}; --include-confidential shows what is confidential")
    }
}

impl Disclosure {
    /// Whether what is confidential is shown as it is by `command`. Where it has to be asked for, and
    /// was, the user is asked once more, and the history keeps it.
    ///
    /// # Errors
    /// The user has thought better of it; the casebook cannot be written, so that the history could not
    /// tell. Nothing has been shown then.
    pub(crate) fn shows_all(
        &self,
        context: &mut Context,
        store: &Store,
        target: Target<'_>,
        command: &str,
    ) -> Result<bool> {
        if target.stays_here(context) {
            return Ok(true);
        }
        self.shows(context, Withheld::of(store)?, target, command)
    }

    /// The same where it is known already that so much is withheld.
    pub(crate) fn shows(
        &self,
        context: &mut Context,
        withheld: Withheld,
        target: Target<'_>,
        command: &str,
    ) -> Result<bool> {
        if withheld.is_nothing() {
            return Ok(true);
        }
        if !self.include_confidential {
            context.notice(withheld.hint(target), withheld.background == 0);
            return Ok(false);
        }
        let name = target.name(context);
        let question = format!("this shows {}, in {name}. Go on?", withheld.in_words());
        if context.console.ask(&question) == Some(false) {
            return Err(Error::invalid("nothing was written, as you said")
                .hint("without --include-confidential stand-ins are written in their place"));
        }
        let disclosed = Disclosed {
            confidential: withheld.confidential,
            background: withheld.background,
            texts: 0,
            to: name,
        };
        note(context, &format!("{command} --include-confidential"), &disclosed)?;
        Ok(true)
    }
}

/// Keeps in the history that something confidential goes out.
pub(crate) fn note(context: &Context, action: &str, disclosed: &Disclosed) -> Result<()> {
    let noted = context
        .write()
        .and_then(|store| store.note_disclosure(&context.signature()?, action, disclosed));
    noted.map_err(|error| {
        let reason = error.problems.first().map_or("", |problem| problem.message.as_str());
        Error::new(
            error.kind,
            format!(
                "nothing was written: the history has to keep that it was, and it cannot: {reason}"
            ),
        )
        .hint("show it in a table on your terminal, or work on a copy that can be written")
    })
}
