//! How the entries of a bibliography are put into groups, and what stands below them.

/// Headings, and what is said of single sources. The default is one list with nothing below.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Arrangement {
    /// The headings of the groups, in their order; none at all for one list.
    pub headings: Vec<String>,
    /// The group of each item, by its position among the headings; items beyond the end are in the
    /// first.
    pub groups: Vec<usize>,
    /// What stands below the entry of each item, if anything.
    pub notes: Vec<Option<String>>,
}

impl Arrangement {
    /// The group of an item.
    pub(crate) fn group(&self, item: usize) -> usize {
        self.groups.get(item).copied().unwrap_or(0)
    }

    /// The heading of a group.
    pub(crate) fn heading(&self, group: usize) -> Option<&String> {
        self.headings.get(group)
    }

    /// What stands below the entry of an item.
    pub(crate) fn note(&self, item: usize) -> Option<&String> {
        self.notes.get(item)?.as_ref()
    }
}
