//! Sources that are records of one page.

use std::collections::HashSet;

use crate::commands::context::Context;
use crate::error::Result;
use crate::store::Store;

/// Warns where other sources have the same page, DOI or ECLI: they are no second source.
pub(crate) fn warn(context: &mut Context, store: &Store, key: &str) -> Result<()> {
    let mut named = HashSet::new();
    for (twin, identifier) in store.twins_of_source(key)? {
        if !named.insert(twin.clone()) {
            continue;
        }
        let what = match identifier.split(':').next() {
            Some("doi") => "DOI",
            Some("ecli") => "ECLI",
            _ => "page",
        };
        context.console.warning(&format!(
            "{key} has the same {what} as {twin}: the two will count as one source"
        ));
    }
    Ok(())
}
