//! The two sentences: why the level is what it is, and what would raise it.

use super::fault::Fault;
use super::firm::Firmness;
use super::nearby::{Network, Subject};
use super::tree::{Branch, CitationTree, End, Raise};
use crate::corroboration::{Level, PointKind};
use crate::domain::{LineageState, Stance, shell_word};

/// How many names a sentence lists, and how many commands are proposed.
const NAMED: usize = 4;

/// Why the level is what it is.
pub(crate) fn why(
    subject: Subject<'_>,
    network: &Network<'_>,
    faults: &[Option<Fault>],
    citations: &[CitationTree],
) -> String {
    let sources = subject.level.sources;
    match subject.level.level {
        Level::Unsupported => nothing_supports(citations),
        Level::SingleSource => {
            let one = only_start(subject, citations).unwrap_or("one source");
            let others = dead_ends(citations, one);
            let but = if others.is_empty() { String::new() } else { format!("; {others}") };
            format!("Only {one} supports it{but}.")
        }
        Level::SingleOrigin => {
            let all = if sources == 2 { "Both".to_owned() } else { format!("All {sources}") };
            format!("{all} sources that support it hang on {}.", weakest(subject, "and"))
        }
        Level::Apparent => {
            let reasons = doubts(&Firmness::new(subject, network, faults), network);
            format!("Its {sources} sources share nothing that is known of, but {reasons}.")
        }
        Level::Corroborated => format!(
            "Its {sources} sources lead to origins that are known to be first-hand, and no single \
             source, voice or identifier carries it alone."
        ),
    }
}

/// What would raise the level; nothing where it is the highest.
pub(crate) fn raise(
    subject: Subject<'_>,
    network: &Network<'_>,
    faults: &[Option<Fault>],
) -> Option<Raise> {
    let cite = format!("twosource cite {} SOURCE", shell_word(&subject.claim.key));
    match subject.level.level {
        Level::Corroborated => None,
        Level::Unsupported => Some(Raise {
            sentence: "A source that supports it, stands, and is not a work it appears in."
                .to_owned(),
            commands: vec![cite],
        }),
        Level::SingleSource | Level::SingleOrigin => {
            let than =
                if subject.level.level == Level::SingleSource { "second" } else { "further" };
            let points = weakest(subject, "or");
            let sentence = format!("A {than} source that does not rely on {points}.");
            Some(Raise { sentence, commands: vec![cite] })
        }
        Level::Apparent => Some(settle(subject, network, faults, cite)),
    }
}

/// What would settle whether the sources are independent.
fn settle(
    subject: Subject<'_>,
    network: &Network<'_>,
    faults: &[Option<Fault>],
    cite: String,
) -> Raise {
    let firmness = Firmness::new(subject, network, faults);
    let (mut parts, mut commands) = (Vec::new(), Vec::new());
    if !firmness.unknown.is_empty() {
        let names = keys(network, &firmness.unknown);
        let have = if firmness.unknown.len() == 1 { "has" } else { "have" };
        parts.push(format!(
            "find out where {names} {have} it from: call original what is first-hand, and name the \
             origins of what is not"
        ));
    }
    for origin in firmness.unknown.iter().take(NAMED) {
        let near = &network.nodes[*origin].source;
        let key = shell_word(&near.key);
        if near.lineage != LineageState::Derived {
            commands.push(format!("twosource source edit {key} --lineage original"));
        }
        commands.push(format!("twosource source derive {key} --from ORIGIN"));
    }
    if !firmness.several.is_empty() {
        let sources: Vec<usize> = firmness.several.iter().map(|(source, _)| *source).collect();
        parts.push(format!(
            "say from which of its origins {} has this statement",
            keys(network, &sources)
        ));
    }
    for (_, citation) in firmness.several.iter().take(NAMED) {
        commands.push(format!("twosource citation edit {citation} --attributed-to ORIGIN"));
    }
    commands.dedup();
    if parts.is_empty() || (firmness.all_unnamed() && firmness.paths() > 1) {
        parts.push(if firmness.all_unnamed() {
            "cite a first-hand source that speaks under its name".to_owned()
        } else {
            "cite a further source that is known to be first-hand".to_owned()
        });
        commands.push(cite);
    }
    Raise { sentence: capital(&format!("{}.", parts.join("; "))), commands }
}

