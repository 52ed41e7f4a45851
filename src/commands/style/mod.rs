//! `twosource style …`.

mod argument;
mod form;
mod list;
mod show;

pub(crate) use argument::{DEFAULT_STYLE, StyleArgument};
pub(crate) use form::{Form, FormArgument};

use super::tree::command_tree;

command_tree! {
    /// The citation styles that are built in
    #[command(after_help = "\
Examples:
  twosource style list
  twosource style list court
  twosource style show apa > house.csl")]
    Style {
        List(list::List),
        Show(show::Show),
    }
}
