//! Pinning the judgements of an import to the evidence as it is once everything is in.

use super::super::Store;
use super::super::change::Record;
use super::super::embedded::explained;
use super::super::engine::{Statement, params};
use super::super::evidence::Pinned;
use super::super::source::Stored;
use super::session::Import;
use crate::domain::Pin;
use crate::error::{Error, Result};

/// How many judgements are pinned at a time.
const AT_A_TIME: usize = 1000;

impl Import<'_> {
    /// Pins the reviews and waivers that came in without having ended: they hold as of this import.
    pub(super) fn pin_judgements(&mut self) -> Result<()> {
        if self.summary.reviews.changes() > 0 {
            self.pin_all(Store::reviews_to_pin, "review", |row| Record::Review(row))?;
        }
        if self.summary.waivers.changes() > 0 {
            self.pin_all(Store::waivers_to_pin, "waiver", |row| Record::Waiver(row))?;
        }
        Ok(())
    }

    fn pin_all<T: Pinned>(
        &mut self,
        next: impl Fn(&Store, i64, i64, usize) -> Result<Vec<Stored<T>>>,
        table: &str,
        record: impl for<'r> Fn(&'r T) -> Record<'r>,
    ) -> Result<()> {
        let update = format!("UPDATE {table} SET evidence = :evidence WHERE id = :id");
        let mut last = 0;
        loop {
            let mut rows = next(self.store, self.version, last, AT_A_TIME)?;
            let Some(end) = rows.last() else { return Ok(()) };
            last = end.id;
            let digests = self.store.evidence_digests(rows.iter().map(|row| row.record.claim()))?;
            for row in &mut rows {
                let digest = digests.get(row.record.claim()).ok_or_else(|| {
                    Error::storage("a judgement is about a claim that is not there")
                })?;
                let parameters = params! { id: row.id, evidence: digest.0.to_vec() };
                let statement = Statement::new(update.clone(), parameters);
                self.store.engine.run(&[statement]).map_err(explained)?;
                row.record.set_pin(Pin::Evidence(*digest));
                self.content.add(&record(&row.record).digest(&mut self.digester));
            }
        }
    }
}
