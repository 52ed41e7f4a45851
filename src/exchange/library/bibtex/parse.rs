//! What stands between the braces of an entry.

use std::borrow::Cow;

use super::abbreviations::{Abbreviations, Piece};
use super::dialect::RENAMED;
use super::raw_entry::{ENTRY_TYPE, Fields, RawEntry};
use super::scan::{self, End, Head};
use super::value::Value;
use crate::error::{Error, shortened};

/// Longer than any key.
const LONGEST_KEY: usize = 2000;

/// More fields than any entry has.
const MOST_FIELDS: usize = 1000;

/// Why an entry cannot be read.
pub(super) enum Broken {
    /// Something else than it should be stands here.
    At(usize, Error),
    /// It has no end, but the next entry has a beginning, or not even that.
    Unclosed { field: Option<String>, next: Option<usize> },
}

pub(super) struct Parser<'t, 'a> {
    text: &'t str,
    bytes: &'t [u8],
    at: usize,
    closer: u8,
    abbreviations: &'a Abbreviations<'t>,
}

impl<'t, 'a> Parser<'t, 'a> {
    pub(super) fn new(text: &'t str, head: &Head, abbreviations: &'a Abbreviations<'t>) -> Self {
        Parser { text, bytes: text.as_bytes(), at: head.body, closer: head.closer, abbreviations }
    }

    /// An entry, and where it ends; its key is told as soon as it is known.
    pub(super) fn entry(
        &mut self,
        kind: &'t str,
        key: &mut Option<&'t str>,
    ) -> Result<(RawEntry<'t>, usize), Broken> {
        let own_key = self.key();
        *key = Some(own_key).filter(|key| !key.is_empty());
        let mut fields = Fields::default();
        fields.add(ENTRY_TYPE, Value::Text(lower(kind)));
        let mut undefined = Vec::new();
        loop {
            self.space_and_commas();
            match self.bytes.get(self.at) {
                None => return Err(Broken::Unclosed { field: last(&fields), next: None }),
                Some(&byte) if byte == self.closer => break,
                Some(b'@') if scan::begins_entry(self.bytes, self.at) => {
                    return Err(Broken::Unclosed { field: last(&fields), next: Some(self.at) });
                }
                Some(_) => {}
            }
            let (name, value) = self.field(&mut undefined)?;
            fields.add(lower(name), value);
            if fields.len() > MOST_FIELDS {
                let error = Error::invalid(format!("has more than {MOST_FIELDS} fields"));
                return Err(Broken::At(self.at, error.hint("look whether a brace is missing")));
            }
        }
        for (biblatex, bibtex) in RENAMED {
            fields.rename(bibtex, biblatex);
        }
        let entry = RawEntry { line: 0, span: 0..0, key: own_key, fields, undefined };
        Ok((entry, self.at + 1))
    }

    /// The name and value that a `@string` defines, and where it ends.
    pub(super) fn definition(&mut self) -> Result<(&'t str, Value<'t>, usize), Broken> {
        self.space_and_commas();
        let (name, value) = self.field(&mut Vec::new())?;
        self.space_and_commas();
        match self.bytes.get(self.at) {
            Some(&byte) if byte == self.closer => Ok((name, value, self.at + 1)),
            _ => Err(self.unexpected(&format!("after the abbreviation `{}`", shortened(name)))),
        }
    }

