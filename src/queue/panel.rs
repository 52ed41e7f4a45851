//! The rows at the bottom: what was said last, and the keys or the dialog that is open.

use super::cite_form::{CiteForm, Field};
use super::desk::FOUND;
use super::dialog::Dialog;
use super::entry::Entry;
use super::keys::KEYS;
use super::session::Session;
use super::wrap::{Row, columns, cut, wrapped};
use crate::output::{Style, Text};

/// Rows, with the cursor where something is typed.
#[derive(Debug, Clone, Default)]
pub(super) struct Panel {
    pub(super) rows: Vec<Row>,
    /// What stands below them and is always in sight: of a list, the keys.
    pub(super) foot: Vec<Row>,
    /// The row that must be seen, and the column of the cursor in it if there is one.
    pub(super) focus: Option<(usize, Option<usize>)>,
}

/// The columns of the names of fields.
const LABEL: usize = 13;

impl Panel {
    /// The panel of a session, so many columns wide.
    pub(super) fn of(session: &Session, width: usize) -> Panel {
        let mut panel = Panel::default();
        if let Some(notice) = &session.notice {
            panel.rows = wrapped(notice, width);
        }
        match &session.dialog {
            None | Some(Dialog::Keys(_)) => panel.keys(width),
            Some(Dialog::Note { verdict, entry }) => {
                panel.say(Style::Bold, format!("verdict: {verdict}"));
                panel.entry("note", entry, true, width);
                panel.hint("Enter confirms, also without a note; Esc takes it back", width);
            }
            Some(Dialog::Finding(findings)) => {
                panel.say(Style::Bold, "which finding do you accept?");
                for (chosen, finding) in findings.items() {
                    let words =
                        format!("{}: {}: {}", finding.severity, finding.rule, finding.message);
                    panel.choice(chosen, &words, width);
                }
                panel.foot("↑ ↓ choose; Enter goes on; Esc takes it back", width);
            }
            Some(Dialog::Reason { rule, entry }) => {
                panel.say(Style::Bold, format!("waive {rule}"));
                panel.entry("reason", entry, true, width);
                panel.hint("Enter confirms; Esc takes it back", width);
            }
            Some(Dialog::Cite(form)) => panel.form(form, width),
            Some(Dialog::Search(entry)) => {
                panel.entry("search", entry, true, width);
                panel
                    .hint("a key, or words of the claim; Enter searches; Esc takes it back", width);
            }
            Some(Dialog::Hits(hits)) => {
                let count = hits.items().count();
                let found = match count {
                    FOUND.. => format!("the best {count} that were found"),
                    count => format!("{count} claims were found"),
                };
                panel.say(Style::Bold, found);
                for (chosen, found) in hits.items() {
                    panel.choice(chosen, &format!("{}: {}", found.key, found.statement), width);
                }
                panel.foot("↑ ↓ choose; Enter opens; Esc takes it back", width);
            }
        }
        panel
    }

    /// As many keys as have room in two rows; the last two, which lead on, always.
    fn keys(&mut self, width: usize) {
        let mut shorts: Vec<&str> =
            KEYS.iter().map(|key| key.short).filter(|short| !short.is_empty()).collect();
        let mut rows = side_by_side(&shorts, width);
        while rows.len() > 2 && shorts.len() > 2 {
            shorts.remove(shorts.len() - 3);
            rows = side_by_side(&shorts, width);
        }
        self.rows.extend(rows.into_iter().map(|row| Row::new(Style::Plain, row)));
    }

    fn form(&mut self, form: &CiteForm, width: usize) {
        self.say(Style::Bold, "a new citation");
        for field in Field::ALL {
            let here = field == form.at;
            let name = match field {
                Field::Source => "source",
                Field::Stance => "stance",
                Field::Locator => "locator",
                Field::Quote => "quote",
                Field::Origins => "has it from",
                Field::Credibility => "credibility",
            };
            match field {
                Field::Stance if here => {
                    self.field(name, here, format!("< {} >  ← → choose", form.stance));
                }
                Field::Stance => self.field(name, here, form.stance.to_string()),
                field => self.entry(name, form.entry(field), here, width),
            }
            for (chosen, source) in form.suggestions.items().filter(|_| here) {
                self.choice(chosen, &format!("{}: {}", source.key, source.title), width);
            }
        }
        let what = match form.at {
            Field::Source => "a part of its key or title, ↑ ↓ choose",
            Field::Stance => "what the source does for the claim",
            Field::Locator => "such as: page 12-14",
            Field::Quote => "the words of the source",
            Field::Origins => "the sources that it names for this, as a; b",
            Field::Credibility => "1 confirmed to 5 improbable, 6 cannot be judged",
        };
        let keys = match form.at {
            Field::Credibility => "Enter adds the citation; Esc takes it back",
            _ => "Enter goes on; F2 adds the citation; Esc takes it back",
        };
        self.hint(&format!("{what}. {keys}"), width);
    }

    fn say(&mut self, style: Style, text: impl Into<String>) {
        self.rows.push(Row::new(style, text));
    }

    fn hint(&mut self, hint: &str, width: usize) {
        self.rows.extend(wrapped(&Text::new().styled(Style::Dim, hint), width));
    }

    fn foot(&mut self, hint: &str, width: usize) {
        self.foot = wrapped(&Text::new().styled(Style::Dim, hint), width);
    }

    fn field(&mut self, name: &str, here: bool, words: String) {
        if here {
            self.focus = Some((self.rows.len(), None));
        }
        self.rows.push(Row::new(Style::Plain, words).after(label_style(here), label(name, here)));
    }

    fn entry(&mut self, name: &str, entry: &Entry, here: bool, width: usize) {
        // One column is kept for the cursor behind the last letter.
        let (shown, column) = entry.shown(width.saturating_sub(LABEL + 1));
        self.field(name, here, shown);
        if here {
            self.focus = self.focus.map(|(row, _)| (row, Some(LABEL + column)));
        }
    }

    /// A line of a list: cut to its row, the chosen one with a mark.
    fn choice(&mut self, chosen: bool, words: &str, width: usize) {
        let (mark, style) = if chosen { ("> ", Style::Bold) } else { ("  ", Style::Plain) };
        if chosen && self.focus.is_none_or(|(_, column)| column.is_none()) {
            self.focus = Some((self.rows.len(), None));
        }
        self.rows.push(Row::new(style, format!("{mark}{}", cut(words, width.saturating_sub(2)))));
    }
}

/// Words in rows, none of them broken.
fn side_by_side(words: &[&str], width: usize) -> Vec<String> {
    const BETWEEN: &str = "   ";
    let mut rows: Vec<String> = Vec::new();
    for word in words {
        match rows.last_mut() {
            Some(row) if columns(row) + BETWEEN.len() + columns(word) <= width => {
                row.push_str(BETWEEN);
                row.push_str(word);
            }
            _ => rows.push((*word).to_owned()),
        }
    }
    rows
}

fn label(name: &str, here: bool) -> String {
    let mark = if here { '>' } else { ' ' };
    format!("{mark}{name:<width$}", width = LABEL - 1)
}

fn label_style(here: bool) -> Style {
    if here { Style::Bold } else { Style::Dim }
}
