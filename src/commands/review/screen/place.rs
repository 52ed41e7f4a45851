//! Where somebody stopped in the queue, kept for next time.
//!
//! It is kept outside the casebook, because reading never writes there, and where one person looks is no
//! business of the others: in a file of the user's own, readable by them alone. It holds the key of a
//! claim and nothing else of the casebook; its name tells neither casebook nor person.

use std::fs;
use std::io::{self, Write};
use std::path::{Path, PathBuf};

use crate::domain::Key;

/// The file in which a place is kept; none where the system names no folder for such files.
pub(super) struct Place {
    file: Option<PathBuf>,
}

impl Place {
    /// The place of one person in one casebook.
    pub(super) fn of(casebook: &Path, actor: &str) -> Self {
        let casebook = casebook.canonicalize().unwrap_or_else(|_| casebook.to_owned());
        let mut name = blake3::Hasher::new();
        name.update(casebook.as_os_str().as_encoded_bytes());
        name.update(&[0]);
        name.update(actor.as_bytes());
        let name = name.finalize().to_hex();
        Place { file: state_folder().map(|folder| folder.join(&name[..32])) }
    }

    /// The claim at which to go on.
    pub(super) fn read(&self) -> Option<Key> {
        fs::read_to_string(self.file.as_ref()?).ok()?.trim_end_matches('\n').parse().ok()
    }

    /// Keeps the claim, or forgets the place.
    pub(super) fn keep(&self, claim: Option<&Key>) -> io::Result<()> {
        let Some(file) = &self.file else { return Ok(()) };
        let Some(claim) = claim else {
            return match fs::remove_file(file) {
                Err(error) if error.kind() != io::ErrorKind::NotFound => Err(error),
                _ => Ok(()),
            };
        };
        let folder = file.parent().unwrap_or(Path::new("."));
        private_folder(folder)?;
        // Readable by its owner alone, and there whole or not at all.
        let mut draft = tempfile::NamedTempFile::new_in(folder)?;
        writeln!(draft, "{claim}")?;
        draft.persist(file).map(drop).map_err(|failure| failure.error)
    }
}

/// The folder in which programs keep where they were.
fn state_folder() -> Option<PathBuf> {
    let folder = |variable: &str| {
        std::env::var_os(variable).map(PathBuf::from).filter(|folder| folder.is_absolute())
    };
    let base = folder("XDG_STATE_HOME")
        .or_else(|| folder("LOCALAPPDATA"))
        .or_else(|| folder("HOME").map(|home| home.join(".local").join("state")))?;
    Some(base.join("twosource").join("queue"))
}

fn private_folder(folder: &Path) -> io::Result<()> {
    let mut builder = fs::DirBuilder::new();
    builder.recursive(true);
    #[cfg(unix)]
    {
        use std::os::unix::fs::DirBuilderExt;
        builder.mode(0o700);
    }
    builder.create(folder)
}
