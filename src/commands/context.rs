//! What every command is given: where to write, which casebook, who is at work.

use std::cell::RefCell;
use std::env;
use std::path::{Path, PathBuf};
use std::time::Duration;

use super::global::GlobalOptions;
use super::names::Guard;
use super::passphrase;
use crate::clock;
use crate::domain::Timestamp;
use crate::error::{Error, Result};
use crate::output::Console;
use crate::store::{Access, CASEBOOK_FILE, Passphrase, Signature, Store, may_be_encrypted};

/// The variable that names the casebook where no option does.
const CASEBOOK_VARIABLE: &str = "TWOSOURCE_CASEBOOK";

/// The variable that names who is at work where no option does.
const ACTOR_VARIABLE: &str = "TWOSOURCE_ACTOR";

/// Where systems keep the login name.
const LOGIN_VARIABLES: [&str; 3] = ["LOGNAME", "USER", "USERNAME"];

/// What every command is given.
pub(crate) struct Context {
    /// The only way to say anything.
    pub(crate) console: Console,
    /// How long to wait for another program's write.
    pub(crate) wait: Duration,
    casebook: Option<PathBuf>,
    actor: Option<String>,
    passphrase_file: Option<PathBuf>,
    /// Asked for once a command.
    passphrase: RefCell<Option<Passphrase>>,
    /// What is to be said when all is written.
    notices: Vec<Notice>,
    /// Looks through what is written, where it goes outside.
    guard: Option<Guard>,
}

/// A hint that is given when all is written.
#[derive(Debug, PartialEq, Eq)]
struct Notice {
    hint: String,
    on_stand_ins_alone: bool,
}

impl Context {
    /// The context that these options ask for.
    pub(crate) fn new(options: GlobalOptions) -> Self {
        Context {
            console: Console::new(options.color, options.quiet),
            wait: options.wait,
            casebook: options.casebook,
            actor: options.actor,
            passphrase_file: options.passphrase_file,
            passphrase: RefCell::new(None),
            notices: Vec::new(),
            guard: None,
        }
    }

    /// Keeps a hint until everything is written; one on stand-ins alone is given where there were any.
    pub(crate) fn notice(&mut self, hint: String, on_stand_ins_alone: bool) {
        let notice = Notice { hint, on_stand_ins_alone };
        if !self.notices.contains(&notice) {
            self.notices.push(notice);
        }
    }

    /// Has everything that is written from now on looked through; it is held back until the end.
    pub(crate) fn set_guard(&mut self, guard: Guard) {
        self.console.hold(guard.watch());
        self.guard = Some(guard);
    }

    /// Has a document looked through that goes into a file, before it does.
    pub(crate) fn look_through(&mut self, document: &str) -> Result<()> {
        let Some(guard) = self.guard.take() else { return Ok(()) };
        guard.look_through(document);
        let settled = guard.settle(self);
        self.guard = Some(guard);
        settled
    }

    /// Has all texts of the casebook as it is shown looked through now; what is written then goes out.
    pub(crate) fn settle_texts(&mut self, outside: &Store) -> Result<()> {
        if let Some(guard) = self.guard.take() {
            guard.settle_texts(self, outside)?;
        }
        self.console.release()
    }

    /// Writes what is held back, then gives the hints that were kept. To be called once, at the end.
    pub(crate) fn finish(&mut self) -> Result<()> {
        let mut saw_stand_ins = true;
        if let Some(guard) = self.guard.take() {
            guard.settle(self).inspect_err(|_| self.console.discard())?;
            self.console.release()?;
            saw_stand_ins = guard.saw_stand_ins();
        }
        self.console.finish()?;
        for notice in std::mem::take(&mut self.notices) {
            if saw_stand_ins || !notice.on_stand_ins_alone {
                self.console.hint(&notice.hint);
            }
        }
        Ok(())
    }

    /// Opens the casebook to read.
    pub(crate) fn read(&self) -> Result<Store> {
        self.open(&self.casebook()?, Access::Read)
    }

