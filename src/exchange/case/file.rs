//! The files of a case folder.

use std::fmt;
use std::path::{Path, PathBuf};

/// One of the files of a case folder.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum CaseFile {
    /// `sources.csv`
    Sources,
    /// `claims.csv`
    Claims,
    /// `appearances.csv`
    Appearances,
    /// `citations.csv`
    Citations,
    /// `lineage.csv`
    Lineage,
    /// `reviews.csv`
    Reviews,
    /// `waivers.csv`
    Waivers,
    /// `rules.csv`
    Rules,
    /// `distinctions.csv`
    Distinctions,
    /// `aliases.csv`
    Aliases,
    /// `assignments.csv`
    Assignments,
    /// `review_policy.csv`
    ReviewPolicy,
}

impl CaseFile {
    /// Every file, in the order in which they can be read without looking ahead.
    pub const ALL: [CaseFile; 12] = [
        CaseFile::Sources,
        CaseFile::Claims,
        CaseFile::Appearances,
        CaseFile::Citations,
        CaseFile::Lineage,
        CaseFile::Reviews,
        CaseFile::Waivers,
        CaseFile::Rules,
        CaseFile::Distinctions,
        CaseFile::Aliases,
        CaseFile::Assignments,
        CaseFile::ReviewPolicy,
    ];

    /// The name of the file.
    pub const fn name(self) -> &'static str {
        match self {
            CaseFile::Sources => "sources.csv",
            CaseFile::Claims => "claims.csv",
            CaseFile::Appearances => "appearances.csv",
            CaseFile::Citations => "citations.csv",
            CaseFile::Lineage => "lineage.csv",
            CaseFile::Reviews => "reviews.csv",
            CaseFile::Waivers => "waivers.csv",
            CaseFile::Rules => "rules.csv",
            CaseFile::Distinctions => "distinctions.csv",
            CaseFile::Aliases => "aliases.csv",
            CaseFile::Assignments => "assignments.csv",
            CaseFile::ReviewPolicy => "review_policy.csv",
        }
    }

    /// Which of the files are in a folder; a link or a folder of that name counts too.
    pub fn existing_in(folder: &Path) -> Vec<CaseFile> {
        let is_there = |file: &CaseFile| file.path_in(folder).symlink_metadata().is_ok();
        CaseFile::ALL.into_iter().filter(is_there).collect()
    }

    pub(super) fn path_in(self, folder: &Path) -> PathBuf {
        folder.join(self.name())
    }

    /// All names, for a hint.
    pub(super) fn list() -> String {
        CaseFile::ALL.map(CaseFile::name).join(", ")
    }
}

impl fmt::Display for CaseFile {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.pad(self.name())
    }
}
