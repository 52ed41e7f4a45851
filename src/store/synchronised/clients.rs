//! Cloud clients, and what gives their folders away.

use std::path::{Component, Path, PathBuf};

use super::Client;

/// A sign in a folder that the casebook is in, directly or further down.
enum Sign {
    /// The folder holds a file of this name.
    File(&'static str),
    /// The folder holds a folder of this name.
    Folder(&'static str),
    /// The folder holds a file whose name begins and ends like this.
    FileLike(&'static str, &'static str),
    /// The folder is called so.
    Called(&'static str),
    /// The name of the folder begins so.
    CalledLike(&'static str),
    /// The folder is called so, in one that is called so.
    Within(&'static str, &'static str),
}

/// The clients and their signs. A sign is one that nothing else leaves: what the clients keep in the
/// home folder (`~/.dropbox`, `~/.sync`) says that they are installed, not that the folder is theirs.
const SIGNS: &[(&str, Sign)] = &[
    // In the Dropbox folder itself a file; in the home folder it is a folder with the settings.
    ("Dropbox", Sign::File(".dropbox")),
    // What Dropbox deleted or is fetching, in the Dropbox folder.
    ("Dropbox", Sign::Folder(".dropbox.cache")),
    // The journal of Nextcloud and ownCloud at the top of each synchronised folder; the second is how
    // releases before 2019 call it, the third before 2016.
    ("Nextcloud or ownCloud", Sign::FileLike(".sync_", ".db")),
    ("Nextcloud or ownCloud", Sign::FileLike("._sync_", ".db")),
    ("Nextcloud or ownCloud", Sign::File(".csync_journal.db")),
    // Their logs, beside the journal.
    ("Nextcloud", Sign::File(".nextcloudsync.log")),
    ("ownCloud", Sign::File(".owncloudsync.log")),
    // Without it Syncthing does not synchronise the folder; its older releases made a file of it.
    ("Syncthing", Sign::Folder(".stfolder")),
    ("Syncthing", Sign::File(".stfolder")),
    // What Resilio Sync leaves alone, at the top of each of its folders.
    ("Resilio Sync", Sign::File(".sync/IgnoreList")),
    // Where Synology Drive works, at the top of each of its folders.
    ("Synology Drive", Sign::Folder(".SynologyWorkingDirectory")),
    // What Google Drive is sending or fetching, in folders that it mirrors.
    ("Google Drive", Sign::Folder(".tmp.driveupload")),
    ("Google Drive", Sign::Folder(".tmp.drivedownload")),
    // The usual names of the folders of clients that leave no file in them.
    ("Google Drive", Sign::Called("Google Drive")),
    ("OneDrive", Sign::Called("OneDrive")),
    // Of an organisation: `OneDrive - The Daily`.
    ("OneDrive", Sign::CalledLike("OneDrive - ")),
    // Where macOS keeps iCloud Drive, and the folders of the other clients.
    ("iCloud Drive", Sign::Within("Library", "Mobile Documents")),
    ("a cloud client", Sign::Within("Library", "CloudStorage")),
];

/// The client in whose folder this folder is; the nearest sign counts. `folder` is a whole path.
pub(super) fn of(folder: &Path) -> Option<Client> {
    folder.ancestors().find_map(|above| {
        SIGNS.iter().find_map(|(name, sign)| Some(Client { name, seen: sign.seen_at(above)? }))
    })
}

impl Sign {
    /// What shows the sign, if this folder has it.
    fn seen_at(&self, folder: &Path) -> Option<PathBuf> {
        let inside =
            |name: &str, fits: fn(&Path) -> bool| Some(folder.join(name)).filter(|path| fits(path));
        let itself = |fits: bool| fits.then(|| folder.to_owned());
        match self {
            Sign::File(name) => inside(name, Path::is_file),
            Sign::Folder(name) => inside(name, Path::is_dir),
            Sign::FileLike(start, end) => file_like(folder, start, end),
            Sign::Called(name) => itself(name_of(folder) == Some(name)),
            Sign::CalledLike(start) => {
                itself(name_of(folder).is_some_and(|name| name.starts_with(start)))
            }
            Sign::Within(above, name) => itself(
                name_of(folder) == Some(name) && folder.parent().and_then(name_of) == Some(above),
            ),
        }
    }
}

fn name_of(folder: &Path) -> Option<&str> {
    match folder.components().next_back()? {
        Component::Normal(name) => name.to_str(),
        _ => None,
    }
}

fn file_like(folder: &Path, start: &str, end: &str) -> Option<PathBuf> {
    let entries = folder.read_dir().ok()?.filter_map(Result::ok);
    let fits = |name: &str| name.starts_with(start) && name.ends_with(end);
    entries.filter(|entry| entry.file_name().to_str().is_some_and(fits)).map(|it| it.path()).min()
}
