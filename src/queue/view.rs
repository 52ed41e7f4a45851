//! What of a page is in sight.

use super::keys::Scroll;
use super::wrap::Row;

/// What of the page is in sight.
#[derive(Debug, Clone, Default)]
pub(super) struct View {
    /// The rows of the page, and the columns for which they were broken.
    pub(super) rows: Option<(usize, Vec<Row>)>,
    /// How many rows are above what is seen.
    pub(super) above: usize,
    /// How many rows are seen.
    pub(super) height: usize,
    /// Whether the terminal is too small to show anything.
    pub(super) too_small: bool,
}

impl View {
    /// Scrolls the page.
    pub(super) fn scroll(&mut self, how: Scroll) {
        let View { rows, above, height, .. } = self;
        let length = rows.as_ref().map_or(0, |(_, rows)| rows.len());
        let most = length.saturating_sub(*height);
        let page = height.saturating_sub(1).max(1);
        *above = match how {
            Scroll::Up => above.saturating_sub(1),
            Scroll::Down => *above + 1,
            Scroll::PageUp => above.saturating_sub(page),
            Scroll::PageDown => *above + page,
            Scroll::Top => 0,
            Scroll::Bottom => most,
        }
        .min(most);
    }
}
