//! The form of a new citation.

use super::chooser::Chooser;
use super::desk::{Desk, Suggestion};
use super::entry::Entry;
use super::session::Session;
use crate::domain::{Citation, Key, Stance};
use crate::output::Press;

/// The fields, in their order.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Field {
    Source,
    Stance,
    Locator,
    Quote,
}

impl Field {
    pub(super) const ALL: [Field; 4] = [Field::Source, Field::Stance, Field::Locator, Field::Quote];

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
    pub(super) source: Entry,
    /// What may be meant by what was typed for the source.
    pub(super) suggestions: Chooser<Suggestion>,
    pub(super) stance: Stance,
    pub(super) locator: Entry,
    pub(super) quote: Entry,
}

impl CiteForm {
    pub(super) fn new(claim: Key) -> Self {
        CiteForm {
            claim,
            at: Field::Source,
            source: Entry::default(),
            suggestions: Chooser::new(Vec::new()),
            stance: Stance::Supports,
            locator: Entry::default(),
            quote: Entry::default(),
        }
    }

    /// Does what a key but Enter and Esc asks for.
    pub(super) fn press(&mut self, press: Press, desk: &mut dyn Desk) {
        if self.at == Field::Source && self.suggestions.press(press) && !self.suggestions.is_empty()
        {
            return;
        }
        match press {
            Press::Tab | Press::Down => self.at = self.at.further(1),
            Press::BackTab | Press::Up => self.at = self.at.further(-1),
            press => match self.at {
                Field::Stance => self.choose_stance(press),
                Field::Locator => drop(self.locator.press(press)),
                Field::Quote => drop(self.quote.press(press)),
                Field::Source => {
                    if self.source.press(press) {
                        self.suggest(desk);
                    }
                }
            },
        }
    }

    pub(super) fn paste(&mut self, text: &str, desk: &mut dyn Desk) {
        match self.at {
            Field::Stance => {}
            Field::Locator => self.locator.paste(text),
            Field::Quote => self.quote.paste(text),
            Field::Source => {
                self.source.paste(text);
                self.suggest(desk);
            }
        }
    }

    /// On to the next field; from the last one the citation is added. Returns the form where it stays.
    pub(super) fn enter(mut self, session: &mut Session, desk: &mut dyn Desk) -> Option<CiteForm> {
        if self.at == Field::Source
            && let Some(suggestion) = self.suggestions.chosen()
        {
            self.source = Entry::holding(suggestion.key.as_str());
            self.suggestions = Chooser::new(Vec::new());
        }
        if self.at != Field::Quote {
            self.at = self.at.further(1);
            return Some(self);
        }
        let Some(source) = self.source.given() else {
            session.say("no source is named; type a part of its key or title".to_owned());
            self.at = Field::Source;
            return Some(self);
        };
        let cited = source.parse().and_then(|source| desk.cite(&self.citation(source)));
        match cited {
            Ok(told) => {
                session.look_again(desk);
                session.tell(told);
                None
            }
            Err(error) => {
                // What was typed stays in the form.
                session.stopped(&error, "", desk);
                Some(self)
            }
        }
    }

    fn citation(&self, source: Key) -> Citation {
        let text = |entry: &Entry| entry.given().map(str::to_owned);
        Citation {
            stance: self.stance,
            locator: text(&self.locator),
            quote: text(&self.quote),
            ..Citation::new(self.claim.clone(), source)
        }
    }

    fn suggest(&mut self, desk: &mut dyn Desk) {
        let typed = self.source.given();
        // Where nothing can be suggested, the key can still be typed.
        let found = typed.and_then(|typed| desk.sources_like(typed).ok()).unwrap_or_default();
        self.suggestions = Chooser::new(found);
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
