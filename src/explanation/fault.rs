//! Why a source does not count.

use std::fmt;

use super::nearby::{Nearby, Network};
use crate::domain::{Appearance, Key, Standing};

/// Why a source is no evidence for a claim.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Fault {
    /// It was withdrawn, retracted or overturned.
    Fallen(Standing),
    /// What it republishes or translates has fallen.
    CarriesFallen(Key, Standing),
    /// The claim appears in it.
    ClaimAppears,
    /// The claim appears in this other edition of the same text.
    ClaimAppearsInEdition(Key),
}

impl fmt::Display for Fault {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match self {
            Fault::Fallen(standing) => write!(f, "it was {standing}"),
            Fault::CarriesFallen(key, standing) => {
                write!(f, "it carries the text of {key}, which was {standing}")
            }
            Fault::ClaimAppears => f.write_str("the claim itself appears in it"),
            Fault::ClaimAppearsInEdition(key) => {
                write!(f, "the claim itself appears in {key}, another edition of the same text")
            }
        }
    }
}

/// For each source why it is no evidence for a claim that appears in these works, if so.
pub fn faults_of(sources: &[Nearby], works: &[Appearance]) -> Vec<Option<Fault>> {
    faults(&Network::new(sources), works)
}

/// The same for sources that are numbered already.
pub(crate) fn faults(network: &Network<'_>, works: &[Appearance]) -> Vec<Option<Fault>> {
    let mut carriers: Vec<Vec<usize>> = vec![Vec::new(); network.nodes.len()];
    for source in 0..network.nodes.len() {
        for text in network.texts(source) {
            carriers[text].push(source);
        }
    }
    let mut faults = vec![None; network.nodes.len()];
    let fallen: Vec<(usize, Fault)> = (0..network.nodes.len())
        .filter(|source| network.nodes[*source].source.standing.is_fallen())
        .map(|source| (source, Fault::Fallen(network.nodes[source].source.standing)))
        .collect();
    spread(&mut faults, &carriers, &fallen, |from| match &fallen[from] {
        (source, Fault::Fallen(standing)) => {
            Fault::CarriesFallen(network.key(*source).clone(), *standing)
        }
        (_, fault) => fault.clone(),
    });
    let works: Vec<usize> = works.iter().filter_map(|work| network.number(&work.source)).collect();
    let mut starts: Vec<(usize, Fault)> =
        works.iter().map(|work| (*work, Fault::ClaimAppears)).collect();
    for work in works {
        let other = Fault::ClaimAppearsInEdition(network.key(work).clone());
        let texts = texts_of(network, &[work]).into_iter().filter(|text| *text != work);
        starts.extend(texts.map(|text| (text, other.clone())));
    }
    spread(&mut faults, &carriers, &starts, |from| match &starts[from] {
        (work, Fault::ClaimAppears) => Fault::ClaimAppearsInEdition(network.key(*work).clone()),
        (_, fault) => fault.clone(),
    });
    faults
}

/// These sources and all that they republish or translate, by steps, each once.
pub(crate) fn texts_of(network: &Network<'_>, sources: &[usize]) -> Vec<usize> {
    let mut seen = vec![false; network.nodes.len()];
    let (mut found, mut waiting) = (Vec::new(), sources.to_vec());
    while let Some(text) = waiting.pop() {
        if !std::mem::replace(&mut seen[text], true) {
            found.push(text);
            waiting.extend(network.texts(text));
        }
    }
    found
}

/// Notes the fault of each start, and what follows from it for all that carries its text.
fn spread(
    faults: &mut [Option<Fault>],
    carriers: &[Vec<usize>],
    starts: &[(usize, Fault)],
    follows: impl Fn(usize) -> Fault,
) {
    let mut reached = vec![false; carriers.len()];
    for (source, fault) in starts {
        reached[*source] = true;
        faults[*source].get_or_insert_with(|| fault.clone());
    }
    for (from, (source, _)) in starts.iter().enumerate() {
        let mut waiting = carriers[*source].clone();
        while let Some(carrier) = waiting.pop() {
            if !std::mem::replace(&mut reached[carrier], true) {
                faults[carrier].get_or_insert_with(|| follows(from));
                waiting.extend(&carriers[carrier]);
            }
        }
    }
}
