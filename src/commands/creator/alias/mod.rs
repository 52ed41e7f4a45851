//! `twosource creator alias …`.

mod add;
mod list;
mod remove;

use crate::commands::tree::command_tree;

command_tree! {
    /// Other spellings of names, which later imports and edits know
    ///
    /// `creator merge` keeps the name that is given up. Where it comes in again, the right name is
    /// written for it, and you are told.
    #[command(after_help = "\
Examples:
  twosource creator alias list
  twosource creator alias remove \"Mansuri, Jawad\"")]
    Alias {
        List(list::List),
        Add(add::Add),
        Remove(remove::Remove),
    }
}
