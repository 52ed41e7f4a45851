//! What a session says: what was done, what failed, and what to do about it.

use super::desk::Desk;
use super::draft::Deed;
use super::session::Session;
use crate::error::{Error, ErrorKind};
use crate::output::{Style, Text};

impl Session {
    /// Says one thing in place of what was said before.
    pub(super) fn say(&mut self, message: String) {
        self.notice = Some(Text::from(message));
    }

    /// Says one thing more.
    pub(super) fn tell(&mut self, message: String) {
        let before = self.notice.take().map(|notice| notice.plain("\n"));
        self.notice = Some(before.unwrap_or_default().plain(message));
    }

    /// Says what failed, and what to do about it.
    pub(super) fn refuse(&mut self, error: &Error) {
        let mut lines = Vec::new();
        for problem in &error.problems {
            lines.push((Style::BoldRed, "error:", problem.to_string()));
            lines.extend(problem.hint.clone().map(|hint| (Style::Cyan, "hint:", hint)));
        }
        let mut notice = Text::new();
        for (place, (style, label, words)) in lines.into_iter().enumerate() {
            let feed = if place == 0 { "" } else { "\n" };
            notice = notice.plain(feed).styled(style, label).plain(format!(" {words}"));
        }
        self.notice = Some(notice);
    }

    /// The same for a deed. Where somebody else was quicker the claim is read anew, and what was typed
    /// is kept; whether the deed has to be decided on again.
    pub(super) fn stopped(
        &mut self,
        error: &Error,
        typed: Option<(&Deed, &str)>,
        desk: &mut dyn Desk,
    ) -> bool {
        // What was not found may be a source, too.
        let is_gone = error.kind == ErrorKind::NotFound
            && self.claim().cloned().is_some_and(|claim| !desk.is_there(&claim));
        if error.kind != ErrorKind::Conflict && !is_gone {
            self.refuse(error);
            return false;
        }
        if let Some((deed, text)) = typed {
            self.keep_draft(deed, text);
        }
        self.look(desk);
        self.refuse(error);
        self.tell(match typed {
            _ if self.page.is_some() => {
                "nothing was written; this is the claim as it is now".to_owned()
            }
            Some((_, text)) if !text.is_empty() => {
                format!("nothing was written of what you had typed: {text}")
            }
            _ => "nothing was written".to_owned(),
        });
        true
    }
}
