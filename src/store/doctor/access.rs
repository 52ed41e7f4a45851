//! Who may read the casebook: it holds names that its owner promised to protect.

use std::path::Path;

use super::super::Store;
use super::super::open::beside;
use super::{Finding, Severity};
use crate::domain::shell_word;

const NAME: &str = "access";

/// Whether others than its owner may read or write the file, its helper files and the copies beside it, as
/// far as the system knows of owners.
pub(super) fn findings(store: &Store) -> Vec<Finding> {
    let path = store.path();
    let mut files = vec![path.to_owned()];
    files.extend(["-wal", "-shm"].map(|ending| beside(path, ending)));
    files.extend(store.copies_beside());
    let open = files.iter().filter_map(|file| Some((file, open_to_others(file)?)));
    let found: Vec<Finding> = open
        .map(|(file, mode)| Finding {
            name: NAME,
            severity: Severity::Warning,
            message: format!("others than its owner may read {} (mode {mode:o})", file.display()),
            hint: Some(format!(
                "if only you are to read it: chmod 600 {}",
                shell_word(&file.to_string_lossy())
            )),
        })
        .collect();
    if found.is_empty() && cfg!(unix) {
        return vec![Finding::ok(NAME, "only its owner may read it")];
    }
    found
}

/// The permissions of a file that others can read or write, unless its folder keeps them out.
#[cfg(unix)]
fn open_to_others(file: &Path) -> Option<u32> {
    use std::os::unix::fs::PermissionsExt;
    let mode = |path: &Path| Some(path.metadata().ok()?.permissions().mode() & 0o777);
    let folder = match file.parent() {
        Some(folder) if !folder.as_os_str().is_empty() => folder,
        _ => Path::new("."),
    };
    let (own, around) = (mode(file)?, mode(folder).unwrap_or(0o777));
    let group = own & 0o060 != 0 && around & 0o010 != 0;
    let others = own & 0o006 != 0 && around & 0o001 != 0;
    (group || others).then_some(own)
}

#[cfg(not(unix))]
fn open_to_others(_: &Path) -> Option<u32> {
    None
}
