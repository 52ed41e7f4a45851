//! Builds what a rule looks at: `a_claim().at(Level::SingleSource).cited(…)`, and around it the
//! sources, each with `source(…)`.

use twosource::checks::{Case, Finding, Library, Subject, rule};
use twosource::corroboration::{ClaimLevel, Level, PointKind, WeakestPoint};
use twosource::domain::{
    Appearance, Cause, Citation, Claim, Ended, Judged, Key, Kind, Lineage, LineageState, Nature,
    Pin, Relation, Review, ReviewPolicy, Source, Stance, Standing, Verdict, Waiver,
};

/// A claim with its sources.
pub(crate) struct Desk {
    case: Case,
    sources: Vec<Source>,
    lineage: Vec<Lineage>,
}

pub(crate) fn key(key: &str) -> Key {
    key.parse().unwrap()
}

/// That the evidence was changed by this on that day.
fn ended_by(what: &str, day: &str) -> Option<Ended> {
    let cause = Cause { what: what.to_owned(), actor: "Bob".to_owned() };
    Some(Ended { since: day.parse().unwrap(), cause: Some(cause) })
}

/// A claim of which nothing is known.
pub(crate) fn a_claim() -> Desk {
    let level = ClaimLevel {
        level: Level::Unsupported,
        sources: 0,
        origins: 0,
        weakest_points: Vec::new(),
    };
    let case = Case {
        claim: Claim::new(key("c1"), "The bank paid."),
        level,
        citations: Vec::new(),
        reviews: Vec::new(),
        waivers: Vec::new(),
        policy: ReviewPolicy::default(),
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
        set(&mut self.case.claim);
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
        self.sources.push(source);
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
        let (source, origin) = (key(source), key(origin));
        self.lineage.push(Lineage { source, origin, relation, note: None });
        self
    }

    /// A supporting citation.
    pub(crate) fn citing(self, source: &str) -> Self {
        self.citing_with(source, |_| {})
    }

    pub(crate) fn citing_with(mut self, source: &str, set: impl FnOnce(&mut Citation)) -> Self {
        let mut citation = Citation::new(key("c1"), key(source));
        set(&mut citation);
        self.case.citations.push(citation);
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
        self.sources.last_mut().unwrap().standing = Standing::Retracted;
        self
    }

    /// A review that still holds.
    pub(crate) fn reviewed(mut self, reviewer: &str, at: &str) -> Self {
        let review = Review {
            claim: key("c1"),
            reviewer: reviewer.to_owned(),
            verdict: Verdict::Supported,
            reviewed_at: at.parse().unwrap(),
            note: None,
            pin: Pin::Entered,
        };
        let id = self.case.reviews.len() as i64 + 1;
        self.case.reviews.push(Judged { id, record: review, ended: None });
        self
    }

    /// The review that was entered last gives this verdict.
    pub(crate) fn finding_it(mut self, verdict: Verdict) -> Self {
        self.case.reviews.last_mut().unwrap().record.verdict = verdict;
        self
    }

    /// The casebook asks for so many reviewers, none of whom has logged the claim.
    pub(crate) fn where_others_must_agree(mut self, required: u32) -> Self {
        self.case.policy = ReviewPolicy { required, not_by_logger: true };
        self
    }

    /// The review that was entered last does not hold any more.
    pub(crate) fn then(mut self, what: &str, day: &str) -> Self {
        self.case.reviews.last_mut().unwrap().ended = ended_by(what, day);
        self
    }

    pub(crate) fn waived(mut self, rule: &str) -> Self {
        let waiver = Waiver {
            claim: key("c1"),
            rule: rule.to_owned(),
            actor: "Vera".to_owned(),
            reason: "Known.".to_owned(),
            waived_at: "2026-11-02".parse().unwrap(),
            pin: Pin::Entered,
        };
        self.case.waivers.push(Judged { id: 1, record: waiver, ended: None });
        self
    }

    /// The waiver does not hold any more.
    pub(crate) fn waiver_ended_by(mut self, what: &str, day: &str) -> Self {
        self.case.waivers.last_mut().unwrap().ended = ended_by(what, day);
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
