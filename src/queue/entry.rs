//! A line that the user types.

use unicode_segmentation::UnicodeSegmentation;

use super::wrap::columns;
use crate::output::{Press, safe_text};

/// A line of text with a cursor, which stands between what a reader sees as letters.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(super) struct Entry {
    text: String,
    /// In bytes.
    cursor: usize,
}

impl Entry {
    /// A line that holds a text already.
    pub(super) fn holding(text: impl Into<String>) -> Self {
        let text = text.into();
        Entry { cursor: text.len(), text }
    }

    /// What was typed, without spaces around it.
    pub(super) fn text(&self) -> &str {
        self.text.trim()
    }

    /// The same, or nothing where nothing was typed.
    pub(super) fn given(&self) -> Option<&str> {
        Some(self.text()).filter(|text| !text.is_empty())
    }

    /// Takes pasted text; a line break in it is a space.
    pub(super) fn paste(&mut self, pasted: &str) {
        let line = pasted.replace("\r\n", "\n");
        let line: String = line
            .trim_end_matches('\n')
            .chars()
            .map(|c| if is_break(c) { ' ' } else { c })
            .collect();
        self.insert(&line);
    }

    /// Does what a key does to a line; whether it was one that does.
    pub(super) fn press(&mut self, press: Press) -> bool {
        match press {
            Press::Char(c) => self.insert(c.encode_utf8(&mut [0; 4])),
            Press::Left | Press::Control('b') => self.cursor = self.before(),
            Press::Right | Press::Control('f') => self.cursor = self.behind(),
            Press::Home | Press::Control('a') => self.cursor = 0,
            Press::End | Press::Control('e') => self.cursor = self.text.len(),
            Press::Backspace | Press::Control('h') => self.remove_back_to(self.last_character()),
            Press::Delete | Press::Control('d') => {
                let end = self.behind();
                self.text.replace_range(self.cursor..end, "");
            }
            Press::Control('u') => self.remove_back_to(0),
            Press::Control('w') => self.remove_back_to(self.word()),
            _ => return false,
        }
        true
    }

    fn insert(&mut self, text: &str) {
        self.text.insert_str(self.cursor, text);
        self.cursor += text.len();
    }

    fn remove_back_to(&mut self, start: usize) {
        self.text.replace_range(start..self.cursor, "");
        self.cursor = start;
    }

    /// Backspace takes the last character alone, so that one wrong vowel mark does not cost the letter.
    fn last_character(&self) -> usize {
        self.text[..self.cursor].char_indices().next_back().map_or(0, |(place, _)| place)
    }

    fn before(&self) -> usize {
        self.text[..self.cursor].grapheme_indices(true).next_back().map_or(0, |(place, _)| place)
    }

    fn behind(&self) -> usize {
        let next = self.text[self.cursor..].graphemes(true).next();
        self.cursor + next.map_or(0, str::len)
    }

    fn word(&self) -> usize {
        let before = self.text[..self.cursor].trim_end();
        before.rfind(' ').map_or(0, |space| space + 1)
    }

    /// The part around the cursor that fits into so many columns, and the column of the cursor in it.
    pub(super) fn shown(&self, width: usize) -> (String, usize) {
        let before = safe_text(&self.text[..self.cursor]);
        let mut start = 0;
        let mut taken = columns(&before);
        for (place, letter) in before.grapheme_indices(true) {
            if taken < width {
                break;
            }
            taken -= columns(letter);
            start = place + letter.len();
        }
        let mut shown = before[start..].to_owned();
        let mut room = width - taken.min(width);
        for letter in safe_text(&self.text[self.cursor..]).graphemes(true) {
            let Some(left) = room.checked_sub(columns(letter)) else { break };
            room = left;
            shown.push_str(letter);
        }
        (shown, taken)
    }
}

fn is_break(c: char) -> bool {
    c.is_control() || matches!(c, '\u{2028}' | '\u{2029}')
}
