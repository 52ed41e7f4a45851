//! What a row of each file means. One module per file: its columns, and a record from a row and back.

mod csl;

pub(super) mod alias;
pub(super) mod appearance;
pub(super) mod assignment;
pub(super) mod citation;
pub(super) mod claim;
pub(super) mod distinction;
pub(super) mod lineage;
pub(super) mod review;
pub(super) mod review_policy;
pub(super) mod rule;
pub(super) mod source;
pub(super) mod waiver;

pub use appearance::AppearanceRow;
pub use csl::is_csl_column;

pub(in crate::exchange) use csl::csl_column;
pub(super) use csl::own_column;

use super::file::CaseFile;
use super::header::Column;

/// A file and the columns it may have, in the order in which they are written.
pub(super) struct Table {
    pub(super) file: CaseFile,
    pub(super) columns: &'static [Column],
}

impl Table {
    /// Fails to compile where a column's index is not its place in the list.
    const fn new(file: CaseFile, columns: &'static [Column]) -> Self {
        let mut index = 0;
        while index < columns.len() {
            assert!(columns[index].index == index, "a column's index is its place in the list");
            index += 1;
        }
        Table { file, columns }
    }
}

pub(super) const SOURCES: Table = Table::new(CaseFile::Sources, &source::COLUMNS);
pub(super) const CLAIMS: Table = Table::new(CaseFile::Claims, &claim::COLUMNS);
pub(super) const APPEARANCES: Table = Table::new(CaseFile::Appearances, &appearance::COLUMNS);
pub(super) const CITATIONS: Table = Table::new(CaseFile::Citations, &citation::COLUMNS);
pub(super) const LINEAGE: Table = Table::new(CaseFile::Lineage, &lineage::COLUMNS);
pub(super) const REVIEWS: Table = Table::new(CaseFile::Reviews, &review::COLUMNS);
pub(super) const WAIVERS: Table = Table::new(CaseFile::Waivers, &waiver::COLUMNS);
pub(super) const RULES: Table = Table::new(CaseFile::Rules, &rule::COLUMNS);
pub(super) const DISTINCTIONS: Table = Table::new(CaseFile::Distinctions, &distinction::COLUMNS);
pub(super) const ALIASES: Table = Table::new(CaseFile::Aliases, &alias::COLUMNS);
pub(super) const ASSIGNMENTS: Table = Table::new(CaseFile::Assignments, &assignment::COLUMNS);
pub(super) const REVIEW_POLICY: Table = Table::new(CaseFile::ReviewPolicy, &review_policy::COLUMNS);
