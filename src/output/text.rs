//! Text in colours. Only this module writes escape sequences, after the text itself is made safe.

use std::borrow::Cow;

use super::Look;
use super::safe_text::{holds_right_to_left, safe_lines};

/// How a word is set off from the others, where colours are wanted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
#[allow(missing_docs)] // the names say it
pub enum Style {
    #[default]
    Plain,
    Bold,
    Dim,
    Red,
    Yellow,
    Green,
    Blue,
    Cyan,
    /// The word `error`.
    BoldRed,
    /// The word `warning`.
    BoldYellow,
}

impl Style {
    /// The parameter of the escape sequence that turns the style on.
    const fn code(self) -> &'static str {
        match self {
            Style::Plain => "",
            Style::Bold => "1",
            Style::Dim => "2",
            Style::Red => "31",
            Style::Yellow => "33",
            Style::Green => "32",
            Style::Blue => "34",
            Style::Cyan => "36",
            Style::BoldRed => "1;31",
            Style::BoldYellow => "1;33",
        }
    }
}

/// Lines of text of which parts may be set off: `Text::new().styled(Style::Bold, key).plain(": …")`.
///
/// A plain `&str` or `String` is text too. Line feeds and tabs are kept, other control characters
/// are neutralised when it is drawn.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text(Vec<(Style, String)>);

impl Text {
    /// No text yet.
    pub fn new() -> Self {
        Text::default()
    }

    /// The text with this after it.
    #[must_use]
    pub fn plain(self, more: impl Into<String>) -> Self {
        self.styled(Style::Plain, more)
    }

    /// The text with this after it, set off.
    #[must_use]
    pub fn styled(mut self, style: Style, more: impl Into<String>) -> Self {
        self.0.push((style, more.into()));
        self
    }

    /// Whether there is nothing in it.
    pub fn is_empty(&self) -> bool {
        self.0.iter().all(|(_, part)| part.is_empty())
    }

    /// The parts, made harmless, each with how it is set off. Line feeds and tabs stay.
    pub fn parts(&self) -> impl Iterator<Item = (Style, Cow<'_, str>)> {
        self.0.iter().map(|(style, part)| (*style, safe_lines(part)))
    }

    /// The text as it is written, without a line feed added at its end.
    pub fn draw(&self, look: Look) -> String {
        let mut drawn = String::new();
        for (style, part) in &self.0 {
            for (position, line) in safe_lines(part).split('\n').enumerate() {
                if position > 0 {
                    drawn.push('\n');
                }
                paint(&mut drawn, line, *style, look);
            }
        }
        drawn
    }
}

impl From<&str> for Text {
    fn from(text: &str) -> Self {
        Text::new().plain(text)
    }
}

impl From<String> for Text {
    fn from(text: String) -> Self {
        Text::new().plain(text)
    }
}

impl From<&String> for Text {
    fn from(text: &String) -> Self {
        Text::new().plain(text.as_str())
    }
}

/// Appends one line, which must be safe already, in its style and isolated from its neighbours.
pub(super) fn paint(drawn: &mut String, line: &str, style: Style, look: Look) {
    let colored = look.color && style != Style::Plain && !line.is_empty();
    // Isolated so that a name in Hebrew does not turn the rest of the line round.
    let isolated = look.isolate && holds_right_to_left(line);
    if colored {
        drawn.push_str("\x1b[");
        drawn.push_str(style.code());
        drawn.push('m');
    }
    if isolated {
        drawn.push('\u{2068}');
    }
    drawn.push_str(line);
    if isolated {
        drawn.push('\u{2069}');
    }
    if colored {
        drawn.push_str("\x1b[0m");
    }
}
