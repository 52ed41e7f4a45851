//! That somebody has shown outside what is confidential: a change that changes no record.

use super::super::Store;
use super::super::change::{Change, Signature};
use super::super::history::Disclosed;
use crate::error::{Error, Result};

impl Store {
    /// Notes in the history that what is confidential goes out; `action` names the command that shows
    /// it. Nothing that is confidential is noted itself.
    pub fn note_disclosure(
        &self,
        signature: &Signature,
        action: &str,
        disclosed: &Disclosed,
    ) -> Result<()> {
        let note = serde_json::to_value(disclosed)
            .map_err(|error| Error::storage(format!("it cannot be noted: {error}")))?;
        self.change(signature, |_| {
            let mut change = Change::new(action);
            change.stands_alone();
            change.notes(serde_json::json!({ "disclosed": note }));
            Ok((change, ()))
        })
    }
}
