//! `twosource history export`.

use clap::Args;

use crate::commands::context::Context;
use crate::commands::deliver::{OutputFile, deliver};
use crate::commands::disclosure::Disclosure;
use crate::commands::past_view::past_outside;
use crate::commands::tree::Outcome;
use crate::commands::wording::counted;
use crate::error::Result;
use crate::transfer::export_history;

/// Write the whole history for an archive, with what it takes to verify it
///
/// JSON Lines: the first line says how the hashes are made, so that they can be verified without
/// twosource; then each change with the records before and after it, and its hashes; the last line is
/// the head. `twosource history --verify FILE` says years later whether the casebook still continues it.
///
/// What a change did is left out where it holds something confidential: a confidential source, what
/// names it, or the name of somebody on background. From the first such change on the digests are left
/// out too, by which a guess at it could be confirmed: `twosource history --verify FILE` can verify that
/// part where the casebook is, nobody can by the file alone. With --include-confidential nothing is left
/// out.
///
/// Its hashes are BLAKE3, 32 bytes each. payload_digest is made over salt, at, actor, action, before and
/// after, each with its length in front (8 bytes, the lowest first; of null 8 bytes of ff). hash is made
/// over the number of the change (8 bytes, the lowest first), the hash of the change before (32 bytes of
/// zero before the first), payload_digest and content_digest.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource history export --output history-2026-11.jsonl
  twosource history export --include-confidential --output vault/history.jsonl
  twosource history --verify history-2026-11.jsonl")]
pub(crate) struct Export {
    #[command(flatten)]
    file: OutputFile,

    #[command(flatten)]
    disclosure: Disclosure,
}

impl Export {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        self.file.require_free()?;
        let store = context.read()?;
        let place = (&self.file).into();
        let outside = past_outside(context, &store, &self.disclosure, place, "history export")?;
        let exported = export_history(&store, outside.is_none())?;
        let written = format!("wrote {}", counted(exported.changes, "change"));
        deliver(context, &exported.text, &self.file, &written)?;
        if let Some(fault) = exported.fault {
            context.console.warning(&format!("the history is broken, and proves nothing: {fault}"));
            context.console.hint("`twosource doctor` says more; keep this file as evidence");
        }
        if exported.withheld > 0 {
            let changes = counted(exported.withheld, "change");
            context.console.status(format!(
                "left out what {changes} did, which hold something confidential, and the digests from the \
                 first of these on; `twosource history --verify FILE` verifies them with the casebook"
            ));
        }
        Ok(Outcome::Done)
    }
}
