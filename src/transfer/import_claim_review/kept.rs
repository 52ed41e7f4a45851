//! The markup that is kept with the article it came from, as `claimreview:NUMBER`.

use serde_json::{Value, json};

use crate::domain::{Key, Source};
use crate::exchange::claim_review::{Markup, fact_check};

/// A ClaimReview as it came in, and the claim that it became.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(in crate::transfer) struct Kept {
    /// The claim.
    pub(in crate::transfer) claim: Key,
    /// The ClaimReview.
    pub(in crate::transfer) markup: Markup,
}

impl Kept {
    /// As the value of a kept field.
    pub(super) fn written(&self) -> String {
        json!({ "claim": self.claim.as_str(), "markup": self.markup }).to_string()
    }

    fn read(text: &str) -> Option<Self> {
        let Value::Object(mut object) = serde_json::from_str(text).ok()? else { return None };
        let claim = object.get("claim")?.as_str()?.parse().ok()?;
        match object.remove("markup")? {
            // What a case folder brings may be anything.
            Value::Object(markup) if fact_check(&markup).is_ok() => Some(Kept { claim, markup }),
            _ => None,
        }
    }
}

/// What is kept with an article, each with the name of its field.
pub(in crate::transfer) fn of(article: &Source) -> impl Iterator<Item = (&str, Kept)> {
    let variables = article.variables.iter();
    let kept = variables.filter(|(name, _)| name.starts_with("claimreview:"));
    kept.filter_map(|(name, text)| Some((name.as_str(), Kept::read(text)?)))
}

/// Keeps one more with an article.
pub(super) fn add(article: &mut Source, kept: &Kept) {
    let is_free = |name: &String| article.variables.iter().all(|(known, _)| known != name);
    if let Some(name) = (1_u32..).map(|number| format!("claimreview:{number}")).find(is_free) {
        article.variables.push((name, kept.written()));
        article.variables.sort();
    }
}

/// Keeps another in the place of the one with this name.
pub(super) fn replace(article: &mut Source, name: &str, kept: &Kept) {
    if let Some((_, text)) = article.variables.iter_mut().find(|(known, _)| known == name) {
        *text = kept.written();
    }
}
