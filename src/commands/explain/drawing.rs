//! An explanation as a tree on the terminal.

use super::Explained;
use crate::commands::claim::level;
use crate::commands::context::Context;
use crate::corroboration::PointKind;
use crate::domain::Key;
use crate::error::Result;
use crate::explanation::{Branch, CitationTree, End, Explanation, OwnPoint, Step};
use crate::output::{Cell, Style, Table, Text, level_style, safe_text};

/// How many characters of a title or locator are shown.
const TITLE: usize = 60;

const WEAKEST: &str = "◆";
const ORIGIN: &str = "●";
const FAULT: &str = "✗";
const CIRCLE: &str = "↻";

/// Writes the claim, the tree, and the two sentences.
pub(super) fn draw(context: &mut Context, explained: &Explained) -> Result<()> {
    let Explained { claim, level, explanation } = explained;
    let heading = Text::new().styled(Style::Bold, claim.key.as_str());
    context.console.data(heading.plain(format!(": {}\n\n", claim.statement)))?;
    let mut table = Table::details();
    let style = level_style(level.level.as_str());
    table.detail("level", Cell::styled(level::in_words(level), style));
    table.detail("rests on", level::points_in_words(&level.weakest_points));
    context.console.table(&table)?;
    if let Some(tree) = tree(explanation, level.sources) {
        context.console.data("")?;
        context.console.data(tree)?;
    }
    context.console.data("")?;
    let mut sentences = Table::details();
    sentences.detail("why", Cell::plain(&explanation.why));
    if let Some(raise) = &explanation.raise {
        sentences.detail("to raise it", Cell::plain(&raise.sentence));
    }
    context.console.table(&sentences)?;
    for command in explanation.raise.iter().flat_map(|raise| &raise.commands) {
        context.console.data(format!("  {}", safe_text(command)))?;
    }
    Ok(())
}

/// The citations with what each relies on, and what the marks mean that were used; nothing where nothing
/// is cited. `sources` is how many sources support the claim.
pub(crate) fn tree(explanation: &Explanation, sources: u32) -> Option<Text> {
    let (last, others) = explanation.citations.split_last()?;
    let mut drawing = Drawing { lines: Text::new(), marks: Vec::new(), of: sources as usize };
    others.iter().for_each(|tree| drawing.citation(tree, false));
    drawing.citation(last, true);
    drawing.legend();
    Some(drawing.lines)
}

/// The tree as far as it is drawn.
struct Drawing {
    lines: Text,
    /// The marks that were used.
    marks: Vec<&'static str>,
    /// How many sources support the claim.
    of: usize,
}

impl Drawing {
    fn citation(&mut self, tree: &CitationTree, last: bool) {
        let citation = &tree.citation;
        let mut words = format!("citation {} {}", tree.number, citation.stance);
        if let Some(locator) = &citation.locator {
            words.push_str(&format!(", {}", shortened(locator)));
        }
        if !citation.attributed_to.is_empty() {
            let origins: Vec<&str> = citation.attributed_to.iter().map(Key::as_str).collect();
            words.push_str(&format!(", attributed to {}", origins.join(", ")));
        }
        self.branch(&tree.source, &words, "", last);
    }

    fn branch(&mut self, branch: &Branch, step: &str, before: &str, last: bool) {
        let (elbow, below) = if last { ("└─ ", "   ") } else { ("├─ ", "│  ") };
        self.add(Style::Dim, format!("{before}{elbow}"));
        self.add(Style::Plain, format!("{step}: "));
        self.source(branch);
        self.add(Style::Plain, "\n");
        let below = format!("{before}{below}");
        let bar = if branch.behind.is_empty() { "   " } else { "│  " };
        if matches!(branch.end, End::Open | End::Deep) {
            self.add(Style::Dim, format!("{below}{bar}"));
            self.state(branch);
            let several = self.of > 1;
            for point in branch.points.iter().filter(|point| tells(point, several)) {
                self.add(Style::Dim, format!("{below}{bar}"));
                self.point(point);
            }
        }
        if let Some((last, others)) = branch.behind.split_last() {
            for behind in others {
                self.branch(behind, &step_in_words(&behind.step), &below, false);
            }
            self.branch(last, &step_in_words(&last.step), &below, true);
        }
    }

