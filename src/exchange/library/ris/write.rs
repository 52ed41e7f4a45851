//! A source as an entry.

use std::fmt::Write;

use super::entry::{fields, keys};
use super::tag::{ER, ID, Tag};
use super::values::lines;
use crate::domain::Source;
use crate::error::Result;
use crate::exchange::library::{Losses, losses};

/// The entry of a source; counts what it does not say.
pub(super) fn written(source: &Source, losses: &mut Losses) -> Result<String> {
    let mut text = String::new();
    let mut line = |tag: Tag, value: &str| {
        // Writing into a text cannot fail.
        let _ = writeln!(text, "{tag}  - {}", lines(value));
    };
    fields(source).iter().for_each(|(tag, value)| line(*tag, value));
    keys(source).iter().for_each(|key| line(ID, key));
    line(ER, "");
    losses::count(source, super::read::entries(&text).next(), "ris", losses);
    Ok(text)
}
