//! One claim of the queue, with all that it is judged by.

use crate::checks::{Finding, Selection};
use crate::commands::check::survey;
use crate::commands::claim::{level, place_in_words, why_not_counted};
use crate::commands::explain::{explanation_of, tree};
use crate::corroboration::ClaimLevel;
use crate::domain::{
    Citation, Claim, Confidentiality, Consensus, Key, Review, ReviewPolicy, Source, Waiver,
};
use crate::error::Result;
use crate::explanation::Explanation;
use crate::output::{Style, Text, level_style, severity_style};
use crate::queue::{Block, OpenFinding, Page};
use crate::store::{Citations, Judgements, Store, Stored};

/// What the casebook knows of a claim, as it is now.
struct Known {
    claim: Claim,
    level: ClaimLevel,
    explanation: Explanation,
    findings: Vec<Finding>,
    /// Each with its source.
    citations: Vec<(Stored<Citation>, Source)>,
    judged: Judgements,
    /// What the reviews come to, in a word and in words.
    state: (&'static str, String),
    assigned: Vec<String>,
    policy: ReviewPolicy,
}

/// Reads a claim and lays it out.
pub(super) fn load(store: &Store, key: &Key) -> Result<Page> {
    let known = Known::load(store, key)?;
    let mut layout = Layout(Vec::new());
    layout.claim(&known);
    layout.findings(&known);
    layout.citations(&known);
    layout.origins(&known);
    layout.reviews(&known);
    layout.rest(&known.claim);
    let open = known.findings.iter().filter(|finding| !finding.waived);
    let findings = open
        .map(|finding| OpenFinding {
            rule: finding.rule.to_owned(),
            severity: finding.severity.as_str(),
            message: finding.message.clone(),
        })
        .collect();
    let state = format!("{} priority · {}", known.claim.priority, known.state.0);
    Ok(Page { key: known.claim.key, state, blocks: layout.0, findings })
}

impl Known {
    fn load(store: &Store, key: &Key) -> Result<Self> {
        let claim = store.claim(key)?;
        let level = store.level_of_claim(claim.id)?;
        let claim = claim.record;
        let explanation = explanation_of(store, &claim, &level)?;
        let found = survey(store, Selection::new(&[], &[])?, std::slice::from_ref(key))?.findings;
        let findings = found.into_iter().filter(|it| it.claim.as_ref() == Some(key)).collect();
        let mut citations = Vec::new();
        for citation in store.citations(Citations::OfClaim(key))? {
            let source = store.source(&citation.record.source)?.record;
            citations.push((citation, source));
        }
        let judged = store.judgements(Some(key))?;
        let policy = store.review_policy()?;
        let reviews = Consensus::new(&judged.reviews, claim.logged_by.as_deref(), policy);
        let state = (reviews.state.as_str(), reviews.in_words());
        let assigned = store.reviewers_assigned(key)?;
        Ok(Known {
            claim,
            level,
            explanation,
            findings,
            citations,
            judged,
            state,
            assigned,
            policy,
        })
    }
}

/// The blocks of a page while they are put one below the other.
struct Layout(Vec<Block>);

impl Layout {
    fn claim(&mut self, known: &Known) {
        let Known { claim, level, .. } = known;
        self.0.push(Block::Lines(Text::new().styled(Style::Bold, claim.statement.as_str())));
        self.0.push(Block::Gap);
        let claimed_on = claim.claimed_on.as_ref().map(|date| format!("on {date}"));
        let who = [claim.claimant.clone(), claimed_on].into_iter().flatten();
        self.detail("claimant", who.collect::<Vec<_>>().join(", "));
        for appearance in &claim.appearances {
            self.detail("appears in", place_in_words(appearance));
        }
        let words = level::in_words(level);
        let level_text = Text::new().styled(level_style(level.level.as_str()), words);
        self.0.push(Block::Detail("level", level_text));
        self.detail("rests on", level::points_in_words(&level.weakest_points));
        self.detail("review", known.state.1.clone());
        self.detail("assigned to", known.assigned.join(", "));
    }

    /// What is known of the claim besides.
    fn rest(&mut self, claim: &Claim) {
        self.0.push(Block::Gap);
        self.detail("key", claim.key.to_string());
        self.detail("nature", claim.nature.to_string());
        self.detail("logged by", claim.logged_by.clone().unwrap_or_default());
        self.detail("tags", claim.tags.join(", "));
        self.detail("note", claim.note.clone().unwrap_or_default());
    }

