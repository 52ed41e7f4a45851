//! What is made to be passed on does not name sources that are withheld, unless that was asked for.

use super::wording::counted;
use crate::error::{Error, Result};

/// An error where there are sources that are confidential or on background: what is written leaves
/// the desk, and would name them. `what` is the thing that is written.
pub(crate) fn refuse_withheld(withheld: usize, what: &str) -> Result<()> {
    if withheld == 0 {
        return Ok(());
    }
    let are = if withheld == 1 { "is" } else { "are" };
    Err(Error::invalid(format!(
        "{} {are} confidential or on background, and the {what} could name them",
        counted(withheld, "source")
    ))
    .hint(format!(
        "look at it on the terminal instead; --include-confidential writes the {what} all the same"
    )))
}
