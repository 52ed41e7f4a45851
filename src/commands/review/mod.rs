//! `twosource review …`.

mod set;

use super::tree::command_tree;

command_tree! {
    /// Say what the desk asks of reviews
    #[command(after_help = "\
Examples:
  twosource review set --required 2 --not-by-logger")]
    Review {
        Set(set::Set),
    }
}
