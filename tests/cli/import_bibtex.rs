//! A library in BibTeX or BibLaTeX, in and out again.

use std::fs;

use crate::desk::Desk;

const EVERYTHING: &str = include_str!("../../fixtures/libraries/everything.bib");
const BROKEN: &str = include_str!("../../fixtures/libraries/broken.bib");

fn desk_with(text: &str) -> Desk {
    let desk = Desk::new();
    fs::write(desk.path("in.bib"), text).unwrap();
    desk
}

#[test]
fn a_library_comes_in_and_a_second_casebook_writes_the_same_bytes() {
    let desk = desk_with(EVERYTHING);
    let told = desk.run(&["import", "in.bib"]).succeeds().stderr;
    assert!(told.contains("took in 10 sources"), "{told}");
    assert!(told.contains("`ma`: year `forthcoming` is no date"), "{told}");
    assert!(desk.run(&["import", "in.bib"]).succeeds().stderr.contains("nothing new"));
    desk.run(&["doctor"]).succeeds();
    for format in ["bibtex", "biblatex"] {
        let export = ["export", "sources", "--strict", "--format", format];
        let out = desk.run(&export).succeeds().stdout;
        let second = desk_with(&out);
        second.run(&["import", "in.bib"]).succeeds();
        assert_eq!(second.run(&export).succeeds().stdout, out);
    }
}

#[test]
fn kept_fields_go_through_a_case_folder() {
    let desk = desk_with(EVERYTHING);
    desk.run(&["import", "in.bib"]).succeeds();
    let export = ["export", "sources", "--format", "biblatex"];
    let out = desk.run(&export).succeeds().stdout;
    desk.run(&["export", "case", "--output", "case"]).succeeds();
    let second = Desk::new();
    second.run(&["import", desk.path("case").to_str().unwrap()]).succeeds();
    assert_eq!(second.run(&export).succeeds().stdout, out);
}

#[test]
fn an_edited_field_goes_out_as_edited() {
    let desk =
        desk_with("@book{k, title = {A {\\TeX} b}, author = {Ann Lee}, year = 2010, x = {y}}");
    desk.run(&["import", "in.bib"]).succeeds();
    desk.run(&["source", "edit", "k", "--title", "Cost & Co"]).succeeds();
    let out = desk.run(&["export", "sources", "--format", "bibtex"]).succeeds().stdout;
    let expected = "@book{k,\n  author = {Ann Lee},\n  title = {{Cost \\& Co}},\n  year = {2010},\n  x = {y},\n}\n";
    assert_eq!(out, expected);
}

#[test]
fn broken_entries_are_named_with_line_and_key_and_nothing_comes_in() {
    let desk = desk_with(BROKEN);
    let told = desk.run(&["import", "in.bib"]).fails().stderr;
    for place in ["line 2, column `key`, value `unclosed`", "line 6", "line 7", "line 9", "line 11"]
    {
        assert!(told.contains(place), "{told}");
    }
    desk.run(&["source", "show", "first"]).fails();
}

#[test]
fn a_key_that_stands_there_twice_and_a_file_with_junk_in_front() {
    let desk = desk_with(
        "An e-mail said:\n\n@misc{k, title={A}}\n@misc{k, title={B}}\n@misc{k, title={A}}\n",
    );
    let told = desk.run(&["import", "in.bib"]).succeeds().stderr;
    assert!(told.contains("this one is `k-2`") && told.contains("exactly the same"), "{told}");
}

#[test]
fn a_confidential_source_stays_behind() {
    let desk = desk_with("@misc{k, title={A}, x={SECRET}, author={SECRET}}");
    desk.run(&["import", "in.bib"]).succeeds();
    desk.run(&["source", "edit", "k", "--confidentiality", "confidential"]).succeeds();
    let answer = desk.run(&["export", "sources", "--format", "biblatex"]).succeeds();
    assert!(!answer.stdout.contains("SECRET") && !answer.stdout.contains("{k,"), "{answer}");
}
