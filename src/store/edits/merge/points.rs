//! What a source has in common with others, and would not have any more when it is made one with another:
//! pages and voices by which two sources count as one.

use std::collections::BTreeSet;

use super::super::super::Store;
use super::Merged;
use crate::domain::{Source, shell_word, strong_identifiers};
use crate::error::{Error, ErrorKind, Result};

/// An error where a third source is a record of the same page as one of the two, and the one that is kept
/// would not be: the third would pass for another source.
pub(super) fn refuse_lost_page(
    store: &Store,
    [kept, gone]: [&Source; 2],
    new: &Source,
) -> Result<()> {
    let pages = strong_identifiers(new);
    for one in [gone, kept] {
        for (twin, page) in store.twins_of_source(&one.key)? {
            if twin == kept.key || twin == gone.key || pages.contains(&page) {
                continue;
            }
            let message = format!(
                "`{twin}` and `{}` are both {page}, and `{}` would not be: merged, `{twin}` would pass for \
                 another source",
                one.key, kept.key
            );
            let (other, one) = (shell_word(&twin), shell_word(&one.key));
            return Err(Error::new(ErrorKind::Conflict, message).hint(format!(
                "if all three are one, first: twosource source merge {other} --into {one}; if not, give each \
                 the address it has: twosource source edit {other} --url …"
            )));
        }
    }
    Ok(())
}

/// Notes which sources have a voice in common with the one that goes, and not with the one that is kept.
pub(super) fn warn_of_lost_voices(
    store: &Store,
    gone: &Source,
    new: &Source,
    merged: &mut Merged,
) -> Result<()> {
    let voices = |source: &Source| -> BTreeSet<String> {
        let credits = source.creators.iter().filter(|credit| credit.role.is_voice());
        credits.map(|credit| credit.name.voice()).collect()
    };
    for voice in voices(gone).difference(&voices(new)) {
        let creators = store.creators_named(voice)?;
        let mut sources = creators.iter().flat_map(|creator| &creator.roles);
        let elsewhere = sources.find(|(key, role)| role.is_voice() && *key != gone.key);
        if let Some((other, _)) = elsewhere {
            merged.warnings.push(format!(
                "{other} has a voice in common with {} that {} does not have, and that is lost; if it is \
                 one person under two names, first: twosource creator merge",
                gone.key, new.key
            ));
        }
    }
    Ok(())
}
