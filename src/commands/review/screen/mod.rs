//! `twosource review`: the queue as a session in the terminal.

mod desk;
mod page;
mod place;

use std::env;
use std::io::{self, IsTerminal};
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;

use super::queue_order::load;
use super::wanted::Wanted;
use crate::commands::context::Context;
use crate::commands::signals;
use crate::commands::tree::Outcome;
use crate::commands::wording::counted;
use crate::error::{Error, Result};
use crate::output::{FullScreen, Happening};
use crate::queue::{Desk, Flow, Session, draw};
use desk::CasebookDesk;
use place::Place;

/// How long it takes at most until a signal is heard.
const PATIENCE: Duration = Duration::from_millis(200);

/// Goes through the claims that are wanted with who is at the terminal.
pub(super) fn go_through(context: &mut Context, wanted: &Wanted) -> Result<Outcome> {
    require_terminal()?;
    let actor = context.actor()?;
    let store = context.write()?;
    let queue = {
        let mut progress = context.console.progress("looking at claims", None);
        store.in_snapshot(|store| {
            load(store, |queued| {
                progress.advance(1);
                wanted.wants(queued, &actor)
            })
        })?
    };
    if queue.is_empty() {
        context.console.status(wanted.none_in_words(&actor));
        context.console.hint("all claims with their reviews: twosource review list --all");
        return Ok(Outcome::Done);
    }
    let queue = queue.into_iter().map(|queued| queued.claim.key).collect();
    let place = Place::of(&context.casebook()?, &actor);
    let asked = signals::asked_to_end();
    let color = context.console.surroundings().data.color;
    let mut desk = CasebookDesk::new(context, store, place);
    let start = desk.place();
    let mut session = Session::new(queue, start.as_ref(), &mut desk);
    // The terminal is given back where this block ends, before anything is said.
    let run = {
        let mut screen = FullScreen::open()?;
        run(&mut screen, &mut session, &mut desk, &asked, color)
    };
    let trouble = desk.trouble();
    let judged = counted(session.judged(), "claim");
    context.console.status(format!("you have judged {judged}; {} left", session.left()));
    if let Some(trouble) = trouble {
        context.console.warning(&trouble);
    }
    run.map(|()| Outcome::Done)
}

/// An error unless there is somebody who sees the screen and presses keys.
fn require_terminal() -> Result<()> {
    let dumb = env::var_os("TERM").is_some_and(|term| term == "dumb");
    if io::stdin().is_terminal() && io::stdout().is_terminal() && !dumb {
        return Ok(());
    }
    Err(Error::invalid("no claim is named, and the queue is gone through on a terminal alone").hint(
        "in a script: twosource review list; twosource review CLAIM --verdict VERDICT --note \"…\"",
    ))
}

fn run(
    screen: &mut FullScreen,
    session: &mut Session,
    desk: &mut dyn Desk,
    asked: &AtomicBool,
    color: bool,
) -> Result<()> {
    loop {
        screen.draw(|frame| draw(frame, session, color))?;
        let happening = loop {
            if asked.load(Ordering::Relaxed) {
                return Ok(());
            }
            if let Some(happening) = screen.next(PATIENCE)? {
                break happening;
            }
        };
        match happening {
            Happening::Press(press) => {
                if session.press(press, desk) == Flow::Quit {
                    return Ok(());
                }
            }
            Happening::Paste(text) => session.paste(&text, desk),
            Happening::Resized => {}
        }
    }
}
