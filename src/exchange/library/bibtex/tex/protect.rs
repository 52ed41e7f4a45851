//! Titles whose capitals must stay.
//!
//! Styles, and pandoc, write the title of an entry in small letters but for the first and for what
//! stands in braces: "Owens v. Republic of sudan".

use super::encode::encode;

/// A title as TeX, in braces where it has capitals besides the first letter: which of them belong to a
/// name no program can tell.
pub(in super::super) fn encode_title(title: &str) -> String {
    let tex = encode(title);
    let mut letters = title.chars().filter(|character| character.is_alphabetic()).skip(1);
    if letters.any(char::is_uppercase) { format!("{{{tex}}}") } else { tex }
}
