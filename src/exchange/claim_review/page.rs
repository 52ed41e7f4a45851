//! Where JSON-LD stands in a page.

use std::ops::Range;

/// The blocks of JSON-LD, each with the line on which it begins. What is commented out is none.
pub(super) fn blocks(page: &str) -> Vec<(u64, Range<usize>)> {
    // Of the same length as the page, so that places are the same in both.
    let lower = page.to_ascii_lowercase();
    let mut blocks = Vec::new();
    let (mut at, mut line, mut counted) = (0, 1, 0);
    while let Some(found) = lower[at..].find('<') {
        let tag = at + found;
        if lower[tag..].starts_with("<!--") {
            at = lower[tag..].find("-->").map_or(lower.len(), |end| tag + end);
            continue;
        }
        at = tag + 1;
        if !lower[tag..].starts_with("<script") {
            continue;
        }
        let Some(length) = tag_length(&lower[tag..]) else { break };
        let start = tag + length;
        let end = lower[start..].find("</script").map_or(lower.len(), |end| start + end);
        if lower[tag..start].contains("ld+json") {
            let inside = bare(page, start..end);
            line += newlines(&page[counted..inside.start]);
            counted = inside.start;
            blocks.push((line, inside));
        }
        at = end;
    }
    blocks
}

pub(super) fn newlines(text: &str) -> u64 {
    text.bytes().filter(|&byte| byte == b'\n').count() as u64
}

/// How long a tag is; what stands between quotation marks does not end it.
fn tag_length(text: &str) -> Option<usize> {
    let mut quote = None;
    for (at, byte) in text.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return Some(at + 1),
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    None
}

/// The block without the comment and CDATA marks that pages of old put around scripts.
fn bare(page: &str, block: Range<usize>) -> Range<usize> {
    const BEFORE: &[&str] = &["<!--", "//<![CDATA[", "/*<![CDATA[*/", "<![CDATA[", "//"];
    const AFTER: &[&str] = &["-->", "//]]>", "/*]]>*/", "]]>", "//"];
    let mut text = &page[block.clone()];
    loop {
        let mut inside = text.trim();
        for mark in BEFORE {
            inside = inside.strip_prefix(mark).unwrap_or(inside).trim_start();
        }
        for mark in AFTER {
            inside = inside.strip_suffix(mark).unwrap_or(inside).trim_end();
        }
        if inside.len() == text.len() {
            break;
        }
        text = inside;
    }
    let start = text.as_ptr() as usize - page.as_ptr() as usize;
    start..start + text.len()
}
