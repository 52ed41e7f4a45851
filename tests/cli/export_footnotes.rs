//! `export footnotes`: one note for each claim, with all that it cites.

use crate::desk::Desk;
use crate::sources;

/// An article that makes three claims; the second stands first in it.
fn an_article() -> Desk {
    let desk = Desk::new();
    sources::wire(&desk);
    sources::daily(&desk);
    sources::book(&desk);
    desk.run(&["source", "add", "Our piece", "--kind", "newspaper-article", "--key", "piece"])
        .succeeds();
    for (claim, place) in [("c1", "page 12"), ("c2", "page 3"), ("c3", "page 14")] {
        let work = ["--appears-in", "piece", "--appears-at", place];
        desk.run(&[&["claim", "add", "It <was> *so*.", "--key", claim][..], &work].concat())
            .succeeds();
    }
    desk.run(&["cite", "c1", "book", "--locator", "page 12-14"]).succeeds();
    desk.run(&["cite", "c1", "book", "--locator", "page 20"]).succeeds();
    desk.run(&["cite", "c2", "book", "--locator", "page 7"]).succeeds();
    desk.run(&["cite", "c2", "daily", "--stance", "disputes"]).succeeds();
    desk.run(&["cite", "c3", "book", "--locator", "page 20"]).succeeds();
    desk
}

fn notes(desk: &Desk, options: &[&str]) -> String {
    desk.run(&[&["export", "footnotes"], options].concat()).succeeds().stdout
}

#[test]
fn notes_follow_the_work_with_places_signals_and_short_forms() {
    let desk = an_article();
    insta::assert_snapshot!(notes(&desk, &["--work", "piece"]), @r"
    1. Jo Roe, The Book (n.d.), 7. But see Ann Lee, The Daily, n.d.
    2. Roe, The Book, 12–14, 20.
    3. Roe, The Book, 20.
    ");
    insta::assert_snapshot!(notes(&desk, &["--style", "court-footnotes"]), @r"
    1. Jo Roe, The book 7. But see Ann Lee, ‘The daily’.
    2. Roe, The book (n 1) 12–14, 20.
    3. ibid 20.
    ");
}

#[test]
fn claims_can_be_picked_and_those_without_citations_are_counted() {
    let desk = an_article();
    desk.run(&["claim", "add", "Nobody says so.", "--key", "bare"]).succeeds();
    insta::assert_snapshot!(desk.run(&["export", "footnotes", "--claim", "c3", "--claim", "bare"]).succeeds(), @r"
    --- stdout
    1. Jo Roe, The Book (n.d.), 20.
    --- stderr
    1 claim cites nothing, so it has no note
    --- status 0
    ");
    assert!(
        desk.run(&["export", "footnotes", "--work", "nothing"]).fails().stderr.contains("nothing")
    );
}

#[test]
fn markdown_and_html_have_the_claims_and_nothing_in_them_is_markup() {
    let desk = an_article();
    let markdown = notes(&desk, &["--claim", "c3", "--format", "markdown"]);
    insta::assert_snapshot!(markdown, @r"
    It \<was\> \*so\*.[^1]

    [^1]: Jo Roe, *The Book* (n.d.), 20.
    ");
    let html = notes(&desk, &["--claim", "c3", "--format", "html"]);
    insta::assert_snapshot!(html, @r##"
    <div class="claims">
    <p>It &lt;was&gt; *so*.<sup><a id="ref1" href="#note1">1</a></sup></p>
    </div>
    <ol class="footnotes">
    <li id="note1">Jo Roe, <i>The Book</i> (n.d.), 20. <a href="#ref1">↩</a></li>
    </ol>
    "##);
    let rtf = notes(&desk, &["--claim", "c3", "--format", "rtf"]);
    assert!(rtf.contains("{\\footnote\\pard {\\super\\chftn} {Jo Roe}{, }{\\i The Book}"), "{rtf}");
    let page = notes(&desk, &["--claim", "c3", "--format", "word"]);
    assert!(page.starts_with("<!DOCTYPE html>") && page.contains("<meta charset=\"utf-8\">"));
}

#[test]
fn json_names_the_claim_and_the_sources_of_each_note() {
    let answer = notes(&an_article(), &["--work", "piece", "--format", "json"]);
    let notes: serde_json::Value = serde_json::from_str(&answer).unwrap();
    assert_eq!(notes[0]["number"], 1);
    assert_eq!(notes[0]["claim"], "c2");
    assert_eq!(notes[0]["sources"], serde_json::json!(["book", "daily"]));
    assert_eq!(notes[1]["note"], "Roe, The Book, 12–14, 20.");
    assert_eq!(notes[1]["html"], "Roe, <i>The Book</i>, 12–14, 20.");
}

#[test]
fn a_style_of_brackets_points_to_its_bibliography() {
    let desk = an_article();
    let answer = desk.run(&["export", "footnotes", "--style", "apa", "--claim", "c2"]).succeeds();
    assert_eq!(answer.stdout, "1. (Roe, n.d., p. 7); but see (Lee, n.d.)\n");
    assert!(
        answer.stderr.contains("twosource export bibliography --style apa --claim c2"),
        "{answer}"
    );
    // The numbers are those of the bibliography, whatever comes first in the notes.
    let numbers = notes(&desk, &["--style", "ieee", "--work", "piece"]);
    assert_eq!(numbers.lines().next(), Some("1. [2, p. 7]; but see [1]"));
    let list = desk.run(&["export", "bibliography", "--style", "ieee"]).succeeds();
    assert!(list.stdout.starts_with("[1] A. Lee"), "{list}");
}

#[test]
fn confidential_sources_are_cited_without_name_and_place() {
    let desk = an_article();
    desk.run(&["source", "edit", "book", "--confidentiality", "confidential"]).succeeds();
    for format in ["text", "html", "markdown", "rtf", "word", "json"] {
        let text = notes(&desk, &["--format", format]);
        assert!(!text.contains("Roe") && !text.contains("The Book"), "{text}");
        assert!(
            !text.contains(", 20") && text.to_lowercase().contains("confidential source 1"),
            "{text}"
        );
    }
    assert!(notes(&desk, &["--include-confidential"]).contains("Roe"));
}

#[test]
fn a_fallen_source_is_printed_and_named() {
    let desk = an_article();
    desk.run(&["source", "standing", "book", "retracted"]).succeeds();
    let answer = desk.run(&["export", "footnotes"]).succeeds();
    assert!(answer.stderr.contains("warning: book was retracted\n"), "{answer}");
}