    fn findings(&mut self, known: &Known) {
        self.heading("findings");
        let (waived, open): (Vec<&Finding>, Vec<&Finding>) =
            known.findings.iter().partition(|finding| finding.waived);
        if open.is_empty() {
            self.0.push(Block::Lines(Text::from("  none that is open")));
        }
        for finding in open {
            let severity = finding.severity.as_str();
            let text = Text::new().plain("  ").styled(severity_style(severity), severity);
            let told = format!(" {}: {}", finding.rule, finding.message);
            self.0.push(Block::Lines(text.plain(told)));
        }
        for finding in waived {
            let by = known.judged.waivers.iter().map(|waiver| &waiver.record);
            let by = by.filter(|waiver| waiver.rule == finding.rule).map(accepted).next();
            let told = format!("  waived {}{}", finding.rule, by.unwrap_or_default());
            self.0.push(Block::Lines(Text::new().styled(Style::Dim, told)));
        }
    }

    fn citations(&mut self, known: &Known) {
        self.heading("citations");
        if known.citations.is_empty() {
            self.0.push(Block::Lines(Text::from("  none; c adds one")));
        }
        for (Stored { id, record, .. }, source) in &known.citations {
            let text = Text::new().plain(format!("  {id} {} ", record.stance));
            let text = text.styled(Style::Bold, record.source.as_str());
            self.0.push(Block::Lines(text.plain(details_of(record, source))));
            if let Some(quote) = &record.quote {
                self.0.push(Block::Lines(Text::from(format!("    “{quote}”"))));
            }
            if let Some(note) = &record.note {
                self.0.push(Block::Lines(Text::from(format!("    note: {note}"))));
            }
        }
    }

    fn origins(&mut self, known: &Known) {
        let explanation = &known.explanation;
        if let Some(tree) = tree(explanation, known.level.sources) {
            self.heading("origins");
            self.0.push(Block::Lines(tree));
        }
        self.0.push(Block::Gap);
        self.detail("why", explanation.why.clone());
        let raise = explanation.raise.as_ref().map(|raise| raise.sentence.clone());
        self.detail("to raise it", raise.unwrap_or_default());
    }

    fn reviews(&mut self, known: &Known) {
        let reviews = &known.judged.reviews;
        if reviews.is_empty() {
            return;
        }
        let found = Consensus::new(reviews, known.claim.logged_by.as_deref(), known.policy);
        self.heading("reviews");
        for judged in reviews {
            let review = &judged.record;
            let Review { reviewed_at, reviewer, verdict, .. } = review;
            let mut text = Text::from(format!("  {} {reviewer}: {verdict}", reviewed_at.day()));
            let why = why_not_counted(judged, &found);
            if !why.is_empty() {
                text = text.styled(Style::Yellow, format!(" {why}"));
            }
            self.0.push(Block::Lines(text));
            if let Some(note) = &review.note {
                self.0.push(Block::Lines(Text::from(format!("    {note}"))));
            }
        }
    }

    fn heading(&mut self, words: &str) {
        self.0.extend([Block::Gap, Block::Heading(words.to_owned())]);
    }

    fn detail(&mut self, name: &'static str, value: String) {
        if !value.is_empty() {
            self.0.push(Block::Detail(name, Text::from(value)));
        }
    }
}

fn accepted(waiver: &Waiver) -> String {
    format!(" by {}: {}", waiver.actor, waiver.reason)
}

/// What a citation says besides its stance, and who may learn of its source where not anybody may.
fn details_of(citation: &Citation, source: &Source) -> String {
    let mut words = match source.confidentiality {
        Confidentiality::Open => String::new(),
        guarded => format!(" ({guarded})"),
    };
    if !source.title.is_empty() {
        words.push_str(&format!(" “{}”", source.title));
    }
    if let Some(locator) = &citation.locator {
        words.push_str(&format!(", {locator}"));
    }
    if !citation.attributed_to.is_empty() {
        let origins: Vec<&str> = citation.attributed_to.iter().map(Key::as_str).collect();
        words.push_str(&format!(", attributed to {}", origins.join(", ")));
    }
    if let Some(credibility) = citation.credibility {
        words.push_str(&format!(", credibility {credibility}"));
    }
    words
}
