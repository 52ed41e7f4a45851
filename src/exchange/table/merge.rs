//! What becomes of a record when the row that it came from comes again.
//!
//! An empty cell says nothing, and neither does one with what is so anyway (`open`, `normal`): so a table
//! never opens a source that is confidential.

use super::Table;
use crate::domain::{Claim, Confidentiality, LineageState, Nature, Priority, Source, Standing};
use crate::exchange::library::merged_kept;

/// The known source with what the row says otherwise.
pub fn merged_source(table: &Table<'_>, known: &Source, row: &Source) -> Source {
    let mut row = row.clone();
    if !table.columns().iter().any(|column| column.field.as_deref() == Some("kind")) {
        // It was only guessed.
        row.kind = known.kind;
    }
    let mut new = merged_kept("csv", known, &row);
    if row.lineage != LineageState::Unknown {
        new.lineage = row.lineage;
    }
    if row.standing != Standing::Active {
        new.standing = row.standing;
    }
    if row.grade.is_some() {
        new.grade = row.grade;
    }
    if row.confidentiality != Confidentiality::Open {
        new.confidentiality = row.confidentiality;
    }
    new
}

/// The known claim with what the row says otherwise.
pub fn merged_claim(known: &Claim, row: &Claim) -> Claim {
    let mut new = known.clone();
    new.statement.clone_from(&row.statement);
    for (field, said) in [
        (&mut new.claimant, &row.claimant),
        (&mut new.logged_by, &row.logged_by),
        (&mut new.note, &row.note),
    ] {
        if said.is_some() {
            field.clone_from(said);
        }
    }
    if row.claimed_on.is_some() {
        new.claimed_on.clone_from(&row.claimed_on);
    }
    if !row.tags.is_empty() {
        new.tags.clone_from(&row.tags);
    }
    for appearance in &row.appearances {
        if !new.appearances.contains(appearance) {
            new.appearances.push(appearance.clone());
        }
    }
    if row.nature != Nature::Fact {
        new.nature = row.nature;
    }
    if row.priority != Priority::Normal {
        new.priority = row.priority;
    }
    new
}
