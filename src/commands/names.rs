//! Names of confidential sources that somebody has written into other texts: told before they go out.

use std::cell::{Cell, RefCell};
use std::rc::Rc;

use super::context::Context;
use super::disclosure::{Disclosure, Target, note};
use super::history::LEFT_OUT;
use super::wording::counted;
use crate::error::{Error, ErrorKind, Problem, Result};
use crate::store::Store;
use crate::store::history::Disclosed;
use crate::transfer::{Outside, Place, Scope, Secret, Secrets, without_markup};

/// How many places are told one by one.
const TOLD: usize = 20;

/// Looks through what a command writes outside.
pub(crate) struct Guard {
    secrets: Rc<Secrets>,
    /// With the text in which each was found.
    found: Rc<RefCell<Vec<(Secret, String)>>>,
    /// Those that may go out, as somebody has said already.
    allowed: RefCell<Vec<Secret>>,
    /// Whether anything was shown in the place of something else.
    stand_ins: Rc<Cell<bool>>,
    exit: Exit,
}

/// Where texts go out, and whether names in them may.
#[derive(Debug, Clone)]
struct Exit {
    command: String,
    to: String,
    allow: bool,
}

impl Exit {
    fn new(context: &Context, disclosure: &Disclosure, target: Target<'_>, command: &str) -> Self {
        let (command, to) = (command.to_owned(), target.name(context));
        Exit { command, to, allow: disclosure.allow_names }
    }

    /// Tells what stands where, and lets it out only where that is wanted; the history keeps it then.
    fn settle(&self, context: &mut Context, places: &[Place]) -> Result<()> {
        if places.is_empty() {
            return Ok(());
        }
        if !self.allow && !context.console.can_ask() {
            return Err(refusal(places));
        }
        places.iter().take(TOLD).for_each(|place| context.console.warning(&told(place)));
        if let Some(more @ 1..) = places.len().checked_sub(TOLD) {
            context.console.warning(&format!("and {} more", counted(more, "place")));
        }
        let texts = counted(places.len(), "text");
        let question = format!("{texts} would tell what is confidential. Let it out?");
        if !self.allow && context.console.ask(&question) != Some(true) {
            return Err(Error::invalid("nothing was written, as you said")
                .hint("reword the texts that are named above"));
        }
        let disclosed =
            Disclosed { confidential: 0, background: 0, texts: places.len(), to: self.to.clone() };
        note(context, &format!("{} --allow-names", self.command), &disclosed)
    }
}

/// That nothing was written, and what stands where.
fn refusal(places: &[Place]) -> Error {
    let hint = "nothing was written; reword it (twosource claim edit, citation edit, source edit), \
                or let it out as it is with --allow-names";
    let problem =
        |it: &Place| Problem { place: None, message: told(it), hint: Some(hint.to_owned()) };
    let problems = places.iter().map(problem).collect();
    Error::several(ErrorKind::Invalid, problems, TOLD)
        .unwrap_or_else(|| Error::invalid("nothing was written"))
}

/// "claim c12, statement: the name `Smith, Jane` of smith-2019 is withheld".
fn told(place: &Place) -> String {
    let Place { record, field, secret: Secret { what, written, source }, .. } = place;
    format!("{record}, {field}: the {what} `{written}` of {source} is withheld")
}

impl Guard {
    /// One that looks for these in what `command` writes from now on.
    pub(crate) fn of(
        secrets: Secrets,
        context: &Context,
        disclosure: &Disclosure,
        target: Target<'_>,
        command: &str,
    ) -> Self {
        Guard {
            secrets: Rc::new(secrets),
            found: Rc::default(),
            stand_ins: Rc::default(),
            allowed: RefCell::default(),
            exit: Exit::new(context, disclosure, target, command),
        }
    }

    /// Looks for names in all texts of the casebook as it is shown, and lets them out.
    ///
    /// # Errors
    /// As [`Guard::settle`].
    pub(crate) fn settle_texts(&self, context: &mut Context, outside: &Store) -> Result<()> {
        self.exit.settle(context, &self.secrets.places(outside, Scope::ALL)?)
    }

    /// What is to be called with every text.
    pub(crate) fn watch(&self) -> Box<dyn FnMut(&str)> {
        let (secrets, found) = (Rc::clone(&self.secrets), Rc::clone(&self.found));
        let stand_ins = Rc::clone(&self.stand_ins);
        Box::new(move |text| {
            stand_ins.set(stand_ins.get() || has_stand_in(text));
            keep(&found, &secrets.found_in(text), text);
        })
    }