    /// The source on its line: key, marks, and where the way stops short, why.
    fn source(&mut self, branch: &Branch) {
        self.add(Style::Bold, branch.key.as_str());
        if branch.weakest {
            self.mark(Style::Yellow, WEAKEST);
        }
        if branch.fault.is_some() {
            self.mark(Style::Red, FAULT);
        } else if branch.origin {
            self.mark(Style::Green, ORIGIN);
        }
        match branch.end {
            End::Above => self.add(Style::Dim, " see above"),
            End::Circle => {
                self.mark(Style::Red, CIRCLE);
                self.add(Style::Red, " goes round in a circle");
            }
            End::Deep => self.add(Style::Dim, " … the way goes on"),
            End::Open => {}
        }
        if let Some(fault) = branch.fault.as_ref().filter(|_| branch.end == End::Open) {
            self.add(Style::Red, format!(" does not count: {fault}"));
        }
    }

    /// The title and what is known of the source, on a line of their own.
    fn state(&mut self, branch: &Branch) {
        if !branch.title.is_empty() {
            self.add(Style::Plain, format!("“{}” ", shortened(&branch.title)));
        }
        let Branch { kind, lineage, standing, .. } = branch;
        let mut state = format!("({kind}, {lineage}, {standing}");
        if branch.shared_by > 1 && self.of > 1 {
            state.push_str(&format!("; {} sources rely on it", branch.shared_by));
        }
        self.add(Style::Dim, format!("{state})\n"));
    }

    fn point(&mut self, point: &OwnPoint) {
        let unnamed = if point.unnamed { "unnamed " } else { "" };
        self.add(Style::Plain, format!("{unnamed}{} {}", point.kind.as_str(), safe(&point.name)));
        if point.weakest {
            self.mark(Style::Yellow, WEAKEST);
        }
        if point.shared_by > 1 && self.of > 1 {
            self.add(Style::Dim, format!(" ({} sources rely on it)", point.shared_by));
        }
        self.add(Style::Plain, "\n");
    }

    fn mark(&mut self, style: Style, mark: &'static str) {
        if !self.marks.contains(&mark) {
            self.marks.push(mark);
        }
        self.add(style, format!(" {mark}"));
    }

    fn add(&mut self, style: Style, text: impl Into<String>) {
        self.lines = std::mem::take(&mut self.lines).styled(style, text);
    }

    /// What the marks mean that were used.
    fn legend(&mut self) {
        let meanings = [
            (WEAKEST, "weakest point: on every way from the claim to an origin"),
            (ORIGIN, "origin: nothing leads on from it"),
        ];
        let used: Vec<String> = meanings
            .iter()
            .filter(|(mark, _)| self.marks.contains(mark))
            .map(|(mark, meaning)| format!("{mark} {meaning}"))
            .collect();
        if !used.is_empty() {
            self.add(Style::Dim, format!("\n{}", used.join("; ")));
        }
    }
}

/// Voices are always told; an identifier only where it makes a difference.
fn tells(point: &OwnPoint, several: bool) -> bool {
    point.kind == PointKind::Voice || point.weakest || (point.shared_by > 1 && several)
}

fn step_in_words(step: &Step) -> String {
    match step {
        Step::Cited => "cited".to_owned(),
        Step::Attributed => "has it from".to_owned(),
        Step::Lineage(how) => {
            let words: Vec<&str> = how.iter().map(|how| how.as_str()).collect();
            words.join(", ")
        }
    }
}

fn shortened(text: &str) -> String {
    let mut shown: String = safe(text).chars().take(TITLE).collect();
    if text.chars().count() > TITLE {
        shown.truncate(shown.trim_end().len());
        shown.push('…');
    }
    shown
}

/// On one line, so that a title cannot break the tree.
fn safe(text: &str) -> String {
    safe_text(text).into_owned()
}
