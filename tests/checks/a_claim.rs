//! Builds what a rule looks at: `a_claim().at(Level::SingleSource).cited(…)`, and around it the
//! sources, each with `source(…)`.

use twosource::checks::{Case, Entered, Finding, Library, Subject, Written, rule};
use twosource::corroboration::{ClaimLevel, Level, PointKind, WeakestPoint};
use twosource::domain::{
    Appearance, Citation, Claim, Key, Kind, Lineage, LineageState, Nature, Relation, Review,
    Source, Stance, Standing, Verdict, Waiver,
};

/// A claim with its sources.
pub(crate) struct Desk {
    case: Case,
    sources: Vec<Entered<Source>>,
    lineage: Vec<Entered<Lineage>>,
}

pub(crate) fn key(key: &str) -> Key {
    key.parse().unwrap()
}

/// The change with this number, made at noon on the day of November 2026 that has this number.
pub(crate) fn change(version: i64) -> Written {
    let noon = format!("2026-11-{version:02}T12:00:00Z");
    Written { version, at: noon.parse().unwrap(), imported: false }
}

fn entered<T>(record: T, version: i64) -> Entered<T> {
    Entered { record, written: change(version) }
}

/// A claim that everything about was entered on the first of November.
pub(crate) fn a_claim() -> Desk {
    let level = ClaimLevel {
        level: Level::Unsupported,
        sources: 0,
        origins: 0,
        weakest_points: Vec::new(),
    };
    let case = Case {
        claim: entered(Claim::new(key("c1"), "The bank paid."), 1),
        level,
        citations: Vec::new(),
        reviews: Vec::new(),
        waivers: Vec::new(),
        bereft: None,
    };
    Desk { case, sources: Vec::new(), lineage: Vec::new() }
}

/// Sources alone.
pub(crate) fn sources() -> Desk {
    a_claim()
}

impl Desk {
    pub(crate) fn at(mut self, level: Level) -> Self {
        self.case.level.level = level;
        self.case.level.sources = match level {
            Level::Unsupported => 0,
            Level::SingleSource => 1,
            _ => 2,
        };
        self
    }

    pub(crate) fn claim(mut self, set: impl FnOnce(&mut Claim)) -> Self {
        set(&mut self.case.claim.record);
        self
    }

    pub(crate) fn about_a_record(self) -> Self {
        self.claim(|claim| claim.nature = Nature::Record)
    }

    pub(crate) fn made_by(self, claimant: &str) -> Self {
        self.claim(|claim| claim.claimant = Some(claimant.to_owned()))
    }

    pub(crate) fn appearing_in(self, work: &str) -> Self {
        let appearance = Appearance { source: key(work), locator: None, quote: None };
        self.claim(|claim| claim.appearances.push(appearance))
    }

    pub(crate) fn hanging_on(mut self, kind: PointKind, name: &str) -> Self {
        self.case.level.weakest_points.push(WeakestPoint { kind, name: name.to_owned() });
        self
    }

    /// A document of this key.
    pub(crate) fn source(mut self, name: &str, set: impl FnOnce(&mut Source)) -> Self {
        let mut source = Source::new(key(name), Kind::Document, format!("Title of {name}"));
        set(&mut source);
        self.sources.push(entered(source, 1));
        self
    }

    /// A document with these creators.
    pub(crate) fn said_by(self, name: &str, creators: &[&str]) -> Self {
        let credits = creators.iter().map(|creator| creator.parse().unwrap()).collect();
        self.source(name, |source| source.creators = credits)
    }

    pub(crate) fn fallen(self, name: &str, standing: Standing) -> Self {
        self.source(name, |source| source.standing = standing)
    }

    pub(crate) fn derived(mut self, source: &str, relation: Relation, origin: &str) -> Self {
        let row = Lineage { source: key(source), origin: key(origin), relation, note: None };
        self.lineage.push(entered(row, 1));
        self
    }

    /// A supporting citation.
    pub(crate) fn citing(self, source: &str) -> Self {
        self.citing_with(source, |_| {})
    }

    pub(crate) fn citing_with(mut self, source: &str, set: impl FnOnce(&mut Citation)) -> Self {
        let mut citation = Citation::new(key("c1"), key(source));
        set(&mut citation);
        self.case.citations.push(entered(citation, 1));
        self
    }

    /// A supporting citation of a source that says it has it from another.
    pub(crate) fn citing_for(self, source: &str, origin: &str) -> Self {
        self.citing_with(source, |citation| citation.attributed_to.push(key(origin)))
    }

    /// A citation of a new source.
    pub(crate) fn cited(self, stance: Stance, lineage: LineageState) -> Self {
        let name = format!("s{}", self.sources.len() + 1);
        self.source(&name, |source| source.lineage = lineage)
            .citing_with(&name, |citation| citation.stance = stance)
    }

    pub(crate) fn that_has_fallen(mut self) -> Self {
        self.sources.last_mut().unwrap().record.standing = Standing::Retracted;
        self
    }

    /// A review that was entered by this change.
    pub(crate) fn reviewed(mut self, reviewer: &str, at: &str, version: i64) -> Self {
        let review = Review {
            claim: key("c1"),
            reviewer: reviewer.to_owned(),
            verdict: Verdict::Supported,
            reviewed_at: at.parse().unwrap(),
            note: None,
        };
        self.case.reviews.push(entered(review, version));
        self
    }

    pub(crate) fn waived(mut self, rule: &str) -> Self {
        let waiver = Waiver {
            claim: key("c1"),
            rule: rule.to_owned(),
            actor: "Vera".to_owned(),
            reason: "Known.".to_owned(),
            waived_at: "2026-11-02".parse().unwrap(),
        };
        self.case.waivers.push(entered(waiver, 2));
        self
    }

    /// The claim was changed by this change.
    pub(crate) fn edited(mut self, version: i64) -> Self {
        self.case.claim.written = change(version);
        self
    }

    /// The source was changed by this change.
    pub(crate) fn source_edited(mut self, name: &str, written: Written) -> Self {
        let mut sources = self.sources.iter_mut();
        sources.find(|source| source.record.key.as_str() == name).unwrap().written = written;
        self
    }

    /// A citation was removed by this change.
    pub(crate) fn bereft(mut self, version: i64) -> Self {
        self.case.bereft = Some(change(version));
        self
    }

    /// What a rule finds about the claim.
    pub(crate) fn all_found_by(&self, name: &str) -> Vec<Finding> {
        let library = self.library();
        rule(name).unwrap().look_at(&Subject::new(&self.case, &library))
    }

    /// The same where it is one finding at most.
    pub(crate) fn found_by(&self, name: &str) -> Option<Finding> {
        let mut findings = self.all_found_by(name);
        assert!(findings.len() < 2, "{findings:?}");
        findings.pop()
    }

    /// The message of the one thing that a rule finds about the claim.
    pub(crate) fn message_of(&self, name: &str) -> String {
        self.found_by(name).unwrap().message
    }

    /// What a rule finds about the sources.
    pub(crate) fn found_among_sources_by(&self, name: &str) -> Vec<Finding> {
        rule(name).unwrap().look_through(&self.library())
    }

    fn library(&self) -> Library {
        Library::new(self.sources.clone(), self.lineage.clone())
    }
}
