//! Keys of a keyboard, as far as a session needs them.

use ratatui::crossterm::event::{KeyCode, KeyEvent, KeyModifiers};

/// A key that was pressed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
#[allow(missing_docs)] // the names say it
pub enum Press {
    /// A character, as the keyboard's layout has it.
    Char(char),
    /// A letter together with Ctrl.
    Control(char),
    /// A function key.
    Function(u8),
    Enter,
    Escape,
    Tab,
    BackTab,
    Backspace,
    Delete,
    Left,
    Right,
    Up,
    Down,
    Home,
    End,
    PageUp,
    PageDown,
}

impl Press {
    /// What the terminal tells of a key; `None` for those that no session needs.
    pub(super) fn of(key: KeyEvent) -> Option<Press> {
        let control = key.modifiers.contains(KeyModifiers::CONTROL);
        // The key AltGr is told as both, and makes characters such as @.
        let alt = key.modifiers.contains(KeyModifiers::ALT);
        Some(match key.code {
            KeyCode::Char(c) if control && !alt => Press::Control(c.to_ascii_lowercase()),
            KeyCode::Char(_) if alt && !control => return None,
            KeyCode::Char(c) => Press::Char(c),
            KeyCode::F(number) => Press::Function(number),
            KeyCode::Enter => Press::Enter,
            KeyCode::Esc => Press::Escape,
            KeyCode::Tab => Press::Tab,
            KeyCode::BackTab => Press::BackTab,
            KeyCode::Backspace => Press::Backspace,
            KeyCode::Delete => Press::Delete,
            KeyCode::Left => Press::Left,
            KeyCode::Right => Press::Right,
            KeyCode::Up => Press::Up,
            KeyCode::Down => Press::Down,
            KeyCode::Home => Press::Home,
            KeyCode::End => Press::End,
            KeyCode::PageUp => Press::PageUp,
            KeyCode::PageDown => Press::PageDown,
            _ => return None,
        })
    }
}
