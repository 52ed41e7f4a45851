//! When a record was last written, to tell whether a judgement is older than what it judges.

use std::cmp::Ordering;

use chrono::{DateTime, Utc};

use crate::domain::Timestamp;

/// When a record was last written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Written {
    /// The change that wrote it; changes are numbered in their order.
    pub version: i64,
    /// The moment of that change.
    pub at: DateTime<Utc>,
    /// Whether that was an import: it brings records that are older than the moment it is made.
    pub imported: bool,
}

/// A record with when it was last written.
#[derive(Debug, Clone)]
pub struct Entered<T> {
    /// The record.
    pub record: T,
    /// When it was last written.
    pub written: Written,
}

impl Written {
    /// Whether this was written after a judgement that was entered as `judged` and bears the date
    /// `moment`.
    ///
    /// The moments decide. Where they leave it open (a day without a time, two changes at one moment),
    /// the order of the changes does. What came with the judgement is not newer than it; nor is what
    /// an import brought before the judgement was entered, whatever date that bears.
    pub(super) fn is_after(&self, judged: &Written, moment: &Timestamp) -> bool {
        let (first, last) = moment.span();
        match self.version.cmp(&judged.version) {
            // Nobody judges later than it is entered, whatever date it bears.
            Ordering::Greater => self.at >= first.min(judged.at),
            Ordering::Equal => false,
            Ordering::Less => !self.imported && self.at > last,
        }
    }
}
