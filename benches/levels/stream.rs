//! The least that anybody must do who computes levels: read every row they follow from once.

use rusqlite::types::ValueRef;
use rusqlite::{Connection, Row};

use super::support::Outcome;

/// What was read: columns of numbers, and all texts in one buffer.
#[derive(Default)]
pub(crate) struct Arrays {
    pub(crate) numbers: Vec<Vec<u32>>,
    pub(crate) texts: Vec<u8>,
    pub(crate) ends: Vec<u32>,
}

/// The queries, and whether the last column is a text to keep; other texts are words of closed lists.
const QUERIES: [(&str, bool); 8] = [
    (
        "SELECT claim_id, source_id, id FROM citation WHERE stance = 'supports' ORDER BY claim_id",
        false,
    ),
    ("SELECT citation_id, source_id FROM attribution", false),
    ("SELECT claim_id, source_id FROM appearance", false),
    ("SELECT id, standing, lineage FROM source", false),
    ("SELECT source_id, origin_id, relation FROM lineage", false),
    ("SELECT source_id, creator_id, role FROM creator_role", false),
    ("SELECT id, unnamed, voice FROM creator", true),
    ("SELECT source_id, name FROM strong_identifier", true),
];

/// Reads all of it.
pub(crate) fn all(connection: &Connection) -> Outcome<Arrays> {
    let mut arrays = Arrays::default();
    for (sql, keeps_text) in QUERIES {
        let mut query = connection.prepare(sql)?;
        let mut numbers = vec![Vec::new(); query.column_count() - usize::from(keeps_text)];
        let mut rows = query.query([])?;
        while let Some(row) = rows.next()? {
            take(row, &mut numbers)?;
            if keeps_text {
                arrays.texts.extend_from_slice(row.get_ref(numbers.len())?.as_bytes()?);
                arrays.ends.push(arrays.texts.len() as u32);
            }
        }
        arrays.numbers.extend(numbers);
    }
    Ok(arrays)
}

fn take(row: &Row<'_>, numbers: &mut [Vec<u32>]) -> Outcome<()> {
    for (column, numbers) in numbers.iter_mut().enumerate() {
        numbers.push(match row.get_ref(column)? {
            ValueRef::Integer(number) => number as u32,
            // The first letters tell the words of a closed list apart.
            text => {
                text.as_bytes()?.iter().take(4).fold(0, |word, byte| word << 8 | u32::from(*byte))
            }
        });
    }
    Ok(())
}
