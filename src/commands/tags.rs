//! Adding and removing single labels of a record.

use crate::error::{Error, Result};

/// Takes off the labels of `remove`, then puts on those of `add`; `what` is `source hrw-2003`.
///
/// # Errors
/// Where a label that is to go is not there.
pub(crate) fn change(
    tags: &mut Vec<String>,
    add: &[String],
    remove: &[String],
    what: &str,
) -> Result<()> {
    for tag in remove.iter().map(|tag| tag.trim()) {
        let Some(position) = tags.iter().position(|known| known == tag) else {
            let hint = match tags.as_slice() {
                [] => "it has no tags at all".to_owned(),
                tags => format!("its tags are {}", tags.join(", ")),
            };
            return Err(Error::not_found(format!("{what} has no tag `{tag}`")).hint(hint));
        };
        tags.remove(position);
    }
    for tag in add.iter().map(|tag| tag.trim()).filter(|tag| !tag.is_empty()) {
        if tags.iter().all(|known| known != tag) {
            tags.push(tag.to_owned());
        }
    }
    Ok(())
}
