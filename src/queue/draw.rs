//! A session on the screen.

use ratatui::Frame;
use ratatui::buffer::Buffer;
use ratatui::layout::{Position, Rect};
use ratatui::style::{Color, Modifier, Style as Look};

use super::dialog::Dialog;
use super::page::Page;
use super::panel::Panel;
use super::rows::{line, rows_of, rows_of_keys, title};
use super::session::Session;
use super::view::View;
use super::wrap::{Row, wrapped};
use crate::output::{Style, Text};

/// The least that a claim can be judged on.
const LEAST: (u16, u16) = (40, 10);

/// Draws where the session stands; in words alone where colours are not wanted.
pub fn draw(frame: &mut Frame<'_>, session: &mut Session, color: bool) {
    let area = frame.area();
    let mut canvas = Canvas { buffer: frame.buffer_mut(), area, color };
    session.view.too_small = area.width < LEAST.0 || area.height < LEAST.1;
    if session.view.too_small {
        canvas.too_small();
        return;
    }
    if let Some(cursor) = canvas.session(session) {
        frame.set_cursor_position(cursor);
    }
}

/// What is drawn on.
struct Canvas<'a> {
    buffer: &'a mut Buffer,
    area: Rect,
    color: bool,
}

impl Canvas<'_> {
    fn too_small(&mut self) {
        let words = format!(
            "The window is too small: {} columns and {} rows are needed. q quits.",
            LEAST.0, LEAST.1
        );
        let rows = wrapped(&Text::from(words), usize::from(self.area.width));
        self.rows(0, &rows);
    }

    /// Returns where the cursor is, if something is typed.
    fn session(&mut self, session: &mut Session) -> Option<Position> {
        let width = usize::from(self.area.width);
        let height = usize::from(self.area.height);
        let panel = Panel::of(session, width);
        // Title, two lines, and one row of the page at least.
        let of_rows = panel.rows.len().min(height - 4 - panel.foot.len());
        let of_page = height - 3 - of_rows - panel.foot.len();
        self.row(0, &title(session, width), true);
        self.row(1, &line(width, ""), false);
        let below = match &mut session.dialog {
            Some(Dialog::Keys(above)) => self.scrolled(&rows_of_keys(width), above, of_page),
            _ => self.page(session.page.as_ref(), &mut session.view, of_page),
        };
        let told = match below {
            0 => String::new(),
            1 => "1 more row below: ↓".to_owned(),
            below => format!("{below} more rows below: ↓"),
        };
        self.row(2 + of_page, &line(width, &told), false);
        let top = 3 + of_page;
        let focus = panel.focus.map_or(0, |(row, _)| row);
        let start = (focus + 1).saturating_sub(of_rows).min(panel.rows.len() - of_rows);
        self.rows(top, &panel.rows[start..start + of_rows]);
        self.rows(top + of_rows, &panel.foot);
        let (row, column) = panel.focus?;
        let (x, y) = (u16::try_from(column?).ok()?, u16::try_from(top + row - start).ok()?);
        Some(Position::new(self.area.x + x.min(self.area.width - 1), self.area.y + y))
    }

    /// Returns how many rows are below what is seen.
    fn page(&mut self, page: Option<&Page>, view: &mut View, height: usize) -> usize {
        let width = usize::from(self.area.width);
        if view.rows.as_ref().is_none_or(|(columns, _)| *columns != width) {
            view.rows = Some((width, page.map_or_else(Vec::new, |page| rows_of(page, width))));
        }
        view.height = height;
        let rows = view.rows.as_ref().map_or(&[][..], |(_, rows)| rows);
        self.scrolled(rows, &mut view.above, height)
    }

    /// Draws what is seen of rows, so many of which are above, and returns how many are below.
    fn scrolled(&mut self, rows: &[Row], above: &mut usize, height: usize) -> usize {
        *above = (*above).min(rows.len().saturating_sub(height));
        let seen = &rows[*above..rows.len().min(*above + height)];
        self.rows(2, seen);
        rows.len() - *above - seen.len()
    }

    fn rows(&mut self, top: usize, rows: &[Row]) {
        for (place, row) in rows.iter().enumerate() {
            self.row(top + place, row, false);
        }
    }

    fn row(&mut self, y: usize, row: &Row, reversed: bool) {
        let Ok(y) = u16::try_from(y) else { return };
        if y >= self.area.height {
            return;
        }
        let y = self.area.y + y;
        let mut x = self.area.x;
        for (style, text) in &row.0 {
            let room = usize::from(self.area.right().saturating_sub(x));
            let look = if self.color { look(*style) } else { Look::new() };
            (x, _) = self.buffer.set_stringn(x, y, text, room, look);
        }
        if reversed && self.color {
            let whole = Rect { y, height: 1, ..self.area };
            self.buffer.set_style(whole, Look::new().add_modifier(Modifier::REVERSED));
        }
    }
}

/// A style as the terminal shows it.
fn look(style: Style) -> Look {
    let look = Look::new();
    match style {
        Style::Plain => look,
        Style::Bold => look.add_modifier(Modifier::BOLD),
        Style::Dim => look.add_modifier(Modifier::DIM),
        Style::Red => look.fg(Color::Red),
        Style::Yellow => look.fg(Color::Yellow),
        Style::Green => look.fg(Color::Green),
        Style::Blue => look.fg(Color::Blue),
        Style::Cyan => look.fg(Color::Cyan),
        Style::BoldRed => look.fg(Color::Red).add_modifier(Modifier::BOLD),
        Style::BoldYellow => look.fg(Color::Yellow).add_modifier(Modifier::BOLD),
    }
}
