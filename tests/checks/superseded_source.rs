//! `superseded-source`

use twosource::domain::Standing;

use super::a_claim::a_claim;

const RULE: &str = "superseded-source";

#[test]
fn a_source_that_was_replaced_is_found() {
    let finding = a_claim().fallen("s1", Standing::Superseded).citing("s1").found_by(RULE).unwrap();
    assert_eq!(finding.message, "s1, which is cited for it, was superseded");
    assert_eq!(finding.severity.as_str(), "warning");
}

#[test]
fn one_that_stands_or_has_fallen_is_left_alone() {
    for standing in [Standing::Active, Standing::Retracted] {
        assert_eq!(a_claim().fallen("s1", standing).citing("s1").found_by(RULE), None);
    }
}
