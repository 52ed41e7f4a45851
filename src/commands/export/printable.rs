//! Sources and citations as they may be printed.

use std::collections::HashMap;

use crate::bibliography::{Cite, Item, Warning};
use crate::commands::context::Context;
use crate::domain::{Citation, Key, Standing};
use crate::error::Result;
use crate::store::Store;
use crate::transfer::Pseudonyms;

/// Collects the sources that are cited, each once, with stand-ins for those that are confidential.
pub(crate) struct Printable {
    names: Pseudonyms,
    positions: HashMap<Key, usize>,
    /// The sources.
    pub(crate) items: Vec<Item>,
    /// Those that are no evidence any more, and what has become of each.
    pub(crate) fallen: Vec<(Key, Standing)>,
}

impl Printable {
    /// None yet. To be used in the snapshot in which it was made.
    pub(crate) fn of(store: &Store, include_confidential: bool) -> Result<Self> {
        let names = if include_confidential { Pseudonyms::none() } else { Pseudonyms::of(store)? };
        Ok(Printable { names, positions: HashMap::new(), items: Vec::new(), fallen: Vec::new() })
    }

    /// A citation as a note may show it; of a confidential source no more than that there is one.
    pub(crate) fn cite(&mut self, store: &Store, citation: &Citation) -> Result<Cite> {
        let outside = self.names.citation(citation)?;
        let item = match self.positions.get(&citation.source) {
            Some(position) => *position,
            None => {
                let printed = self.names.printed(&store.source(&citation.source)?.record)?;
                if printed.standing.is_fallen() {
                    self.fallen.push((printed.key.clone(), printed.standing));
                }
                self.positions.insert(citation.source.clone(), self.items.len());
                self.items.push(Item::from(&printed));
                self.items.len() - 1
            }
        };
        Ok(Cite { item, stance: outside.stance, locator: outside.locator })
    }
}

/// Says what a reader of the printed sources should know.
pub(crate) fn told(context: &mut Context, warnings: &[Warning], fallen: &[(Key, Standing)]) {
    for warning in warnings {
        context.console.warning(&format!("{}: {}", warning.key, warning.message));
    }
    for (key, standing) in fallen {
        context.console.warning(&format!("{key} was {standing}"));
    }
}
