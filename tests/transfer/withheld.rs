//! What a case folder withholds of confidential sources and of those on background.

use std::path::Path;

use twosource::domain::Confidentiality::{Background, Confidential, Open};
use twosource::domain::{Citation, Lineage, Relation};
use twosource::store::Store;
use twosource::transfer::{ExportOptions, export_case};

use super::{add, claim, desk, import, interview, level, new_casebook};

fn export(store: &Store, folder: &Path) -> String {
    export_case(store, folder, ExportOptions::default()).unwrap();
    let files = folder.read_dir().unwrap().map(|entry| entry.unwrap().path());
    files.map(|file| std::fs::read_to_string(file).unwrap()).collect()
}

#[test]
fn nothing_of_a_confidential_source_goes_out() {
    let folder = tempfile::tempdir().unwrap();
    let store = new_casebook(folder.path(), "a.db");
    let mut secret = interview("doe-2026", "interviewee: Doe, Jane", Confidential);
    for field in [&mut secret.url, &mut secret.note, &mut secret.container, &mut secret.publisher] {
        *field = Some("https://SECRET.example".to_owned());
    }
    secret.tags.push("SECRET".to_owned());
    secret.identifiers.push("doi:10.1/SECRET".parse().unwrap());
    secret.variables.push(("volume".to_owned(), "SECRET".to_owned()));
    add(&store, &secret);
    claim(&store, "c1", &["doe-2026"]);
    let written = export(&store, &folder.path().join("out")).to_lowercase();
    for word in ["secret", "doe", "jane", "interview"] {
        assert!(!written.contains(word), "{word} in {written}");
    }
    assert!(written.contains("confidential source 1"));
}

#[test]
fn a_source_on_background_goes_out_without_its_people() {
    let folder = tempfile::tempdir().unwrap();
    let store = new_casebook(folder.path(), "a.db");
    add(&store, &interview("talk", "speaker: Doe, Jane; editor: Roe, Max", Background));
    let written = export(&store, &folder.path().join("out"));
    assert!(written.contains("talk") && !written.contains("Doe") && !written.contains("Roe"));
}

#[test]
fn two_secrets_of_one_person_stay_one_source_outside() {
    for confidentiality in [Confidential, Background] {
        let folder = tempfile::tempdir().unwrap();
        let store = new_casebook(folder.path(), "a.db");
        add(&store, &interview("one", "speaker: Doe, Jane", confidentiality));
        add(&store, &interview("two", "speaker: Doe, Jane", confidentiality));
        add(&store, &interview("three", "speaker: Poe, Ann", confidentiality));
        claim(&store, "c1", &["one", "two"]);
        claim(&store, "c2", &["one", "three"]);
        assert_eq!(
            (level(&store, "c1"), level(&store, "c2")),
            both("single-origin", "corroborated")
        );
        export(&store, &folder.path().join("out"));
        let outside = new_casebook(folder.path(), "b.db");
        import(&outside, &folder.path().join("out"), false).unwrap();
        let levels = (level(&outside, "c1"), level(&outside, "c2"));
        assert_eq!(levels, both("single-origin", "corroborated"));
    }
}

fn both(one: &str, two: &str) -> (String, String) {
    (one.to_owned(), two.to_owned())
}

#[test]
fn one_page_logged_twice_stays_one_source_outside() {
    let folder = tempfile::tempdir().unwrap();
    let store = new_casebook(folder.path(), "a.db");
    for key in ["one", "two"] {
        let mut source = interview(key, &format!("speaker: {key}"), Confidential);
        source.url = Some("https://example.org/page".to_owned());
        add(&store, &source);
    }
    claim(&store, "c1", &["one", "two"]);
    export(&store, &folder.path().join("out"));
    let outside = new_casebook(folder.path(), "b.db");
    import(&outside, &folder.path().join("out"), false).unwrap();
    assert_eq!(
        (level(&store, "c1"), level(&outside, "c1")),
        both("single-origin", "single-origin")
    );
}

