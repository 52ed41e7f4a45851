//! Somebody else writes between the reading and the writing of a change.

use std::cell::Cell;

use twosource::error::{Error, ErrorKind};
use twosource::store::Store;

use super::desk::{Desk, signed};

/// Runs `meanwhile` the first time it is called, and never again.
fn once(meanwhile: impl Fn()) -> impl Fn() {
    let done = Cell::new(false);
    move || {
        if !done.replace(true) {
            meanwhile();
        }
    }
}

fn note_claim(store: &Store, actor: &str, key: &str, note: &str) -> Result<bool, Error> {
    store.edit_claim(&signed(actor), key, |claim| {
        claim.note = Some(note.to_owned());
        Ok(())
    })
}

#[test]
fn who_comes_second_hears_who_changed_the_claim() {
    let desk = Desk::with_a_case();
    let other = desk.another();
    let meanwhile = once(|| assert!(note_claim(&other, "Ben", "c1", "Ben's").unwrap()));
    let error = desk
        .store
        .edit_claim(&signed("Ana"), "c1", |claim| {
            meanwhile();
            claim.note = Some("Ana's".to_owned());
            Ok(())
        })
        .unwrap_err();
    assert_eq!(error.kind, ErrorKind::Conflict);
    assert_eq!(error.to_string(), "claim `c1` was changed by Ben meanwhile");
    let hint = error.problems[0].hint.as_deref().unwrap_or_default();
    assert!(hint.starts_with("now note: (none) → `Ben's`; look at it again"), "{hint}");
    assert_eq!(desk.store.claim("c1").unwrap().record.note.as_deref(), Some("Ben's"));
    assert_eq!(desk.faults(), Vec::<String>::new());
}

#[test]
fn nothing_is_told_of_a_confidential_source_but_that_it_changed() {
    let desk = Desk::with_a_case();
    let other = desk.another();
    let hide = |source: &mut twosource::domain::Source| {
        source.confidentiality = twosource::domain::Confidentiality::Confidential;
        Ok(())
    };
    desk.store.edit_source(&signed("Ana"), "source edit", "wire", hide).unwrap();
    let meanwhile = once(|| {
        let retitle = |source: &mut twosource::domain::Source| {
            "What she told us".clone_into(&mut source.title);
            Ok(())
        };
        other.edit_source(&signed("Ben"), "source edit", "wire", retitle).unwrap();
    });
    let edited = desk.store.edit_source(&signed("Ana"), "source edit", "wire", |source| {
        meanwhile();
        source.note = Some("Ana's".to_owned());
        Ok(())
    });
    let error = edited.unwrap_err();
    let hint = error.problems[0].hint.as_deref().unwrap_or_default();
    assert!(hint.starts_with("look at it again"), "{hint}");
}

#[test]
fn who_comes_second_hears_who_changed_the_source_or_the_citation() {
    let desk = Desk::with_a_case();
    let other = desk.another();
    let retitle = |source: &mut twosource::domain::Source, title: &str| {
        title.clone_into(&mut source.title);
        Ok(())
    };
    let meanwhile = once(|| {
        other.edit_source(&signed("Ben"), "source edit", "wire", |it| retitle(it, "B")).unwrap();
    });
    let edited = desk.store.edit_source(&signed("Ana"), "source edit", "wire", |source| {
        meanwhile();
        retitle(source, "A")
    });
    assert_eq!(edited.unwrap_err().to_string(), "source `wire` was changed by Ben meanwhile");
    let quote = |store: &Store, actor: &str, before: &dyn Fn()| {
        store.edit_citation(&signed(actor), 1, |citation| {
            before();
            citation.quote = Some(actor.to_owned());
            Ok(())
        })
    };
    let meanwhile = once(|| assert!(quote(&other, "Ben", &|| {}).unwrap()));
    let error = quote(&desk.store, "Ana", &meanwhile).unwrap_err();
    assert_eq!(error.to_string(), "citation 1 was changed by Ben meanwhile");
}

#[test]
fn a_change_of_something_else_is_nobodys_business() {
    let desk = Desk::with_a_case();
    let other = desk.another();
    let before = desk.head();
    let meanwhile = once(|| assert!(note_claim(&other, "Ben", "c2", "Ben's").unwrap()));
    let edited = desk.store.edit_claim(&signed("Ana"), "c1", |claim| {
        meanwhile();
        claim.note = Some("Ana's".to_owned());
        Ok(())
    });
    assert!(edited.unwrap());
    assert_eq!(desk.store.claim("c1").unwrap().record.note.as_deref(), Some("Ana's"));
    assert_eq!(desk.store.claim("c2").unwrap().record.note.as_deref(), Some("Ben's"));
    assert_eq!(desk.head(), before + 2);
    assert_eq!(desk.faults(), Vec::<String>::new());
}

#[test]
fn who_edits_what_is_gone_meanwhile_hears_that() {
    let desk = Desk::with_a_case();
    let other = desk.another();
    let meanwhile = once(|| {
        other.remove_claim(&signed("Ben"), "c2", false).unwrap();
    });
    let edited = desk.store.edit_claim(&signed("Ana"), "c2", |claim| {
        meanwhile();
        claim.note = Some("Ana's".to_owned());
        Ok(())
    });
    assert_eq!(edited.unwrap_err().kind, ErrorKind::NotFound);
    assert_eq!(desk.faults(), Vec::<String>::new());
}
