//! Where the passphrase of an encrypted casebook comes from: a file, or who sits at the terminal. Never an
//! argument, which others on the machine see.

use std::env;
use std::fs;
use std::path::{Path, PathBuf};

use crate::error::{Error, Result};
use crate::output::ask_secret;
use crate::store::{CAN_DECRYPT, Passphrase};

/// The variable that names the file where no option does.
const VARIABLE: &str = "TWOSOURCE_PASSPHRASE_FILE";

/// The passphrase of a casebook; `None` where nobody can give it.
pub(super) fn of(casebook: &Path, file: Option<&Path>) -> Result<Option<Passphrase>> {
    if !CAN_DECRYPT {
        // Opening it says so.
        return Ok(None);
    }
    if let Some(file) = named(file) {
        return from(&file).map(Some);
    }
    let question = format!("passphrase of {}: ", casebook.display());
    ask_secret(&question).map(|typed| Passphrase::new(&typed)).transpose()
}

/// The passphrase for a new casebook: typed twice, because nobody sees it.
pub(super) fn new(casebook: &Path, file: Option<&Path>) -> Result<Passphrase> {
    if !CAN_DECRYPT {
        return Err(Error::invalid("this twosource is built without encryption")
            .hint("build one that has it: cargo install --path . --features encrypted"));
    }
    if let Some(file) = named(file) {
        return from(&file);
    }
    let ask = |question: String| {
        ask_secret(&question).ok_or_else(|| {
            Error::invalid("an encrypted casebook needs a passphrase, and nobody is there to ask")
                .hint("name a file that holds it: --passphrase-file PATH")
        })
    };
    let name = casebook.display();
    let passphrase = Passphrase::new(&ask(format!("new passphrase for {name}: "))?)?;
    if Passphrase::new(&ask("the same once more: ".to_owned())?)? != passphrase {
        return Err(Error::invalid("the two passphrases differ; nothing was made")
            .hint("run it again, and type the same twice"));
    }
    Ok(passphrase)
}

fn named(file: Option<&Path>) -> Option<PathBuf> {
    let variable = || env::var_os(VARIABLE).filter(|path| !path.is_empty()).map(PathBuf::from);
    file.map(Path::to_owned).or_else(variable)
}

/// The passphrase in a file, without the line feed at its end.
fn from(file: &Path) -> Result<Passphrase> {
    let text = fs::read_to_string(file).map_err(|error| {
        Error::storage(format!("the passphrase cannot be read from {}: {error}", file.display()))
            .hint("name a file that holds the passphrase on one line and that you may read")
    })?;
    let line = text.strip_suffix('\n').unwrap_or(&text);
    Passphrase::new(line.strip_suffix('\r').unwrap_or(line))
}
