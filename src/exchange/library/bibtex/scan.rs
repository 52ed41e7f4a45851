//! What BibTeX's syntax is made of, looked at byte by byte.
//!
//! Braces count whether or not a backslash stands before them: BibTeX does it so. Nothing here looks
//! ahead further than a line or two, and nothing recurs: a file of opening braces costs no more than
//! any other of its length.

/// How far is looked to tell whether an entry begins.
const HEAD: usize = 300;

/// What ends the name of a field, an entry type or an abbreviation.
pub(super) fn is_name(byte: u8) -> bool {
    !byte.is_ascii_whitespace()
        && !byte.is_ascii_control()
        && !matches!(byte, b'"' | b'#' | b'%' | b'\'' | b'(' | b')' | b',' | b'=' | b'{' | b'}')
}

/// Whether a text can be the name of a field.
pub(super) fn is_field_name(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(is_name) && !name.starts_with(|c: char| c.is_ascii_digit())
}

/// Whether a text can be the type of an entry.
pub(super) fn is_entry_type(name: &str) -> bool {
    !name.is_empty() && name.bytes().all(is_name)
}

/// Where the bytes that this holds for end, from here on.
pub(super) fn skip(bytes: &[u8], from: usize, holds: impl Fn(u8) -> bool) -> usize {
    bytes.iter().skip(from).position(|&byte| !holds(byte)).map_or(bytes.len(), |there| from + there)
}

/// Where the white space ends, from here on.
pub(super) fn skip_space(bytes: &[u8], from: usize) -> usize {
    skip(bytes, from, |byte| byte.is_ascii_whitespace())
}

/// The head of an entry, `@article{`: where its type begins and ends, and where its body begins.
pub(super) struct Head {
    pub(super) kind: std::ops::Range<usize>,
    pub(super) body: usize,
    /// What closes it.
    pub(super) closer: u8,
}

/// The head that begins with the `@` here.
pub(super) fn head(bytes: &[u8], at: usize) -> Option<Head> {
    let bytes = &bytes[..bytes.len().min(at + HEAD)];
    let start = skip_space(bytes, at + 1);
    let end = skip(bytes, start, is_name);
    let open = skip_space(bytes, end);
    let closer = match bytes.get(open)? {
        b'{' => b'}',
        b'(' => b')',
        _ => return None,
    };
    (end > start).then_some(Head { kind: start..end, body: open + 1, closer })
}

/// Whether the `@` here begins an entry beyond doubt: a type, an opening brace, a key and a comma, or
/// the like of `@string`.
pub(super) fn begins_entry(bytes: &[u8], at: usize) -> bool {
    let bytes = &bytes[..bytes.len().min(at + HEAD)];
    if bytes.get(at) != Some(&b'@') {
        return false;
    }
    let Some(head) = head(bytes, at) else { return false };
    let kind = &bytes[head.kind.clone()];
    if kind.eq_ignore_ascii_case(b"comment") || kind.eq_ignore_ascii_case(b"preamble") {
        return true;
    }
    let key = skip_space(bytes, head.body);
    let end = skip(bytes, key, |byte| !matches!(byte, b',' | b'{' | b'}' | b'=' | b'"' | b'\n'));
    let follows = if kind.eq_ignore_ascii_case(b"string") { b'=' } else { b',' };
    end > key && bytes.get(end) == Some(&follows)
}

/// Whether an entry begins on the line that begins here.
pub(super) fn line_begins_entry(bytes: &[u8], line: usize) -> bool {
    begins_entry(bytes, skip(bytes, line, |byte| byte == b' ' || byte == b'\t'))
}

/// Whether a line of a text would be taken for the beginning of an entry.
pub(super) fn holds_an_entry(text: &str) -> bool {
    let bytes = text.as_bytes();
    text.contains('@')
        && (0..bytes.len()).any(|at| bytes[at] == b'\n' && line_begins_entry(bytes, at + 1))
}

/// Whether no brace of a text is without its other.
pub(super) fn is_balanced(text: &str) -> bool {
    let mut depth = 0_usize;
    for byte in text.bytes() {
        match byte {
            b'{' => depth += 1,
            b'}' if depth == 0 => return false,
            b'}' => depth -= 1,
            _ => {}
        }
    }
    depth == 0
}

/// How a value that was begun ends.
pub(super) enum End {
    /// Here, at what closes it.
    At(usize),
    /// Not before the line that begins here, which begins another entry.
    Entry(usize),
    /// Not at all: the text ends.
    Text,
    /// At a brace too many.
    Brace(usize),
}

/// Where the text ends that began before `from` with a brace or quotation mark, closed by `closer`.
pub(super) fn end_of_text(bytes: &[u8], from: usize, closer: u8) -> End {
    let mut depth = 0_usize;
    for (at, &byte) in bytes.iter().enumerate().skip(from) {
        match byte {
            _ if byte == closer && depth == 0 => return End::At(at),
            b'{' => depth += 1,
            b'}' if depth == 0 => return End::Brace(at),
            b'}' => depth -= 1,
            b'\n' if line_begins_entry(bytes, at + 1) => return End::Entry(at + 1),
            _ => {}
        }
    }
    End::Text
}

/// The texts and names that an expression joins with `#`; `None` where it is none.
pub(super) fn pieces(expression: &str) -> Option<Vec<&str>> {
    let bytes = expression.as_bytes();
    let (mut pieces, mut at) = (Vec::new(), 0);
    loop {
        at = skip_space(bytes, at);
        let (piece, end) = match bytes.get(at)? {
            b'{' => match end_of_text(bytes, at + 1, b'}') {
                End::At(end) => (at + 1..end, end + 1),
                _ => return None,
            },
            _ => {
                let end = skip(bytes, at, is_name);
                if end == at {
                    return None;
                }
                (at..end, end)
            }
        };
        pieces.push(&expression[piece]);
        at = skip_space(bytes, end);
        match bytes.get(at) {
            None => return Some(pieces),
            Some(b'#') => at += 1,
            Some(_) => return None,
        }
    }
}
