//! What a ClaimReview says.

use serde_json::Value;

use super::text::{first_text, is_a, parties, several};
use super::{FactCheck, Markup, date, rating, work};
use crate::domain::{Kind, Source, strong_identifiers};
use crate::error::{Error, Result, shortened};

/// What is understood of a ClaimReview.
///
/// # Errors
///
/// It says nowhere what is claimed.
pub fn fact_check(markup: &Markup) -> Result<FactCheck> {
    understood(markup).map(|(check, _)| check)
}

/// The same, with what was understood only in part.
pub(super) fn understood(markup: &Markup) -> Result<(FactCheck, Vec<String>)> {
    let mut warnings = Vec::new();
    let reviewed = markup.get("itemReviewed");
    let items: Vec<&Markup> = several(reviewed).iter().filter_map(Value::as_object).collect();
    let (article, reviewer) = article(markup)?;
    let mut date = |name: &str, value: Option<&Value>| {
        let written = value?.as_str().filter(|text| !text.trim().is_empty())?;
        let date = date::read(written);
        if date.is_none() {
            let written = shortened(written);
            warnings.push(format!("{name} `{written}` is no date; kept as text"));
        }
        date
    };
    let published = date("datePublished", markup.get("datePublished"));
    let claimed = items.iter().find_map(|item| item.get("datePublished"));
    let claimed = date("datePublished of itemReviewed", claimed);
    let mut appearances = appearances(reviewed)?;
    let pages = strong_identifiers(&article);
    let there = appearances.len();
    appearances.retain(|work| !strong_identifiers(work).iter().any(|page| pages.contains(page)));
    if appearances.len() < there {
        let what = "names its own page as one where the claim was made; not taken as that";
        warnings.push(what.to_owned());
    }
    let rating = rating::read(markup.get("reviewRating"));
    let check = FactCheck {
        statement: statement(markup, &items)?,
        claimant: claimant(&items),
        claimed_on: claimed.map(|(day, _)| day),
        article,
        appearances,
        rating: rating.words,
        verdict: rating.verdict,
        explanation: rating.explanation,
        reviewer,
        reviewed_at: published.and_then(|(_, moment)| moment),
    };
    Ok((check, warnings))
}

fn statement(markup: &Markup, items: &[&Markup]) -> Result<String> {
    let claimed = items.iter().filter(|item| is_a(item, "Claim"));
    first_text(markup, &["claimReviewed"])
        .or_else(|| claimed.flat_map(|item| first_text(item, &["text", "name"])).next())
        .ok_or_else(|| {
            Error::invalid("the ClaimReview does not say what is claimed")
                .hint("give it a `claimReviewed`: the claim, in one sentence")
        })
}

fn claimant(items: &[&Markup]) -> Option<String> {
    let named = items.iter().map(|item| parties(item.get("author"))).find(|all| !all.is_empty())?;
    Some(named.into_iter().map(|party| party.name).collect::<Vec<_>>().join(", "))
}

/// The article and who signs it: the body that publishes it, else those who wrote it.
fn article(markup: &Markup) -> Result<(Source, Option<String>)> {
    let mut source = work::described(markup, Kind::WebPage)?;
    let mut publishers = parties(markup.get("publisher"));
    let (people, bodies): (Vec<_>, Vec<_>) =
        parties(markup.get("author")).into_iter().partition(|party| party.is_person);
    publishers.extend(bodies);
    source.publisher = publishers.into_iter().next().map(|party| party.name);
    source.creators = people.iter().filter_map(work::credit).collect();
    let people: Vec<String> = people.into_iter().map(|party| party.name).collect();
    let people = (!people.is_empty()).then(|| people.join(", "));
    let reviewer = source.publisher.clone().or(people);
    Ok((work::keyed(source)?, reviewer))
}

/// Where the claim was made, each work once.
fn appearances(reviewed: Option<&Value>) -> Result<Vec<Source>> {
    let mut all = Vec::new();
    for item in several(reviewed) {
        let Value::Object(object) = item else {
            all.extend(work::works(Some(item))?);
            continue;
        };
        all.extend(work::works(object.get("firstAppearance"))?);
        all.extend(work::works(object.get("appearance"))?);
        if is_a(object, "Claim") {
            all.extend(work::works(object.get("url"))?);
            all.extend(work::works(object.get("sameAs"))?);
        } else {
            all.extend(work::works(Some(item))?);
        }
    }
    let mut works: Vec<Source> = Vec::new();
    for work in all {
        let pages = strong_identifiers(&work);
        let is_known = works.iter().any(|known| {
            let others = strong_identifiers(known);
            *known == work || pages.iter().any(|page| others.contains(page))
        });
        if !is_known {
            works.push(work);
        }
    }
    Ok(works)
}
