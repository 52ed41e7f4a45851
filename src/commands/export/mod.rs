//! `twosource export …`.

pub(crate) mod bibliography;
mod case;
mod selection;
mod sources;

use super::tree::command_tree;

command_tree! {
    /// Write the casebook, or what follows from it, for other programs and readers
    #[command(after_help = "\
Examples:
  twosource export bibliography --style apa
  twosource export case --output my-case")]
    Export {
        Bibliography(bibliography::Bibliography),
        Case(case::Case),
        Sources(sources::Sources),
    }
}
