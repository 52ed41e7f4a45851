//! Which records were changed outside: those that are not as history says.
//!
//! The digest of the content only tells that something differs. History says more: every change keeps
//! the records it wrote and took away. What was written and never taken away should be there (the
//! *expected* records, in a temporary table, so that memory stays flat); what is there should have
//! been written. The records of an import are not kept one by one: of these it can only be said which
//! import they came with.

use serde_json::Value as Json;

use super::super::Store;
use super::super::change::Record;
use super::super::digest::ContentDigest;
use super::super::digest::{Digester, RecordDigest};
use super::super::embedded::explained;
use super::super::engine::{Engine, Statement, params};
use super::faults::{Faults, NAMED};
use super::records::each_record;
use super::{file, past};
use crate::error::{Error, Result};

/// A record that is there although no change wrote it.
struct Stranger {
    json: Json,
    digest: RecordDigest,
}

/// How many strangers are kept in memory; more are only counted.
const KEPT: usize = 1000;

/// Adds a fault for each record that is not as history says, as far as that can be told. `found` is
/// the digest of the records that are there, `promised` that of those which should be.
pub(super) fn name(
    store: &Store,
    faults: &mut Faults,
    found: ContentDigest,
    promised: ContentDigest,
) -> Result<()> {
    let reading = file::is_for_reading(store);
    // Reading only forbids a temporary table too.
    let query_only =
        |on: bool| store.engine.connection.pragma_update(None, "query_only", on).map_err(explained);
    query_only(false)?;
    let outcome = compare(store, faults, found, promised);
    query_only(reading)?;
    outcome
}

fn compare(
    store: &Store,
    faults: &mut Faults,
    found: ContentDigest,
    promised: ContentDigest,
) -> Result<()> {
    expect(store)?;
    let (mut strangers, uncounted) = strangers(store)?;
    faults.add_unnamed(uncounted);
    let mut mended = found;
    let mut digester = Digester::default();
    let sql = "SELECT change, position FROM temp.expected WHERE net > 0 ORDER BY change, position";
    store.engine.query(sql, params! {}, &mut |row| {
        let change = row.integer("change")?;
        let Some(lost) = past::record(store, change, row.integer("position")?)? else {
            return Ok(());
        };
        if past::accounted_for(store, &lost, change)? {
            return Ok(());
        }
        let mut fields = String::new();
        let what = match counterpart(&strangers, &lost) {
            Some(position) => {
                let stranger = strangers.swap_remove(position);
                mended.subtract(&stranger.digest);
                fields = format!(", {}", past::differing(&lost, &stranger.json).join(", "));
                "changed"
            }
            None => "removed",
        };
        if let Some(digest) = past::digest(&lost, &mut digester) {
            mended.add(&digest);
        }
        let (name, wrote) = (past::name(&lost), past::change(store, change)?);
        faults.add(format!("{name}{fields}: was {what} outside twosource; {wrote} wrote it last"));
        Ok(())
    })?;
    for stranger in &strangers {
        mended.subtract(&stranger.digest);
        let name = past::name(&stranger.json);
        faults.add(format!("{name}: was added outside twosource, no change wrote it"));
    }
    if mended != promised {
        faults.add(past::among_imports(store)?);
    }
    Ok(())
}

/// Fills the temporary table with what history says should be there: digests, how often each was
/// written more than taken away, and where it was written last.
fn expect(store: &Store) -> Result<()> {
    let table = "CREATE TEMP TABLE expected (
                     digest BLOB NOT NULL PRIMARY KEY, net INTEGER NOT NULL,
                     change INTEGER NOT NULL, position INTEGER NOT NULL
                 ) STRICT, WITHOUT ROWID";
    store.engine.connection.execute_batch(table).map_err(explained)?;
    let mut digester = Digester::default();
    let sql = "SELECT id, before, after FROM change ORDER BY id";
    store.engine.query(sql, params! {}, &mut |row| {
        let change = row.integer("id")?;
        for (column, step) in [("before", -1_i64), ("after", 1)] {
            // A change that cannot be read is a broken link, and reported as that.
            let records = row.optional_text(column).ok().flatten();
            for (position, record) in (0_i64..).zip(past::records(records.as_deref())) {
                if let Some(digest) = past::digest(&record, &mut digester) {
                    note(store, &digest, step, change, position)?;
                }
            }
        }
        Ok(())
    })
}

fn note(store: &Store, digest: &RecordDigest, step: i64, change: i64, at: i64) -> Result<()> {
    let sql = "INSERT INTO temp.expected (digest, net, change, position)
               VALUES (:digest, :step, :change, :position)
               ON CONFLICT (digest) DO UPDATE SET net = net + :step,
                 change = CASE WHEN :step > 0 THEN :change ELSE change END,
                 position = CASE WHEN :step > 0 THEN :position ELSE position END";
    let parameters = params! { digest: bytes(digest), step: step, change: change, position: at };
    store.engine.run(&[Statement::new(sql, parameters)]).map_err(explained)
}

fn bytes(digest: &RecordDigest) -> Vec<u8> {
    let mut sum = ContentDigest::default();
    sum.add(digest);
    sum.to_bytes().to_vec()
}

/// Ticks off what is there, and returns what no change wrote, with the count of those not kept.
fn strangers(store: &Store) -> Result<(Vec<Stranger>, u64)> {
    let (mut strangers, mut uncounted) = (Vec::new(), 0);
    let mut digester = Digester::default();
    let mut imports = past::Imports::default();
    each_record(store, &mut |visited| {
        // What cannot be read is reported elsewhere.
        let Ok(visited) = visited else { return Ok(()) };
        let digest = visited.record.digest(&mut digester);
        let sql = "UPDATE temp.expected SET net = net - 1 WHERE digest = :digest";
        let tick = Statement::new(sql, params! { digest: bytes(&digest) });
        store.engine.run(&[tick]).map_err(explained)?;
        if store.engine.connection.changes() > 0 || imports.contain(store, visited.version)? {
            return Ok(());
        }
        if strangers.len() < KEPT {
            strangers.push(Stranger { json: json(&visited.record)?, digest });
        } else {
            uncounted += 1;
        }
        Ok(())
    })?;
    Ok((strangers, uncounted))
}

fn json(record: &Record<'_>) -> Result<Json> {
    serde_json::to_value(record)
        .map_err(|error| Error::storage(format!("a record cannot be written down: {error}")))
}

/// The stranger that stands where the lost record stood: of the same kind, and with the same key, or
/// the same but for one field. Of several the one most like it.
fn counterpart(strangers: &[Stranger], lost: &Json) -> Option<usize> {
    // A long search for each of many is not worth it: only so many are named.
    let near = strangers.iter().take(NAMED * NAMED).enumerate();
    near.filter(|(_, stranger)| stranger.json["record"] == lost["record"])
        .map(|(position, stranger)| (past::differing(lost, &stranger.json).len(), position))
        .filter(|(differing, position)| {
            *differing == 1 || past::same_place(lost, &strangers[*position].json)
        })
        .min()
        .map(|(_, position)| position)
}
