//! `twosource citation …`.

pub(crate) mod answer;
mod edit;
mod list;
mod remove;
mod show;

use super::tree::command_tree;

command_tree! {
    /// Look at citations, the links from claims to sources, and change them
    ///
    /// Each has a number; `twosource cite` makes one and prints it.
    #[command(after_help = "\
Examples:
  twosource citation list --claim c12
  twosource citation edit 7 --locator \"page 12\"
  twosource citation remove 7")]
    Citation {
        List(list::List),
        Show(show::Show),
        Edit(edit::Edit),
        Remove(remove::Remove),
    }
}
