//! `twosource source redact`.

use std::fmt::Display;

use clap::Args;

use crate::commands::context::Context;
use crate::commands::level_changes::LevelChanges;
use crate::commands::tree::Outcome;
use crate::commands::wording::counted;
use crate::domain::{Key, shell_word};
use crate::error::{Error, ErrorKind, Result, shortened};
use crate::store::Store;
use crate::store::edits::{Place, Redactable, Redacted, Redaction};
use crate::store::levels::Touched;

/// How many places are named one by one.
const NAMED: usize = 20;

/// Take the names of a source's creators out of the casebook for good
///
/// For a source that must not be traced to a person any more. The names go from the source and from every
/// other source that has them, from their other spellings, from the whole history, from the full-text
/// search and from the free space of the file. `unnamed: redacted 1` stands for the first name, for the
/// second `redacted 2` and so on: two sources that shared a voice still do. Its key becomes redacted-1 or what
/// --key says, and its other keys go; a key of another source that tells the name is replaced likewise. Names
/// that the source had once and no source has now go too.
/// Descriptions of people whose name is withheld stay, unless --creator names them. A source that was removed
/// can be redacted too: the history still told of it.
///
/// Reviews and waivers hold on: nothing about their evidence is different but how somebody is called. The
/// history says who redacted when, without the name, and is sealed, so that `twosource doctor` still finds
/// what another program edits. Nothing can be undone of it, nor of the changes that told the name.
///
/// Where the name, or the family name alone, stands in free text (statements, quotes, notes) or in a key of
/// another record, nothing is done, and you are told where. Reword it and repeat the command, and the older
/// wording goes from the history too; or have the name replaced in free text; or say that it is somebody else's.
/// That is the time for it: once the name is gone from the source, no command knows it any more.
///
/// Backups, exports and older copies still hold the name, and a disk may keep what was overwritten.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource source redact clerk-2019
  twosource source redact clerk-2019 --creator \"Doe, Jane\" --also-text --yes
  twosource source redact clerk-2019 --everything --key document-7")]
pub(crate) struct Redact {
    /// The key of the source
    #[arg(value_name = "SOURCE")]
    key: String,

    /// Only this creator, whom the source has or had (repeatable)
    #[arg(long, value_name = "NAME")]
    creator: Vec<String>,

    /// Everything the source says goes too, and the quotes, locators and notes of what cites it; kind, lineage, standing and grade stay, for levels follow from them
    #[arg(long)]
    everything: bool,

    /// The key of the source from now on; without it, a new one is made
    #[arg(long = "key", value_name = "KEY")]
    new_key: Option<Key>,

    /// Replace the name in free text too
    #[arg(long)]
    also_text: bool,

    /// Leave it where it is not replaced: what is found there is somebody else, or may stay
    #[arg(long)]
    keep_text: bool,

    /// Do not ask first
    #[arg(long)]
    yes: bool,
}

impl Redact {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let signature = context.signature()?;
        let store = context.write()?;
        let source = store.redactable_key(&self.key)?;
        let request = Redaction {
            source,
            creators: self.creator,
            everything: self.everything,
            key: self.new_key,
            also_text: self.also_text,
            keep_text: self.keep_text,
        };
        let redactable = store.redactable(&request)?;
        if redactable.is_empty() {
            erase(&store, &request.source)?;
            let key = &request.source;
            context.console.status(format!("no name of source {key} is left to take out"));
            context.console.status("the file was written anew, without what was deleted before");
            tell_copies(context, &store);
            return Ok(Outcome::Done);
        }
        if !request.keep_text && !redactable.places.is_empty() {
            return Err(stands_elsewhere(&request, &redactable));
        }
        let lines = announcement(&request, &redactable);
        if !confirmed(context, &lines, self.yes)? {
            return Ok(Outcome::Done);
        }
        let sources = redactable.sources.iter().map(|key| key.as_str()).collect();
        let touched = Touched { sources, ..Touched::default() };
        let levels = LevelChanges::watch(context, &store, &touched)?;
        let redacted = store.redact(&signature, &request)?;
        let key = redacted.key.clone().unwrap_or_else(|| request.source.clone());
        erase(&store, &key)?;
        tell(context, &request.source, &key, &redacted);
        levels.tell(context, &store)?;
        tell_copies(context, &store);
        Ok(Outcome::Done)
    }
}

/// What is about to be done, in lines.
fn announcement(request: &Redaction, redactable: &Redactable) -> Vec<String> {
    let mut lines: Vec<String> =
        redactable.names.iter().map(|name| format!("{name} goes for good")).collect();
    if let Some(key) = redactable.key.as_ref().filter(|_| request.key.is_none()) {
        let own = &request.source;
        lines.push(format!("its key {own} goes too: it becomes {key}, or what --key says"));
    }
    if request.everything {
        lines.push(format!("everything goes that source {} says", request.source));
    }
    let others: Vec<&Key> =
        redactable.sources.iter().filter(|key| **key != request.source).collect();
    if !others.is_empty() {
        lines.push(format!("other sources are different by that: {}", listed(&others)));
    }
    if !redactable.elsewhere.is_empty() {
        lines.push(format!(
            "{} stays, because other sources have it; --creator takes it out there too",
            listed(&redactable.elsewhere)
        ));
    }
    lines.push("the history is rewritten as if that had never been there".to_owned());
    lines
}

