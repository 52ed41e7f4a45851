//! The reviews of a casebook as ClaimReview: what came in as that, and the desk's own judgements.

use std::collections::{HashMap, HashSet};

use super::import_claim_review::{kept, kept::Kept, review};
use super::pseudonyms::Pseudonyms;
use crate::domain::{
    Claim, Confidentiality, Consensus, Credit, Judged, Key, Kind, Name, Nature, Priority, Review,
    ReviewPolicy, ReviewState, Role, Source,
};
use crate::error::{Error, Result};
use crate::exchange::claim_review::{FactCheck, Markup, fact_check, fields, merged, words_of};
use crate::exchange::library::Losses;
use crate::store::{Citations, Store};

/// How ClaimReviews are to be written.
#[derive(Debug, Clone, Copy, Default)]
pub struct ClaimReviewOptions<'o> {
    /// The address of the page on which the desk's own reviews are to stand.
    pub url: Option<&'o str>,
    /// Who publishes them; otherwise the reviewer signs.
    pub author: Option<&'o str>,
    /// Confidential articles and works are written too.
    pub include_confidential: bool,
}

/// ClaimReviews that are to be written.
#[derive(Debug, Clone, Default)]
pub struct ExportedClaimReviews {
    /// The ClaimReviews, in the order of their claims.
    pub reviews: Vec<Markup>,
    /// What they cannot hold, by number of claims.
    pub losses: Losses,
    /// How many claims were wanted but have no review that could be written.
    pub unreviewed: u64,
    /// How many more have reviews, but not enough reviewers who agree.
    pub unsettled: u64,
    /// How many reviews do not hold any more, and so were left out.
    pub ended: u64,
    /// How many confidential works and articles were left out.
    pub withheld: u64,
    /// How many have no address.
    pub without_url: u64,
}

/// The reviews of the claims that are wanted.
pub fn export_claim_review(
    store: &Store,
    options: ClaimReviewOptions<'_>,
    is_wanted: &dyn Fn(&Claim) -> bool,
) -> Result<ExportedClaimReviews> {
    store.in_snapshot(|store| {
        let names =
            if options.include_confidential { Pseudonyms::none() } else { Pseudonyms::of(store)? };
        let own = store.judgements(None)?.reviews_by_claim();
        let policy = store.review_policy()?;
        let articles = Articles::of(store, options.include_confidential)?;
        let done = ExportedClaimReviews::default();
        let mut writing = Writing { store, options, names, articles, own, policy, done };
        store.each_claim(|claim| {
            if is_wanted(&claim.record) { writing.claim(&claim.record) } else { Ok(()) }
        })?;
        Ok(writing.done)
    })
}

/// The articles that came in as ClaimReview.
#[derive(Default)]
struct Articles {
    by_claim: HashMap<Key, Vec<(Key, Kept)>>,
    /// Those that stay here.
    hidden: HashSet<Key>,
}

impl Articles {
    fn of(store: &Store, include_confidential: bool) -> Result<Self> {
        let mut articles = Articles::default();
        store.each_source(|source| {
            let source = source.record;
            let mut all: Vec<Kept> = kept::of(&source).map(|(_, kept)| kept).collect();
            if all.is_empty() {
                return Ok(());
            }
            rename(store, &source, &mut all)?;
            if !include_confidential && source.confidentiality != Confidentiality::Open {
                articles.hidden.insert(source.key.clone());
            }
            for kept in all {
                let of_claim = articles.by_claim.entry(kept.claim.clone()).or_default();
                of_claim.push((source.key.clone(), kept));
            }
            Ok(())
        })?;
        Ok(articles)
    }
}

/// A claim may have another key by now: it is the one that the article is still cited for.
fn rename(store: &Store, article: &Source, all: &mut [Kept]) -> Result<()> {
    for number in 0..all.len() {
        if store.find_claim(&all[number].claim)?.is_some() {
            continue;
        }
        let cited = store.citations(Citations::OfSource(&article.key))?;
        let mut cited: Vec<Key> = cited.into_iter().map(|citation| citation.record.claim).collect();
        cited.retain(|claim| all.iter().all(|kept| kept.claim != *claim));
        cited.dedup();
        if let [only] = cited.as_slice() {
            all[number].claim = only.clone();
        }
    }
    Ok(())
}

struct Writing<'w> {
    store: &'w Store,
    options: ClaimReviewOptions<'w>,
    names: Pseudonyms,
    articles: Articles,
    own: HashMap<Key, Vec<Judged<Review>>>,
    policy: ReviewPolicy,
    done: ExportedClaimReviews,
}