    /// The key of the entry; empty where it has none.
    fn key(&mut self) -> &'t str {
        let start = scan::skip_space(self.bytes, self.at);
        let near = &self.bytes[..self.bytes.len().min(start + LONGEST_KEY)];
        let brace = self.closer == b'}';
        let end = scan::skip(near, start, |byte| {
            byte != b',' && byte != b'\n' && byte != b'=' && (byte != b'}' || !brace)
        });
        let key = self.text.get(start..end).unwrap_or_default().trim_end();
        let follows = self.bytes.get(end).copied();
        if key.is_empty() || follows == Some(b'=') || end == start + LONGEST_KEY {
            // What stands there is a field.
            self.at = start;
            return "";
        }
        self.at = end;
        if !brace && follows != Some(b',') && key.ends_with(')') {
            // `@misc(key)` on a line of its own.
            self.at = start + key.len() - 1;
            return self.text[start..self.at].trim_end();
        }
        key
    }

    fn space_and_commas(&mut self) {
        loop {
            self.at =
                scan::skip(self.bytes, self.at, |byte| byte.is_ascii_whitespace() || byte == b',');
            if self.bytes.get(self.at) != Some(&b'%') {
                return;
            }
            self.at = scan::skip(self.bytes, self.at, |byte| byte != b'\n');
        }
    }

    fn name(&mut self) -> &'t str {
        let start = self.at;
        self.at = scan::skip(self.bytes, start, scan::is_name);
        &self.text[start..self.at]
    }

    fn field(&mut self, undefined: &mut Vec<&'t str>) -> Result<(&'t str, Value<'t>), Broken> {
        let name = self.name();
        if !scan::is_field_name(name) {
            return Err(self.unexpected("where the name of a field should stand"));
        }
        self.at = scan::skip_space(self.bytes, self.at);
        if self.bytes.get(self.at) != Some(&b'=') {
            return Err(self.unexpected(&format!("after `{}`, in place of `=`", shortened(name))));
        }
        let mut pieces = Vec::new();
        loop {
            self.at = scan::skip_space(self.bytes, self.at + 1);
            pieces.push(self.piece(name)?);
            self.at = scan::skip_space(self.bytes, self.at);
            if self.bytes.get(self.at) != Some(&b'#') {
                break;
            }
        }
        let value = self.abbreviations.value(pieces, undefined).ok_or_else(|| {
            let error = Error::invalid(format!("`{}` is longer than 1 MiB", shortened(name)));
            Broken::At(self.at, error.hint("shorten it, or look whether a brace is missing"))
        })?;
        let follows = self.bytes.get(self.at).copied();
        match follows {
            Some(byte) if byte == b',' || byte == self.closer || byte == b'%' => Ok((name, value)),
            // The comma was forgotten.
            Some(byte) if scan::is_name(byte) && byte != b'@' => Ok((name, value)),
            Some(b'@') if scan::begins_entry(self.bytes, self.at) => {
                Err(Broken::Unclosed { field: Some(name.to_owned()), next: Some(self.at) })
            }
            None => Err(Broken::Unclosed { field: Some(name.to_owned()), next: None }),
            Some(_) => Err(self.unexpected(&format!("after the value of `{}`", shortened(name)))),
        }
    }

    fn piece(&mut self, field: &str) -> Result<Piece<'t>, Broken> {
        let closer = match self.bytes.get(self.at) {
            Some(b'{') => b'}',
            Some(b'"') => b'"',
            // A field without a value: as good as none.
            Some(&byte) if byte == b',' || byte == self.closer => {
                return Ok(Piece::Text("".into()));
            }
            _ => {
                let name = self.name();
                // No abbreviation begins with a digit: `pages = 12-34` lacks its braces.
                return match name.starts_with(|first: char| first.is_ascii_digit()) {
                    _ if name.is_empty() => Err(self.unexpected(&format!(
                        "where the value of `{}` should stand",
                        shortened(field)
                    ))),
                    true => Ok(Piece::Text(name.into())),
                    false => Ok(Piece::Name(name)),
                };
            }
        };
        let start = self.at + 1;
        let unclosed = |next| Err(Broken::Unclosed { field: Some(field.to_owned()), next });
        match scan::end_of_text(self.bytes, start, closer) {
            End::At(end) => {
                self.at = end + 1;
                Ok(Piece::Text(with_line_feeds(&self.text[start..end])))
            }
            End::Entry(next) => unclosed(Some(next)),
            End::Text => unclosed(None),
            End::Brace(place) => {
                let error = Error::invalid(format!("`{}` has a brace too many", shortened(field)));
                Err(Broken::At(place, error.hint("take it out, or open it before")))
            }
        }
    }

    /// Something else stands here than should.
    fn unexpected(&self, place: &str) -> Broken {
        let Some(rest) = self.text.get(self.at..).filter(|rest| !rest.is_empty()) else {
            return Broken::Unclosed { field: None, next: None };
        };
        let line = rest.lines().next().unwrap_or_default().trim_end();
        let found = if line.is_empty() { "the line ends".to_owned() } else { shortened(line) };
        let error = Error::invalid(format!("{place} stands `{found}`"));
        Broken::At(self.at, error.hint("a field is `name = {value},`; put braces around the value"))
    }
}

fn last(fields: &Fields<'_>) -> Option<String> {
    fields.iter().skip(1).last().map(|(name, _)| name.to_owned())
}

fn lower(name: &str) -> Cow<'_, str> {
    if name.bytes().any(|byte| byte.is_ascii_uppercase()) {
        name.to_ascii_lowercase().into()
    } else {
        name.into()
    }
}

/// A text with line ends as we write them: how a file ends its lines is not part of a value.
fn with_line_feeds(text: &str) -> Cow<'_, str> {
    if text.contains('\r') {
        text.replace("\r\n", "\n").replace('\r', "\n").into()
    } else {
        text.into()
    }
}
