//! `style list` and `style show`.

use crate::desk::Desk;

#[test]
fn a_word_finds_styles_by_name_title_and_other_names() {
    let desk = Desk::empty();
    insta::assert_snapshot!(desk.run(&["style", "list", "court"]).succeeds(), @r"
    --- stdout
    name             cites by  title
    ───────────────  ────────  ──────────────────────────────
    court-footnotes  note      Court footnotes (after OSCOLA)
    --- stderr
    1 style
    --- status 0
    ");
    let answer = desk.run(&["style", "list", "chicago-notes-bibliography"]).succeeds();
    assert!(answer.stdout.contains("\nchicago-notes "), "{answer}");
    let nothing = desk.run(&["style", "list", "no such word"]).succeeds();
    assert!(nothing.stderr.contains("no style has this word"), "{nothing}");
}

#[test]
fn each_name_in_json_can_be_given_to_style() {
    let desk = Desk::empty();
    let answer = desk.run(&["style", "list", "--format", "json"]).succeeds();
    let styles: serde_json::Value = serde_json::from_str(&answer.stdout).unwrap();
    let styles = styles.as_array().unwrap();
    assert!(styles.len() > 80, "{}", styles.len());
    for style in styles {
        let names = style["aliases"].as_array().unwrap().iter().chain([&style["name"]]);
        for name in names.map(|name| name.as_str().unwrap()) {
            let found = twosource::bibliography::Style::named(name).unwrap();
            assert_eq!(style["title"], found.title(), "{name}");
        }
    }
}

#[test]
fn a_style_that_is_shown_is_a_file_that_prints_the_same() {
    let desk = Desk::with_the_article();
    desk.run(&["style", "show", "apa", "--output", "house.csl"]).succeeds();
    let print =
        |style: &str| desk.run(&["export", "bibliography", "--style", style]).succeeds().stdout;
    assert_eq!(print("house.csl"), print("apa"));
    let unknown = desk.run(&["style", "show", "harvrd"]).fails();
    assert!(unknown.stderr.contains("`harvard`"), "{unknown}");
}
