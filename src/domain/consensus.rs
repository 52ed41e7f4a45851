//! What the reviews of a claim come to: whether enough reviewers agree, on the evidence as it is.

use std::collections::HashMap;

use super::closed_list::closed_list;
use super::review::{Judged, Review};
use super::review_policy::ReviewPolicy;
use super::same_person::{same_person, signed_name};
use super::words::Verdict;

closed_list! {
    /// How far a claim is reviewed.
    ReviewState, "state of review", {
        /// Nobody who may has judged it.
        Unreviewed = "unreviewed",
        /// Reviewers have judged it alike, but not enough of them.
        InReview = "in-review",
        /// Enough reviewers have given the same verdict, and nobody another.
        Agreed = "agreed",
        /// Two reviewers have given different verdicts.
        Disagreed = "disagreed",
        /// It was judged, but its evidence has changed since.
        Stale = "stale",
    }
}

/// What the reviews of one claim come to.
///
/// Of each reviewer the latest review alone is looked at; what they judged before is history. It
/// counts while its evidence is what it was given for, unless the casebook's policy bars who gave it:
/// the person who logged the claim.
#[derive(Debug, Clone)]
pub struct Consensus<'r> {
    /// How far the claim is reviewed.
    pub state: ReviewState,
    /// The verdict that stands; only of a claim on which enough reviewers agree.
    pub verdict: Option<Verdict>,
    /// How many reviewers give one verdict; where they disagree, the most for any.
    pub agreeing: u32,
    /// How many have to.
    pub required: u32,
    /// The reviews that count, in the order in which they were given.
    pub counting: Vec<&'r Judged<Review>>,
    /// The latest reviews of those whose evidence has changed since, likewise.
    pub outdated: Vec<&'r Judged<Review>>,
    /// The latest review by who logged the claim, where that is barred.
    pub barred: Option<&'r Judged<Review>>,
}

impl<'r> Consensus<'r> {
    /// Looks at the reviews of one claim, in whatever order they are.
    pub fn new(
        reviews: impl IntoIterator<Item = &'r Judged<Review>>,
        logged_by: Option<&str>,
        policy: ReviewPolicy,
    ) -> Self {
        let (mut counting, mut outdated, mut barred) = (Vec::new(), Vec::new(), None);
        for review in latest_of_each(reviews) {
            if bars(policy, logged_by, &review.record.reviewer) {
                barred = Some(review);
            } else if review.ended.is_some() {
                outdated.push(review);
            } else {
                counting.push(review);
            }
        }
        let agreeing = most_for_one(&counting);
        let state = match (counting.first(), outdated.first()) {
            (Some(_), _) if agreeing as usize != counting.len() => ReviewState::Disagreed,
            (Some(_), _) if agreeing < policy.required => ReviewState::InReview,
            (Some(_), _) => ReviewState::Agreed,
            (None, Some(_)) => ReviewState::Stale,
            (None, None) => ReviewState::Unreviewed,
        };
        let agreed = counting.first().filter(|_| state == ReviewState::Agreed);
        let verdict = agreed.map(|review| review.record.verdict);
        Consensus {
            state,
            verdict,
            agreeing,
            required: policy.required,
            counting,
            outdated,
            barred,
        }
    }

