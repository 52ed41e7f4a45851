//! A ClaimReview from what a casebook says.

use serde_json::{Value, json};

use super::{FactCheck, Markup, kind};
use crate::domain::{Credit, Date, NameParts, Source, Timestamp};

/// The fields that follow from what is known. Google requires `claimReviewed`, `reviewRating` and `url`.
pub fn fields(check: &FactCheck) -> Markup {
    let article = &check.article;
    let mut object = typed("ClaimReview");
    address(&mut object, "url", article.url.as_deref());
    address(&mut object, "archivedAt", article.archived_url.as_deref());
    text(&mut object, "name", Some(article.title.as_str()));
    text(&mut object, "claimReviewed", Some(&check.statement));
    signed(&mut object, article);
    text(&mut object, "datePublished", published(check).as_deref());
    text(&mut object, "inLanguage", article.language.as_deref());
    let item = item(check);
    if item.len() > 1 {
        object.insert("itemReviewed".to_owned(), Value::Object(item));
    }
    if let Some(rating) = &check.rating {
        let mut object_of_rating = typed("Rating");
        text(&mut object_of_rating, "alternateName", Some(rating));
        text(&mut object_of_rating, "ratingExplanation", check.explanation.as_deref());
        object.insert("reviewRating".to_owned(), Value::Object(object_of_rating));
    }
    object
}

fn typed(name: &str) -> Markup {
    Markup::from_iter([("@type".to_owned(), name.into())])
}

fn text(object: &mut Markup, field: &str, value: Option<&str>) {
    address(object, field, value.map(written).as_deref());
}

/// A text as it is read again: readers take entities for what they stand for.
fn written(text: &str) -> String {
    let is_plain = !text.contains('&') || html_escape::decode_html_entities(text) == text;
    if is_plain { text.to_owned() } else { text.replace('&', "&amp;") }
}

fn address(object: &mut Markup, field: &str, value: Option<&str>) {
    if let Some(value) = value.filter(|value| !value.is_empty()) {
        object.insert(field.to_owned(), value.into());
    }
}

/// The moment, as long as nobody has given the article another day.
fn published(check: &FactCheck) -> Option<String> {
    let issued = check.article.issued.as_ref().map(Date::as_str);
    let moment = check.reviewed_at.as_ref();
    let same = moment.filter(|moment| issued.is_none_or(|issued| issued == moment.day()));
    same.map(Timestamp::as_str).or(issued).map(str::to_owned)
}

fn signed(object: &mut Markup, article: &Source) {
    let body = article.publisher.as_deref().map(|name| {
        let mut body = typed("Organization");
        text(&mut body, "name", Some(name));
        Value::Object(body)
    });
    let people = people(&article.creators);
    let (author, publisher) = if people.is_null() { (body, None) } else { (Some(people), body) };
    object.extend(author.map(|author| ("author".to_owned(), author)));
    object.extend(publisher.map(|publisher| ("publisher".to_owned(), publisher)));
}

/// Persons, where there are two parts of a name; of others it is not known what they are.
fn people(credits: &[Credit]) -> Value {
    let mut people: Vec<Value> = credits
        .iter()
        .filter(|credit| credit.role.is_voice() && !credit.unnamed)
        .map(|credit| match credit.name.parts() {
            NameParts::Person { family, given } if !given.is_empty() => {
                json!({"@type": "Person", "name": written(&credit.name.reading_order()),
                       "familyName": written(family), "givenName": written(given)})
            }
            _ => json!({"@type": "Person", "name": written(&credit.name.reading_order())}),
        })
        .collect();
    match people.len() {
        0 => Value::Null,
        1 => people.remove(0),
        _ => Value::Array(people),
    }
}

fn item(check: &FactCheck) -> Markup {
    let mut item = typed("Claim");
    if let Some(claimant) = &check.claimant {
        item.insert("author".to_owned(), json!({ "name": written(claimant) }));
    }
    text(&mut item, "datePublished", check.claimed_on.as_ref().map(Date::as_str));
    let mut works: Vec<Value> = check.appearances.iter().map(work).collect();
    match works.len() {
        0 => {}
        1 => drop(item.insert("appearance".to_owned(), works.remove(0))),
        _ => drop(item.insert("appearance".to_owned(), Value::Array(works))),
    }
    item
}

fn work(source: &Source) -> Value {
    let mut work = typed(kind::name(source.kind));
    text(&mut work, "name", Some(&source.title));
    address(&mut work, "url", source.url.as_deref());
    address(&mut work, "archivedAt", source.archived_url.as_deref());
    let people = people(&source.creators);
    if !people.is_null() {
        work.insert("author".to_owned(), people);
    }
    if let Some(publisher) = &source.publisher {
        work.insert(
            "publisher".to_owned(),
            json!({"@type": "Organization", "name": written(publisher)}),
        );
    }
    text(&mut work, "datePublished", source.issued.as_ref().map(Date::as_str));
    text(&mut work, "inLanguage", source.language.as_deref());
    Value::Object(work)
}
