//! Every edit is one change that says what was and what is.

use serde_json::Value as Json;
use twosource::domain::Standing;
use twosource::error::ErrorKind;
use twosource::store::edits::Removal;

use super::desk::{Desk, key, signed};

/// Action, actor, records before and after of the last change.
fn last(desk: &Desk) -> (String, String, Vec<Json>, Vec<Json>) {
    let sql = "SELECT action, actor, before, after FROM change ORDER BY id DESC LIMIT 1";
    let records = |text: Option<String>| -> Vec<Json> {
        text.map(|text| serde_json::from_str(&text).unwrap()).unwrap_or_default()
    };
    let row = |row: &rusqlite::Row<'_>| {
        Ok((row.get(0)?, row.get(1)?, records(row.get(2)?), records(row.get(3)?)))
    };
    desk.stranger().query_row(sql, [], row).unwrap()
}

fn names(records: &[Json]) -> Vec<&str> {
    records.iter().map(|record| record["record"].as_str().unwrap()).collect()
}

/// Does something and checks that it left exactly one change and no fault.
fn one_change<T>(desk: &Desk, edit: impl FnOnce() -> T) -> T {
    let before = desk.head();
    let done = edit();
    assert_eq!(desk.head(), before + 1);
    assert_eq!(desk.faults(), Vec::<String>::new());
    done
}

#[test]
fn adding_keeps_what_is() {
    let desk = Desk::new();
    one_change(&desk, || desk.claim("c1"));
    let (action, actor, before, after) = last(&desk);
    assert_eq!((action.as_str(), actor.as_str()), ("claim add", "Ana"));
    assert_eq!((before.len(), names(&after)), (0, vec!["claim"]));
    assert_eq!(after[0]["statement"], "The statement of c1");
}

#[test]
fn editing_keeps_what_was_and_what_is() {
    let desk = Desk::with_a_case();
    one_change(&desk, || {
        let edit = |source: &mut twosource::domain::Source| {
            source.standing = Standing::Retracted;
            Ok(())
        };
        assert!(desk.store.edit_source(&signed("Ben"), "source standing", "wire", edit).unwrap());
    });
    let (action, actor, before, after) = last(&desk);
    assert_eq!((action.as_str(), actor.as_str()), ("source standing", "Ben"));
    assert_eq!(
        (&before[0]["standing"], &after[0]["standing"]),
        (&"active".into(), &"retracted".into())
    );
}

#[test]
fn an_edit_that_changes_nothing_leaves_no_change() {
    let desk = Desk::with_a_case();
    let before = desk.head();
    assert!(!desk.store.edit_claim(&signed("Ben"), "c1", |_| Ok(())).unwrap());
    let number = desk.cite("c1", "paper");
    assert_eq!(number, 1, "the same citation again");
    assert_eq!(desk.head(), before);
}

#[test]
fn a_refused_edit_leaves_no_change() {
    let desk = Desk::with_a_case();
    let before = desk.head();
    let rename = |to: &'static str| {
        desk.store.edit_claim(&signed("Ben"), "c1", |claim| {
            claim.key = key(to);
            Ok(())
        })
    };
    assert_eq!(rename("c2").unwrap_err().kind, ErrorKind::Exists);
    let refused = desk.store.remove_source(&signed("Ben"), "wire", false).unwrap();
    assert!(matches!(refused, Removal::Refused(leaning) if leaning.len() == 1));
    assert_eq!(desk.head(), before);
}

#[test]
fn deriving_makes_the_source_derived_in_the_same_change() {
    let desk = Desk::new();
    desk.source("wire");
    desk.source("paper");
    one_change(&desk, || desk.derive("paper", "wire"));
    let (_, _, before, after) = last(&desk);
    assert_eq!((names(&before), names(&after)), (vec!["source"], vec!["source", "lineage"]));
    assert_eq!(after[0]["lineage"], "derived");
}

#[test]
fn a_new_key_is_in_everything_that_names_it() {
    let desk = Desk::with_a_case();
    one_change(&desk, || {
        let rename = |source: &mut twosource::domain::Source| {
            source.key = key("daily");
            Ok(())
        };
        assert!(desk.store.edit_source(&signed("Ben"), "source edit", "paper", rename).unwrap());
    });
    let (_, _, before, after) = last(&desk);
    assert_eq!(names(&before), ["citation", "lineage", "source"]);
    assert_eq!(after[0]["source"], "daily");
    assert_eq!(desk.store.citation(1).unwrap().record.source, key("daily"));
}

#[test]
fn removing_with_all_that_leans_on_it_is_one_change_that_keeps_all_of_it() {
    let desk = Desk::with_a_case();
    let edit = |claim: &mut twosource::domain::Claim| {
        let source = key("paper");
        claim.appearances.push(twosource::domain::Appearance {
            source,
            locator: None,
            quote: None,
        });
        Ok(())
    };
    desk.store.edit_claim(&signed("Ben"), "c2", edit).unwrap();
    let done =
        one_change(&desk, || desk.store.remove_source(&signed("Ben"), "paper", true).unwrap());
    assert!(matches!(done, Removal::Done(with) if with.len() == 2));
    let (_, _, before, after) = last(&desk);
    assert_eq!(names(&before), ["citation", "claim", "lineage", "source"]);
    assert_eq!(names(&after), ["claim"]);
    assert_eq!(after[0]["appearances"], Json::Array(Vec::new()));
}

#[test]
fn variables_are_kept_in_order_of_their_names_each_once() {
    let desk = Desk::with_a_case();
    let set = |names: &'static [&'static str]| {
        desk.store.edit_source(&signed("Ben"), "source edit", "wire", |source| {
            source.variables =
                names.iter().map(|name| (name.to_string(), "1".to_owned())).collect();
            Ok(())
        })
    };
    assert!(one_change(&desk, || set(&["volume", "issue"])).unwrap());
    assert!(!set(&["issue", "volume"]).unwrap());
    assert_eq!(set(&["issue", "issue"]).unwrap_err().kind, ErrorKind::Invalid);
}
