//! The fields of an entry that stand for a source, and those that came in otherwise.
//!
//! What came in goes out again as it was. The tags that an entry had are kept in their order under
//! `ris:order`, unless it is the one that would be written anyway; what stands under a tag is kept where
//! it is not what would be written there. A piece of the source that was edited since goes out as it is
//! now, and what was kept of it is left behind.

use super::meaning::{Fields, understood};
use super::piece::{PIECES, Piece};
use super::tag::{ID, Tag};
use super::values::{apart, together};
use crate::domain::{Source, kept_field};

/// Under which name the order of the tags is kept.
const ORDER: &str = "order";
/// What stands between a tag and how many of its values come at this place, if not all.
const TIMES: char = '*';

/// The tags and values that follow from the source alone.
pub(super) fn usual(source: &Source) -> Vec<(Tag, String)> {
    let mut fields = Vec::new();
    for piece in PIECES {
        append(&mut fields, *piece, source, piece.usual(source));
    }
    fields
}

fn append(fields: &mut Vec<(Tag, String)>, piece: Piece, source: &Source, tags: &[Tag]) {
    for tag in tags {
        fields.extend(piece.values(source, *tag, tags).into_iter().map(|value| (*tag, value)));
    }
}

/// What has to be kept of an entry, so that its fields come out again: variables with their names.
pub(super) fn kept(fields: &Fields, source: &Source) -> Vec<(String, String)> {
    let rest: Vec<_> = fields.iter().filter(|(tag, _)| *tag != ID).cloned().collect();
    let mut kept = Vec::new();
    let further: Vec<&str> = values_of(fields, ID).skip(1).collect();
    if !further.is_empty() {
        kept.push((format!("ris:{ID}"), together(further)));
    }
    if rest == usual(source) {
        return kept;
    }
    kept.push((format!("ris:{ORDER}"), order_of(&rest)));
    let tags = distinct(&rest);
    for tag in &tags {
        let there: Vec<&str> = values_of(&rest, *tag).collect();
        let made = made(source, *tag, &tags);
        if made.iter().map(String::as_str).ne(there.iter().copied()) {
            kept.push((format!("ris:{tag}"), together(there)));
        }
    }
    kept
}

fn values_of(fields: &Fields, tag: Tag) -> impl Iterator<Item = &str> {
    fields.iter().filter(move |(known, _)| *known == tag).map(|(_, value)| value.as_str())
}

fn distinct(fields: &Fields) -> Vec<Tag> {
    let mut tags: Vec<Tag> = Vec::new();
    for (tag, _) in fields {
        if !tags.contains(tag) {
            tags.push(*tag);
        }
    }
    tags
}

/// The piece that has a tag for its own in a source of this kind.
fn piece_of(source: &Source, tag: Tag) -> Option<Piece> {
    PIECES.iter().copied().find(|piece| piece.tags(source.kind).contains(&tag))
}

/// What would be written under one tag of an entry that has these.
fn made(source: &Source, tag: Tag, tags: &[Tag]) -> Vec<String> {
    piece_of(source, tag).map_or_else(Vec::new, |piece| piece.values(source, tag, tags))
}

/// The tags in their order: `TY AU*1 AD AU TI`. A tag without a number has the rest of its values there.
fn order_of(fields: &Fields) -> String {
    let mut runs: Vec<(Tag, usize)> = Vec::new();
    for (tag, _) in fields {
        match runs.last_mut() {
            Some((last, times)) if last == tag => *times += 1,
            _ => runs.push((*tag, 1)),
        }
    }
    let last_of = |at: usize| !runs[at + 1..].iter().any(|(tag, _)| *tag == runs[at].0);
    let words = runs.iter().enumerate().map(|(at, (tag, times))| {
        if last_of(at) { tag.to_string() } else { format!("{tag}{TIMES}{times}") }
    });
    words.collect::<Vec<_>>().join(" ")
}

/// Tags in their order, each with how many of its values come there.
type Order = Vec<(Tag, usize)>;

fn order(text: &str) -> Order {
    let word = |word: &str| {
        let (tag, times) = word
            .split_once(TIMES)
            .map_or((word, usize::MAX), |(tag, times)| (tag, times.parse().unwrap_or(usize::MAX)));
        Some((Tag::named(tag)?, times))
    };
    text.split(' ').filter_map(word).collect()
}

/// What was kept of an entry.
struct Kept {
    order: Order,
    /// The values under tags where others would be written.
    values: Vec<(Tag, Vec<String>)>,
}

impl Kept {
    fn of(source: &Source) -> Option<Self> {
        let mut kept = Kept { order: Vec::new(), values: Vec::new() };
        for (variable, value) in &source.variables {
            match kept_field(variable) {
                Some(("ris", ORDER)) => kept.order = order(value),
                Some(("ris", name)) => {
                    kept.values.extend(Tag::named(name).map(|tag| (tag, apart(value))));
                }
                _ => {}
            }
        }
        (!kept.order.is_empty()).then_some(kept)
    }

    fn tags(&self) -> Vec<Tag> {
        let mut tags: Vec<Tag> = Vec::new();
        for (tag, _) in &self.order {
            if !tags.contains(tag) {
                tags.push(*tag);
            }
        }
        tags
    }

    /// The entry in its order: under each tag what was kept, or what follows from the source.
    fn fields(&self, source: &Source) -> Vec<(Tag, String)> {
        let tags = self.tags();
        let mut values: Vec<(Tag, std::vec::IntoIter<String>)> = Vec::new();
        for tag in &tags {
            let kept = self.values.iter().find(|(known, _)| known == tag);
            let these = kept.map_or_else(|| made(source, *tag, &tags), |(_, kept)| kept.clone());
            values.push((*tag, these.into_iter()));
        }
        let mut fields = Vec::new();
        for (tag, times) in &self.order {
            if let Some((_, rest)) = values.iter_mut().find(|(known, _)| known == tag) {
                fields.extend(rest.take(*times).map(|value| (*tag, value)));
            }
        }
        fields
    }

    /// Leaves behind what was kept of a piece.
    fn forget(&mut self, piece: Piece, source: &Source) {
        self.values.retain(|(tag, _)| piece_of(source, *tag) != Some(piece));
    }
}

/// The fields of the entry that stands for a source, without its key.
pub(super) fn fields(source: &Source) -> Vec<(Tag, String)> {
    let Some(mut kept) = Kept::of(source) else { return usual(source) };
    let fields = kept.fields(source);
    let told = understood(&fields, source.key.clone());
    let is_edited = |piece: &Piece| {
        let tags = piece.usual(source);
        tags.iter().any(|tag| piece.values(source, *tag, tags) != piece.values(&told, *tag, tags))
    };
    let edited: Vec<Piece> = PIECES.iter().copied().filter(is_edited).collect();
    if edited.is_empty() {
        return fields;
    }
    for piece in &edited {
        kept.forget(*piece, source);
    }
    let mut fields = kept.fields(source);
    for piece in edited {
        let tags = piece.tags(source.kind);
        if !fields.iter().any(|(tag, _)| tags.contains(tag)) {
            append(&mut fields, piece, source, piece.usual(source));
        }
    }
    fields
}

/// The keys of an entry: that of the source, and further ones that stood there.
pub(super) fn keys(source: &Source) -> Vec<String> {
    let further = source.variables.iter().find(|(name, _)| name == "ris:ID");
    let further = further.map(|(_, keys)| apart(keys)).unwrap_or_default();
    [source.key.to_string()].into_iter().chain(further).collect()
}
