//! Builds what a rule looks at: `a_claim().at(Level::SingleSource).cited(…)`.

use twosource::checks::{CitedSource, Finding, Subject, rule};
use twosource::corroboration::{ClaimLevel, Level, PointKind, WeakestPoint};
use twosource::domain::{Citation, Claim, LineageState, Nature, Stance};

pub(crate) struct Case {
    claim: Claim,
    level: ClaimLevel,
    citations: Vec<CitedSource>,
    waived: Vec<String>,
}

pub(crate) fn a_claim() -> Case {
    Case {
        claim: Claim::new("c1".parse().unwrap(), "The bank paid."),
        level: ClaimLevel {
            level: Level::Unsupported,
            sources: 0,
            origins: 0,
            weakest_points: Vec::new(),
        },
        citations: Vec::new(),
        waived: Vec::new(),
    }
}

impl Case {
    pub(crate) fn at(mut self, level: Level) -> Self {
        self.level.level = level;
        self.level.sources = match level {
            Level::Unsupported => 0,
            Level::SingleSource => 1,
            _ => 2,
        };
        self
    }

    pub(crate) fn about_a_record(mut self) -> Self {
        self.claim.nature = Nature::Record;
        self
    }

    pub(crate) fn hanging_on(mut self, kind: PointKind, name: &str) -> Self {
        self.level.weakest_points.push(WeakestPoint { kind, name: name.to_owned() });
        self
    }

    pub(crate) fn cited(mut self, stance: Stance, lineage: LineageState) -> Self {
        let mut citation = Citation::new("c1".parse().unwrap(), "s1".parse().unwrap());
        citation.stance = stance;
        self.citations.push(CitedSource { citation, lineage, fallen: false });
        self
    }

    pub(crate) fn that_has_fallen(mut self) -> Self {
        self.citations.last_mut().unwrap().fallen = true;
        self
    }

    pub(crate) fn waived(mut self, rule: &str) -> Self {
        self.waived.push(rule.to_owned());
        self
    }

    pub(crate) fn found_by(&self, name: &str) -> Option<Finding> {
        let subject = Subject {
            claim: &self.claim,
            level: &self.level,
            citations: &self.citations,
            waived: &self.waived,
        };
        rule(name).unwrap().look_at(&subject)
    }
}
