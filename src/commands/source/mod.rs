//! `twosource source …`.

mod add;
mod answer;
mod creators;
mod derive;
mod described;
mod edit;
mod fields;
mod list;
mod merge;
mod redact;
mod remove;
mod show;
mod standing;
mod telling_key;
mod twins;

pub(crate) use answer::ListedSource;

use super::tree::command_tree;

command_tree! {
    /// Enter sources, change them, look at them, say where they come from
    #[command(after_help = "\
Examples:
  twosource source add \"Report on the bank\" --kind report --issuer \"Court of Audit\"
  twosource source list
  twosource source derive daily-2017 --from wire-2017 --relation republishes")]
    Source {
        Add(add::Add),
        Edit(edit::Edit),
        Show(show::Show),
        List(list::List),
        Merge(merge::Merge),
        Remove(remove::Remove),
        Redact(redact::Redact),
        Derive(derive::Derive),
        Standing(standing::SetStanding),
    }
}
