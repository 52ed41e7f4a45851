//! What the ClaimReviews of a file come to, before anything is written.

use std::collections::{BTreeSet, HashSet};

use super::claims::Claims;
use super::kept::{self, Kept};
use super::works::Works;
use crate::domain::{
    Citation, Claim, Review, Source, Stance, Verdict, check_citation, check_claim, check_source,
};
use crate::error::{Error, ErrorKind, Result};
use crate::exchange::claim_review::{Entry, FactCheck, Markup, fact_check};
use crate::store::Store;

/// What is to be written, and what is to be told.
pub(super) struct Gathered<'s> {
    pub(super) works: Works<'s>,
    pub(super) claims: Claims<'s>,
    /// Each with the line it comes from.
    pub(super) citations: Vec<(u64, Citation)>,
    /// Those that take the place of others.
    pub(super) renewed: Vec<(u64, Citation, Citation)>,
    pub(super) reviews: Vec<(u64, Review)>,
    pub(super) told: Vec<String>,
    /// Ratings that are no verdict.
    pub(super) unclear: BTreeSet<String>,
    /// The ClaimReviews of the file.
    present: HashSet<blake3::Hash>,
    label: &'s str,
    update: bool,
}

impl<'s> Gathered<'s> {
    pub(super) fn new(
        store: &'s Store,
        label: &'s str,
        update: bool,
        entries: &[Entry],
    ) -> Result<Self> {
        let statements = entries.iter().map(|entry| entry.check.statement.as_str()).collect();
        Ok(Gathered {
            works: Works::new(store),
            claims: Claims::new(store, &statements)?,
            citations: Vec::new(),
            renewed: Vec::new(),
            reviews: Vec::new(),
            told: Vec::new(),
            unclear: BTreeSet::new(),
            present: entries.iter().map(|entry| digest(&entry.markup)).collect(),
            label,
            update,
        })
    }

    /// Adds a ClaimReview, telling new from known.
    ///
    /// # Errors
    ///
    /// The casebook has another version of it, and updating was not asked for.
    pub(super) fn add(&mut self, entry: Entry) -> Result<()> {
        let Entry { line, markup, check, warnings, .. } = entry;
        let article = self.works.settle(check.article.clone(), line)?;
        let work = &self.works.all[article];
        let before = work.before.as_ref().into_iter().flat_map(kept::of);
        let before: Vec<(String, Kept)> =
            before.map(|(name, kept)| (name.to_owned(), kept)).collect();
        if kept::of(&work.source).any(|(_, kept)| kept.markup == markup)
            && before.iter().all(|(_, kept)| kept.markup != markup)
        {
            self.tell(line, "stands in the file twice, exactly the same; taken in once");
            return Ok(());
        }
        let same = before.iter().find(|(_, kept)| kept.markup == markup);
        // One that stands in the file as it was has not become this one.
        let is_gone = |kept: &Kept| !self.present.contains(&digest(&kept.markup));
        let version = || {
            before
                .iter()
                .find(|(_, kept)| is_gone(kept) && is_version(&kept.markup, &markup, &check))
        };
        if let Some((name, old)) = same.or_else(version) {
            // A claim that somebody has removed since comes in anew.
            if let Some(claim) = self.claims.with_key(&old.claim, line)? {
                return match same {
                    Some(_) => Ok(()),
                    None => self.renew((article, claim), (name, old), markup, &check, line),
                };
            }
        }
        warnings.iter().for_each(|warning| self.tell(line, warning));
        self.enter(article, markup, &check, line)
    }

    fn tell(&mut self, line: u64, what: &str) {
        self.told.push(format!("{}, line {line}: the ClaimReview {what}", self.label));
    }

    fn enter(
        &mut self,
        article: usize,
        markup: Markup,
        check: &FactCheck,
        line: u64,
    ) -> Result<()> {
        let claim = match self.claims.find(check, line)? {
            Some(known) => {
                if self.claims.all[known].before.is_some() {
                    let key = self.claims.all[known].claim.key.clone();
                    let what = format!("is about `{key}`, which is in the casebook; added to that");
                    self.tell(line, &what);
                }
                known
            }
            None => self.claims.enter(check, line)?,
        };
        self.note_appearances((article, claim), check, line)?;
        let source = &mut self.works.all[article].source;
        let key = self.claims.all[claim].claim.key.clone();
        kept::add(source, &Kept { claim: key, markup });
        let (claim, source) = (&self.claims.all[claim].claim, &self.works.all[article].source);
        self.citations.push((line, citation(check, claim, source)));
        let review = review(check, claim);
        if let (None, Some(rating)) = (&check.verdict, &check.rating) {
            self.unclear.insert(rating.clone());
        } else if review.is_none() && check.verdict.is_some() {
            self.tell(
                line,
                "does not say who reviewed it and on what day; no review was made of it",
            );
        }
        self.reviews.extend(review.map(|review| (line, review)));
        Ok(())
    }

