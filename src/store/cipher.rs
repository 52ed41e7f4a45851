//! Casebooks that are encrypted on the disk, by SQLCipher: in a build with the feature `encrypted`.
//!
//! Nothing of such a file can be read without its passphrase, not even that it is a casebook. All files of
//! one casebook have one passphrase: its log, its backups, the copy before an update. What SQLite keeps for
//! a while stays in memory.

use std::fmt;
use std::fs::File;
use std::io::Read;
use std::path::Path;

use rusqlite::{Connection, ErrorCode};

use super::embedded::explained;
use super::open::{APPLICATION_ID, Access, connect, stranger};
use crate::error::{Error, Result};

/// The mark of a file that SQLite can read.
pub(super) const PLAIN: &[u8] = b"SQLite format 3\0";

/// An encrypted file consists of pages of this many bytes.
const PAGE: u64 = 4096;

/// Whether this program can open encrypted casebooks.
pub const CAN_DECRYPT: bool = cfg!(feature = "encrypted");

/// What an encrypted casebook is opened with. It is never shown.
#[derive(Clone, PartialEq, Eq)]
pub struct Passphrase(String);

impl Passphrase {
    /// A passphrase as it was typed.
    ///
    /// # Errors
    /// Where it is empty, or holds a control character, which no keyboard gives in the same way twice.
    pub fn new(text: &str) -> Result<Self> {
        if text.trim().is_empty() {
            return Err(Error::invalid("the passphrase is empty").hint(
                "choose several words that nobody guesses, and keep them where you find them",
            ));
        }
        if text.chars().any(char::is_control) {
            return Err(Error::invalid("the passphrase holds a control character or a line break")
                .hint("it is one line of text"));
        }
        Ok(Passphrase(text.to_owned()))
    }

    /// Attaches a new file that is encrypted with it to a connection.
    pub(super) fn attach(
        &self,
        connection: &Connection,
        file: &Path,
        schema: &str,
    ) -> rusqlite::Result<()> {
        let attach = "ATTACH DATABASE ?1 AS ?2 KEY ?3";
        connection.execute(attach, (file.to_string_lossy(), schema, &self.0)).map(drop)
    }
}

impl fmt::Debug for Passphrase {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("Passphrase(…)")
    }
}

/// Whether a file may be an encrypted casebook. Nobody can tell for sure without the passphrase: it looks
/// like chance, which text does not.
pub fn may_be_encrypted(path: &Path) -> bool {
    let mut header = [0; 64];
    let Ok(mut file) = File::open(path) else { return false };
    let length = file.metadata().map_or(0, |data| if data.is_file() { data.len() } else { 0 });
    let pages = length >= PAGE && length % PAGE == 0;
    pages
        && file.read_exact(&mut header).is_ok()
        && !header.starts_with(PLAIN)
        && !header.is_ascii()
}

/// The passphrase that a file needs: none where it is not encrypted.
pub(super) fn key_for<'k>(path: &Path, key: Option<&'k Passphrase>) -> Option<&'k Passphrase> {
    key.filter(|_| may_be_encrypted(path))
}

/// Opens what a connection is to with a passphrase; before anything else is done with it.
pub(super) fn unlock(connection: &Connection, key: Option<&Passphrase>) -> Result<()> {
    let Some(Passphrase(text)) = key else { return Ok(()) };
    if !CAN_DECRYPT {
        return Err(Error::invalid("this twosource cannot encrypt").hint(BUILD));
    }
    let settings = || -> rusqlite::Result<()> {
        // SQLCipher writes to stderr of its own accord.
        connection.pragma_update(None, "cipher_log_level", "none")?;
        connection.pragma_update(None, "key", text)?;
        connection.pragma_update(None, "temp_store", "memory")
    };
    settings().map_err(explained)
}

/// The schema version of an encrypted casebook.
///
/// # Errors
/// Where it does not open. They say nothing of what is inside.
pub(super) fn recognise(path: &Path, key: Option<&Passphrase>) -> Result<u32> {
    if !may_be_encrypted(path) {
        return Err(stranger(path, "no SQLite file"));
    }
    let file = path.display();
    if !CAN_DECRYPT {
        return Err(Error::invalid(format!("{file} is encrypted, or no casebook")).hint(BUILD));
    }
    if key.is_none() {
        return Err(Error::invalid(format!("{file} is encrypted, or no casebook")).hint(
            "give its passphrase: on a terminal you are asked for it, otherwise name a file that holds it \
             with --passphrase-file or TWOSOURCE_PASSPHRASE_FILE",
        ));
    }
    let connection = connect(path, Access::Read, key)?;
    let number = |name: &str| connection.pragma_query_value(None, name, |row| row.get::<_, u32>(0));
    let read = || Ok((number("application_id")?, number("user_version")?));
    let (application, version) = read().map_err(|error: rusqlite::Error| {
        if error.sqlite_error_code() == Some(ErrorCode::NotADatabase) {
            return Error::invalid(format!("{file} does not open with this passphrase"))
                .hint("type it again; or it is no casebook, or not of this passphrase");
        }
        explained(error)
    })?;
    if application != APPLICATION_ID {
        return Err(stranger(path, "another program's file"));
    }
    Ok(version)
}

/// What to do where this program cannot.
const BUILD: &str = "this twosource cannot open encrypted casebooks; one that is built with `cargo install \
                     --path . --features encrypted` can";

#[cfg(test)]
mod tests {
    use super::{Passphrase, may_be_encrypted};

    #[test]
    fn a_passphrase_is_never_shown() -> crate::error::Result<()> {
        let shown = format!("{:?}", Some(Passphrase::new("four wrong words")?));
        assert!(!shown.contains("words"), "{shown}");
        assert!(Passphrase::new(" ").is_err() && Passphrase::new("a\nb").is_err());
        Ok(())
    }

    #[test]
    fn only_what_looks_like_chance_may_be_encrypted() -> std::io::Result<()> {
        let folder = tempfile::tempdir()?;
        let path = folder.path().join("file");
        for (bytes, may) in [
            (vec![0xA7; 4096], true),
            (vec![0xA7; 4097], false),
            (vec![b'a'; 4096], false),
            (Vec::new(), false),
            ([super::PLAIN, &[0; 4080]].concat(), false),
        ] {
            std::fs::write(&path, bytes)?;
            assert_eq!(may_be_encrypted(&path), may);
        }
        assert!(!may_be_encrypted(folder.path()));
        Ok(())
    }
}
