//! Several writers at once.

use std::time::{Duration, Instant};

use twosource::domain::{Citation, Claim};
use twosource::error::ErrorKind;
use twosource::store::edits::KeyChoice;
use twosource::store::{Access, Store};

use super::desk::{Desk, key, signed};

/// A writer that adds claims.
pub(crate) struct Adder(pub(crate) Store);

impl Adder {
    pub(crate) fn add(&self, name: &str) {
        let claim = Claim::new(key(name), format!("Says {name}"));
        self.0.add_claim(&signed("Ben"), &claim, KeyChoice::Given).unwrap();
    }
}

#[test]
fn two_writers_lose_nothing_and_leave_no_gap() {
    const EACH: i64 = 100;
    let desk = Desk::new();
    std::thread::scope(|scope| {
        for writer in ["a", "b"] {
            let adder = Adder(desk.another());
            scope.spawn(move || {
                (0..EACH).for_each(|number| adder.add(&format!("{writer}{number}")))
            });
        }
    });
    assert_eq!(desk.store.count_claims().unwrap(), 2 * EACH);
    assert_eq!(desk.head(), 2 * EACH);
    assert_eq!(desk.faults(), Vec::<String>::new());
}

#[test]
fn writers_that_race_for_the_next_key_each_get_one() {
    const EACH: i64 = 25;
    let desk = Desk::new();
    desk.source("wire");
    std::thread::scope(|scope| {
        for _ in 0..3 {
            let store = desk.another();
            scope.spawn(move || {
                for _ in 0..EACH {
                    let claim = Claim::new(key("stand-in"), "The same words");
                    let actor = signed("Ben");
                    let given = store.add_claim(&actor, &claim, KeyChoice::Proposed).unwrap();
                    store.cite(&actor, &Citation::new(given, key("wire"))).unwrap();
                }
            });
        }
    });
    assert_eq!(desk.store.count_claims().unwrap(), 3 * EACH);
    assert_eq!(desk.store.count_citations().unwrap(), 3 * EACH);
    assert_eq!(desk.faults(), Vec::<String>::new());
}

#[test]
fn a_casebook_that_another_program_holds_is_waited_for_and_then_given_up() {
    let desk = Desk::with_a_case();
    let wait = Duration::from_millis(150);
    let store = Store::open(&desk.path(), Access::Write, wait).unwrap();
    let holder = desk.stranger();
    holder.execute_batch("BEGIN IMMEDIATE").unwrap();
    let started = Instant::now();
    let claim = Claim::new(key("c3"), "It waits");
    let error = store.add_claim(&signed("Ben"), &claim, KeyChoice::Given).unwrap_err();
    assert!(started.elapsed() >= wait, "gave up after {:?}", started.elapsed());
    assert_eq!(error.kind, ErrorKind::Busy);
    assert!(error.problems[0].hint.as_deref().unwrap().contains("wait"), "{error:?}");
    // Who only reads does not wait.
    assert!(store.claim("c1").is_ok());
    holder.execute_batch("COMMIT").unwrap();
    store.add_claim(&signed("Ben"), &claim, KeyChoice::Given).unwrap();
}
