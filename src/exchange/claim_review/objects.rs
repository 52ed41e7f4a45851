//! Where the ClaimReviews are in a JSON text, however deep.

use std::ops::Range;

/// An object or array that is open.
struct Open {
    start: usize,
    is_object: bool,
    /// The key of an object whose value comes next.
    key: String,
    is_review: bool,
}

/// The places of the objects that are ClaimReviews, in order; of one inside another only the outer.
/// The text is known to be JSON.
pub(super) fn claim_reviews(json: &str) -> Vec<Range<usize>> {
    let bytes = json.as_bytes();
    let (mut open, mut found): (Vec<Open>, Vec<Range<usize>>) = (Vec::new(), Vec::new());
    let mut at = 0;
    while at < bytes.len() {
        match bytes[at] {
            b'{' | b'[' => open.push(Open {
                start: at,
                is_object: bytes[at] == b'{',
                key: String::new(),
                is_review: false,
            }),
            b'}' | b']' => {
                if let Some(closed) = open.pop().filter(|closed| closed.is_review) {
                    found.retain(|inner| inner.start < closed.start);
                    found.push(closed.start..at + 1);
                }
            }
            b'"' => {
                let end = end_of_string(bytes, at);
                note(&mut open, &json[at + 1..end], follows_colon(bytes, end + 1));
                at = end;
            }
            _ => {}
        }
        at += 1;
    }
    found
}

fn end_of_string(bytes: &[u8], start: usize) -> usize {
    let mut at = start + 1;
    while at < bytes.len() && bytes[at] != b'"' {
        at += if bytes[at] == b'\\' { 2 } else { 1 };
    }
    at.min(bytes.len())
}

fn follows_colon(bytes: &[u8], from: usize) -> bool {
    let rest = bytes.get(from..).unwrap_or_default();
    rest.iter().find(|byte| !byte.is_ascii_whitespace()) == Some(&b':')
}

/// Notes a string: a key, or a value that may be the type of the object it belongs to.
fn note(open: &mut [Open], text: &str, is_key: bool) {
    let Some((last, before)) = open.split_last_mut() else { return };
    if is_key {
        text.clone_into(&mut last.key);
        return;
    }
    // The value, or one of a list of values.
    let owner =
        if last.is_object { Some(last) } else { before.last_mut().filter(|open| open.is_object) };
    if let Some(owner) = owner
        && owner.key == "@type"
        && is_claim_review(text)
    {
        owner.is_review = true;
    }
}

fn is_claim_review(name: &str) -> bool {
    name.rsplit(['/', ':', '#']).next() == Some("ClaimReview")
}
