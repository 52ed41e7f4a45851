//! What takes the records of a case: a folder of files, or the lines of one.

use std::borrow::Cow;

use super::tables::{
    self, Table, alias, appearance, assignment, citation, claim, distinction, lineage, review,
    review_policy, rule, source, waiver,
};
use crate::domain::{
    Alias, Assignment, Citation, Claim, Distinction, Lineage, Review, ReviewPolicySetting,
    RuleSeverity, Source, Waiver,
};
use crate::error::Result;

/// A record as cells.
pub struct CaseRow<'r> {
    pub(super) table: &'static Table,
    /// Those of the columns of the table, in their order.
    pub(super) cells: &'r [Cow<'r, str>],
    /// Those of the further columns of a source.
    pub(super) variables: &'r [(String, String)],
}

/// Takes the records of a case, in any order.
pub trait CaseWriter {
    /// Takes one record.
    ///
    /// # Errors
    ///
    /// Where it cannot be written, and where it could not be read back.
    fn row(&mut self, row: &CaseRow<'_>) -> Result<()>;

    /// Takes a source. For errors, here and in the following, see [`row`](CaseWriter::row).
    fn source(&mut self, record: &Source) -> Result<()> {
        let (cells, variables) = (&source::cells(record), &record.variables);
        self.row(&CaseRow { table: &tables::SOURCES, cells, variables })
    }

    /// Takes a claim and where it appears.
    fn claim(&mut self, record: &Claim) -> Result<()> {
        self.row(&plain(&tables::CLAIMS, &claim::cells(record)))?;
        for further in record.appearances.iter().skip(1) {
            self.row(&plain(&tables::APPEARANCES, &appearance::cells(&record.key, further)))?;
        }
        Ok(())
    }

    /// Takes a citation.
    fn citation(&mut self, record: &Citation) -> Result<()> {
        self.row(&plain(&tables::CITATIONS, &citation::cells(record)))
    }

    /// Takes a row of lineage.
    fn lineage(&mut self, record: &Lineage) -> Result<()> {
        self.row(&plain(&tables::LINEAGE, &lineage::cells(record)))
    }

    /// Takes a review.
    fn review(&mut self, record: &Review) -> Result<()> {
        self.row(&plain(&tables::REVIEWS, &review::cells(record)))
    }

    /// Takes a waiver.
    fn waiver(&mut self, record: &Waiver) -> Result<()> {
        self.row(&plain(&tables::WAIVERS, &waiver::cells(record)))
    }

    /// Takes a severity that was set.
    fn rule(&mut self, record: &RuleSeverity) -> Result<()> {
        self.row(&plain(&tables::RULES, &rule::cells(record)))
    }

    /// Takes a distinction.
    fn distinction(&mut self, record: &Distinction) -> Result<()> {
        self.row(&plain(&tables::DISTINCTIONS, &distinction::cells(record)))
    }

    /// Takes another spelling of a name.
    fn alias(&mut self, record: &Alias) -> Result<()> {
        self.row(&plain(&tables::ALIASES, &alias::cells(record)))
    }

    /// Takes who is to review a claim.
    fn assignment(&mut self, record: &Assignment) -> Result<()> {
        self.row(&plain(&tables::ASSIGNMENTS, &assignment::cells(record)))
    }

    /// Takes what a verdict needs to stand.
    fn review_policy(&mut self, record: &ReviewPolicySetting) -> Result<()> {
        self.row(&plain(&tables::REVIEW_POLICY, &review_policy::cells(record)))
    }
}

/// A record of a table that has no further columns.
fn plain<'r>(table: &'static Table, cells: &'r [Cow<'r, str>]) -> CaseRow<'r> {
    CaseRow { table, cells, variables: &[] }
}
