//! A casebook as those outside may see it.

use std::time::Duration;

use tempfile::TempDir;

use super::export_case::{ExportOptions, export_case};
use super::import_case::import_case;
use crate::error::{Error, Result};
use crate::exchange::case::CaseFolder;
use crate::store::import::ImportOptions;
use crate::store::{Access, CASEBOOK_FILE, Signature, Store};

/// Nobody else works on it.
const WAIT: Duration = Duration::from_secs(10);

/// A casebook that is made of what may leave another: confidential sources are stand-ins in it.
///
/// Whatever follows from it (levels, findings) is what somebody outside would find who has the case
/// folder, and so can tell nothing that the folder does not. It lives in a temporary folder that holds
/// nothing confidential either, and ends with this value.
pub struct Outside {
    store: Store,
    _folder: TempDir,
}

impl Outside {
    /// That of a casebook; `None` where nothing is withheld, so that the casebook itself may be seen.
    pub fn of(store: &Store, signature: &Signature) -> Result<Option<Self>> {
        if store.count_withheld()? == 0 {
            return Ok(None);
        }
        let folder = tempfile::tempdir().map_err(|error| {
            Error::storage(format!("no temporary folder can be made: {error}"))
                .hint("check that there is space for temporary files")
        })?;
        let (case, casebook) = (folder.path().join("case"), folder.path().join(CASEBOOK_FILE));
        export_case(store, &case, ExportOptions::default())?;
        Store::create(&casebook, WAIT)?;
        let outside = Store::open(&casebook, Access::Write, WAIT)?;
        let case = CaseFolder::open(&case)?;
        import_case(&outside, signature, &case, ImportOptions::default(), &mut |_| {})?;
        Ok(Some(Outside { store: outside, _folder: folder }))
    }

    /// The casebook.
    pub fn store(&self) -> &Store {
        &self.store
    }
}
