//! A casebook into a case folder.

use std::path::{Path, PathBuf};

use crate::error::Result;
use crate::exchange::case::CaseFolderWriter;
use crate::store::{Citations, Store};

/// Writes the state of the casebook, and returns the files. With `replace`, files of a case folder
/// that are there already are replaced; otherwise they are an error.
pub fn export_case(store: &Store, folder: &Path, replace: bool) -> Result<Vec<PathBuf>> {
    let variables = store.variable_names()?.into_iter().collect();
    let mut writer = if replace {
        CaseFolderWriter::replace(folder, variables)?
    } else {
        CaseFolderWriter::create(folder, variables)?
    };
    store.each_source(|source| writer.source(&source.record))?;
    store.each_claim(|claim| writer.claim(&claim.record))?;
    store.each_citation(Citations::All, |citation| writer.citation(&citation.record))?;
    store.each_lineage(|lineage| writer.lineage(&lineage))?;
    store.each_review(None, |review| writer.review(&review.record))?;
    store.each_waiver(None, |waiver| writer.waiver(&waiver.record))?;
    writer.finish()
}
