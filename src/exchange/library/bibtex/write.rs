//! A source as an entry.

use std::borrow::Cow;

use super::dialect::Dialect;
use super::group;
use super::made::{Made, MadeField};
use super::overlay::overlaid;
use super::raw_entry::ENTRY_TYPE;
use super::value::Value;
use super::{read, scan, tex};
use crate::domain::Source;
use crate::exchange::library::{Losses, losses};

/// The entry of a source: its fields, and for those that came in otherwise, what was kept of them.
pub(super) fn entry(source: &Source, dialect: Dialect, losses: &mut Losses) -> String {
    let fields = overlaid(source, dialect, Made::of(source, dialect));
    let text = printed(source, &fields, dialect);
    losses::count(source, read::entries(&text).next(), "bibtex", losses);
    text
}

fn printed(source: &Source, fields: &[MadeField<'_>], dialect: Dialect) -> String {
    let entry_type = fields.iter().find(|field| field.name == ENTRY_TYPE);
    let entry_type = entry_type.map(|field| field.value.tex()).filter(|it| scan::is_entry_type(it));
    let safe_key = key(&source.key);
    let mut out = format!("@{}{{{safe_key},\n", entry_type.as_deref().unwrap_or("misc"));
    let mut field = |name: &str, value: &Value<'_>| {
        out.push_str("  ");
        out.push_str(name);
        out.push_str(" = ");
        value.write(&mut out);
        out.push_str(",\n");
    };
    if *safe_key != *source.key {
        field(group::KEY, &Value::text(tex::encode(&source.key)));
    }
    for made in fields.iter().filter(|field| field.name != ENTRY_TYPE) {
        // `address` of the publisher beside the `location` of a conference.
        let other = dialect.name(&made.name);
        let taken = other != made.name && fields.iter().any(|field| field.name == other);
        field(if taken { &made.name } else { other }, &made.value);
    }
    out.push('}');
    out
}

/// Longer keys are cut when they are written, in bytes.
const LONGEST_KEY: usize = 500;

/// A key as BibTeX allows it: what it does not is written as its number, `+2C+` for a comma.
pub(super) fn key(key: &str) -> Cow<'_, str> {
    let allowed = |character: char| {
        !character.is_whitespace()
            && !character.is_control()
            && !matches!(
                character,
                '"' | '#' | '%' | '\'' | '(' | ')' | ',' | '=' | '{' | '}' | '\\' | '~' | '$'
            )
    };
    if key.len() <= LONGEST_KEY && key.chars().all(allowed) {
        return key.into();
    }
    let mut safe = String::new();
    for character in key.chars() {
        if allowed(character) {
            safe.push(character);
        } else {
            safe.push_str(&format!("+{:02X}+", u32::from(character)));
        }
        if safe.len() > LONGEST_KEY {
            // What is cut off still tells two keys apart.
            safe.push_str(&format!("+{}", &blake3::hash(key.as_bytes()).to_hex()[..16]));
            break;
        }
    }
    safe.into()
}
