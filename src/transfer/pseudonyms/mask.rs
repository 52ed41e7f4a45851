//! What the store hides of a casebook, so that all of it reads as the pseudonyms let it out.

use super::Pseudonyms;
use crate::domain::Source;
use crate::error::Result;
use crate::store::{Mask, Store, Stored};

impl Pseudonyms {
    /// The mask that makes of a casebook what these let out of it.
    pub(in crate::transfer) fn mask(&self, store: &Store) -> Result<Mask> {
        let mut mask = Mask::default();
        store.each_withheld_source(|stored| {
            let record = self.source(&stored.record)?;
            hide_variables(&mut mask, stored.id, &stored.record, &record);
            mask.sources.push(Stored { record, ..stored });
            Ok(())
        })?;
        if !self.made_in_secret.is_empty() {
            for key in store.sources_with_variable("claimreview:")? {
                let Stored { id, record, .. } = store.source(&key)?;
                hide_variables(&mut mask, id, &record, &self.source(&record)?);
            }
        }
        mask.cut = self.cut.iter().cloned().collect();
        mask.carriers = self.carriers.iter().cloned().collect();
        for alias in store.aliases()? {
            if !self.tells_alias(store, &alias)? {
                mask.aliases.push(alias.spelling);
            }
        }
        for said in store.distinctions()? {
            if !self.tells_distinction(store, &said)? {
                mask.distinctions.push((said.name, said.other));
            }
        }
        Ok(mask)
    }
}

/// Adds the variables that a source has inside and not outside.
fn hide_variables(mask: &mut Mask, id: i64, inside: &Source, outside: &Source) {
    let gone = inside.variables.iter().filter(|known| !outside.variables.contains(known));
    mask.variables.extend(gone.map(|(name, _)| (id, name.clone())));
}
