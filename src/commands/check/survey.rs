//! Running the rules over a casebook.

use std::collections::{HashMap, HashSet};

use super::load::Loader;
use crate::checks::{Case, Finding, Library, RULES, Selection, Severity, Subject};
use crate::corroboration::{ClaimLevel, Level};
use crate::domain::{Claim, Key};
use crate::error::Result;
use crate::store::Store;

/// What a run of the rules has found.
pub(crate) struct Survey {
    /// How many claims were looked at.
    pub(crate) claims: usize,
    /// The rules that are switched off in the casebook, so that they were not asked.
    pub(crate) off: Vec<&'static str>,
    /// How many claims have each level, from weak to strong.
    pub(crate) levels: [usize; Level::ALL.len()],
    /// The claims about which something was found, by key.
    pub(crate) told: HashMap<String, Told>,
    /// The titles of the sources about which something was found, by key.
    pub(crate) titles: HashMap<String, String>,
    /// What was found, claim by claim in the order in which they were logged, then source by
    /// source.
    pub(crate) findings: Vec<Finding>,
}

/// A claim about which something was found, with what its evidence amounts to.
pub(crate) struct Told {
    pub(crate) claim: Claim,
    pub(crate) level: ClaimLevel,
}

impl Survey {
    fn look_at(
        &mut self,
        case: Case,
        library: &Library,
        selection: &Selection,
        on_case: &mut dyn FnMut(&Case, &[Finding]),
    ) {
        self.claims += 1;
        self.levels[case.level.level as usize] += 1;
        let found = selection.look_at(&Subject::new(&case, library));
        on_case(&case, &found);
        if !found.is_empty() {
            let claim = case.claim;
            self.told.insert(claim.key.to_string(), Told { claim, level: case.level });
        }
        self.findings.extend(found);
    }

    fn look_through(&mut self, library: &Library, selection: &Selection) {
        let found = selection.look_through(library);
        let named: HashSet<&Key> = found.iter().filter_map(|it| it.source.as_ref()).collect();
        let sources = library.entries().iter().map(|entry| &entry.source);
        for source in sources.filter(|source| named.contains(&source.key)) {
            self.titles.insert(source.key.to_string(), source.title.clone());
        }
        self.findings.extend(found);
    }

    /// The findings that nobody has accepted.
    pub(crate) fn open(&self) -> impl Iterator<Item = &Finding> {
        self.findings.iter().filter(|finding| !finding.waived)
    }

    /// The gravest of a rule's findings that nobody has accepted; of all rules where none is named.
    pub(crate) fn gravest(&self, rule: Option<&str>) -> Option<Severity> {
        let asked = self.open().filter(|finding| rule.is_none_or(|rule| finding.rule == rule));
        asked.map(|finding| finding.severity).max()
    }

    /// How many findings nobody has accepted, by rule, in the order of the rules.
    pub(crate) fn by_rule(&self) -> Vec<(&'static str, usize)> {
        let count = |name| self.open().filter(|finding| finding.rule == name).count();
        RULES
            .iter()
            .map(|rule| (rule.name, count(rule.name)))
            .filter(|(_, count)| *count > 0)
            .collect()
    }

    /// The same with the severity of the gravest of them, the gravest first.
    pub(crate) fn by_severity(&self) -> Vec<(&'static str, Severity, usize)> {
        let mut rules: Vec<_> = self
            .by_rule()
            .into_iter()
            .filter_map(|(name, count)| Some((name, self.gravest(Some(name))?, count)))
            .collect();
        rules.sort_by_key(|(_, severity, _)| std::cmp::Reverse(*severity));
        rules
    }
}

/// Looks at the claims that are named and the sources around them, or at all; with the severities that
/// were set in the casebook.
pub(crate) fn survey(store: &Store, selection: Selection, only: &[Key]) -> Result<Survey> {
    survey_with(store, selection, only, &mut |_, _| {})
}

/// The same for who wants to see each claim with what was found about it, while it is at hand.
pub(crate) fn survey_with(
    store: &Store,
    selection: Selection,
    only: &[Key],
    on_case: &mut dyn FnMut(&Case, &[Finding]),
) -> Result<Survey> {
    let selection = &selection.with_severities(&store.rule_severities()?);
    let mut loader = Loader::new(store, only)?;
    let mut survey = Survey {
        claims: 0,
        off: selection.off().to_vec(),
        levels: [0; Level::ALL.len()],
        told: HashMap::new(),
        titles: HashMap::new(),
        findings: Vec::new(),
    };
    let library = if only.is_empty() {
        let library = loader.whole_library()?;
        let levels = store.levels()?;
        store.each_claim(|claim| {
            let level = levels.of(store, claim.id)?;
            survey.look_at(loader.case(claim, level)?, &library, selection, on_case);
            Ok(())
        })?;
        library
    } else {
        let cases = named_cases(store, &mut loader, only)?;
        let library = loader.library_around(&cases)?;
        for case in cases {
            survey.look_at(case, &library, selection, on_case);
        }
        library
    };
    survey.look_through(&library, selection);
    Ok(survey)
}

/// The claims with these keys, each once.
fn named_cases(store: &Store, loader: &mut Loader<'_>, only: &[Key]) -> Result<Vec<Case>> {
    let mut cases = Vec::new();
    for (place, key) in only.iter().enumerate() {
        if !only[..place].contains(key) {
            let claim = store.claim(key)?;
            let level = store.level_of_claim(claim.id)?;
            cases.push(loader.case(claim, level)?);
        }
    }
    Ok(cases)
}
