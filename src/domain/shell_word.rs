//! Values in something that is proposed to type next.

use std::borrow::Cow;

/// A value as it is typed in a shell, for what is proposed to type next.
pub fn shell_word(value: &str) -> Cow<'_, str> {
    let plain = |c: char| c.is_alphanumeric() || "-_./:@%+,".contains(c);
    if !value.is_empty() && !value.starts_with('-') && value.chars().all(plain) {
        return Cow::Borrowed(value);
    }
    Cow::Owned(format!("'{}'", value.replace('\'', r"'\''")))
}
