//! Where somebody stands who goes through the queue.

use std::collections::BTreeMap;

use super::desk::Desk;
use super::dialog::Dialog;
use super::draft::Draft;
use super::page::Page;
use super::view::View;
use crate::domain::{Key, Verdict};
use crate::error::ErrorKind;
use crate::output::{Press, Text};

/// Whether to go on.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Flow {
    /// Draw again, and wait for the next key.
    GoOn,
    /// The user has quit.
    Quit,
}

/// A way through the queue. The claims in it and their order stay while it lasts, so that "3 of 41"
/// stays true; what is seen of a claim is read when it is opened.
#[derive(Debug, Clone)]
pub struct Session {
    pub(super) queue: Vec<Queued>,
    pub(super) at: usize,
    /// A claim that was searched for and is not in the queue.
    pub(super) aside: Option<Key>,
    /// What is seen; nothing where it could not be read.
    pub(super) page: Option<Page>,
    pub(super) dialog: Option<Dialog>,
    pub(super) notice: Option<Text>,
    /// What was typed for deeds that a change by somebody else has stopped.
    pub(super) drafts: Vec<Draft>,
    /// What was found of claims that are not in the queue.
    pub(super) judged_aside: BTreeMap<Key, Verdict>,
    pub(super) view: View,
}

/// A claim in the queue.
#[derive(Debug, Clone)]
pub(super) struct Queued {
    pub(super) key: Key,
    /// What was found of it in this session.
    pub(super) verdict: Option<Verdict>,
    /// Whether it was not there any more when it was last looked for.
    pub(super) gone: bool,
}

impl Session {
    /// A session over these claims that begins at one of them, or at the first.
    pub fn new(queue: Vec<Key>, start: Option<&Key>, desk: &mut dyn Desk) -> Self {
        let at = start.and_then(|start| queue.iter().position(|key| key == start)).unwrap_or(0);
        let queue =
            queue.into_iter().map(|key| Queued { key, verdict: None, gone: false }).collect();
        let mut session = Session {
            queue,
            at,
            aside: None,
            page: None,
            dialog: None,
            notice: None,
            drafts: Vec::new(),
            judged_aside: BTreeMap::new(),
            view: View::default(),
        };
        session.look(desk);
        if at > 0 {
            session.say("you go on where you stopped; b goes back to what comes before".to_owned());
        }
        session
    }

    /// Does what the key asks for.
    pub fn press(&mut self, press: Press, desk: &mut dyn Desk) -> Flow {
        if press == Press::Control('c') || (self.view.too_small && press == Press::Char('q')) {
            return Flow::Quit;
        }
        if self.view.too_small {
            return Flow::GoOn; // nobody can see what a key would do
        }
        match self.dialog.take() {
            Some(dialog) => {
                self.notice = None;
                self.dialog = dialog.press(press, self, desk);
                Flow::GoOn
            }
            None => self.browse(press, desk),
        }
    }

    /// Takes pasted text into the line that is being typed, if there is one.
    pub fn paste(&mut self, text: &str, desk: &mut dyn Desk) {
        if let Some(dialog) = self.dialog.as_mut().filter(|_| !self.view.too_small) {
            dialog.paste(text, desk);
        }
    }

    /// The claim that is seen.
    pub(super) fn claim(&self) -> Option<&Key> {
        self.aside.as_ref().or_else(|| self.queue.get(self.at).map(|queued| &queued.key))
    }

    /// Opens a claim of the queue.
    pub(super) fn go_to(&mut self, at: usize, desk: &mut dyn Desk) {
        self.at = at;
        self.aside = None;
        desk.keep_place(self.queue.get(at).map(|queued| &queued.key));
        self.look(desk);
    }

    /// Opens a claim wherever it is.
    pub(super) fn open(&mut self, key: Key, desk: &mut dyn Desk) {
        match self.queue.iter().position(|queued| queued.key == key) {
            Some(at) => self.go_to(at, desk),
            None => {
                self.aside = Some(key);
                self.look(desk);
            }
        }
    }

    /// Reads the claim and shows it from its top.
    pub(super) fn look(&mut self, desk: &mut dyn Desk) {
        self.view.above = 0;
        self.look_again(desk);
    }

    /// Reads the claim anew.
    pub(super) fn look_again(&mut self, desk: &mut dyn Desk) {
        self.view.rows = None;
        self.page = None;
        let Some(key) = self.claim().cloned() else { return };
        match desk.page(&key) {
            Ok(page) => {
                self.note_gone(&key, false);
                self.page = Some(page);
            }
            Err(error) => {
                if error.kind == ErrorKind::NotFound {
                    self.note_gone(&key, true);
                }
                self.refuse(&error);
            }
        }
    }

    /// On to the next claim that was not judged in this session, from the end to the beginning.
    pub(super) fn go_on(&mut self, desk: &mut dyn Desk) {
        let open = |(_, queued): &(usize, &Queued)| queued.is_open();
        let places = || self.queue.iter().enumerate().filter(open).map(|(at, _)| at);
        let here = self.aside.is_none().then_some(self.at);
        // From a claim aside, the way leads back to where it left the queue.
        let ahead = places().find(|at| here.map_or(*at >= self.at, |here| *at > here));
        match ahead.or_else(|| places().next()) {
            Some(at) if Some(at) == here => self.tell("this is the last claim; q quits".to_owned()),
            Some(at) => {
                let again = ahead.is_none();
                self.go_to(at, desk);
                if again {
                    self.tell("from the beginning: what you had skipped".to_owned());
                }
            }
            None => {
                desk.keep_place(None);
                if self.aside.is_some() {
                    self.go_to(self.at, desk);
                }
                self.look_again(desk);
                let gone = self.queue.iter().any(|queued| queued.verdict.is_none());
                let which = if gone { " that is still there" } else { "" };
                self.tell(format!("you have judged every claim of this queue{which}; q quits"));
            }
        }
    }
}