    /// Opens the casebook to read and to write.
    pub(crate) fn write(&self) -> Result<Store> {
        self.open(&self.casebook()?, Access::Write)
    }

    /// Opens a casebook, with its passphrase where it is encrypted. Where stderr is no terminal, errors do
    /// not name what is withheld.
    pub(crate) fn open(&self, path: &Path, access: Access) -> Result<Store> {
        let key = self.passphrase_for(path)?;
        let store = Store::open_with(path, access, self.wait, key.as_ref())?;
        let seen_here = self.console.surroundings().stderr_is_terminal;
        Ok(if seen_here { store } else { store.discreet() })
    }

    /// The passphrase of a file, if that may be encrypted. Nobody is asked twice.
    pub(crate) fn passphrase_for(&self, path: &Path) -> Result<Option<Passphrase>> {
        if !may_be_encrypted(path) {
            return Ok(None);
        }
        let known = self.passphrase.borrow().clone();
        let passphrase = match known {
            Some(known) => Some(known),
            None => passphrase::of(path, self.passphrase_file.as_deref())?,
        };
        self.passphrase.borrow_mut().clone_from(&passphrase);
        Ok(passphrase)
    }

    /// Whether the command line names a file that holds a passphrase.
    pub(crate) fn names_passphrase_file(&self) -> bool {
        self.passphrase_file.is_some()
    }

    /// The passphrase of a casebook that is to be made.
    pub(crate) fn new_passphrase(&self, path: &Path) -> Result<Passphrase> {
        passphrase::new(path, self.passphrase_file.as_deref())
    }

    /// Who signs a change, and when. Call it once a command.
    pub(crate) fn signature(&self) -> Result<Signature> {
        Ok(Signature { actor: self.actor()?, at: Timestamp::at(clock::now()?) })
    }

    /// The casebook that is named by option or variable, whether it is there or not.
    pub(crate) fn named_casebook(&self) -> Option<PathBuf> {
        let variable = || env::var_os(CASEBOOK_VARIABLE).filter(|path| !path.is_empty());
        self.casebook.clone().or_else(|| variable().map(PathBuf::from))
    }

    /// The casebook to work on; of a folder, the casebook.db in it.
    pub(crate) fn casebook(&self) -> Result<PathBuf> {
        match self.named_casebook() {
            Some(path) if path.is_dir() => Ok(path.join(CASEBOOK_FILE)),
            Some(path) => Ok(path),
            None => nearest_casebook(),
        }
    }

    /// Who is at work.
    pub(crate) fn actor(&self) -> Result<String> {
        let variables = || [ACTOR_VARIABLE].into_iter().chain(LOGIN_VARIABLES);
        let actor = match &self.actor {
            Some(name) => name.trim().to_owned(),
            None => variables()
                .filter_map(|variable| env::var(variable).ok())
                .chain(whoami::fallible::username().ok())
                .map(|name| name.trim().to_owned())
                .find(|name| !name.is_empty())
                .unwrap_or_default(),
        };
        if actor.is_empty() {
            return Err(Error::invalid("nobody is named who makes this change")
                .hint(format!("add --actor \"Your Name\", or set {ACTOR_VARIABLE} to your name")));
        }
        Ok(actor)
    }
}

/// The nearest casebook in this folder or one above, as git finds its repository.
fn nearest_casebook() -> Result<PathBuf> {
    let here = env::current_dir().map_err(|error| {
        Error::storage(format!("the folder you are in cannot be read: {error}"))
            .hint("go to another folder, or name the casebook with --casebook")
    })?;
    let found =
        here.ancestors().map(|folder| folder.join(CASEBOOK_FILE)).find(|path| path.exists());
    found.ok_or_else(|| no_casebook(&here))
}

fn no_casebook(here: &Path) -> Error {
    Error::not_found(format!(
        "there is no {CASEBOOK_FILE} in {} or a folder above it",
        here.display()
    ))
    .hint("make one with `twosource init`, or name one with --casebook")
}
