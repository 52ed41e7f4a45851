//! The explanation as a tree.

use super::fault::Fault;
use crate::corroboration::PointKind;
use crate::domain::{Citation, Key, LineageState, Relation, Standing};

/// How a claim's citations come to its level.
#[derive(Debug, Clone)]
pub struct Explanation {
    /// The citations in order, each with what it relies on.
    pub citations: Vec<CitationTree>,
    /// Why the level is what it is: one sentence.
    pub why: String,
    /// What would raise it; nothing where it is the highest.
    pub raise: Option<Raise>,
}

/// What would raise a level.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Raise {
    /// One sentence.
    pub sentence: String,
    /// What to type for it; words in capitals are to be filled in.
    pub commands: Vec<String>,
}

/// A citation with what it relies on.
#[derive(Debug, Clone)]
pub struct CitationTree {
    /// The number of the citation.
    pub number: i64,
    /// The citation.
    pub citation: Citation,
    /// The cited source, and what lies behind it.
    pub source: Branch,
}

/// A source, and what lies behind it.
#[derive(Debug, Clone)]
pub struct Branch {
    /// The source's key.
    pub key: Key,
    /// Its title.
    pub title: String,
    /// What it is.
    pub kind: String,
    /// Whether it is first-hand.
    pub lineage: LineageState,
    /// What has become of it.
    pub standing: Standing,
    /// How one gets to it from what is above.
    pub step: Step,
    /// Why it does not count, if so. Nothing is then shown behind it.
    pub fault: Option<Fault>,
    /// Whether nothing leads on from it, so that a path may end here.
    pub origin: bool,
    /// Whether it lies on every support path.
    pub weakest: bool,
    /// How many of the sources that are cited in support rely on it, itself among them.
    pub shared_by: usize,
    /// Its voices and strong identifiers.
    pub points: Vec<OwnPoint>,
    /// Why what lies behind it is not shown here, if so.
    pub end: End,
    /// What it relies on.
    pub behind: Vec<Branch>,
}

/// A voice or strong identifier of a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct OwnPoint {
    /// Which of the two.
    pub kind: PointKind,
    /// Its name.
    pub name: String,
    /// Whether it is a voice whose name is withheld.
    pub unnamed: bool,
    /// Whether it lies on every support path.
    pub weakest: bool,
    /// How many of the sources that are cited in support rely on it.
    pub shared_by: usize,
}

/// How one gets to a source.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Step {
    /// The claim cites it.
    Cited,
    /// The citation says that the cited source has it from there.
    Attributed,
    /// By these relations of lineage.
    Lineage(Vec<Relation>),
}

/// Why the tree stops at a source that may have more behind it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum End {
    /// It does not: all that lies behind is shown.
    Open,
    /// It has been shown further up, with what lies behind it.
    Above,
    /// It is on the way here already: the way goes round in a circle and ends at no origin.
    Circle,
    /// The way is too long to show.
    Deep,
}
