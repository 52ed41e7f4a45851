//! `twosource creator distinct`.

use clap::Args;

use crate::commands::context::Context;
use crate::commands::tree::Outcome;
use crate::error::Result;

/// Remember that two names that look alike are two people
///
/// `check` does not ask again whether they are one, and `creator merge` refuses to make one of them,
/// until that is taken back.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource creator distinct \"Lee, Ann\" \"Lee, Anne\"
  twosource creator distinct \"Lee, Ann\" \"Lee, Anne\" --remove")]
pub(crate) struct Distinct {
    /// One of the names
    #[arg(value_name = "NAME")]
    name: String,

    /// The other
    #[arg(value_name = "OTHER")]
    other: String,

    /// Take it back
    #[arg(long)]
    remove: bool,
}

impl Distinct {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let Distinct { name, other, remove } = self;
        let (store, signature) = (context.write()?, context.signature()?);
        let told = if remove {
            match store.undistinguish(&signature, &name, &other)? {
                Some(said) => {
                    let (actor, day) = (said.actor, said.said_at.day().to_owned());
                    format!("took back what {actor} said on {day}: that {name} and {other} are two")
                }
                None => {
                    format!("nothing to take back: nobody said that {name} and {other} are two")
                }
            }
        } else if store.distinguish(&signature, &name, &other)? {
            format!("{name} and {other} are two")
        } else {
            format!("nothing to change: it is said already that {name} and {other} are two")
        };
        context.console.status(told);
        Ok(Outcome::Done)
    }
}
