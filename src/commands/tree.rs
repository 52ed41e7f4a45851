//! How commands hang together.

use std::process::ExitCode;

/// What a command that did not fail has come to.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Outcome {
    /// It is done.
    Done,
    /// It is done, and there is something to look at.
    Findings,
}

impl Outcome {
    /// The status to exit with.
    pub(crate) fn exit_code(self) -> ExitCode {
        match self {
            Outcome::Done => ExitCode::SUCCESS,
            Outcome::Findings => ExitCode::from(1),
        }
    }
}

/// Declares a group of commands: each name is followed by the type of its arguments, which has a
/// method `run(self, &mut Context) -> Result<Outcome>`. A group within needs `#[command(subcommand)]`.
///
/// The arguments of a command are put together when it is called: all of them at once would cost every
/// run more than reading a small casebook does.
macro_rules! command_tree {
    ($(#[$meta:meta])* $group:ident { $($(#[$attribute:meta])* $name:ident($arguments:ty),)+ }) => {
        #[derive(Debug, clap::Subcommand)]
        #[command(defer = true)]
        #[allow(clippy::large_enum_variant)] // there is one value in a run of the program
        $(#[$meta])*
        pub(crate) enum $group { $($(#[$attribute])* $name($arguments),)+ }

        impl $group {
            /// Runs the command that was chosen.
            pub(crate) fn run(
                self,
                context: &mut $crate::commands::context::Context,
            ) -> $crate::error::Result<$crate::commands::tree::Outcome> {
                match self { $($group::$name(arguments) => arguments.run(context),)+ }
            }
        }
    };
}
pub(crate) use command_tree;
