//! What must hold for every file with ClaimReviews.

use twosource::exchange::claim_review::{entries, fact_check, fields, merged};

/// What an input shows to be wrong: places outside of the text, markup that does not come back as it was,
/// or something that is another thing after it was written and read again.
pub(crate) fn broken_promise(input: &str) -> Option<String> {
    for entry in entries(input) {
        let span = match &entry {
            Ok(entry) => entry.span.clone(),
            Err(fault) => fault.span.clone(),
        };
        if input.get(span.clone()).is_none() {
            return Some(format!("bytes {span:?} of {}", input.len()));
        }
        let Ok(entry) = entry else { continue };
        if fact_check(&entry.markup) != Ok(entry.check.clone()) {
            return Some(format!("the markup says something else\n{:?}", entry.check));
        }
        let made = fields(&entry.check);
        if merged(&entry.markup, &made, &made) != entry.markup {
            return Some(format!("what nobody edited is different\n{:?}", entry.markup));
        }
        match fact_check(&made) {
            Ok(again) if fields(&again) == made => {}
            Ok(again) => return Some(format!("{made:?}\ncomes back as\n{:?}", fields(&again))),
            Err(error) => return Some(format!("{made:?}: {error}")),
        }
    }
    None
}
