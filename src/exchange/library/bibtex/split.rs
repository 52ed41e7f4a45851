//! Taking a file apart into its entries, so that one that is broken costs only itself.
//!
//! BibTeX calls everything outside entries a comment, and so does this: text between entries,
//! `@comment`, `@preamble`. A line that begins with `%` is none of an entry's either. An entry that is
//! not closed ends where a line begins another one.

use super::abbreviations::Abbreviations;
use super::parse::{Broken, Parser};
use super::raw_entry::RawEntry;
use super::scan::{self, Head};
use crate::error::Error;
use crate::exchange::library::Fault;

/// How often the whole rest of a file is searched for the end of something that has none. After that
/// the rest counts as broken: a file of openings without ends would take time without end.
const SEARCHES: u32 = 16;

/// The entries of a file, in order.
pub(super) struct Splitter<'t> {
    text: &'t str,
    at: usize,
    lines: Lines<'t>,
    abbreviations: Abbreviations<'t>,
    searches_left: u32,
}

/// The lines of places that are asked for in order, so that each byte is passed once.
struct Lines<'t> {
    text: &'t str,
    at: usize,
    line: u64,
    begin: usize,
    is_comment: bool,
}

impl<'t> Lines<'t> {
    fn new(text: &'t str) -> Self {
        let mut lines = Lines { text, at: 0, line: 1, begin: 0, is_comment: false };
        lines.is_comment = lines.first_of_line() == Some(b'%');
        lines
    }

    /// The number of the line.
    fn at(&mut self, place: usize) -> u64 {
        let passed = &self.text.as_bytes()[self.at..place.max(self.at)];
        self.line += passed.iter().filter(|&&byte| byte == b'\n').count() as u64;
        if let Some(last) = passed.iter().rposition(|&byte| byte == b'\n' || byte == b'\r') {
            self.begin = self.at + last + 1;
            self.is_comment = self.first_of_line() == Some(b'%');
        }
        self.at = place.max(self.at);
        self.line
    }

    /// Whether the line begins with `%`.
    fn is_comment(&mut self, place: usize) -> bool {
        self.at(place);
        self.is_comment
    }

    /// Whether nothing stands before it on its line.
    fn is_first(&mut self, place: usize) -> bool {
        self.at(place);
        self.begin == place
    }

    fn first_of_line(&self) -> Option<u8> {
        let line = self.text.as_bytes()[self.begin..].iter();
        line.copied().find(|&byte| byte != b' ' && byte != b'\t')
    }
}

impl<'t> Splitter<'t> {
    pub(super) fn new(text: &'t str) -> Self {
        Splitter {
            text,
            at: 0,
            lines: Lines::new(text),
            abbreviations: Abbreviations::default(),
            searches_left: SEARCHES,
        }
    }

    /// Goes past `@comment{…}` or `@preamble{…}`.
    fn pass_over(&mut self, head: &Head) {
        self.at = head.body;
        if self.searches_left == 0 {
            return;
        }
        match end_of_comment(self.text.as_bytes(), head) {
            Some(end) => self.at = end + 1,
            // It is not closed: what follows may be entries.
            None => self.searches_left -= 1,
        }
    }

    /// The entry whose head this is; `None` where it only defines an abbreviation.
    fn entry(&mut self, start: usize, head: &Head) -> Option<Result<RawEntry<'t>, Fault>> {
        let kind = &self.text[head.kind.clone()];
        let mut parser = Parser::new(self.text, head, &self.abbreviations);
        if kind.eq_ignore_ascii_case("string") {
            return match parser.definition() {
                Ok((name, value, end)) => {
                    self.abbreviations.define(name, value);
                    self.at = end;
                    None
                }
                Err(broken) => Some(Err(self.fault(start, None, broken))),
            };
        }
        let mut key = None;
        match parser.entry(kind, &mut key) {
            Ok((mut entry, end)) => {
                self.at = end;
                entry.line = self.lines.at(start);
                entry.span = start..end;
                Some(Ok(entry))
            }
            Err(broken) => Some(Err(self.fault(start, key, broken))),
        }
    }

    /// What is wrong with the entry that begins here; goes on where the next one begins.
    fn fault(&mut self, start: usize, key: Option<&str>, broken: Broken) -> Fault {
        let line = self.lines.at(start);
        let (from, error) = match broken {
            Broken::At(place, error) => (place, error),
            Broken::Unclosed { field, next: Some(next) } => {
                let on = line + newlines(&self.text[start..next]);
                (next, unclosed(field, &format!("before the next one begins on line {on}")))
            }
            Broken::Unclosed { field, next: None } => {
                self.searches_left = self.searches_left.saturating_sub(1);
                (start + 1, unclosed(field, "before the file ends"))
            }
        };
        self.at = if self.searches_left == 0 { self.text.len() } else { self.next_entry(from) };
        let span = start..start + self.text[start..self.at].trim_end().len();
        Fault { line, key: key.map(str::to_owned), error, span }
    }

    /// Where the next entry begins: beyond doubt, or at the beginning of a line.
    fn next_entry(&mut self, from: usize) -> usize {
        let bytes = self.text.as_bytes();
        let mut found = bytes.iter().enumerate().skip(from).filter(|(_, byte)| **byte == b'@');
        found
            .find(|&(at, _)| {
                let begins = scan::begins_entry(bytes, at)
                    || (self.lines.is_first(at) && scan::head(bytes, at).is_some());
                begins && !self.lines.is_comment(at)
            })
            .map_or(self.text.len(), |(at, _)| at)
    }
}

