//! Whether a casebook lies in a folder that a cloud client synchronises.
//!
//! Such a client copies the file while it is written to, and its log apart from it; when two people
//! write, it keeps one version under the casebook's name and puts the other beside it. So a casebook
//! can lose edits there, or come out damaged. It is recognised by what the clients leave in their
//! folders, and by second versions that are there already.

mod clients;
mod versions;

use std::path::{Path, PathBuf};

/// What was seen of cloud clients around a casebook.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Synchronised {
    /// The client whose folder it is in, as people call it.
    pub client: Option<Client>,
    /// The names of files beside the casebook that look like second versions of it.
    pub versions: Vec<String>,
}

/// A cloud client, and by what it was recognised.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Client {
    /// Its name.
    pub name: &'static str,
    /// The file or folder that gives it away.
    pub seen: PathBuf,
}

impl Synchronised {
    /// Looks around the casebook at `path`, which need not be there yet; where that is a link, also around
    /// what it leads to. What cannot be read is no sign.
    pub fn around(path: &Path) -> Self {
        let mut found = beside(path);
        if let Ok(itself) = path.canonicalize() {
            let behind = beside(&itself);
            found.client = found.client.or(behind.client);
            found.versions.extend(behind.versions);
            found.versions.sort();
            found.versions.dedup();
        }
        found
    }
}

/// What is seen in the folder of a path.
fn beside(path: &Path) -> Synchronised {
    let folder = match path.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let whole = folder.canonicalize().unwrap_or_else(|_| folder.to_owned());
    Synchronised { client: clients::of(&whole), versions: versions::beside(&whole, path) }
}
