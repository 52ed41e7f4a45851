//! `unreviewed-claim`

use super::a_claim::a_claim;

const RULE: &str = "unreviewed-claim";

#[test]
fn a_claim_without_review_is_found_and_one_with_is_not() {
    let finding = a_claim().found_by(RULE).unwrap();
    assert_eq!(
        (finding.message.as_str(), finding.severity.as_str()),
        ("nobody has reviewed it", "info")
    );
    assert_eq!(a_claim().reviewed("Ada", "2026-11-02").found_by(RULE), None);
}
