//! What is asked before something is done: each dialog, and what its keys do.

use super::chooser::Chooser;
use super::cite_form::CiteForm;
use super::desk::{Desk, Found};
use super::draft::Deed;
use super::entry::Entry;
use super::page::OpenFinding;
use super::session::Session;
use crate::domain::Verdict;
use crate::output::Press;

/// A dialog that is open. Esc takes each of them back.
#[derive(Debug, Clone)]
pub(super) enum Dialog {
    /// The keys, of which so many rows are above what is seen.
    Keys(usize),
    /// The note of a verdict.
    Note { verdict: Verdict, entry: Entry },
    /// Which finding to accept.
    Finding(Chooser<OpenFinding>),
    /// Why it is accepted.
    Reason { rule: String, entry: Entry },
    /// A new citation.
    Cite(CiteForm),
    /// What to search for.
    Search(Entry),
    /// What was found.
    Hits(Chooser<Found>),
}

impl Dialog {
    /// Does what a key asks for; returns the dialog that is open after it.
    pub(super) fn press(
        mut self,
        press: Press,
        session: &mut Session,
        desk: &mut dyn Desk,
    ) -> Option<Dialog> {
        match (press, &mut self) {
            (Press::Escape, Dialog::Keys(_)) => return None,
            (Press::Escape, dialog) => {
                dialog.deed().iter().for_each(|deed| session.forget_draft(deed));
                session.say("taken back: nothing was written".to_owned());
                return None;
            }
            (Press::Enter, _) => return self.enter(session, desk),
            (Press::Function(2), Dialog::Cite(_)) => return self.add(session, desk),
            (press, Dialog::Keys(above)) => return keys(press, *above),
            (press, Dialog::Note { entry, .. } | Dialog::Reason { entry, .. }) => {
                entry.press(press);
            }
            (press, Dialog::Search(entry)) => {
                entry.press(press);
            }
            (press, Dialog::Finding(chooser)) => {
                chooser.press(press);
            }
            (press, Dialog::Hits(chooser)) => {
                chooser.press(press);
            }
            (press, Dialog::Cite(form)) => form.press(press, desk),
        }
        Some(self)
    }

    pub(super) fn paste(&mut self, text: &str, desk: &mut dyn Desk) {
        match self {
            Dialog::Note { entry, .. } | Dialog::Reason { entry, .. } | Dialog::Search(entry) => {
                entry.paste(text);
            }
            Dialog::Cite(form) => form.paste(text, desk),
            Dialog::Keys(_) | Dialog::Finding(_) | Dialog::Hits(_) => {}
        }
    }

    /// What words are typed for in it, where they are kept if the deed is stopped.
    fn deed(&self) -> Option<Deed> {
        match self {
            Dialog::Note { .. } => Some(Deed::Verdict),
            Dialog::Reason { rule, .. } => Some(Deed::Waiver(rule.clone())),
            _ => None,
        }
    }

    /// Adds the citation from whatever field.
    fn add(self, session: &mut Session, desk: &mut dyn Desk) -> Option<Dialog> {
        match self {
            Dialog::Cite(form) => form.add(session, desk).map(Dialog::Cite),
            other => Some(other),
        }
    }

    fn enter(self, session: &mut Session, desk: &mut dyn Desk) -> Option<Dialog> {
        match self {
            Dialog::Keys(_) => None,
            Dialog::Note { verdict, entry } => judge(verdict, entry, session, desk),
            Dialog::Finding(findings) => findings.chosen().map(|finding| Dialog::Reason {
                rule: finding.rule.clone(),
                entry: session.drafted(&Deed::Waiver(finding.rule.clone())),
            }),
            Dialog::Reason { rule, entry } => waive(rule, entry, session, desk),
            Dialog::Cite(form) => form.enter(session, desk).map(Dialog::Cite),
            Dialog::Search(entry) => search(entry, session, desk),
            Dialog::Hits(hits) => {
                if let Some(found) = hits.chosen() {
                    session.open(found.key.clone(), desk);
                }
                None
            }
        }
    }
}

/// Scrolls the keys; the drawing keeps the place within them. What would do something else puts them
/// away.
fn keys(press: Press, above: usize) -> Option<Dialog> {
    match press {
        Press::Up => Some(Dialog::Keys(above.saturating_sub(1))),
        Press::Down => Some(Dialog::Keys(above + 1)),
        Press::PageUp => Some(Dialog::Keys(above.saturating_sub(8))),
        Press::PageDown | Press::Char(' ') => Some(Dialog::Keys(above + 8)),
        _ => None,
    }
}

fn judge(
    verdict: Verdict,
    entry: Entry,
    session: &mut Session,
    desk: &mut dyn Desk,
) -> Option<Dialog> {
    let claim = session.claim()?.clone();
    match desk.judge(&claim, verdict, entry.given()) {
        Ok(told) => {
            session.forget_draft(&Deed::Verdict);
            session.note_verdict(&claim, verdict);
            session.say(told);
            session.go_on(desk);
            None
        }
        Err(error) => {
            let again = session.stopped(&error, Some((&Deed::Verdict, entry.text())), desk);
            (!again).then_some(Dialog::Note { verdict, entry })
        }
    }
}

fn waive(rule: String, entry: Entry, session: &mut Session, desk: &mut dyn Desk) -> Option<Dialog> {
    let claim = session.claim()?.clone();
    let Some(reason) = entry.given() else {
        session.say("say why the finding is accepted, or take it back with Esc".to_owned());
        return Some(Dialog::Reason { rule, entry });
    };
    let deed = Deed::Waiver(rule.clone());
    match desk.waive(&claim, &rule, reason) {
        Ok(told) => {
            session.forget_draft(&deed);
            session.look_again(desk);
            session.tell(told);
            None
        }
        Err(error) => {
            let again = session.stopped(&error, Some((&deed, entry.text())), desk);
            (!again).then_some(Dialog::Reason { rule, entry })
        }
    }
}

fn search(entry: Entry, session: &mut Session, desk: &mut dyn Desk) -> Option<Dialog> {
    let words = entry.given()?.to_owned();
    match desk.find(&words) {
        Ok(found) if found.is_empty() => {
            session.say(format!("no claim has the key or the words: {words}"));
            Some(Dialog::Search(entry))
        }
        Ok(mut found) if found.len() == 1 => {
            session.open(found.remove(0).key, desk);
            None
        }
        Ok(found) => Some(Dialog::Hits(Chooser::new(found))),
        Err(error) => {
            session.refuse(&error);
            Some(Dialog::Search(entry))
        }
    }
}
