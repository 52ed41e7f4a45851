//! A history that was kept elsewhere: a backup, an export for an archive, or a head written down.

use std::fs::File;
use std::io::Read;
use std::path::Path;
use std::time::Duration;

use crate::domain::HistoryHead;
use crate::error::{Error, Result};
use crate::exchange::history::{is_history, read_history};
use crate::store::history::{ChainWalk, Earlier, EarlierChange, each_link_in};
use crate::store::{Passphrase, may_be_encrypted};

/// What is read of a file to see what it is.
const BEGINNING: u64 = 64;

/// The earlier history that is named: a file, or the head itself (`41:9f86…`); `key` opens a backup that is
/// encrypted. `sealed` are the changes of which it is asked what they said: see [`EarlierChange::of`].
///
/// # Errors
/// There is no such file; it is none of these; what it holds is broken in itself, and so proves nothing.
pub fn earlier_history(
    named: &Path,
    wait: Duration,
    key: Option<&Passphrase>,
    sealed: &[(i64, i64)],
) -> Result<Earlier> {
    let (beginning, rest) = match beginning(named) {
        Ok(read) => read,
        Err(error) => {
            let typed = named.to_string_lossy();
            return match typed.parse() {
                Ok(head) => Ok(Earlier::Head(head)),
                Err(no_head) if looks_like_head(&typed) => Err(no_head),
                Err(_) => Err(unread(named, &error)),
            };
        }
    };
    if beginning.starts_with(b"SQLite format 3\0") || may_be_encrypted(named) {
        let mut changes = Vec::new();
        each_link_in(named, wait, key, &mut |link| {
            changes.push(EarlierChange::of(link, sealed));
            Ok(())
        })?;
        return whole(named, changes);
    }
    // What is long and no text is not read to its end.
    let is_text = |byte: &u8| *byte >= b' ' || byte.is_ascii_whitespace();
    if beginning.iter().all(is_text)
        && let Ok(text) = whole_text(beginning, rest)
    {
        if let Ok(head) = text.parse::<HistoryHead>() {
            return Ok(Earlier::Head(head));
        }
        if is_history(&text) {
            return archived(named, &text, sealed);
        }
    }
    Err(Error::invalid(format!("{} is no earlier history", named.display())).hint(
        "name a backup of this casebook, a file that `twosource history export` wrote, or what \
         `twosource history --head` printed",
    ))
}

/// Whether somebody meant a head.
fn looks_like_head(typed: &str) -> bool {
    let number = typed.trim().split(':').next().unwrap_or_default();
    typed.contains(':') && !number.is_empty() && number.bytes().all(|byte| byte.is_ascii_digit())
}

/// The beginning of a file, and the file to read on from: a pipe can be opened only once.
fn beginning(path: &Path) -> std::io::Result<(Vec<u8>, File)> {
    let mut beginning = Vec::new();
    let mut file = File::open(path)?;
    (&mut file).take(BEGINNING).read_to_end(&mut beginning)?;
    Ok((beginning, file))
}

/// All of a text, of which the beginning is read.
fn whole_text(mut beginning: Vec<u8>, mut rest: File) -> std::io::Result<String> {
    rest.read_to_end(&mut beginning)?;
    String::from_utf8(beginning).map_err(std::io::Error::other)
}

fn unread(path: &Path, error: &std::io::Error) -> Error {
    let path = path.display();
    if error.kind() == std::io::ErrorKind::NotFound {
        return Error::not_found(format!("there is no file {path}")).hint(
            "name a backup of this casebook, a file that `twosource history export` wrote, or what \
             `twosource history --head` printed",
        );
    }
    Error::storage(format!("{path} cannot be read: {error}"))
        .hint("check the name and that you may read it")
}

/// What was exported for an archive, with its chain verified.
fn archived(path: &Path, text: &str, sealed: &[(i64, i64)]) -> Result<Earlier> {
    let label = path.display().to_string();
    let broken = |place: String, fault: &str| {
        Error::invalid(format!("{place}: {fault}; so the file proves nothing"))
            .hint("it was changed since `twosource history export` wrote it: take another copy")
    };
    // A seal stands behind what it seals.
    let mut seals = Vec::new();
    read_history(&label, text, &mut |_, link| {
        seals.extend(link.seal.map(|seal| (link.change, seal)));
        Ok(())
    })?;
    let mut walk = ChainWalk::new(seals.into_iter().rev());
    let mut changes = Vec::new();
    read_history(&label, text, &mut |line, link| {
        if let Some(fault) = walk.step(&link) {
            return Err(broken(format!("{label}, line {line}"), &fault));
        }
        changes.push(EarlierChange::of(link, sealed));
        Ok(())
    })?;
    if let Some(fault) = walk.broken_seals().first() {
        return Err(broken(label, fault));
    }
    whole(path, changes)
}

fn whole(path: &Path, changes: Vec<EarlierChange>) -> Result<Earlier> {
    if changes.is_empty() {
        return Err(Error::invalid(format!("{} holds no change", path.display()))
            .hint("there is nothing to compare; take a later backup"));
    }
    Ok(Earlier::Whole(changes))
}
