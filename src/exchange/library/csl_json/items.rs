//! Taking a file apart into its items, so that one that is broken costs only itself.

/// The text of each item with the line on which it begins.
///
/// The file is an array of items, an object that has one (`items`), or a single item.
pub(super) fn items(text: &str) -> Vec<(u64, &str)> {
    let start = match text.find(|c: char| !c.is_whitespace()) {
        Some(start) if text[start..].starts_with('{') => match wrapped(&text[start..]) {
            Some(inside) => start + inside,
            None => return vec![(line(&text[..start]), &text[start..])],
        },
        Some(start) => start,
        None => return Vec::new(),
    };
    split(text, start)
}

/// Where the array begins in `{"items": […]}`.
fn wrapped(text: &str) -> Option<usize> {
    let inside = text[1..].trim_start().strip_prefix("\"items\"")?;
    let inside = inside.trim_start().strip_prefix(':')?.trim_start();
    inside.starts_with('[').then(|| text.len() - inside.len())
}

fn line(before: &str) -> u64 {
    1 + before.bytes().filter(|&byte| byte == b'\n').count() as u64
}

fn split(text: &str, array: usize) -> Vec<(u64, &str)> {
    let mut items = Vec::new();
    let mut line = line(&text[..array]);
    let (mut depth, mut quoted, mut escaped) = (0_u32, false, false);
    let (mut begun, mut begun_on) = (array, line);
    for (at, byte) in text.bytes().enumerate().skip(array) {
        line += u64::from(byte == b'\n');
        if quoted {
            (quoted, escaped) = (escaped || byte != b'"', byte == b'\\' && !escaped);
            continue;
        }
        match byte {
            b'"' => quoted = true,
            b'{' | b'[' => depth += 1,
            b'}' | b']' => depth = depth.saturating_sub(1),
            _ => {}
        }
        if depth == 2 && byte == b'{' && text[begun..at].trim_matches(FILLING).is_empty() {
            (begun, begun_on) = (at, line);
        }
        if (depth == 1 && byte == b',') || (depth == 0 && byte == b']') {
            let item = text[begun..at].trim_matches(FILLING);
            if !item.is_empty() {
                items.push((begun_on, item));
            }
            (begun, begun_on) = (at + 1, line);
            if depth == 0 {
                return items;
            }
        }
    }
    let rest = text[begun..].trim_matches(FILLING);
    if !rest.is_empty() {
        items.push((begun_on, rest));
    }
    // The array does not end: the file was cut off, and that is to be told.
    items.push((line, ""));
    items
}

/// What stands between items.
const FILLING: [char; 6] = [' ', '\t', '\r', '\n', ',', '['];
