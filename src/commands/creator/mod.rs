//! `twosource creator …`.

mod alias;
mod answer;
mod distinct;
mod list;
mod merge;
mod rename;
mod show;
mod told;

use super::tree::command_tree;

command_tree! {
    /// Look at the people and bodies behind the sources, and mend their names
    ///
    /// Two sources with one voice are no two sources: a name that is misspelt in one of them hides
    /// that.
    #[command(after_help = "\
Examples:
  twosource creator list
  twosource creator merge \"Mansouri, Javad\" \"Mansuri, Jawad\"")]
    Creator {
        List(list::List),
        Show(show::Show),
        Rename(rename::Rename),
        Merge(merge::Merge),
        Distinct(distinct::Distinct),
        #[command(subcommand)]
        Alias(alias::Alias),
    }
}