    /// The review that counts of this person, if there is one.
    pub fn counting_of(&self, person: &str) -> Option<&'r Judged<Review>> {
        let mut counting = self.counting.iter().copied();
        counting.find(|review| same_person(&review.record.reviewer, person))
    }

    /// The state in words, with who said what: a sentence without a full stop.
    pub fn in_words(&self) -> String {
        let names = names(&self.counting);
        let verdict = self.counting.first().map_or("", |review| review.record.verdict.as_str());
        match self.state {
            ReviewState::Unreviewed if self.barred.is_some() => {
                "nobody but who logged it has reviewed it".to_owned()
            }
            ReviewState::Unreviewed => "nobody has reviewed it".to_owned(),
            ReviewState::InReview => {
                let (agreeing, required) = (self.agreeing, self.required);
                format!("in review: {verdict}, {agreeing} of {required} reviewers ({names})")
            }
            ReviewState::Agreed => format!("agreed: {verdict} ({names})"),
            ReviewState::Disagreed => self.disagreement(),
            ReviewState::Stale => {
                let names = self::names(&self.outdated);
                format!("stale: the evidence has changed since the review ({names})")
            }
        }
    }

    /// Who of those that disagree has given which verdict.
    pub fn disagreement(&self) -> String {
        let mut verdicts: Vec<Verdict> = Vec::new();
        for review in &self.counting {
            if !verdicts.contains(&review.record.verdict) {
                verdicts.push(review.record.verdict);
            }
        }
        let camps = verdicts.into_iter().map(|verdict| {
            let camp = self.counting.iter().filter(|review| review.record.verdict == verdict);
            let camp: Vec<_> = camp.copied().collect();
            format!("{verdict} ({})", names(&camp))
        });
        let camps: Vec<String> = camps.collect();
        format!("{} reviewers disagree: {}", self.counting.len(), camps.join(", "))
    }
}

/// Whether a policy bars this person from judging a claim, because they have logged it.
pub fn bars(policy: ReviewPolicy, logged_by: Option<&str>, reviewer: &str) -> bool {
    policy.not_by_logger && logged_by.is_some_and(|logger| same_person(logger, reviewer))
}

/// The latest review of each reviewer, in the order in which they were given.
fn latest_of_each<'r>(
    reviews: impl IntoIterator<Item = &'r Judged<Review>>,
) -> Vec<&'r Judged<Review>> {
    let mut latest: HashMap<String, &Judged<Review>> = HashMap::new();
    for review in reviews {
        let known = latest.entry(signed_name(&review.record.reviewer)).or_insert(review);
        if known.given() < review.given() {
            *known = review;
        }
    }
    let mut latest: Vec<_> = latest.into_values().collect();
    latest.sort_by_key(|review| review.given());
    latest
}

fn most_for_one(reviews: &[&Judged<Review>]) -> u32 {
    let number = |verdict: &Verdict| {
        reviews.iter().filter(|review| review.record.verdict == *verdict).count()
    };
    let most = Verdict::ALL.iter().map(number).max().unwrap_or_default();
    u32::try_from(most).unwrap_or(u32::MAX)
}

fn names(reviews: &[&Judged<Review>]) -> String {
    let names: Vec<&str> = reviews.iter().map(|review| review.record.reviewer.as_str()).collect();
    names.join(", ")
}

#[cfg(test)]
mod tests {
    use proptest::prelude::*;

    use super::*;
    use crate::domain::{Ended, Pin};

    /// `Ana:supported`, with a `!` behind it where the evidence has changed since; given one after the
    /// other.
    fn reviews(told: &str) -> Vec<Judged<Review>> {
        let words = told.split_whitespace().enumerate();
        words.map(|(place, word)| review(place as i64, word)).collect()
    }

    fn review(id: i64, word: &str) -> Judged<Review> {
        let (word, stale) = word.strip_suffix('!').map_or((word, false), |word| (word, true));
        let (reviewer, verdict) = word.split_once(':').unwrap();
        let record = Review {
            claim: "c1".parse().unwrap(),
            reviewer: reviewer.replace('_', " "),
            verdict: verdict.parse().unwrap(),
            reviewed_at: "2026-11-02".parse().unwrap(),
            note: None,
            pin: Pin::Entered,
        };
        let since = "2026-11-03".parse().unwrap();
        Judged { id, record, ended: stale.then_some(Ended { since, cause: None }) }
    }

    fn policy(required: u32, not_by_logger: bool) -> ReviewPolicy {
        ReviewPolicy { required, not_by_logger }
    }

