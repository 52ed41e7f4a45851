//! Which addresses may become links.

/// The address, if it is a web address that can stand in a link; anything else stays text.
///
/// That keeps `javascript:`, `data:` and the like from being clicked, whatever their spelling.
pub(super) fn safe(address: &str) -> Option<&str> {
    let (scheme, rest) = address.split_once("://")?;
    let web = scheme.eq_ignore_ascii_case("http") || scheme.eq_ignore_ascii_case("https");
    let sound = !rest.is_empty()
        && !rest.contains(|character: char| {
            character.is_whitespace() || character.is_control() || "<>\"'`\\".contains(character)
        });
    (web && sound).then_some(address)
}
