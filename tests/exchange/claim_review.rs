//! ClaimReview: what is understood of markup as pages have it.

use serde_json::{Value, json};
use twosource::domain::{Kind, Verdict};
use twosource::exchange::claim_review::{
    FactCheck, Markup, entries, fact_check, fields, merged, recognises, verdict_of_words, words_of,
};

fn markup(value: Value) -> Markup {
    value.as_object().unwrap().clone()
}

fn check(more: Value) -> FactCheck {
    let mut all = markup(json!({"@type": "ClaimReview", "claimReviewed": "It rained."}));
    all.extend(markup(more));
    fact_check(&all).unwrap()
}

/// The statements of a file, or what is wrong.
fn statements(text: &str) -> Vec<(u64, Result<String, String>)> {
    let read = |entry| match entry {
        Ok(twosource::exchange::claim_review::Entry { line, check, .. }) => {
            (line, Ok(check.statement))
        }
        Err(twosource::exchange::library::Fault { line, error, .. }) => {
            (line, Err(error.to_string()))
        }
    };
    entries(text).into_iter().map(read).collect()
}

#[test]
fn they_are_found_wherever_they_stand() {
    let one = |statement: &str| {
        format!("{{\"@type\": \"ClaimReview\", \"claimReviewed\": \"{statement}\"}}")
    };
    for text in [
        format!("[{},\n {}]", one("a"), one("b")),
        format!("{{\"@type\": \"x\", \"@graph\": [{},\n [{}]]}}", one("a"), one("b")),
        format!(
            "{{\"@type\": \"WebPage\", \"review\": {{\"@type\": [\"Review\", \"ClaimReview\"], \"claimReviewed\": \"a\"}},\n\"more\": {}}}",
            one("b")
        ),
        format!(
            "<SCRIPT type='application/ld+json'><!-- {} --></SCRIPT>\n<script type=\"application/ld+json\">/*<![CDATA[*/{}/*]]>*/</script>",
            one("a"),
            one("b")
        ),
        format!(
            "<script type=application/ld+json>{}</script>\n<script type=application/ld+json>{}",
            one("a").replace('"', "&quot;"),
            one("b")
        ),
    ] {
        assert!(recognises(&text), "{text}");
        let found = statements(&text);
        assert_eq!(found, [(1, Ok("a".to_owned())), (2, Ok("b".to_owned()))], "{text}");
    }
    let inner = one("inner");
    let outer =
        format!("{{\"claimReviewed\": \"outer\", \"x\": {inner}, \"@type\": \"ClaimReview\"}}");
    assert_eq!(statements(&outer), [(1, Ok("outer".to_owned()))]);
    assert!(!recognises("[{\"id\": \"a\", \"type\": \"book\"}]"));
}

#[test]
fn ratings_are_verdicts_only_beyond_doubt() {
    let verdict = |rating: Value| check(json!({ "reviewRating": rating })).verdict;
    assert_eq!(verdict(json!({"alternateName": "FALSE!"})), Some(Verdict::Refuted));
    assert_eq!(verdict(json!([{"alternateName": ["True"]}])), Some(Verdict::Supported));
    assert_eq!(verdict(json!("Unproven")), Some(Verdict::NotEnoughEvidence));
    for words in ["Half true", "Mostly false", "Misleading", "Not false", "True but"] {
        let rating =
            json!({"alternateName": words, "ratingValue": 1, "worstRating": 1, "bestRating": 5});
        assert_eq!(verdict(rating), None, "{words}");
    }
    assert_eq!(
        verdict(json!({"ratingValue": "1", "worstRating": 1, "bestRating": 5})),
        Some(Verdict::Refuted)
    );
    assert_eq!(verdict(json!({"ratingValue": 3, "worstRating": 1, "bestRating": 5})), None);
    assert_eq!(verdict(json!({"ratingValue": 1, "worstRating": 1, "bestRating": 1})), None);
    for verdict in Verdict::ALL {
        assert_eq!(verdict_of_words(words_of(*verdict)), Some(*verdict));
    }
}

#[test]
fn works_are_understood_in_every_form() {
    let works = |item: Value| {
        check(json!({"url": "https://a.example/x", "itemReviewed": item})).appearances
    };
    let found = works(
        json!({"@type": "Claim", "firstAppearance": {"@type": "VideoObject", "contentUrl": "https://v.example/1"},
        "appearance": ["https://b.example/1/", "http://www.b.example/1?utm_source=x", "in a speech"], "sameAs": "https://c.example"}),
    );
    let urls: Vec<_> = found.iter().filter_map(|work| work.url.as_deref()).collect();
    assert_eq!(urls, ["https://v.example/1", "https://b.example/1/", "https://c.example"]);
    assert_eq!(found[0].kind, Kind::Video);
    let found = works(
        json!([{"@type": "CreativeWork", "name": "Speech", "author": {"@type": "Person", "familyName": "Lee", "givenName": "Ann"}}]),
    );
    assert_eq!(
        (found[0].title.as_str(), found[0].creators[0].to_string().as_str()),
        ("Speech", "Lee, Ann")
    );
    let found = works(json!("https://web.archive.org/web/2020/https://d.example/"));
    assert_eq!(found[0].url.as_deref(), Some("https://d.example/"));
    assert!(
        found[0].archived_url.as_deref().is_some_and(|url| url.starts_with("https://web.archive"))
    );
    assert!(works(json!({"@type": "Claim", "appearance": "https://a.example/x#claim"})).is_empty());
}

#[test]
fn who_signs_is_the_body_and_else_the_people() {
    let signed = |more| {
        let check = check(more);
        (check.reviewer, check.article.publisher, check.article.creators.len())
    };
    let desk = || Some("Desk".to_owned());
    assert_eq!(signed(json!({"author": "Desk"})), (desk(), desk(), 0));
    assert_eq!(
        signed(
            json!({"author": {"@type": "Person", "name": "Ann"}, "publisher": {"name": "Desk"}})
        ),
        (desk(), desk(), 1)
    );
    assert_eq!(
        signed(
            json!({"author": [{"@type": "Person", "name": "Ann: Lee, MD"}, {"@type": "Person", "name": "Bo"}]})
        ),
        (Some("Ann: Lee, MD, Bo".to_owned()), None, 2)
    );
}

#[test]
fn what_is_written_is_read_as_the_same() {
    let check = check(
        json!({"url": "https://a.example/?a&amp;b", "name": "AT&amp;T &amp;lt; all", "claimReviewed": "&amp;amp; & more",
        "publisher": {"name": "R&amp;amp;D"}, "author": {"@type": "Person", "name": "Ann"}, "datePublished": "2026-03-09",
        "itemReviewed": {"author": [{"name": "Jo"}, "Bo"], "appearance": [{"name": "&lt;b&gt;"}, "https://b.example"]},
        "reviewRating": {"alternateName": "False", "ratingExplanation": "Because"}}),
    );
    assert_eq!(check.article.title, "AT&T &lt; all");
    let again = fact_check(&fields(&check)).unwrap();
    assert_eq!(again, check);
    let kept = markup(json!({"a": {"b": 1, "c": 2, "d": 3}, "e": 5}));
    let (then, now) =
        (markup(json!({"a": {"b": 1, "d": 3}})), markup(json!({"a": {"b": 9}, "f": 6})));
    assert_eq!(merged(&kept, &then, &now), markup(json!({"a": {"b": 9, "c": 2}, "e": 5, "f": 6})));
}
