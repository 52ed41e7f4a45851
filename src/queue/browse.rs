//! Keys while a claim is read.

use super::chooser::Chooser;
use super::cite_form::CiteForm;
use super::desk::Desk;
use super::dialog::Dialog;
use super::draft::Deed;
use super::entry::Entry;
use super::keys::{Command, command};
use super::session::{Flow, Session};
use crate::output::{Press, safe_text};

impl Session {
    /// Does what a key asks for while no dialog is open.
    pub(super) fn browse(&mut self, press: Press, desk: &mut dyn Desk) -> Flow {
        let Some(command) = command(press) else {
            self.say(format!("{} does nothing here; ? shows the keys", named(press)));
            return Flow::GoOn;
        };
        if let Command::Scroll(how) = command {
            self.view.scroll(how);
            return Flow::GoOn;
        }
        self.notice = None;
        match command {
            Command::Quit => return Flow::Quit,
            Command::Keys => self.dialog = Some(Dialog::Keys(0)),
            Command::Search => self.dialog = Some(Dialog::Search(Entry::default())),
            Command::Skip => self.go_on(desk),
            Command::Back => self.go_back(desk),
            Command::LookAgain => {
                self.look_again(desk);
                if self.page.is_some() {
                    self.say("read anew".to_owned());
                }
            }
            Command::Judge(_) | Command::Cite | Command::Waive => self.begin(command),
            Command::Scroll(_) => {}
        }
        Flow::GoOn
    }

    /// Opens the dialog of a deed, where there is a claim to do it to.
    fn begin(&mut self, command: Command) {
        let Some(page) = &self.page else {
            self.say("there is no claim to be seen; r looks again".to_owned());
            return;
        };
        self.dialog = match command {
            Command::Judge(verdict) => {
                Some(Dialog::Note { verdict, entry: self.drafted(&Deed::Verdict) })
            }
            Command::Cite => Some(Dialog::Cite(CiteForm::new(page.key.clone()))),
            _ if page.findings.is_empty() => None,
            _ => Some(Dialog::Finding(Chooser::new(page.findings.clone()))),
        };
        if self.dialog.is_none() {
            self.say("there is no open finding about this claim".to_owned());
        }
    }

    fn go_back(&mut self, desk: &mut dyn Desk) {
        match self.at.checked_sub(1) {
            _ if self.aside.is_some() => self.go_to(self.at, desk),
            Some(at) => self.go_to(at, desk),
            None => self.say("this is the first claim of the queue".to_owned()),
        }
    }
}

fn named(press: Press) -> String {
    match press {
        Press::Char(c) => format!("`{}`", safe_text(c.encode_utf8(&mut [0; 4]))),
        Press::Control(c) => format!("Ctrl-{}", c.to_ascii_uppercase()),
        Press::Function(number) => format!("F{number}"),
        Press::Escape => "Esc".to_owned(),
        other => format!("{other:?}"),
    }
}
