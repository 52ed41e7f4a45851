//! Unicode into TeX: as it is, but for what TeX takes for its own.

use super::super::scan;

/// A text as TeX.
pub(in super::super) fn encode(text: &str) -> String {
    Encoder::new(text, '~').run()
}

/// A part of a name as TeX.
pub(in super::super) fn encode_name(text: &str) -> String {
    Encoder::new(text, '\u{a0}').run()
}

/// An address, in which nothing is TeX. What would break the file is percent-encoded, as addresses have
/// it.
pub(in super::super) fn encode_url(text: &str) -> String {
    let breaks = !scan::is_balanced(text);
    let mut out = String::with_capacity(text.len());
    for character in text.trim().chars() {
        match character {
            '{' | '}' if breaks => out.push_str(if character == '{' { "%7B" } else { "%7D" }),
            '\n' => out.push_str("%0A"),
            '\r' => out.push_str("%0D"),
            other => out.push(other),
        }
    }
    out
}

/// Writes a text as TeX, piece by piece.
struct Encoder<'t> {
    out: String,
    text: &'t str,
    /// How far the text is written.
    done: usize,
    braces: [&'static str; 2],
    tie: char,
    /// The character before, which may make another of the next.
    before: char,
    /// Whether only blanks stand before on the line, where it is not the first.
    line_begins: bool,
}

impl<'t> Encoder<'t> {
    fn new(text: &'t str, tie: char) -> Self {
        // BibTeX counts braces that have a backslash too.
        let braces = if scan::is_balanced(text) {
            ["\\{", "\\}"]
        } else {
            ["\\textbraceleft{}", "\\textbraceright{}"]
        };
        let out = String::with_capacity(text.len() + 8);
        // A space at the beginning would be lost as one after another is.
        Encoder { out, text, done: 0, braces, tie, before: ' ', line_begins: false }
    }

    fn run(mut self) -> String {
        while let Some(character) = self.text[self.done..].chars().next() {
            let here = self.done;
            self.done += character.len_utf8();
            self.character(character, here);
            self.line_begins = character == '\n' || (self.line_begins && character == ' ');
            self.before = character;
        }
        self.out
    }

    fn character(&mut self, character: char, here: usize) {
        let text = match character {
            '{' => self.braces[0],
            '}' => self.braces[1],
            '\\' => "\\textbackslash{}",
            '~' => "\\textasciitilde{}",
            '^' => "\\textasciicircum{}",
            '\t' => "^^I",
            '\r' => "^^M",
            '\x0b' => "^^K",
            '\x0c' => "^^L",
            '\n' if self.is_paragraph(here) => {
                self.done += 1;
                "\n\n"
            }
            '\n' => "\\\\\n",
            ' ' if self.before.is_ascii_whitespace() || self.ends_line() => "\\ ",
            // It must not look like the beginning of an entry.
            '@' if self.line_begins => "{@}",
            '\u{a0}' => return self.out.push(self.tie),
            '&' | '%' | '$' | '#' | '_' => {
                self.out.push('\\');
                return self.out.push(character);
            }
            '-' | '\'' | '`' if self.makes_a_ligature(character) => {
                self.out.push_str("{}");
                return self.out.push(character);
            }
            other => return self.out.push(other),
        };
        self.out.push_str(text);
    }

    /// Whether two line ends here, with words on either side, part two paragraphs.
    fn is_paragraph(&self, here: usize) -> bool {
        let after = self.text.as_bytes().get(here + 1..here + 3);
        let inside = here > 0 && self.before != '\n' && self.before != ' ';
        inside && after.is_some_and(|after| after[0] == b'\n' && !after[1].is_ascii_whitespace())
    }

    fn ends_line(&self) -> bool {
        let next = self.text.as_bytes().get(self.done);
        next.is_none_or(|&next| next != b' ' && next.is_ascii_whitespace())
    }

    fn makes_a_ligature(&self, character: char) -> bool {
        self.before == character || (character == '`' && matches!(self.before, '?' | '!'))
    }
}