/// Says what is about to be done, and asks whether it shall be.
fn confirmed(context: &mut Context, lines: &[String], yes: bool) -> Result<bool> {
    if yes {
        lines.iter().for_each(|line| context.console.status(line.as_str()));
        return Ok(true);
    }
    let question = format!("{}\ntake that out for good? It cannot be undone", lines.join("\n"));
    match context.console.ask(&question) {
        Some(true) => Ok(true),
        Some(false) => {
            context.console.status("nothing was changed");
            Ok(false)
        }
        None => Err(Error::invalid("what is redacted is gone, and nobody is there to ask")
            .hint("add --yes if that is what you want; nothing was changed")),
    }
}

fn stands_elsewhere(request: &Redaction, redactable: &Redactable) -> Error {
    let count = counted(redactable.places.len(), "place");
    let message = format!(
        "nothing was taken out: the name stands in {count} besides, {}",
        listed(&places(&redactable.places))
    );
    Error::new(ErrorKind::Conflict, message).hint(what_can_be_done(request, &redactable.places))
}

/// What to type next where a name stands in these places. Who worked on the casebook cannot be reworded.
fn what_can_be_done(request: &Redaction, places: &[Place]) -> String {
    let key = shell_word(&request.source);
    if places.iter().all(Place::is_person) {
        let also = if request.also_text { " --also-text" } else { "" };
        return format!(
            "who worked on the casebook stays in its history; where that is somebody else or may stay: \
             twosource source redact {key}{also} --keep-text"
        );
    }
    let mut hint =
        "reword these and repeat the command, and their history forgets it too".to_owned();
    if let Some(place) = places.iter().find(|place| place.is_key()) {
        let what = if place.record.starts_with("claim ") { "claim" } else { "source" };
        let option = if place.field == "key" { "--key KEY" } else { "--alias \"\"" };
        let other = what.to_uppercase();
        hint.push_str(&format!("; a key: twosource {what} edit {other} {option}"));
    }
    let in_text = |place: &Place| !place.is_key() && !place.is_person();
    if !request.also_text && places.iter().any(in_text) {
        hint.push_str(&format!(
            "; or have it replaced in free text: twosource source redact {key} --also-text"
        ));
    }
    hint.push_str("; or, where that is somebody else or may stay: --keep-text");
    hint
}

/// Takes what was deleted out of the file; the records are rid of the name already.
fn erase(store: &Store, key: &Key) -> Result<()> {
    store.erase_traces().map_err(|mut error| {
        if let Some(problem) = error.problems.first_mut() {
            problem.message = format!(
                "no record names it any more, but the file may still hold it in free space: {}",
                problem.message
            );
            problem.hint = Some(format!(
                "free some space or end other programs that use the casebook, and repeat: twosource \
                 source redact {} --yes",
                shell_word(key)
            ));
        }
        error
    })
}

fn tell(context: &mut Context, former: &Key, key: &Key, redacted: &Redacted) {
    let sources = counted(redacted.sources, "source");
    let stand_ins = &redacted.stand_ins;
    let told = match stand_ins.len() {
        0 => format!("redacted {sources}"),
        1 => format!("redacted {sources}: in place of the name stands {}", stand_ins[0]),
        _ => format!("redacted {sources}: in place of the names stand {}", listed(stand_ins)),
    };
    context.console.status(told);
    if former != key {
        context.console.status(format!("the source is called {key} now"));
    }
    context.console.status(match redacted.changes {
        0 => "the history did not tell the name".to_owned(),
        changes => format!("{} of the history rewritten and sealed", counted(changes, "change")),
    });
    if redacted.judgements > 0 {
        let judgements = counted(redacted.judgements, "review or waiver");
        let judgements = judgements.replace("review or waivers", "reviews and waivers");
        context.console.status(format!("{judgements} hold on, for the same evidence"));
    }
    if !redacted.places.is_empty() {
        context.console.warning(&format!(
            "the name, or the family name alone, still stands in {}",
            listed(&places(&redacted.places))
        ));
    }
}

/// Says what is out of reach.
fn tell_copies(context: &mut Context, store: &Store) {
    let copies = store.copies_beside();
    let copies: Vec<_> = copies.iter().map(|path| path.display()).collect();
    if !copies.is_empty() {
        context.console.warning(&format!(
            "older copies beside the casebook may still hold what was taken out: {}",
            listed(&copies)
        ));
    }
    context.console.hint(
        "backups, exports and copies elsewhere may still hold it: delete them, and make a new backup",
    );
}

fn places(places: &[Place]) -> Vec<String> {
    let told =
        |place: &Place| format!("{}, {}: “{}”", place.record, place.field, shortened(&place.text));
    places.iter().map(told).collect()
}

fn listed<T: Display>(things: &[T]) -> String {
    let things: Vec<String> = things.iter().map(ToString::to_string).collect();
    let separator = if things.iter().any(|thing| thing.contains(',')) { "; " } else { ", " };
    let mut told = things[..things.len().min(NAMED)].join(separator);
    if things.len() > NAMED {
        told.push_str(&format!("{separator}and {} more", things.len() - NAMED));
    }
    told
}
