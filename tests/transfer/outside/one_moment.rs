//! What is seen outside is one moment of the casebook, and nothing can be done to it.

use std::time::Duration;

use twosource::domain::Confidentiality::{Background, Confidential, Open};
use twosource::domain::{Citation, Claim};
use twosource::store::edits::KeyChoice;
use twosource::store::{Access, Citations, Store};
use twosource::transfer::Outside;

use super::super::{add, claim, desk, interview, new_casebook};

/// A claim with two open sources and a confidential one.
fn casebook(folder: &std::path::Path) -> Store {
    let store = new_casebook(folder, "a.db");
    add(&store, &interview("open", "speaker: Roe, Max", Open));
    add(&store, &interview("secret", "speaker: Doe, Jane", Confidential));
    claim(&store, "c1", &["open", "secret"]);
    store
}

#[test]
fn where_nothing_is_withheld_the_casebook_itself_may_be_seen() {
    let folder = tempfile::tempdir().unwrap();
    let store = new_casebook(folder.path(), "a.db");
    add(&store, &interview("open", "speaker: Roe, Max", Open));
    assert!(Outside::of(&store).unwrap().is_none());
}

#[test]
fn numbers_and_versions_are_those_of_the_casebook() {
    let folder = tempfile::tempdir().unwrap();
    let store = casebook(folder.path());
    store.remove_citation(&desk(), 1).unwrap();
    let outside = Outside::of(&store).unwrap().unwrap();
    let seen = outside.store();
    assert_eq!(outside.key_of(&"secret".parse().unwrap()).as_str(), "confidential-source-1");
    assert_eq!(outside.key_of(&"open".parse().unwrap()).as_str(), "open");
    let (inside, masked) =
        (store.source("secret").unwrap(), seen.source("confidential-source-1").unwrap());
    assert_eq!((inside.id, inside.version), (masked.id, masked.version));
    assert!(seen.find_source("secret").unwrap().is_none());
    let citations = seen.citations(Citations::OfClaim("c1")).unwrap();
    let told: Vec<_> = citations.iter().map(|row| (row.id, row.record.source.as_str())).collect();
    assert_eq!(told, [(2, "confidential-source-1")]);
    assert_eq!(seen.made(citations[0].version).unwrap().0.actor, "desk");
    assert_eq!((outside.confidential(), outside.background()), (1, 0));
}

#[test]
fn what_others_change_meanwhile_is_not_seen() {
    let folder = tempfile::tempdir().unwrap();
    let store = casebook(folder.path());
    let outside = Outside::of(&store).unwrap().unwrap();
    store
        .edit_source(&desk(), "source edit", "open", |source| {
            source.confidentiality = Background;
            source.title = "Another title".to_owned();
            Ok(())
        })
        .unwrap();
    claim(&store, "c2", &["open"]);
    let seen = outside.store().source("open").unwrap().record;
    assert_eq!((seen.title.as_str(), seen.creators.len()), ("SECRET of open", 1));
    assert!(outside.store().find_claim("c2").unwrap().is_none());
    let later = Outside::of(&store).unwrap().unwrap();
    let seen = later.store().source("open").unwrap().record;
    assert_eq!(seen.creators[0].name.as_written(), "Confidential voice 1");
}

#[test]
fn nothing_can_be_written_copied_or_examined() {
    let folder = tempfile::tempdir().unwrap();
    let store = casebook(folder.path());
    let outside = Outside::of(&store).unwrap().unwrap();
    let seen = outside.store();
    let new = Claim::new("c9".parse().unwrap(), "Something else.");
    let citation = Citation::new("c1".parse().unwrap(), "open".parse().unwrap());
    let refusals = [
        seen.add_claim(&desk(), &new, KeyChoice::Given).map(drop),
        seen.cite(&desk(), &citation).map(drop),
        seen.remove_source(&desk(), "open", true).map(drop),
        super::super::import(seen, std::path::Path::new("fixtures/menamm-2019"), false).map(drop),
        seen.backup(&folder.path().join("copy.db")),
        seen.examine(&mut |_| {}).map(drop),
    ];
    for refusal in refusals {
        let told = refusal.unwrap_err().to_string();
        assert!(told.contains("can be read, and nothing else"), "{told}");
    }
    assert!(!folder.path().join("copy.db").exists());
    // It goes on hiding after that.
    assert!(seen.find_source("secret").unwrap().is_none());
    assert_eq!(store.count_changes().unwrap(), 5);
}

/// Another program makes a source confidential and writes a secret into it, and takes both back, over
/// and over: whatever moment is looked at, the secret is not seen.
#[test]
fn what_is_withheld_and_what_is_read_are_of_one_moment() {
    let folder = tempfile::tempdir().unwrap();
    let store = casebook(folder.path());
    let path = folder.path().join("a.db");
    let writer = std::thread::spawn(move || {
        let store = Store::open(&path, Access::Write, Duration::from_secs(10)).unwrap();
        for round in 0..60 {
            let edit = |source: &mut twosource::domain::Source| {
                let secret = round % 2 == 0;
                source.confidentiality = if secret { Confidential } else { Open };
                source.title = if secret { "zqsecret" } else { "Plain" }.to_owned();
                Ok(())
            };
            store.edit_source(&desk(), "source edit", "open", edit).unwrap();
        }
    });
    let mut looked = 0;
    while !writer.is_finished() || looked == 0 {
        let outside = Outside::of(&store).unwrap().unwrap();
        outside
            .store()
            .each_source(|source| {
                assert_ne!(source.record.title, "zqsecret");
                Ok(())
            })
            .unwrap();
        assert_eq!(outside.store().search("zqsecret", 9).unwrap().total, Some(0));
        looked += 1;
    }
    writer.join().unwrap();
}

#[test]
fn others_can_write_while_it_is_looked_at() {
    let folder = tempfile::tempdir().unwrap();
    let store = casebook(folder.path());
    let outside = Outside::of(&store).unwrap().unwrap();
    let another =
        Store::open(&folder.path().join("a.db"), Access::Write, Duration::from_millis(1)).unwrap();
    claim(&another, "c2", &["open"]);
    assert!(outside.store().find_claim("c2").unwrap().is_none());
}