impl Writing<'_> {
    fn claim(&mut self, claim: &Claim) -> Result<()> {
        let written = self.done.reviews.len();
        let (appearances, is_whole) = self.appearances(claim)?;
        let mut own = self.own.remove(&claim.key).unwrap_or_default();
        let found = Consensus::new(&own, claim.logged_by.as_deref(), self.policy);
        let unsettled = matches!(found.state, ReviewState::InReview | ReviewState::Disagreed);
        let settled: HashSet<i64> = match found.state {
            ReviewState::Agreed => found.counting.iter().map(|review| review.id).collect(),
            _ => HashSet::new(),
        };
        let mut told: Vec<Key> = Vec::new();
        for (article, kept) in self.articles.by_claim.remove(&claim.key).unwrap_or_default() {
            let then = fact_check(&kept.markup)?;
            let theirs = review(&then, claim);
            own.retain(|own| theirs.as_ref().is_none_or(|theirs| !own.record.is_same(theirs)));
            if self.articles.hidden.contains(&article) {
                self.done.withheld += 1;
                continue;
            }
            let article = self.store.source(&article)?.record;
            told.push(article.key.clone());
            let now = FactCheck {
                statement: claim.statement.clone(),
                claimant: claim.claimant.clone(),
                claimed_on: claim.claimed_on.clone(),
                article,
                appearances: appearances.clone(),
                ..then.clone()
            };
            // Where a work is withheld, the markup could name it.
            let markup = if is_whole {
                merged(&kept.markup, &fields(&then), &fields(&now))
            } else {
                fields(&now)
            };
            self.add(markup);
        }
        let further = self.own_review(claim, own, &settled, appearances)?;
        if self.done.reviews.len() == written {
            self.done.unsettled += u64::from(unsettled);
            self.done.unreviewed += u64::from(!unsettled);
        } else {
            self.count_losses(claim, &told, further)?;
        }
        Ok(())
    }

    fn add(&mut self, markup: Markup) {
        if !markup.contains_key("url") && !markup.contains_key("mainEntityOfPage") {
            self.done.without_url += 1;
        }
        self.done.reviews.push(markup);
    }

    /// The works in which the claim was made, and whether those are all of them.
    fn appearances(&mut self, claim: &Claim) -> Result<(Vec<Source>, bool)> {
        let (mut works, mut is_whole) = (Vec::new(), true);
        for appearance in &claim.appearances {
            let source = self.store.source(&appearance.source)?.record;
            let is_hidden = source.confidentiality != Confidentiality::Open;
            if is_hidden && !self.options.include_confidential {
                is_whole = false;
            }
            if source.confidentiality == Confidentiality::Confidential
                && !self.options.include_confidential
            {
                self.done.withheld += 1;
            } else {
                works.push(self.names.printed(&source)?);
            }
        }
        Ok((works, is_whole))
    }

    /// The desk's own judgement: the latest of those by which the verdict stands. Says whether there are
    /// more.
    fn own_review(
        &mut self,
        claim: &Claim,
        own: Vec<Judged<Review>>,
        settled: &HashSet<i64>,
        appearances: Vec<Source>,
    ) -> Result<bool> {
        let mut holding: Vec<Judged<Review>> = own;
        let all = holding.len();
        holding.retain(|judged| judged.ended.is_none());
        self.done.ended += (all - holding.len()) as u64;
        let latest = holding.iter().filter(|judged| settled.contains(&judged.id));
        let Some(review) = latest.max_by_key(|judged| judged.given()) else { return Ok(false) };
        let review = review.record.clone();
        let mut article = Source::new("page".parse()?, Kind::WebPage, "");
        article.url = self.options.url.map(str::to_owned);
        article.publisher = self.options.author.map(str::to_owned);
        if article.publisher.is_none()
            && let Some(name) = Name::literal(&review.reviewer)
        {
            article.creators.push(Credit { role: Role::Author, name, unnamed: false });
        }
        let check = FactCheck {
            statement: claim.statement.clone(),
            claimant: claim.claimant.clone(),
            claimed_on: claim.claimed_on.clone(),
            article,
            appearances,
            rating: Some(words_of(review.verdict).to_owned()),
            verdict: Some(review.verdict),
            // A reviewer's note is for the desk.
            explanation: None,
            reviewer: Some(review.reviewer),
            reviewed_at: Some(review.reviewed_at),
        };
        self.add(fields(&check));
        if review.note.is_some() {
            *self.done.losses.entry("notes of reviews").or_default() += 1;
        }
        Ok(holding.len() > 1)
    }

    fn count_losses(&mut self, claim: &Claim, told: &[Key], further: bool) -> Result<()> {
        let mut is_cited = false;
        for citation in self.store.citations(Citations::OfClaim(&claim.key))? {
            is_cited |= !told.contains(&citation.record.source);
        }
        let places =
            claim.appearances.iter().any(|one| one.locator.is_some() || one.quote.is_some());
        for (field, is_lost) in [
            ("sources", is_cited),
            ("earlier reviews", further),
            ("places in works", places),
            ("nature", claim.nature != Nature::Fact),
            ("priority", claim.priority != Priority::Normal),
            ("logged by", claim.logged_by.is_some()),
            ("tags", !claim.tags.is_empty()),
            ("note", claim.note.is_some()),
        ] {
            *self.done.losses.entry(field).or_default() += u64::from(is_lost);
        }
        self.done.losses.retain(|_, count| *count > 0);
        Ok(())
    }
}

impl ExportedClaimReviews {
    /// The reviews as one document of JSON-LD.
    pub fn document(&self) -> Result<String> {
        let document =
            serde_json::json!({ "@context": "https://schema.org", "@graph": self.reviews });
        let text = serde_json::to_string_pretty(&document);
        text.map(|text| text + "\n")
            .map_err(|error| Error::storage(format!("the reviews cannot be written: {error}")))
    }

    /// The same as it stands in a page: nothing in it ends the script.
    pub fn script(&self) -> Result<String> {
        let json = self.document()?.replace('<', "\\u003c");
        Ok(format!("<script type=\"application/ld+json\">\n{json}</script>\n"))
    }
}
