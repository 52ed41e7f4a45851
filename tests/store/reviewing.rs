//! What a casebook keeps about reviewing: the policy, and who is to review which claim.

use twosource::domain::ReviewPolicy;
use twosource::error::ErrorKind;
use twosource::store::Store;
use twosource::store::edits::{PolicySet, Removal, Undo};

use super::desk::{Desk, key, signed};

const PAIR: ReviewPolicy = ReviewPolicy { required: 2, not_by_logger: true };

fn assign(desk: &Desk, claim: &str, names: &[&str]) -> Vec<String> {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    desk.store.assign(&signed("Ana"), claim, &names).unwrap().added
}

fn unassign(desk: &Desk, claim: &str, names: &[&str]) -> Vec<String> {
    let names: Vec<String> = names.iter().map(|name| (*name).to_owned()).collect();
    desk.store.unassign(&signed("Ana"), claim, Some(&names)).unwrap().reviewers
}

/// Claim and reviewer of every assignment.
fn assigned(store: &Store) -> Vec<(String, String)> {
    let mut found = Vec::new();
    let note = |row: twosource::store::Stored<twosource::domain::Assignment>| {
        found.push((row.record.claim.to_string(), row.record.reviewer));
        Ok(())
    };
    store.each_assignment(None, note).unwrap();
    found
}

fn pairs(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
    pairs.iter().map(|(claim, name)| ((*claim).to_owned(), (*name).to_owned())).collect()
}

#[test]
fn a_claim_may_have_several_reviewers_each_once() {
    let desk = Desk::with_a_case();
    assert_eq!(assign(&desk, "c1", &["Ben", " ben ", "Cem"]), ["Ben", "Cem"]);
    let before = desk.head();
    assert_eq!(assign(&desk, "c1", &["BEN"]), Vec::<String>::new());
    assert_eq!(desk.head(), before, "nothing is different");
    assign(&desk, "c2", &["Cem"]);
    assert_eq!(assigned(&desk.store), pairs(&[("c1", "Ben"), ("c1", "Cem"), ("c2", "Cem")]));
    assert_eq!(unassign(&desk, "c1", &["ben"]), ["Cem"]);
    desk.store.unassign(&signed("Ana"), "c1", None).unwrap();
    assert_eq!(assigned(&desk.store), pairs(&[("c2", "Cem")]));
    assert_eq!(desk.faults(), Vec::<String>::new());
}

#[test]
fn an_assignment_is_to_somebody_and_of_a_claim() {
    let desk = Desk::with_a_case();
    let before = desk.head();
    let assign = |claim: &str, name: &str| {
        desk.store.assign(&signed("Ana"), claim, &[name.to_owned()]).unwrap_err()
    };
    assert_eq!(assign("c1", " \t").kind, ErrorKind::Invalid);
    assert_eq!(assign("c1", &"x".repeat((1 << 20) + 1)).kind, ErrorKind::Invalid);
    assert_eq!(assign("c7", "Ben").kind, ErrorKind::NotFound);
    let names = ["Ben".to_owned()];
    let unassign = |claim: &str| desk.store.unassign(&signed("Ana"), claim, Some(&names));
    assert_eq!(unassign("c1").unwrap_err().kind, ErrorKind::NotFound);
    assert_eq!(unassign("c7").unwrap_err().kind, ErrorKind::NotFound);
    assert_eq!(desk.head(), before);
}

#[test]
fn it_follows_the_claim_to_another_key_and_back() {
    let desk = Desk::with_a_case();
    assign(&desk, "c1", &["Ben"]);
    let rename = |claim: &mut twosource::domain::Claim| {
        claim.key = key("first");
        Ok(())
    };
    desk.store.edit_claim(&signed("Ana"), "c1", rename).unwrap();
    assert_eq!(assigned(&desk.store), pairs(&[("first", "Ben")]));
    assert_eq!(desk.faults(), Vec::<String>::new());
    desk.store.undo(&signed("Ana"), Undo::Last).unwrap();
    assert_eq!(assigned(&desk.store), pairs(&[("c1", "Ben")]));
    assert_eq!(desk.faults(), Vec::<String>::new());
}

#[test]
fn it_stands_against_removing_the_claim() {
    let desk = Desk::with_a_case();
    assign(&desk, "c2", &["Ben"]);
    let remove = |cascade| desk.store.remove_claim(&signed("Ana"), "c2", cascade).unwrap();
    let leaning = vec!["the assignment to Ben".to_owned()];
    assert_eq!(remove(false), Removal::Refused(leaning.clone()));
    assert_eq!(remove(true), Removal::Done(leaning));
    assert_eq!(assigned(&desk.store), pairs(&[]));
    desk.store.undo(&signed("Ana"), Undo::Last).unwrap();
    assert_eq!(assigned(&desk.store), pairs(&[("c2", "Ben")]));
    assert_eq!(desk.faults(), Vec::<String>::new());
}