impl<'t> Iterator for Splitter<'t> {
    type Item = Result<RawEntry<'t>, Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        let bytes = self.text.as_bytes();
        loop {
            let at = self.at + bytes[self.at..].iter().position(|&byte| byte == b'@')?;
            self.at = at + 1;
            let Some(head) = scan::head(bytes, at) else { continue };
            if self.lines.is_comment(at) {
                continue;
            }
            let kind = &bytes[head.kind.clone()];
            if kind.eq_ignore_ascii_case(b"comment") || kind.eq_ignore_ascii_case(b"preamble") {
                self.pass_over(&head);
                continue;
            }
            if let Some(entry) = self.entry(at, &head) {
                return Some(entry);
            }
        }
    }
}

fn end_of_comment(bytes: &[u8], head: &Head) -> Option<usize> {
    let mut depth = 0_usize;
    for (at, &byte) in bytes.iter().enumerate().skip(head.body) {
        match byte {
            _ if byte == head.closer && depth == 0 => return Some(at),
            b'{' => depth += 1,
            b'}' => depth = depth.saturating_sub(1),
            _ => {}
        }
    }
    None
}

fn newlines(text: &str) -> u64 {
    text.bytes().filter(|&byte| byte == b'\n').count() as u64
}

fn unclosed(field: Option<String>, when: &str) -> Error {
    let error = Error::invalid(format!("the entry is not closed {when}"));
    match field {
        Some(field) => error.hint(format!(
            "count the braces and quotation marks, above all in `{field}`; each needs its other"
        )),
        None => error.hint("close it with the brace or parenthesis that its beginning calls for"),
    }
}

#[cfg(test)]
mod tests {
    // A test that unwraps fails with the value it did not expect.
    #![allow(clippy::unwrap_used)]

    use super::*;

    /// The key of each entry with its fields, or what is wrong with it.
    fn told(text: &str) -> Vec<String> {
        Splitter::new(text)
            .map(|entry| match entry {
                Ok(entry) => {
                    let fields = entry.fields.iter().skip(1);
                    let fields: Vec<_> =
                        fields.map(|(name, value)| format!("{name}={}", value.to_kept())).collect();
                    format!("{} {}: {}", entry.line, entry.key, fields.join("|"))
                }
                Err(fault) => format!("{} {:?}: {}", fault.line, fault.key, fault.error),
            })
            .collect()
    }

    #[test]
    fn every_way_to_write_a_field() {
        let text = "junk me@example.org @string{acm = \"ACM\"}\n@STRING(two = acm # { } # acm)
@Article ( k:1/ü , Title = {A {B} \"c\"}, year = 2010 month = jan # {~1},, publisher = two,
  note = \"x {\"} y\" # acm, empty = , other = IEEE_J)
@comment{ @book{inside, title = {x}} } @preamble{ \"\\x\" }
% @book{out, title = {x},}
@misc{k2} @misc{k3,}";
        assert_eq!(
            told(text),
            [
                "3 k:1/ü: title=A {B} \"c\"|year=2010|month=# jan # {~1}|publisher=ACM ACM|note=x {\"} yACM|empty=# {}|other=# IEEE_J",
                "7 k2: ",
                "7 k3: ",
            ]
        );
    }

    #[test]
    fn one_broken_entry_costs_one_entry() {
        let text = "@book{a, title = {x}}
@book{b, title = {x {y},
  year = 2010}

@book{c, title = {x}}
@book{d, title {x}}
@book{e, title = {x}} @book{f, title = \"x \"y\" z\"}
@book{, title = {x}}
@book{title = {x}}
@book{g, title = {x}";
        let told = told(text);
        assert_eq!(told[0], "1 a: title=x");
        assert!(told[1].starts_with("2 Some(\"b\"): the entry is not closed"), "{}", told[1]);
        assert!(told[1].ends_with("on line 5"), "{}", told[1]);
        assert_eq!(told[2], "5 c: title=x");
        assert!(told[3].starts_with("6 Some(\"d\")"), "{}", told[3]);
        assert_eq!(told[4], "7 e: title=x");
        assert!(told[5].starts_with("7 Some(\"f\")"), "{}", told[5]);
        assert_eq!(told[6..8], ["8 : title=x", "9 : title=x"]);
        assert!(told[8].starts_with("10 Some(\"g\")"), "{}", told[8]);
        assert_eq!(told.len(), 9);
    }

    #[test]
    fn openings_without_end_do_not_take_time_without_end() {
        for piece in ["{", "@a{b,c={", "@comment{", "@a{", "\n@a{b,c=\"{", "@string{a={", "\n%@"] {
            Splitter::new(&piece.repeat(30_000)).for_each(drop);
        }
        let doubling: String =
            (1..60).map(|n| format!("@string{{a{n} = a{} # a{}}}", n - 1, n - 1)).collect();
        assert!(
            !told(&format!("@string{{a0 = {{xx}}}}{doubling}@misc{{k, note = a59}}")).is_empty()
        );
    }
}
