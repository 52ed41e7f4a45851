//! What to do first: the gravest findings about what would do most harm, and what most claims hang on.

use std::cmp::Reverse;
use std::collections::{HashMap, HashSet};

use super::Survey;
use super::survey::Told;
use crate::checks::{Finding, Severity};
use crate::commands::explain::explanation_of;
use crate::corroboration::{PointKind, WeakestPoint};
use crate::domain::{Key, Priority, shell_word};
use crate::error::Result;
use crate::explanation::Explanation;
use crate::store::Store;

/// How many claims are named.
const CLAIMS: usize = 3;

/// Rules about a level: what raises the level mends them.
const ABOUT_LEVELS: [&str; 4] =
    ["unsupported-claim", "single-source", "single-origin", "unestablished-independence"];

/// One thing to do.
pub(super) struct Step {
    /// The claim or source that it is about.
    pub(super) about: String,
    /// What it is, in a few words: `claim, high priority, single-source`.
    pub(super) what: String,
    /// What the claim says.
    pub(super) statement: Option<String>,
    /// How grave it is.
    pub(super) severity: Severity,
    /// What is wrong, and what would help.
    pub(super) sentence: String,
    /// What to type.
    pub(super) command: String,
}

/// What to do first, the gravest on top: one claim for each of the gravest rules, then what most
/// claims hang on.
pub(super) fn first(store: &Store, survey: &Survey) -> Result<Vec<Step>> {
    let mut steps = Vec::new();
    let mut rules = HashSet::new();
    for (told, finding) in ranked(survey) {
        if steps.len() < CLAIMS && rules.insert(finding.rule) {
            let explanation = explanation_of(store, &told.claim, &told.level)?;
            steps.push(for_claim(told, finding, &explanation));
        }
    }
    if steps.len() < CLAIMS
        && let Some(finding) = gravest_about_sources(survey)
    {
        steps.push(for_source(finding));
    }
    steps.extend(for_point(survey));
    Ok(steps)
}

/// The claims with an open finding that is more than information, each with its gravest finding.
/// What is graver comes first, then what does more harm if it is wrong, then what has more against
/// it, then what was logged first.
fn ranked(survey: &Survey) -> Vec<(&Told, &Finding)> {
    let mut order: Vec<&Key> = Vec::new();
    let mut open: HashMap<&Key, Vec<&Finding>> = HashMap::new();
    for finding in survey.open().filter(|finding| finding.severity > Severity::Info) {
        if let Some(key) = &finding.claim {
            let findings = open.entry(key).or_default();
            if findings.is_empty() {
                order.push(key);
            }
            findings.push(finding);
        }
    }
    let mut ranked: Vec<(&Told, &Finding, usize)> = order
        .into_iter()
        .filter_map(|key| {
            Some((survey.told.get(key.as_str())?, gravest(&open[key])?, open[key].len()))
        })
        .collect();
    ranked.sort_by_key(|(told, finding, count)| {
        (Reverse(finding.severity), told.claim.priority, Reverse(*count))
    });
    ranked.into_iter().map(|(told, finding, _)| (told, finding)).collect()
}

/// The gravest, of equals the first.
fn gravest<'a>(findings: &[&'a Finding]) -> Option<&'a Finding> {
    findings.iter().copied().rev().max_by_key(|finding| finding.severity)
}

fn for_claim(told: &Told, finding: &Finding, explanation: &Explanation) -> Step {
    let claim = &told.claim;
    // What the level is stands beside the claim, so that what would raise it says all.
    let raise = explanation.raise.as_ref().filter(|_| ABOUT_LEVELS.contains(&finding.rule));
    let sentence = match raise {
        Some(raise) => format!("What would help: {}", lower(&raise.sentence)),
        None => format!("{}.", finding.message),
    };
    let command = raise.and_then(|raise| raise.commands.first().cloned());
    let priority = match claim.priority {
        Priority::Normal => String::new(),
        other => format!("{other} priority, "),
    };
    Step {
        about: claim.key.to_string(),
        what: format!("{priority}{}", told.level.level),
        statement: Some(claim.statement.clone()),
        severity: finding.severity,
        sentence,
        command: command.unwrap_or_else(|| format!("twosource explain {}", shell_word(&claim.key))),
    }
}

fn gravest_about_sources(survey: &Survey) -> Option<&Finding> {
    let about: Vec<&Finding> = survey
        .open()
        .filter(|it| it.claim.is_none() && it.source.is_some() && it.severity > Severity::Info)
        .collect();
    gravest(&about)
}

fn for_source(finding: &Finding) -> Step {
    let key = finding.source.as_ref().map(Key::as_str).unwrap_or_default();
    Step {
        about: key.to_owned(),
        what: "source".to_owned(),
        severity: finding.severity,
        sentence: format!("{}.", finding.message),
        statement: None,
        command: format!("twosource source show {}", shell_word(key)),
    }
}

/// What most claims hang on, where that is more than one claim.
fn for_point(survey: &Survey) -> Option<Step> {
    let mut counts: Vec<(&WeakestPoint, usize)> = Vec::new();
    let mut places: HashMap<(PointKind, &str), usize> = HashMap::new();
    let hanging = ["single-source", "single-origin"];
    for finding in survey.open().filter(|finding| hanging.contains(&finding.rule)) {
        // A page that was logged twice is told by its sources.
        for point in finding.points.iter().filter(|it| it.kind != PointKind::Identifier) {
            let place = *places.entry((point.kind, &point.name)).or_insert(counts.len());
            if place == counts.len() {
                counts.push((point, 0));
            }
            counts[place].1 += 1;
        }
    }
    let (point, count) = counts.into_iter().rev().max_by_key(|(_, count)| *count)?;
    if count < 2 {
        return None;
    }
    let name = shell_word(&point.name);
    let command = match point.kind {
        PointKind::Voice => format!("twosource impact --voice {name}"),
        PointKind::Source | PointKind::Identifier => format!("twosource impact {name}"),
    };
    Some(Step {
        about: point.name.clone(),
        what: point.kind.as_str().to_owned(),
        statement: None,
        severity: Severity::Warning,
        sentence: format!(
            "{count} claims hang on it, more than on anything else: see what would fall with it, and \
             look for sources that do not rely on it."
        ),
        command,
    })
}

/// Without the capital at its beginning.
fn lower(sentence: &str) -> String {
    let mut letters = sentence.chars();
    letters.next().map(|first| first.to_lowercase().chain(letters).collect()).unwrap_or_default()
}
