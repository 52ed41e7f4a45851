//! Keys that say who is behind a source that is not open.

use crate::commands::context::Context;
use crate::domain::{Confidentiality, key_tells_creator, shell_word};
use crate::error::Result;
use crate::store::Store;

/// Says how to change the key of a source that is not open, where somebody's name stands in it.
pub(super) fn tell(context: &mut Context, store: &Store, key: &str) -> Result<()> {
    let source = store.source(key)?.record;
    if source.confidentiality == Confidentiality::Open || !key_tells_creator(&source) {
        return Ok(());
    }
    let other = store.free_source_key(&source)?;
    context.console.warning("the key of the source says who is behind it");
    context.console.hint(&format!(
        "give it another: twosource source edit {} --key {}",
        shell_word(key),
        shell_word(&other)
    ));
    Ok(())
}
