//! Values that go over several lines, and several values in one text.

/// What a line begins with that carries a value on.
const INDENT: &str = "      ";

/// A value as it stands in a file: its further lines indented, so that none can be taken for a line
/// with a tag.
pub(super) fn lines(value: &str) -> String {
    value.replace('\n', &format!("\n{INDENT}"))
}

/// A further line of a value, without the indent that [`lines`] gives it.
pub(super) fn further(line: &str) -> &str {
    line.strip_prefix(INDENT).unwrap_or(line).trim_end()
}

/// The values of one tag as one text, from which [`apart`] gets them again.
pub(super) fn together<'v>(values: impl IntoIterator<Item = &'v str>) -> String {
    values.into_iter().map(lines).collect::<Vec<_>>().join("\n")
}

/// The values that were put into one text.
pub(super) fn apart(text: &str) -> Vec<String> {
    let mut values: Vec<String> = Vec::new();
    for line in text.split('\n') {
        match (line.strip_prefix(INDENT), values.last_mut()) {
            (Some(line), Some(value)) => {
                value.push('\n');
                value.push_str(line);
            }
            _ => values.push(line.to_owned()),
        }
    }
    values
}

/// A value as one line, where line breaks only wrap it.
pub(super) fn joined(value: &str) -> String {
    if !value.contains('\n') {
        return value.to_owned();
    }
    value.split('\n').map(str::trim).filter(|line| !line.is_empty()).collect::<Vec<_>>().join(" ")
}
