//! Entries as sources.

use super::entry::kept;
use super::meaning::{Fields, understood};
use super::piece::{DA, PY, Piece, Y1};
use super::records::{Record, Records};
use super::tag::{Dash, ID, TY};
use super::values::joined;
use crate::domain::{Source, check_source, proposed_key};
use crate::error::{Error, Result};
use crate::exchange::library::{Entry, Fault, Warning};

/// How many lines at the beginning are looked at: some databases put a page of headings there.
const LOOKED_AT: usize = 200;

/// Whether one of the first lines says of what type the first entry is.
pub(super) fn recognises(text: &str) -> bool {
    let end = text.split_inclusive(['\n', '\r']).take(LOOKED_AT).map(str::len).sum();
    Dash::of(&text[..end]).is_some()
}

/// The entries of a file, in order; one that is broken does not keep the others from being read.
pub(super) fn entries(text: &str) -> impl Iterator<Item = std::result::Result<Entry, Fault>> {
    Records::of(text).map(entry)
}

fn entry(record: Record) -> std::result::Result<Entry, Fault> {
    let Record { line, span, fields } = record;
    let key = fields.iter().find(|(tag, _)| *tag == ID).map(|(_, value)| joined(value));
    match source(&fields, key.as_deref()) {
        Ok(source) => {
            let warnings = warnings(&fields, &source);
            Ok(Entry { line, source, warnings, span, has_key: key.is_some() })
        }
        Err(error) => Err(Fault { line, key, error, span }),
    }
}

fn source(fields: &Fields, key: Option<&str>) -> Result<Source> {
    if fields.first().is_none_or(|(tag, _)| *tag != TY) {
        return Err(Error::invalid("the entry does not begin with a line `TY  - `").hint(
            "put the type of the work above it: `TY  - JOUR`, or `TY  - GEN` for any other",
        ));
    }
    // Without a key of its own it gets one once it is known what it is.
    let mut source = understood(fields, key.unwrap_or("-").parse()?);
    if key.is_none() {
        source.key = proposed_key(&source).parse()?;
    }
    source.variables.extend(kept(fields, &source));
    source.variables.sort();
    check_source(&source)?;
    Ok(source)
}

fn warnings(fields: &Fields, source: &Source) -> Vec<Warning> {
    let mut warnings = Vec::new();
    let accessed = Piece::Accessed.tags(source.kind);
    for (tags, is_understood) in
        [(&[DA, Y1, PY][..], source.issued.is_some()), (accessed, source.accessed.is_some())]
    {
        let found = fields.iter().find(|(tag, _)| tags.contains(tag));
        if let Some((tag, value)) = found.filter(|_| !is_understood) {
            let message = "is no date that EDTF can say; kept as text".to_owned();
            warnings.push(Warning { field: tag.to_string(), value: value.clone(), message });
        }
    }
    warnings
}
