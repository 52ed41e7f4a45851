//! Cells that hold several values: separated by `; `, with `\;` and `\\` inside a value.

/// The longest cell of a case folder, in bytes; so the most that a text, or the values that are kept
/// in one cell, may be together.
pub const MAX_CELL: usize = 1 << 20;

/// The values of a cell, in order; white space around a value and empty values are left out.
///
/// A semicolon separates only where white space or the end follows it, so that `a;b` is one value.
/// A backslash before anything but `;` or `\` stands for itself.
pub fn split_values(cell: &str) -> Vec<String> {
    let mut values = Vec::new();
    let mut value = String::new();
    let mut characters = cell.chars().peekable();
    while let Some(character) = characters.next() {
        match character {
            '\\' => match characters.next_if(|next| matches!(next, ';' | '\\')) {
                Some(escaped) => value.push(escaped),
                None => value.push('\\'),
            },
            ';' if characters.peek().is_none_or(|next| next.is_whitespace()) => {
                push_trimmed(&mut values, &value);
                value.clear();
            }
            other => value.push(other),
        }
    }
    push_trimmed(&mut values, &value);
    values
}

fn push_trimmed(values: &mut Vec<String>, value: &str) {
    let value = value.trim();
    if !value.is_empty() {
        values.push(value.to_owned());
    }
}

/// The cell that [`split_values`] takes apart into these values.
pub fn join_values<'a>(values: impl IntoIterator<Item = &'a str>) -> String {
    let mut cell = String::new();
    for value in values {
        if !cell.is_empty() {
            cell.push_str("; ");
        }
        for character in value.chars() {
            if matches!(character, ';' | '\\') {
                cell.push('\\');
            }
            cell.push(character);
        }
    }
    cell
}