/// What stands between an apparent corroboration and a real one.
fn doubts(firmness: &Firmness, network: &Network<'_>) -> String {
    let mut reasons = Vec::new();
    if !firmness.unknown.is_empty() {
        let are = if firmness.unknown.len() == 1 { "is" } else { "are" };
        let names = keys(network, &firmness.unknown);
        reasons.push(format!("{names} {are} not known to be first-hand"));
    }
    if !firmness.several.is_empty() {
        let mut sources: Vec<usize> = firmness.several.iter().map(|(source, _)| *source).collect();
        sources.dedup();
        let names = keys(network, &sources);
        reasons.push(format!("nobody said which of several origins {names} has it from"));
    }
    let common = firmness.common();
    if firmness.paths() > 1 && !common.is_empty() {
        let points = phrase(common.iter().map(|(kind, name)| (*kind, name.as_str())), "and");
        reasons.push(format!("what is known to be first-hand hangs on {points}"));
    } else if firmness.paths() > 1 && firmness.all_unnamed() {
        reasons.push("every first-hand account has a voice whose name is withheld".to_owned());
    }
    match reasons.is_empty() {
        true => "too little of it is known to be first-hand".to_owned(),
        false => listed(&reasons, usize::MAX, "and"),
    }
}

fn nothing_supports(citations: &[CitationTree]) -> String {
    if !citations.iter().any(supports) {
        return "No source is cited in support of it.".to_owned();
    }
    let ends = dead_ends(citations, "");
    let ends = if ends.is_empty() { "it leads to no origin".to_owned() } else { ends };
    format!("What is cited in support of it does not count: {ends}.")
}

fn supports(tree: &CitationTree) -> bool {
    tree.citation.stance == Stance::Supports
}

/// The source from which all support paths start: the one that is cited and lies on each of them.
fn only_start<'a>(subject: Subject<'_>, citations: &'a [CitationTree]) -> Option<&'a str> {
    let lies_on_all = |key: &str| {
        let points = &subject.level.weakest_points;
        points.iter().any(|point| point.kind == PointKind::Source && point.name == key)
    };
    let mut cited = citations.iter().filter(|it| supports(it)).map(|it| it.source.key.as_str());
    cited.find(|key| lies_on_all(key))
}

/// Why the supporting citations of other sources than `but` come to nothing, each source once.
fn dead_ends(citations: &[CitationTree], but: &str) -> String {
    let mut reasons = Vec::new();
    for tree in citations.iter().filter(|it| supports(it) && it.source.key.as_str() != but) {
        let found = reasons.len();
        gather(&tree.source, &mut reasons);
        if reasons.len() == found {
            reasons.push(format!("{} leads to nothing that counts", tree.source.key));
        }
    }
    let mut once: Vec<String> = Vec::new();
    for reason in reasons {
        if !once.contains(&reason) {
            once.push(reason);
        }
    }
    listed(&once, NAMED, "and")
}

fn gather(branch: &Branch, reasons: &mut Vec<String>) {
    if let Some(fault) = &branch.fault {
        reasons.push(format!("{} does not count because {fault}", branch.key));
    } else if branch.end == End::Circle {
        reasons.push(format!("{} leads round in a circle", branch.key));
    }
    branch.behind.iter().for_each(|behind| gather(behind, reasons));
}

fn weakest(subject: Subject<'_>, conjunction: &str) -> String {
    let points = &subject.level.weakest_points;
    phrase(points.iter().map(|point| (point.kind, point.name.as_str())), conjunction)
}

fn phrase<'a>(points: impl Iterator<Item = (PointKind, &'a str)>, conjunction: &str) -> String {
    let phrases: Vec<String> = points
        .map(|(kind, name)| match kind {
            PointKind::Voice => format!("the word of {name}"),
            PointKind::Source | PointKind::Identifier => name.to_owned(),
        })
        .collect();
    listed(&phrases, usize::MAX, conjunction)
}

fn keys(network: &Network<'_>, sources: &[usize]) -> String {
    let keys: Vec<String> = sources.iter().map(|it| network.key(*it).to_string()).collect();
    listed(&keys, NAMED, "and")
}

/// `a, b and c`, with no more than that many named.
fn listed(phrases: &[String], most: usize, conjunction: &str) -> String {
    let more = phrases.len().saturating_sub(most);
    let mut shown: Vec<String> = phrases.iter().take(most).cloned().collect();
    if more > 0 {
        shown.push(format!("{more} more"));
    }
    match shown.as_slice() {
        [] => String::new(),
        [one] => one.clone(),
        [first @ .., last] => format!("{} {conjunction} {last}", first.join(", ")),
    }
}

fn capital(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map(|first| first.to_uppercase().chain(letters).collect()).unwrap_or_default()
}
