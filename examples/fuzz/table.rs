//! What must hold of every table in CSV.

use twosource::domain::{check_claim, check_source};
use twosource::exchange::table::{Asked, Table, TableSubject, merged_claim, merged_source};

/// The promise that a text breaks, if it breaks one.
pub(crate) fn broken_promise(text: &str) -> Option<String> {
    TableSubject::ALL.iter().find_map(|subject| {
        let asked = Asked { subject: Some(*subject), ..Asked::default() };
        Table::open(text, "input", &asked).ok().and_then(|table| broken_in(&table))
    })
}

fn broken_in(table: &Table<'_>) -> Option<String> {
    let mut rejects = Vec::new();
    match table.subject() {
        TableSubject::Sources => {
            for entry in table.sources() {
                match entry {
                    Ok(entry) if check_source(&entry.source).is_err() => {
                        return Some(format!("a source that cannot be written: {entry:?}"));
                    }
                    Ok(entry)
                        if merged_source(table, &entry.source, &entry.source) != entry.source =>
                    {
                        return Some(format!("a source that is not itself: {entry:?}"));
                    }
                    Ok(_) => {}
                    Err(fault) => rejects.push((fault.span, fault.error.to_string())),
                }
            }
        }
        TableSubject::Claims => {
            for entry in table.claims() {
                match entry {
                    Ok(entry) if check_claim(&entry.claim).is_err() => {
                        return Some(format!("a claim that cannot be written: {entry:?}"));
                    }
                    Ok(entry) if merged_claim(&entry.claim, &entry.claim) != entry.claim => {
                        return Some(format!("a claim that is not itself: {entry:?}"));
                    }
                    Ok(_) => {}
                    Err(fault) => rejects.push((fault.span, fault.error.to_string())),
                }
            }
        }
    }
    // What is left out comes back as a table.
    let again = table.rejected(&rejects);
    let asked = Asked { subject: Some(table.subject()), ..Asked::default() };
    Table::open(&again, "rejects", &asked)
        .err()
        .map(|error| format!("rejects are no table: {error}"))
}
