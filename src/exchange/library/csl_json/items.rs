//! Taking a file apart into its items, so that one that is broken costs only itself.

use std::ops::Range;

/// Where each item is in the text, with the line on which it begins.
///
/// The file is an array of items, an object that has one (`items`), or a single item. Between items
/// there may be lines that begin with `//`, which JSON itself does not know: the reasons in a file of
/// rejects.
pub(in crate::exchange) fn items(text: &str) -> Vec<(u64, Range<usize>)> {
    let start = match text.find(|c: char| !c.is_whitespace()) {
        Some(start) if text[start..].starts_with('{') => match wrapped(&text[start..]) {
            Some(inside) => start + inside,
            None => return vec![(line(&text[..start]), start..text.len())],
        },
        Some(start) if text[start..].starts_with('[') => start,
        // No JSON that could be a library: told as one item that is none.
        Some(start) => return vec![(line(&text[..start]), start..text.trim_end().len())],
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

/// The parts of an item that is no JSON: an item whose end is missing has swallowed those after it. One
/// begins where a line begins with `{"id"`.
pub(super) fn parts(text: &str, line: u64, item: Range<usize>) -> Vec<(u64, Range<usize>)> {
    let mut starts = vec![(line, item.start)];
    let (mut at, mut on) = (item.start, line);
    for piece in text[item.clone()].split_inclusive('\n') {
        let begun = piece.trim_start();
        let inside = begun.strip_prefix('{').map(str::trim_start);
        if at > item.start && inside.is_some_and(|inside| inside.starts_with("\"id\"")) {
            starts.push((on, at + piece.len() - begun.len()));
        }
        at += piece.len();
        on += 1;
    }
    let ends = starts.iter().skip(1).map(|(_, start)| *start).chain([item.end]);
    let between = |c: char| c.is_whitespace() || c == ',' || c == ']';
    let part = |((line, start), end): (&(u64, usize), usize)| {
        (*line, *start..*start + text[*start..end].trim_end_matches(between).len())
    };
    starts.iter().zip(ends).map(part).collect()
}

fn split(text: &str, array: usize) -> Vec<(u64, Range<usize>)> {
    let bytes = text.as_bytes();
    let mut items = Vec::new();
    let mut line = line(&text[..array]);
    let (mut depth, mut quoted, mut escaped, mut comment) = (0_u32, false, false, false);
    // Where the item begins, once something of it has come.
    let mut begun: Option<(u64, usize)> = None;
    for (at, &byte) in bytes.iter().enumerate().skip(array) {
        line += u64::from(byte == b'\n');
        if comment {
            comment = byte != b'\n';
            continue;
        }
        if quoted {
            (quoted, escaped) = (escaped || byte != b'"', byte == b'\\' && !escaped);
            continue;
        }
        comment = begun.is_none() && depth == 1 && bytes[at..].starts_with(b"//");
        if comment {
            continue;
        }
        let ends = depth == 1 && matches!(byte, b',' | b']');
        if ends && let Some((begun_on, from)) = begun.take() {
            items.push((begun_on, from..from + text[from..at].trim_end().len()));
        }
        if depth == 1 && byte == b']' {
            return items;
        }
        let is_item = depth > 0 && !ends && !byte.is_ascii_whitespace();
        if is_item && begun.is_none() {
            begun = Some((line, at));
        }
        match byte {
            b'"' => quoted = true,
            b'{' | b'[' => depth += 1,
            // A bracket too many does not end the array: only `]` between items does.
            b'}' | b']' => depth = depth.saturating_sub(1).max(1),
            _ => {}
        }
    }
    if let Some((begun_on, from)) = begun {
        items.push((begun_on, from..from + text[from..].trim_end().len()));
    }
    // The array does not end: the file was cut off, and that is to be told.
    items.push((line, text.len()..text.len()));
    items
}