    /// Whether a stand-in was seen, or that something was left out.
    pub(crate) fn saw_stand_ins(&self) -> bool {
        self.stand_ins.get()
    }

    /// Looks through a whole document.
    pub(crate) fn look_through(&self, document: &str) {
        self.stand_ins.set(self.stand_ins.get() || has_stand_in(document));
        let found = self.secrets.found_in_document(document);
        if !found.is_empty() {
            keep(&self.found, &found, &without_markup(document));
        }
    }

    /// Lets out what was looked through.
    ///
    /// # Errors
    /// There are names in it, and nobody has said that they may go out.
    pub(crate) fn settle(&self, context: &mut Context) -> Result<()> {
        let mut found = self.found.take();
        found.retain(|(secret, _)| !self.allowed.borrow().contains(secret));
        if found.is_empty() {
            return Ok(());
        }
        let inside = context.read()?;
        let all = match Outside::of(&inside)? {
            Some(outside) => self.secrets.places(outside.store(), Scope::ALL)?,
            None => Vec::new(),
        };
        let mut places: Vec<Place> = Vec::new();
        for (secret, text) in &found {
            let of_secret = || all.iter().filter(|place| place.secret == *secret);
            let mut here: Vec<&Place> = of_secret().filter(|place| place.is_in(text)).collect();
            if here.is_empty() {
                // The text may have been cut.
                here = of_secret().collect();
            }
            // What nobody says any more is in the history.
            let past = match here.is_empty() && self.exit.command.starts_with("history") {
                true => self.secrets.changes(&inside, secret, text)?,
                false => Vec::new(),
            };
            if here.is_empty() && past.is_empty() {
                places.push(Place::unknown(secret.clone()));
            }
            for place in here.into_iter().chain(&past) {
                if !places.contains(place) {
                    places.push(place.clone());
                }
            }
        }
        self.exit.settle(context, &places)?;
        self.allowed.borrow_mut().extend(found.into_iter().map(|(secret, _)| secret));
        Ok(())
    }
}

/// Whether there is a stand-in in a text, or a word on what was left out.
fn has_stand_in(text: &str) -> bool {
    [
        "onfidential-source-",
        "onfidential source ",
        "onfidential voice ",
        "-was-confidential-",
        LEFT_OUT,
    ]
    .iter()
    .any(|mark| text.contains(mark))
}

fn keep(found: &RefCell<Vec<(Secret, String)>>, more: &[&Secret], text: &str) {
    let mut found = found.borrow_mut();
    for secret in more {
        let is_known = |(known, of): &(Secret, String)| known == *secret && of == text;
        if !found.iter().any(is_known) {
            found.push(((*secret).clone(), text.to_owned()));
        }
    }
}

/// Looks for names in all texts that go out, of these records; for formats that no one can look through
/// when they are written.
///
/// # Errors
/// As [`Guard::settle`].
pub(crate) fn look_for_names(
    context: &mut Context,
    inside: &Store,
    disclosure: &Disclosure,
    target: Target<'_>,
    (command, scope): (&str, Scope),
) -> Result<()> {
    let Some(secrets) = Secrets::of(inside)? else { return Ok(()) };
    let Some(outside) = Outside::of(inside)? else { return Ok(()) };
    let places = secrets.places(outside.store(), scope)?;
    Exit::new(context, disclosure, target, command).settle(context, &places)
}

/// Whether what is confidential is shown as it is by a command that writes what no one can look through
/// when it is written; where it is not, names are looked for in all texts that go out, of these records.
///
/// # Errors
/// As [`Disclosure::shows_all`] and [`Guard::settle`].
pub(crate) fn shows_all(
    context: &mut Context,
    inside: &Store,
    disclosure: &Disclosure,
    target: Target<'_>,
    (command, scope): (&str, Scope),
) -> Result<bool> {
    let all = disclosure.shows_all(context, inside, target, command)?;
    if !all {
        look_for_names(context, inside, disclosure, target, (command, scope))?;
    }
    Ok(all)
}

/// Whether a message may be given on stderr: there is a terminal, or it names no source that is withheld.
pub(crate) fn may_be_said(context: &Context, store: &Store, message: &str) -> Result<bool> {
    Ok(context.console.surroundings().stderr_is_terminal || !store.gives_away(message)?)
}
