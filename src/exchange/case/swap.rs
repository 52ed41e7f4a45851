//! Putting the files of a new case folder in the place of the old ones.

use std::fs::{self, File};
use std::path::{Path, PathBuf};

use tempfile::TempPath;

use super::file::CaseFile;
use super::output::failed;
use crate::error::Result;

/// Gives the written files their names, and says which paths that makes.
///
/// # Errors
///
/// Where the disk does not take it; the folder then is as it was before.
pub(super) fn swap_in(folder: &Path, written: Vec<(CaseFile, TempPath)>) -> Result<Vec<PathBuf>> {
    let mut swap = Swap { folder, set_aside: Vec::new(), placed: Vec::new() };
    swap.run(written).inspect_err(|_| swap.undo())?;
    let placed = swap.tidy();
    sync_folder(folder);
    Ok(placed)
}

/// The exchange of the files that were there for the new ones, which can be taken back.
struct Swap<'a> {
    folder: &'a Path,
    /// What was there: its name, and the name it has for the time being.
    set_aside: Vec<(PathBuf, PathBuf)>,
    placed: Vec<PathBuf>,
}

impl Swap<'_> {
    fn run(&mut self, written: Vec<(CaseFile, TempPath)>) -> Result<()> {
        for file in CaseFile::existing_in(self.folder) {
            let path = file.path_in(self.folder);
            let aside = self.folder.join(format!(".{file}.{}.replaced", std::process::id()));
            fs::rename(&path, &aside).map_err(|error| failed(file, &error))?;
            self.set_aside.push((path, aside));
        }
        for (file, temporary) in written {
            let path = file.path_in(self.folder);
            temporary.persist(&path).map_err(|error| failed(file, &error.error))?;
            self.placed.push(path);
        }
        Ok(())
    }

    /// Best effort: whatever cannot be put back stays beside it under its other name.
    fn undo(&mut self) {
        for path in self.placed.drain(..) {
            let _ = fs::remove_file(path);
        }
        for (path, aside) in self.set_aside.drain(..) {
            let _ = fs::rename(aside, path);
        }
    }

    fn tidy(self) -> Vec<PathBuf> {
        for (_, aside) in self.set_aside {
            let _ = fs::remove_file(aside);
        }
        self.placed
    }
}

/// Makes the names in a folder last through a power failure, where the system knows how.
fn sync_folder(folder: &Path) {
    // Some file systems refuse this for folders; the files themselves are on the disk already.
    let _ = File::open(folder).and_then(|folder| folder.sync_all());
}
