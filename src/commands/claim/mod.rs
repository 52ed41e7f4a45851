//! `twosource claim …`.

mod add;
mod answer;
mod assign;
mod edit;
mod fields;
pub(crate) mod level;
mod list;
mod merge;
mod remove;
mod show;

pub(crate) use show::{place_in_words, why_not_counted};

use super::tree::command_tree;

command_tree! {
    /// Log claims, change them, look at them
    #[command(after_help = "\
Examples:
  twosource claim add \"The bank paid the families of the attackers.\"
  twosource claim list
  twosource claim show c1")]
    Claim {
        Add(add::Add),
        Edit(edit::Edit),
        Assign(assign::Assign),
        Show(show::Show),
        List(list::List),
        Merge(merge::Merge),
        Remove(remove::Remove),
    }
}
