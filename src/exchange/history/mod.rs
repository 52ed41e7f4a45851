//! A history as JSON Lines, for an archive: each change with its records and its hashes, so that
//! somebody without twosource can verify the chain.
//!
//! The first line says what the file is and how the hashes are made ([`HOW`]), each of the others is a
//! change, and the last is the head. Records stand as the texts over which the digests were made, JSON
//! within JSON: written anew, a record might differ in a byte.

mod hex;
mod line;
mod read;
mod write;

pub use read::{is_history, read_history};
pub use write::{HistoryWriter, Payload};

/// What the first line says the file is.
const SCHEMA: &str = "twosource/history/1";

/// How the hashes are made, for whoever reads the file without twosource.
pub const HOW: &str = "\
All hashes are BLAKE3 with 32 bytes, written as hexadecimal digits. A field of a digest is its length in \
bytes as 8 bytes, the lowest first, then its bytes (of a text: UTF-8); a field that is null is 8 bytes of ff \
and nothing more. payload_digest = BLAKE3 of the fields salt (16 bytes), at, actor, action, before, after; \
before and after as the texts they are here. hash = BLAKE3 of: the number of the change as 8 bytes, the lowest \
first; the hash of the change before (32 bytes; zeros before the first); payload_digest; content_digest. \
content_digest sums up all records of the casebook after the change; it is taken as it stands. Where payload \
is withheld, the change holds something confidential. From the first such change on (or the first that was sealed \
together with one) salt, payload_digest and content_digest are null: with them, a guess at what is withheld could \
be confirmed. There, hash is taken as it stands and before and after are without the digests named pin; that all \
is as it was is proved by `twosource history --verify FILE` where the casebook is, and by an export that leaves \
nothing out. Where payload is redacted (a name was removed for good), \
neither can: the redaction, a later change, says in sealed_from and seal what it left. seal = BLAKE3 of: the \
hash of the change before sealed_from (zeros before the first); then, for each change from sealed_from up to the \
redaction, its number as 8 bytes, its hash, and the BLAKE3 of the fields salt (a field of 0 bytes), at, actor, \
action, before, after. Of sealed changes a head from before the redaction proves nothing, nor of those before \
them: compare an earlier copy of this file.";
