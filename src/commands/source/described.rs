//! Creators that are described but entered as names.

use crate::commands::context::Context;
use crate::domain::{Credit, NameParts};

/// What somebody is called whose name is withheld, as the last word of a description.
const CALLINGS: [&str; 8] =
    ["official", "officials", "source", "sources", "diplomat", "diplomats", "officer", "officers"];

/// Warns of each creator whose name looks like a description and lacks the mark of one.
pub(crate) fn warn(context: &mut Context, creators: &[Credit]) {
    for credit in creators.iter().filter(|credit| !credit.unnamed) {
        let Some(description) = description(credit) else { continue };
        context.console.warning(&format!(
            "`{}` counts as a name; if the name is withheld write `unnamed: {description}`: \
             unnamed voices are never taken for two different people",
            credit.name
        ));
    }
}

/// The description that a name looks like; braces say that it is a name.
fn description(credit: &Credit) -> Option<&str> {
    let NameParts::Literal(text) = credit.name.parts() else { return None };
    if credit.name.as_written().starts_with('{') {
        return None;
    }
    let (first, rest) = text.split_once(' ').unwrap_or((text, ""));
    if ["unnamed", "anonymous"].contains(&first.to_lowercase().as_str()) {
        return Some(if rest.is_empty() { "somebody" } else { rest });
    }
    let last = text.split_whitespace().next_back()?;
    let is_small = text.starts_with(char::is_lowercase);
    (is_small && CALLINGS.contains(&last.to_lowercase().as_str())).then_some(text)
}
