//! Groups of a bibliography: court rulings apart from interviews, or one for each label.

use clap::ValueEnum;

use crate::bibliography::Arrangement;
use crate::domain::{Kind, Source};

/// By what the entries are put into groups.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum)]
pub(super) enum GroupBy {
    /// The kind of source, in the order of the kinds
    Kind,
    /// The first label of the source, of those asked for with --tag, in the order of the alphabet
    Tag,
}

/// The heading of a group, by which groups are sorted: sources without a label come last.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
enum Group {
    Kind(usize),
    Tag(String),
    Other,
}

/// The arrangement of the sources, each by its position.
pub(super) fn arranged(
    sources: &[Source],
    group_by: Option<GroupBy>,
    tags: &[String],
    annotated: bool,
) -> Arrangement {
    let mut arrangement = Arrangement::default();
    if annotated {
        arrangement.notes = sources.iter().map(|source| source.note.clone()).collect();
    }
    let Some(group_by) = group_by else { return arrangement };
    let groups: Vec<Group> = sources.iter().map(|source| group(source, group_by, tags)).collect();
    let mut sorted = groups.clone();
    sorted.sort();
    sorted.dedup();
    arrangement.headings = sorted.iter().map(heading).collect();
    arrangement.groups =
        groups.iter().map(|group| sorted.binary_search(group).unwrap_or_default()).collect();
    arrangement
}

fn group(source: &Source, group_by: GroupBy, tags: &[String]) -> Group {
    match group_by {
        GroupBy::Kind => {
            Group::Kind(Kind::ALL.iter().position(|kind| *kind == source.kind).unwrap_or_default())
        }
        GroupBy::Tag => {
            let asked_for = |tag: &&String| tags.is_empty() || tags.contains(tag);
            source.tags.iter().find(asked_for).cloned().map_or(Group::Other, Group::Tag)
        }
    }
}

fn heading(group: &Group) -> String {
    match group {
        Group::Kind(position) => Kind::ALL.get(*position).map_or_else(String::new, several),
        Group::Tag(tag) => tag.clone(),
        Group::Other => "Other sources".to_owned(),
    }
}

/// Several of a kind, with a capital: "Court rulings".
fn several(kind: &Kind) -> String {
    let word = kind.as_str().replace(['-', '_'], " ");
    let plural = match kind {
        Kind::EntryDictionary => "entries in dictionaries".to_owned(),
        Kind::EntryEncyclopedia => "entries in encyclopedias".to_owned(),
        Kind::PaperConference => "conference papers".to_owned(),
        Kind::PostWeblog => "weblog posts".to_owned(),
        Kind::ReviewBook => "book reviews".to_owned(),
        Kind::Legislation | Kind::Testimony | Kind::Software => word,
        Kind::Speech => "speeches".to_owned(),
        Kind::Thesis => "theses".to_owned(),
        _ => match word.strip_suffix('y').filter(|stem| !stem.ends_with(['a', 'e', 'o', 'u'])) {
            Some(stem) => format!("{stem}ies"),
            None => format!("{word}s"),
        },
    };
    let mut letters = plural.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
