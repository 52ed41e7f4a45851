//! Equal content has an equal digest, however it came about.

use super::desk::{Desk, signed};

#[test]
fn the_same_records_in_another_order() {
    let one = Desk::with_a_case();
    let other = Desk::new();
    other.claim("c2");
    other.source("paper");
    other.claim("c1");
    other.cite("c1", "paper");
    other.source("wire");
    other.derive("paper", "wire");
    assert_eq!(one.digest(), other.digest());
}

#[test]
fn there_and_back_again() {
    let desk = Desk::with_a_case();
    let before = desk.digest();
    desk.claim("c3");
    assert_ne!(desk.digest(), before);
    desk.store.remove_claim(&signed("Ana"), "c3", false).unwrap();
    assert_eq!(desk.digest(), before);
}

#[test]
fn nothing_is_nothing_again() {
    let desk = Desk::with_a_case();
    for source in ["paper", "wire"] {
        desk.store.remove_source(&signed("Ana"), source, true).unwrap();
    }
    for claim in ["c1", "c2"] {
        desk.store.remove_claim(&signed("Ana"), claim, true).unwrap();
    }
    assert_eq!(desk.digest(), vec![0; 32]);
}
