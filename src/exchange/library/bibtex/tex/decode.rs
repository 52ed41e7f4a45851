//! TeX into Unicode.

use std::borrow::Cow;

use unicode_normalization::char::compose;

use super::{math, symbols};

/// A no-break space, which is what a tie (`~`) prints.
const TIE: char = '\u{a0}';

/// How far is looked for the end of an address or the like.
const NEAR: usize = 2000;

/// The text that TeX prints for this.
///
/// White space between words is one space; an empty line ends a paragraph.
pub(in super::super) fn decode(tex: &str) -> Cow<'_, str> {
    if is_plain(tex) { tex.into() } else { Decoder::new(tex, TIE).run().into() }
}

/// The same for a part of a name, where a tie is a space like any other.
pub(in super::super) fn decode_name(tex: &str) -> Cow<'_, str> {
    if is_plain(tex) { tex.into() } else { Decoder::new(tex, ' ').run().into() }
}

/// An address: nothing in it is TeX, but many write it as if it were.
pub(in super::super) fn decode_url(tex: &str) -> Cow<'_, str> {
    let tex = tex.trim();
    let bare = tex.strip_prefix("\\url{").and_then(|inside| inside.strip_suffix('}'));
    let tex = bare.unwrap_or(tex).trim();
    if !tex.contains(['\\', '{', '}', '$']) {
        return tex.into();
    }
    let text = tex.replace("$\\sim$", "~").replace("\\textasciitilde", "~").replace("\\~{}", "~");
    let text = text.replace("{}", "");
    let mut out = String::with_capacity(text.len());
    let mut characters = text.chars().peekable();
    while let Some(character) = characters.next() {
        match (character, characters.peek()) {
            ('\\', Some('_' | '%' | '&' | '#' | '~' | '$' | '-' | '/' | '^')) => {}
            // `{\_}`
            ('{', Some('\\')) => {}
            ('}', _) if !out.contains('{') => {}
            _ => out.push(character),
        }
    }
    out.into()
}

/// Whether nothing in it is TeX.
fn is_plain(tex: &str) -> bool {
    let bytes = tex.as_bytes();
    let mut before = b' ';
    for &byte in bytes {
        let special = match byte {
            b'\\' | b'{' | b'}' | b'$' | b'~' => true,
            b'\n' | b'\r' | b'\t' | b'\x0c' => true,
            b' ' | b'-' | b'\'' => byte == before,
            b'`' => matches!(before, b'`' | b'?' | b'!'),
            b'^' => before == b'^',
            _ => false,
        };
        if special {
            return false;
        }
        before = byte;
    }
    before != b' ' || bytes.is_empty()
}

struct Decoder<'t> {
    tex: &'t str,
    at: usize,
    tie: char,
    out: String,
    /// White space that was passed and not printed yet.
    space: Option<&'static str>,
    /// Accents that wait for their letter, the outermost first.
    marks: Vec<char>,
    /// What the closing braces to come print.
    closers: Vec<&'static str>,
    /// Whether the group that was just closed was printed with its braces.
    literal_group: bool,
}

impl<'t> Decoder<'t> {
    fn new(tex: &'t str, tie: char) -> Self {
        Decoder {
            tex,
            at: 0,
            tie,
            out: String::with_capacity(tex.len()),
            space: None,
            marks: Vec::new(),
            closers: Vec::new(),
            literal_group: false,
        }
    }