#[test]
fn taking_a_claim_back_is_refused_while_it_is_assigned() {
    let desk = Desk::with_a_case();
    desk.claim("c3");
    let added = desk.head();
    assign(&desk, "c3", &["Ben"]);
    let undo = || desk.store.undo(&signed("Ana"), Undo::Change(added));
    let error = undo().unwrap_err();
    assert_eq!(error.kind, ErrorKind::Conflict);
    assert!(error.to_string().contains("the assignment of claim `c3` to Ben leans on"), "{error}");
    unassign(&desk, "c3", &["Ben"]);
    undo().unwrap();
}

#[test]
fn assigning_is_taken_back_unless_it_was_done_again() {
    let desk = Desk::with_a_case();
    assign(&desk, "c1", &["Ben", "Cem"]);
    let (first, before) = (desk.head(), desk.digest());
    unassign(&desk, "c1", &["Ben"]);
    let refused = desk.store.undo(&signed("Ana"), Undo::Change(first)).unwrap_err();
    assert!(refused.to_string().contains("to Ben is not there any more"), "{refused}");
    desk.store.undo(&signed("Ana"), Undo::Last).unwrap();
    assert_eq!(desk.digest(), before, "the order is as it was, too");
    desk.store.undo(&signed("Ana"), Undo::Change(first)).unwrap();
    assert_eq!(assigned(&desk.store), pairs(&[]));
    assert_eq!(desk.faults(), Vec::<String>::new());
}

#[test]
fn what_was_taken_back_does_not_come_back_beside_the_same_person() {
    let desk = Desk::with_a_case();
    assign(&desk, "c1", &["Ben"]);
    unassign(&desk, "c1", &["Ben"]);
    let taken = desk.head();
    assign(&desk, "c1", &["BEN"]);
    let refused = desk.store.undo(&signed("Ana"), Undo::Change(taken)).unwrap_err();
    assert_eq!(refused.kind, ErrorKind::Conflict);
    assert!(refused.to_string().contains("assignment of claim `c1` to BEN again"), "{refused}");
    assert_eq!(assigned(&desk.store), pairs(&[("c1", "BEN")]));
}

#[test]
fn the_policy_is_one_and_is_taken_back() {
    let desk = Desk::with_a_case();
    let set = |policy: ReviewPolicy| desk.store.set_review_policy(&signed("Ana"), |_| policy);
    assert_eq!(desk.store.review_policy().unwrap(), ReviewPolicy::default());
    let before = desk.head();
    let untouched = PolicySet { policy: ReviewPolicy::default(), changed: false };
    assert_eq!(set(ReviewPolicy::default()).unwrap(), untouched);
    assert_eq!(desk.head(), before);
    assert_eq!(set(PAIR).unwrap(), PolicySet { policy: PAIR, changed: true });
    let three = ReviewPolicy { required: 3, ..PAIR };
    set(three).unwrap();
    assert_eq!(desk.store.review_policy().unwrap(), three);
    assert_eq!(desk.faults(), Vec::<String>::new());
    desk.store.undo(&signed("Ana"), Undo::Last).unwrap();
    assert_eq!(desk.store.review_policy().unwrap(), PAIR);
    desk.store.undo(&signed("Ana"), Undo::Last).unwrap();
    assert_eq!(desk.store.review_policy().unwrap(), ReviewPolicy::default());
    assert_eq!(desk.faults(), Vec::<String>::new());
    for required in [0, 10] {
        let wrong = set(ReviewPolicy { required, ..PAIR });
        assert_eq!(wrong.unwrap_err().kind, ErrorKind::Invalid);
    }
}

#[test]
fn a_policy_that_was_set_anew_is_not_taken_back_unseen() {
    let desk = Desk::new();
    desk.store.set_review_policy(&signed("Ana"), |_| PAIR).unwrap();
    let first = desk.head();
    let three = ReviewPolicy { required: 3, ..PAIR };
    desk.store.set_review_policy(&signed("Ben"), |_| three).unwrap();
    let refused = desk.store.undo(&signed("Ana"), Undo::Change(first)).unwrap_err();
    assert!(refused.to_string().contains("the review policy was changed since"), "{refused}");
    assert_eq!(desk.store.review_policy().unwrap(), three);
}

/// What is asked in these words needs no look at the sources that are open, whether SQLite has
/// statistics of the table or not.
#[test]
fn sources_that_are_not_open_are_found_by_an_index() {
    let desk = Desk::new();
    let stranger = desk.stranger();
    let many = "WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 500)
                INSERT INTO source (id, key, kind, title, lineage, standing, confidentiality, version)
                SELECT i, 's' || i, 'report', '', 'unknown', 'active',
                       CASE i % 100 WHEN 0 THEN 'confidential' ELSE 'open' END, 1 FROM n";
    stranger.execute_batch(many).unwrap();
    let sql = "EXPLAIN QUERY PLAN
               SELECT key FROM source WHERE confidentiality <> 'open' ORDER BY +id";
    for next in ["ANALYZE", ""] {
        let plan: String = stranger.query_row(sql, [], |row| row.get("detail")).unwrap();
        assert_eq!(plan, "SCAN source USING INDEX source_withheld");
        stranger.execute_batch(next).unwrap();
    }
}
