//! Abbreviations: what `@string` defines, and the names of the months.

use std::borrow::Cow;
use std::collections::HashMap;

use super::value::Value;
use crate::domain::MAX_CELL;

/// The names of the months that every BibTeX style defines.
pub(super) const MONTHS: [&str; 12] =
    ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/// The abbreviations that a file has defined so far.
#[derive(Debug, Default)]
pub(super) struct Abbreviations<'t>(HashMap<String, Cow<'t, str>>);

/// One of the parts that a value joins with `#`.
pub(super) enum Piece<'t> {
    /// In braces, in quotation marks, or a number.
    Text(Cow<'t, str>),
    /// An abbreviation.
    Name(&'t str),
}

impl<'t> Abbreviations<'t> {
    /// What a value says that consists of these parts, and which of its abbreviations are unknown;
    /// `None` where written out it would be longer than any text may be.
    pub(super) fn value(
        &self,
        pieces: Vec<Piece<'t>>,
        unknown: &mut Vec<&'t str>,
    ) -> Option<Value<'t>> {
        let mut resolved: Vec<Piece<'t>> = Vec::with_capacity(pieces.len());
        let (mut whole, mut length) = (true, 0);
        for piece in pieces {
            let piece = match piece {
                Piece::Text(text) => Piece::Text(text),
                Piece::Name(name) => match self.0.get(&name.to_lowercase()) {
                    Some(text) => Piece::Text(text.clone()),
                    None => {
                        whole = false;
                        if !MONTHS.contains(&name.to_ascii_lowercase().as_str()) {
                            unknown.push(name);
                        }
                        Piece::Name(name)
                    }
                },
            };
            // `@string{b = a # a}`, `@string{c = b # b}` … would fill any memory.
            length += if let Piece::Text(text) = &piece { text.len() } else { 0 };
            if length > MAX_CELL {
                return None;
            }
            resolved.push(piece);
        }
        Some(if whole { joined(resolved) } else { expression(resolved) })
    }

    /// Defines an abbreviation.
    pub(super) fn define(&mut self, name: &str, value: Value<'t>) {
        let text = match value {
            Value::Text(text) => text,
            Value::Expression(_) => Cow::Owned(value.tex().into_owned()),
        };
        self.0.insert(name.to_lowercase(), text);
    }
}

fn joined<'t>(mut pieces: Vec<Piece<'t>>) -> Value<'t> {
    let text = |piece: Piece<'t>| match piece {
        Piece::Text(text) => text,
        Piece::Name(name) => name.into(),
    };
    if pieces.len() == 1 {
        return pieces.pop().map_or(Value::text(""), |piece| Value::Text(text(piece)));
    }
    Value::text(pieces.into_iter().map(text).collect::<String>())
}

fn expression<'t>(pieces: Vec<Piece<'t>>) -> Value<'t> {
    if let [Piece::Name(name)] = pieces.as_slice() {
        return Value::Expression((*name).into());
    }
    let pieces = pieces.into_iter().map(|piece| match piece {
        Piece::Text(text) => format!("{{{text}}}"),
        Piece::Name(name) => name.to_owned(),
    });
    Value::Expression(pieces.collect::<Vec<_>>().join(" # ").into())
}