#[test]
fn a_tie_to_an_open_source_is_not_shown_and_nothing_passes_for_corroborated() {
    let folder = tempfile::tempdir().unwrap();
    let store = new_casebook(folder.path(), "a.db");
    add(&store, &interview("open", "speaker: Doe, Jane", Open));
    add(&store, &interview("hidden", "speaker: Doe, Jane", Confidential));
    claim(&store, "c1", &["open", "hidden"]);
    assert_eq!(level(&store, "c1"), "single-origin");
    export(&store, &folder.path().join("out"));
    let outside = new_casebook(folder.path(), "b.db");
    import(&outside, &folder.path().join("out"), false).unwrap();
    assert_eq!(level(&outside, "c1"), "apparent");
}

#[test]
fn a_key_that_looks_like_a_pseudonym_is_not_used_twice() {
    let folder = tempfile::tempdir().unwrap();
    let store = new_casebook(folder.path(), "a.db");
    add(&store, &interview("confidential-source-1", "speaker: Doe, Jane", Open));
    add(&store, &interview("hidden", "speaker: Poe, Ann", Confidential));
    let written = export(&store, &folder.path().join("out"));
    assert!(written.contains("confidential-source-2"));
    let outside = new_casebook(folder.path(), "b.db");
    import(&outside, &folder.path().join("out"), false).unwrap();
}

#[test]
fn what_was_withheld_does_not_come_back_beside_or_over_the_real_source() {
    for (confidentiality, update) in [(Confidential, false), (Background, true)] {
        let folder = tempfile::tempdir().unwrap();
        let store = new_casebook(folder.path(), "a.db");
        add(&store, &interview("talk", "speaker: Doe, Jane", confidentiality));
        claim(&store, "c1", &["talk"]);
        export(&store, &folder.path().join("out"));
        let error = import(&store, &folder.path().join("out"), update).unwrap_err();
        assert!(error.to_string().contains("stand-in"), "{error}");
        assert_eq!(store.source("talk").unwrap().record.creators.len(), 1);
        assert_eq!(level(&store, "c1"), "single-source");
    }
}

#[test]
fn a_derived_secret_with_a_tie_to_an_open_source_does_not_raise_a_level() {
    for confidentiality in [Confidential, Background] {
        let folder = tempfile::tempdir().unwrap();
        let store = new_casebook(folder.path(), "a.db");
        add(&store, &interview("o1", "speaker: Yu, Ann", Open));
        add(&store, &interview("open", "speaker: Doe, Jane", Open));
        let mut secret = interview("secret", "speaker: Doe, Jane", confidentiality);
        secret.lineage = twosource::domain::LineageState::Derived;
        add(&store, &secret);
        derive(&store, "secret", "o1", Relation::Reports);
        claim(&store, "c1", &["open", "secret"]);
        assert_eq!(level(&store, "c1"), "single-origin");
        export(&store, &folder.path().join("out"));
        let outside = new_casebook(folder.path(), "b.db");
        import(&outside, &folder.path().join("out"), false).unwrap();
        assert_eq!(level(&outside, "c1"), "apparent");
    }
}

#[test]
fn nor_does_an_open_source_that_carries_its_text() {
    let folder = tempfile::tempdir().unwrap();
    let store = new_casebook(folder.path(), "a.db");
    add(&store, &interview("o1", "speaker: Yu, Ann", Open));
    add(&store, &interview("open", "speaker: Doe, Jane", Open));
    add(&store, &interview("secret", "speaker: Doe, Jane", Confidential));
    let mut paper = interview("paper", "Roe, Max", Open);
    paper.lineage = twosource::domain::LineageState::Derived;
    add(&store, &paper);
    derive(&store, "paper", "secret", Relation::Republishes);
    claim(&store, "c1", &["open"]);
    let mut citation = Citation::new("c1".parse().unwrap(), "paper".parse().unwrap());
    citation.attributed_to.push("o1".parse().unwrap());
    store.cite(&desk(), &citation).unwrap();
    assert_eq!(level(&store, "c1"), "single-origin");
    export(&store, &folder.path().join("out"));
    let outside = new_casebook(folder.path(), "b.db");
    import(&outside, &folder.path().join("out"), false).unwrap();
    assert_eq!(level(&outside, "c1"), "apparent");
}

fn derive(store: &Store, source: &str, origin: &str, relation: Relation) {
    let (source, origin) = (source.parse().unwrap(), origin.parse().unwrap());
    store.derive(&desk(), &Lineage { source, origin, relation, note: None }, false).unwrap();
}