    fn rest(&self) -> &'t str {
        &self.tex[self.at..]
    }

    fn run(mut self) -> String {
        while let Some(character) = self.rest().chars().next() {
            self.at += character.len_utf8();
            let after_literal = std::mem::take(&mut self.literal_group);
            match character {
                '\\' => self.backslash(),
                '{' if after_literal => self.open_literal(),
                '{' => self.closers.push(""),
                '}' => self.close(),
                '$' => self.dollar(),
                '~' => self.push(self.tie),
                ' ' | '\t' | '\n' | '\r' | '\x0c' => self.white_space(character),
                _ if self.ligature(character) => {}
                _ => self.push(character),
            }
        }
        self.let_marks_stand();
        self.out
    }

    /// Prints a character, with the accents that wait for it.
    fn push(&mut self, character: char) {
        if let Some(space) = self.space.take()
            && !self.out.is_empty()
        {
            self.out.push_str(space);
        }
        if self.marks.is_empty() {
            self.out.push(character);
            return;
        }
        let below = |mark: &char| matches!(mark, '\u{323}' | '\u{327}' | '\u{328}' | '\u{331}');
        let mut base = match character {
            'ı' if !self.marks.iter().all(below) => 'i',
            'ȷ' if !self.marks.iter().all(below) => 'j',
            other => other,
        };
        let mut apart = Vec::new();
        for mark in self.marks.drain(..).rev() {
            match compose(base, mark) {
                Some(composed) => base = composed,
                None => apart.push(mark),
            }
        }
        self.out.push(base);
        self.out.extend(apart);
    }

    fn push_str(&mut self, text: &str) {
        text.chars().for_each(|character| self.push(character));
    }

    /// Accents over nothing.
    fn let_marks_stand(&mut self) {
        for mark in std::mem::take(&mut self.marks) {
            self.push(symbols::standing_alone(mark));
        }
    }

    fn white_space(&mut self, first: char) {
        let rest = self.rest();
        let end = rest.find(|c: char| !c.is_ascii_whitespace()).unwrap_or(rest.len());
        let lines = rest[..end].bytes().filter(|&byte| byte == b'\n').count();
        self.at += end;
        if self.marks.is_empty() {
            let paragraph = lines + usize::from(first == '\n') > 1 || self.space == Some("\n\n");
            self.space = Some(if paragraph { "\n\n" } else { " " });
        }
    }

    fn skip_white_space(&mut self) {
        let rest = self.rest();
        self.at += rest.find(|c: char| !c.is_ascii_whitespace()).unwrap_or(rest.len());
    }

    fn close(&mut self) {
        self.let_marks_stand();
        match self.closers.pop() {
            Some(closer) => {
                self.literal_group = closer == "}";
                self.push_str(closer);
            }
            None => self.push('}'),
        }
    }

    fn open_literal(&mut self) {
        self.push('{');
        self.closers.push("}");
    }

    fn dollar(&mut self) {
        let rest = self.rest();
        match math::text(rest) {
            Some((text, length)) => {
                self.at += length;
                self.push_str(&text);
            }
            None => {
                self.push('$');
                // A formula is kept as it stands, spaces and braces and all.
                let near = &rest.as_bytes()[..rest.len().min(NEAR)];
                let end = near.iter().position(|&byte| byte == b'$').unwrap_or_default();
                if let Some(formula) = rest.get(..end).filter(|_| end > 0) {
                    self.push_str(formula);
                    self.push('$');
                    self.at += end + 1;
                }
            }
        }
    }

    /// Signs that print another when they stand together.
    fn ligature(&mut self, first: char) -> bool {
        const LIGATURES: &[(&str, char)] =
            &[("---", '—'), ("--", '–'), ("``", '“'), ("''", '”'), ("?`", '¿'), ("!`", '¡')];
        if !matches!(first, '-' | '`' | '\'' | '?' | '!' | '^') {
            return false;
        }
        let here = &self.tex[self.at - 1..];
        if let Some((tex, sign)) = LIGATURES.iter().find(|(tex, _)| here.starts_with(tex)) {
            self.at += tex.len() - 1;
            self.push(*sign);
            return true;
        }
        // TeX's own way to write a control character.
        let control = here.strip_prefix("^^").and_then(|rest| rest.bytes().next());
        match control.filter(|letter| (b'I'..=b'M').contains(letter)) {
            Some(letter) => {
                self.at += 2;
                self.push(char::from(letter - 64));
                true
            }
            None => false,
        }
    }

    fn backslash(&mut self) {
        let rest = self.rest();
        let letters = rest.find(|c: char| !c.is_ascii_alphabetic()).unwrap_or(rest.len());
        if letters > 0 {
            let command = &rest[..letters];
            self.at += letters;
            return self.command(command);
        }
        let Some(sign) = rest.chars().next() else { return self.push('\\') };
        self.at += sign.len_utf8();
        match sign {
            '`' | '\'' | '^' | '~' | '"' | '=' | '.' => {
                self.marks.extend(symbols::accent(&rest[..1]));
            }
            '&' | '%' | '$' | '#' | '_' | '{' | '}' => self.push(sign),
            ' ' | '\n' | '\t' => self.push(' '),
            ',' => self.push('\u{202f}'),
            '-' | '/' | '@' | '!' => {}
            '\\' => {
                let rest = self.rest().trim_start_matches([' ', '\t']);
                self.at = self.tex.len() - rest.strip_prefix('\n').unwrap_or(rest).len();
                self.push('\n');
            }
            other => {
                self.push('\\');
                self.push(other);
            }
        }
    }

    fn command(&mut self, command: &str) {
        if let Some(text) = symbols::symbol(command) {
            self.push_str(text);
            self.skip_white_space();
        } else if let Some(mark) = symbols::accent(command) {
            self.marks.push(mark);
            self.skip_white_space();
        } else if symbols::is_switch(command) || symbols::is_look(command) {
            self.skip_white_space();
        } else if let Some((before, after)) = symbols::quotes(command)
            && self.rest().starts_with('{')
        {
            self.at += 1;
            self.push_str(before);
            self.closers.push(after);
        } else if command == "par" {
            self.space = Some("\n\n");
            self.skip_white_space();
        } else if !self.with_argument(command) {
            self.push('\\');
            self.push_str(command);
            if self.rest().starts_with('{') {
                self.at += 1;
                self.open_literal();
            }
        }
    }

    /// A command of which the argument is not ordinary text.
    fn with_argument(&mut self, command: &str) -> bool {
        let known =
            ["url", "path", "nolinkurl", "noopsort", "href", "textsuperscript", "textsubscript"];
        let argument = known.contains(&command).then(|| self.argument()).flatten();
        let Some(argument) = argument else { return false };
        let printed = match command {
            "url" | "path" | "nolinkurl" => decode_url(argument).into_owned(),
            // `\noopsort{1973}1974` only sorts; of a link the second argument is printed.
            "noopsort" | "href" => String::new(),
            "textsuperscript" => match turned(argument, math::superscript) {
                Some(text) => text,
                None => return false,
            },
            "textsubscript" => match turned(argument, math::subscript) {
                Some(text) => text,
                None => return false,
            },
            _ => return false,
        };
        self.at += argument.len() + 2;
        self.push_str(&printed);
        true
    }

    /// What stands in the braces that open here.
    fn argument(&self) -> Option<&'t str> {
        let inside = self.rest().strip_prefix('{')?;
        let mut depth = 0_usize;
        for (at, byte) in inside.bytes().take(NEAR).enumerate() {
            match byte {
                b'}' if depth == 0 => return Some(&inside[..at]),
                b'}' => depth -= 1,
                b'{' => depth += 1,
                _ => {}
            }
        }
        None
    }
}

fn turned(text: &str, turn: fn(char) -> Option<char>) -> Option<String> {
    text.chars().map(turn).collect::<Option<String>>().filter(|text| !text.is_empty())
}