    fn note_appearances(
        &mut self,
        (article, claim): (usize, usize),
        check: &FactCheck,
        line: u64,
    ) -> Result<()> {
        for work in &check.appearances {
            let number = self.works.settle(work.clone(), line)?;
            if number != article {
                let key = self.works.all[number].source.key.clone();
                self.claims.appears(claim, &key);
            }
        }
        Ok(())
    }

    /// A ClaimReview that came in before and has changed since.
    fn renew(
        &mut self,
        (article, claim): (usize, usize),
        (name, old): (&str, &Kept),
        markup: Markup,
        check: &FactCheck,
        line: u64,
    ) -> Result<()> {
        if !self.update {
            return Err(changed(old, &markup));
        }
        let then = fact_check(&old.markup)?;
        renew_claim(&mut self.claims.all[claim].claim, &then, check);
        self.note_appearances((article, claim), check, line)?;
        let source = &mut self.works.all[article].source;
        renew_article(source, &then.article, &check.article);
        kept::replace(source, name, &Kept { markup, claim: old.claim.clone() });
        let (claim, source) = (&self.claims.all[claim].claim, &self.works.all[article].source);
        let (before, now) = (citation(&then, claim, source), citation(check, claim, source));
        if before != now {
            self.renewed.push((line, before, now));
        }
        let now = review(check, claim).filter(|now| review(&then, claim).as_ref() != Some(now));
        self.reviews.extend(now.map(|review| (line, review)));
        Ok(())
    }
}

/// Refuses a ClaimReview of which something would not fit into a casebook.
pub(super) fn check_sizes(entry: &Entry) -> Result<()> {
    let check = &entry.check;
    // As long a key as any.
    let key = check.article.key.clone();
    let mut article = check.article.clone();
    let kept = Kept { claim: "c1000000000".parse()?, markup: entry.markup.clone() };
    article.variables.push(("claimreview:1".to_owned(), kept.written()));
    check_source(&article)?;
    check.appearances.iter().try_for_each(check_source)?;
    let claimant = check.claimant.clone();
    let claim = Claim { claimant, ..Claim::new(key, check.statement.as_str()) };
    check_claim(&claim)?;
    check_citation(&citation(check, &claim, &article))
}

fn digest(markup: &Markup) -> blake3::Hash {
    blake3::hash(serde_json::to_string(markup).unwrap_or_default().as_bytes())
}

/// Whether two ClaimReviews of one article are versions of one.
fn is_version(old: &Markup, new: &Markup, check: &FactCheck) -> bool {
    let id = |markup: &Markup| markup.get("@id").and_then(|id| id.as_str()).map(str::to_owned);
    let same_id = id(old).is_some() && id(old) == id(new);
    same_id || fact_check(old).is_ok_and(|old| old.statement == check.statement)
}

fn changed(old: &Kept, new: &Markup) -> Error {
    let fields = new.iter().filter(|(field, value)| old.markup.get(*field) != Some(value));
    let gone = old.markup.keys().filter(|field| !new.contains_key(*field));
    let fields: Vec<&str> =
        fields.map(|(field, _)| field).chain(gone).map(String::as_str).collect();
    let message = format!(
        "the casebook has another version of this ClaimReview, of claim `{}`: {} {}",
        old.claim,
        fields.join(", "),
        if fields.len() == 1 { "differs" } else { "differ" }
    );
    Error::new(ErrorKind::Exists, message).hint("import with --update to change it")
}

/// What the article says about the claim: nothing for or against it, unless its rating is a verdict.
fn citation(check: &FactCheck, claim: &Claim, article: &Source) -> Citation {
    let stance = match check.verdict {
        Some(Verdict::Supported) => Stance::Supports,
        Some(Verdict::Refuted) => Stance::Disputes,
        _ => Stance::Context,
    };
    let quote = check.rating.clone();
    Citation { stance, quote, ..Citation::new(claim.key.clone(), article.key.clone()) }
}

/// The judgement of who signs the article, as far as it is one.
pub(in crate::transfer) fn review(check: &FactCheck, claim: &Claim) -> Option<Review> {
    Some(Review {
        claim: claim.key.clone(),
        reviewer: check.reviewer.clone()?,
        verdict: check.verdict?,
        reviewed_at: check.reviewed_at.clone()?,
        note: check.explanation.clone(),
        pin: Default::default(),
    })
}

/// Changes what nobody has edited since it came in.
fn renew<T: Clone + PartialEq>(field: &mut T, then: &T, now: &T) {
    if field == then {
        field.clone_from(now);
    }
}

fn renew_claim(claim: &mut Claim, then: &FactCheck, now: &FactCheck) {
    renew(&mut claim.statement, &then.statement, &now.statement);
    renew(&mut claim.claimant, &then.claimant, &now.claimant);
    renew(&mut claim.claimed_on, &then.claimed_on, &now.claimed_on);
}

fn renew_article(article: &mut Source, then: &Source, now: &Source) {
    renew(&mut article.title, &then.title, &now.title);
    renew(&mut article.creators, &then.creators, &now.creators);
    renew(&mut article.publisher, &then.publisher, &now.publisher);
    renew(&mut article.issued, &then.issued, &now.issued);
    renew(&mut article.language, &then.language, &now.language);
}
