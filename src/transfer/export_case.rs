//! A casebook into a case folder, or into JSON Lines.

use std::path::{Path, PathBuf};

use super::outside::Outside;
use super::pseudonyms::Pseudonyms;
use crate::domain::{Ended, Judged, Pin, Review, Waiver};
use crate::error::Result;
use crate::exchange::case::{CaseFolderWriter, CaseWriter, JsonLinesWriter};
use crate::store::{Citations, Store};

/// How a case folder is to be written.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq)]
pub struct ExportOptions {
    /// Files of a case folder that are there already are replaced; otherwise they are an error.
    pub replace: bool,
    /// Confidential sources go out under their own names.
    pub include_confidential: bool,
}

/// What was written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Exported {
    /// The files.
    pub files: Vec<PathBuf>,
    /// How many sources went out under a pseudonym.
    pub confidential: usize,
    /// How many went out without their creators.
    pub background: usize,
}

/// What was written as lines.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct ExportedLines {
    /// The file.
    pub text: String,
    /// How many sources went out under a pseudonym.
    pub confidential: usize,
    /// How many went out without their creators.
    pub background: usize,
}

/// Writes the state of the casebook, as it is at one moment.
pub fn export_case(store: &Store, folder: &Path, options: ExportOptions) -> Result<Exported> {
    store.in_snapshot(|store| export(store, folder, options))
}

fn export(store: &Store, folder: &Path, options: ExportOptions) -> Result<Exported> {
    let include = options.include_confidential;
    let names = if include { Pseudonyms::none() } else { Pseudonyms::of(store)? };
    // The name of a variable can tell something, too.
    let outside = if include { None } else { Outside::of(store)? };
    let shown = outside.as_ref().map_or(store, Outside::store);
    let variables = shown.variable_names()?.into_iter().collect();
    let mut writer = if options.replace {
        CaseFolderWriter::replace(folder, variables)?
    } else {
        CaseFolderWriter::create(folder, variables)?
    };
    write(store, &names, &mut writer)?;
    let (confidential, background) = (names.confidential(), names.background());
    Ok(Exported { files: writer.finish()?, confidential, background })
}

/// The state of the casebook as JSON Lines, as it is at one moment.
pub fn export_json_lines(store: &Store, include_confidential: bool) -> Result<ExportedLines> {
    store.in_snapshot(|store| {
        let names = if include_confidential { Pseudonyms::none() } else { Pseudonyms::of(store)? };
        let mut writer = JsonLinesWriter::default();
        write(store, &names, &mut writer)?;
        let (confidential, background) = (names.confidential(), names.background());
        Ok(ExportedLines { text: writer.finish(), confidential, background })
    })
}

fn write(store: &Store, names: &Pseudonyms, writer: &mut impl CaseWriter) -> Result<()> {
    store.each_source(|source| writer.source(&names.source(&source.record)?))?;
    store.each_claim(|claim| writer.claim(&names.claim(&claim.record)?))?;
    store.each_citation(Citations::All, |row| writer.citation(&names.citation(&row.record)?))?;
    store.each_lineage(|row| match names.lineage(&row)? {
        Some(row) => writer.lineage(&row),
        None => Ok(()),
    })?;
    let judged = store.judgements(None)?;
    for Judged { record, ended, .. } in judged.reviews {
        writer.review(&Review { pin: pin(ended), ..record })?;
    }
    for Judged { record, ended, .. } in judged.waivers {
        writer.waiver(&Waiver { pin: pin(ended), ..record })?;
    }
    store.rule_severities()?.iter().try_for_each(|set| writer.rule(set))?;
    for said in store.distinctions()? {
        if names.tells_distinction(store, &said)? {
            writer.distinction(&said)?;
        }
    }
    for alias in store.aliases()? {
        if names.tells_alias(store, &alias)? {
            writer.alias(&alias)?;
        }
    }
    store.each_assignment(None, |row| writer.assignment(&row.record))?;
    match store.review_policy_setting()? {
        Some(set) => writer.review_policy(&set.record),
        None => Ok(()),
    }
}

/// What a folder says of a judgement: only that it has ended, because what it was given for is in the
/// folder itself.
fn pin(ended: Option<Ended>) -> Pin {
    ended.map_or(Pin::Entered, |ended| Pin::Ended(ended.since))
}
