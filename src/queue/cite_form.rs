//! The form of a new citation.

use super::chooser::Chooser;
use super::desk::{Desk, Suggestion};
use super::entry::Entry;
use super::session::Session;
use crate::domain::{Citation, Key, Stance, join_values, split_values};
use crate::error::{Error, Result};
use crate::output::Press;

/// The fields, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Source,
    Stance,
    Locator,
    Quote,
    /// The sources that the source says it has this from.
    Origins,
    Credibility,
}

impl Field {
    pub(super) const ALL: [Field; 6] = [
        Field::Source,
        Field::Stance,
        Field::Locator,
        Field::Quote,
        Field::Origins,
        Field::Credibility,
    ];

    /// The field that is so many further on; there is none behind the last and before the first.
    fn further(self, steps: isize) -> Field {
        let place = (self as usize).saturating_add_signed(steps).min(Field::ALL.len() - 1);
        Field::ALL[place]
    }
}

/// A citation while it is entered.
#[derive(Debug, Clone)]
pub(super) struct CiteForm {
    claim: Key,
    pub(super) at: Field,
    /// What was typed, by field; that of the stance stays empty.
    entries: [Entry; Field::ALL.len()],
    pub(super) stance: Stance,
    /// The sources that may be meant by what was typed for the field at hand.
    pub(super) suggestions: Chooser<Suggestion>,
}

impl CiteForm {
    pub(super) fn new(claim: Key) -> Self {
        CiteForm {
            claim,
            at: Field::Source,
            entries: Default::default(),
            stance: Stance::Supports,
            suggestions: Chooser::new(Vec::new()),
        }
    }

    pub(super) fn entry(&self, field: Field) -> &Entry {
        &self.entries[field as usize]
    }

    /// Does what a key but Enter, F2 and Esc asks for.
    pub(super) fn press(&mut self, press: Press, desk: &mut dyn Desk) {
        if self.suggestions.press(press) && !self.suggestions.is_empty() {
            return;
        }
        match press {
            Press::Tab | Press::Down => self.go_to(self.at.further(1)),
            Press::BackTab | Press::Up => self.go_to(self.at.further(-1)),
            press if self.at == Field::Stance => self.choose_stance(press),
            press => {
                if self.entries[self.at as usize].press(press) {
                    self.suggest(desk);
                }
            }
        }
    }

    pub(super) fn paste(&mut self, text: &str, desk: &mut dyn Desk) {
        if self.at != Field::Stance {
            self.entries[self.at as usize].paste(text);
            self.suggest(desk);
        }
    }

    /// Takes the suggestion that is chosen, and goes on to the next field; from the last one the citation
    /// is added. Returns the form where it stays.
    pub(super) fn enter(mut self, session: &mut Session, desk: &mut dyn Desk) -> Option<CiteForm> {
        self.take_suggestion();
        if self.at == Field::Credibility {
            return self.add(session, desk);
        }
        self.go_to(self.at.further(1));
        Some(self)
    }

    /// Adds the citation. Returns the form with what was typed where that cannot be.
    pub(super) fn add(mut self, session: &mut Session, desk: &mut dyn Desk) -> Option<CiteForm> {
        self.take_suggestion();
        let citation = match self.citation() {
            Ok(citation) => citation,
            Err((field, error)) => {
                session.refuse(&error);
                self.go_to(field);
                return Some(self);
            }
        };
        match desk.cite(&citation) {
            Ok(told) => {
                session.look_again(desk);
                session.tell(told);
                None
            }
            Err(error) => {
                session.stopped(&error, None, desk);
                Some(self)
            }
        }
    }

    /// What was typed as a citation; else the field that is at fault, and why.
    fn citation(&self) -> std::result::Result<Citation, (Field, Error)> {
        let at = |field| move |error| (field, error);
        let text = |field| self.entry(field).given().map(str::to_owned);
        let source = self.entry(Field::Source).given().ok_or_else(|| {
            Error::invalid("no source is named").hint("type a part of its key or title")
        });
        let source = source.and_then(str::parse).map_err(at(Field::Source))?;
        let origins = split_values(self.entry(Field::Origins).text());
        let origins = origins.iter().map(|origin| origin.parse()).collect::<Result<_>>();
        let credibility = self.entry(Field::Credibility).given().map(str::parse).transpose();
        Ok(Citation {
            stance: self.stance,
            locator: text(Field::Locator),
            quote: text(Field::Quote),
            attributed_to: origins.map_err(at(Field::Origins))?,
            credibility: credibility.map_err(at(Field::Credibility))?,
            ..Citation::new(self.claim.clone(), source)
        })
    }

    fn go_to(&mut self, field: Field) {
        self.at = field;
        self.suggestions = Chooser::new(Vec::new());
    }

    /// Of several origins, the last is at hand.
    fn suggest(&mut self, desk: &mut dyn Desk) {
        let typed = self.entry(self.at).text();
        let typed = match self.at {
            Field::Source => Some(typed.to_owned()),
            Field::Origins => split_values(typed).pop(),
            _ => None,
        };
        // Where nothing can be suggested, the key can still be typed.
        let typed = typed.filter(|typed| !typed.is_empty());
        let found = typed.and_then(|typed| desk.sources_like(&typed).ok()).unwrap_or_default();
        self.suggestions = Chooser::new(found);
    }

    fn take_suggestion(&mut self) {
        let Some(Suggestion { key, .. }) = self.suggestions.chosen() else { return };
        let taken = if self.at == Field::Origins {
            let mut origins = split_values(self.entry(self.at).text());
            origins.pop();
            origins.push(key.to_string());
            join_values(origins.iter().map(String::as_str))
        } else {
            key.to_string()
        };
        self.entries[self.at as usize] = Entry::holding(taken);
        self.suggestions = Chooser::new(Vec::new());
    }

    fn choose_stance(&mut self, press: Press) {
        let all = Stance::ALL;
        let place = all.iter().position(|stance| *stance == self.stance).unwrap_or_default();
        self.stance = match press {
            Press::Left => all[(place + all.len() - 1) % all.len()],
            Press::Right | Press::Char(' ') => all[(place + 1) % all.len()],
            Press::Char(letter) => {
                let named = |stance: &&Stance| stance.as_str().starts_with(letter);
                all.iter().find(named).copied().unwrap_or(self.stance)
            }
            _ => self.stance,
        };
    }
}
