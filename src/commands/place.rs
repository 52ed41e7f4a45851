//! Where a command is to write a file.

use std::path::Path;

use crate::domain::shell_word;
use crate::error::{Error, Result};

/// An error unless the folder is there in which the file is to be. A name that ends with a slash is
/// a folder's.
pub(crate) fn require_folder_of(file: &Path) -> Result<()> {
    let is_folder = file.as_os_str().as_encoded_bytes().ends_with(b"/");
    let folder = if is_folder { Some(file) } else { file.parent() };
    match folder.filter(|folder| !folder.as_os_str().is_empty() && !folder.is_dir()) {
        None => Ok(()),
        Some(folder) => Err(Error::not_found(format!("there is no folder {}", folder.display()))
            .hint(format!("make it first: mkdir -p {}", shell_word(&folder.to_string_lossy())))),
    }
}