    #[test]
    fn what_reviews_come_to() {
        let (one, two) = (policy(1, false), policy(2, false));
        let (other, two_others) = (policy(1, true), policy(2, true));
        let cases = [
            (one, "", "nobody has reviewed it"),
            (one, "Ana:supported", "agreed: supported (Ana)"),
            (two, "Ana:supported", "in review: supported, 1 of 2 reviewers (Ana)"),
            (two, "Ana:refuted Ben:refuted", "agreed: refuted (Ana, Ben)"),
            // The same person twice is one reviewer, however the name is written.
            (two, "Ana:refuted _ANA:refuted", "in review: refuted, 1 of 2 reviewers ( ANA)"),
            // Who judges again has changed their mind.
            (one, "Ana:supported Ben:refuted Ana:refuted", "agreed: refuted (Ben, Ana)"),
            (
                one,
                "Ana:supported Ben:refuted Cy:supported",
                "3 reviewers disagree: supported (Ana, Cy), refuted (Ben)",
            ),
            (one, "Ana:supported!", "stale: the evidence has changed since the review (Ana)"),
            // A verdict on other evidence neither agrees nor disagrees.
            (one, "Ana:supported! Ben:refuted", "agreed: refuted (Ben)"),
            (two, "Ana:supported! Ben:supported", "in review: supported, 1 of 2 reviewers (Ben)"),
            // An older review does not come back where the latest is of other evidence.
            (
                one,
                "Ana:supported Ana:refuted!",
                "stale: the evidence has changed since the review (Ana)",
            ),
            (one, "Log:supported", "agreed: supported (Log)"),
            (other, "Log:supported", "nobody but who logged it has reviewed it"),
            (other, "_log_:supported Ana:refuted", "agreed: refuted (Ana)"),
            (
                two_others,
                "Log:supported Ana:supported",
                "in review: supported, 1 of 2 reviewers (Ana)",
            ),
        ];
        for (policy, told, words) in cases {
            let reviews = reviews(told);
            let found = Consensus::new(&reviews, Some("Log"), policy);
            assert_eq!(found.in_words(), words, "{told}");
            assert_eq!(found.verdict.is_some(), found.state == ReviewState::Agreed, "{told}");
        }
    }

    #[test]
    fn the_moment_decides_which_review_is_the_latest_and_not_when_it_was_entered() {
        let mut reviews = reviews("Ana:supported Ana:refuted");
        reviews[0].record.reviewed_at = "2026-11-02T23:00:00Z".parse().unwrap();
        reviews[1].record.reviewed_at = "2026-11-02T23:30:00+05:00".parse().unwrap();
        let found = Consensus::new(&reviews, None, policy(1, false));
        assert_eq!(found.verdict, Some(Verdict::Supported));
    }

    proptest! {
        #[test]
        fn the_order_in_which_reviews_are_read_does_not_matter(
            told in prop::collection::vec((0..4_usize, 0..3_usize, any::<bool>()), 0..8),
            (required, not_by_logger) in (1..4_u32, any::<bool>()),
            seed in any::<u64>(),
        ) {
            let verdict = |place: usize| Verdict::ALL[place].as_str();
            let word = |(place, (who, verdict_at, stale)): (usize, &(usize, usize, bool))| {
                let name = ["Log", "Ana", "ana", "Ben"][*who];
                let mark = if *stale { "!" } else { "" };
                review(place as i64, &format!("{name}:{}{mark}", verdict(*verdict_at)))
            };
            let reviews: Vec<_> = told.iter().enumerate().map(word).collect();
            let mut shuffled = reviews.clone();
            shuffled.sort_by_key(|review| (review.id as u64 + 1).wrapping_mul(seed | 1));
            let policy = policy(required, not_by_logger);
            let one = Consensus::new(&reviews, Some("Log"), policy);
            let other = Consensus::new(&shuffled, Some("Log"), policy);
            prop_assert_eq!(one.in_words(), other.in_words());
            prop_assert_eq!(one.verdict, other.verdict);
        }
    }
}
