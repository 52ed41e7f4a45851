//! What is to be seen of one claim.

use crate::domain::Key;
use crate::output::Text;

/// One claim on its screen.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Page {
    /// The claim.
    pub key: Key,
    /// What stands beside the key at the top: "high priority, in review".
    pub state: String,
    /// The rest, from top to bottom.
    pub blocks: Vec<Block>,
    /// The findings that nobody has accepted, the gravest first.
    pub findings: Vec<OpenFinding>,
}

/// A piece of a page.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Block {
    /// A line that names what follows.
    Heading(String),
    /// A value with its name. One that is empty is left out.
    Detail(&'static str, Text),
    /// Lines as they are; where one is too long, it goes on below, within the branch of a tree.
    Lines(Text),
    /// An empty line.
    Gap,
}

/// A finding that can be accepted.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OpenFinding {
    /// The name of the rule.
    pub rule: String,
    /// How grave it is.
    pub severity: &'static str,
    /// What was found.
    pub message: String,
}
