//! Tests of the store: opening, the write path, what happens when two write, what the doctor sees.

// A test that cannot get its casebook has nothing better to do than to panic, and its name says
// what it is about.
#![allow(clippy::unwrap_used, missing_docs)]

mod backup;
mod conflicts;
mod damage;
mod desk;
mod edits_leave_changes;
mod elsewhere;
mod full_disk;
mod imports;
mod judgements;
mod kept_levels;
mod merges;
mod opening;
mod order_free;
mod races;
mod random_edits;
mod reach;
mod read_only;
mod redaction;
mod reviewing;
mod reviews;
mod sizes;
mod tampering;
