//! Which rules are run.

use twosource::checks::Selection;

fn names(names: &[&str]) -> Vec<String> {
    names.iter().map(|name| (*name).to_owned()).collect()
}

#[test]
fn an_unknown_rule_is_told_with_the_nearest() {
    for (only, skip) in [(names(&["singel-source"]), vec![]), (vec![], names(&["singel-source"]))] {
        let error = Selection::new(&only, &skip).unwrap_err();
        let problem = &error.problems[0];
        assert_eq!(problem.message, "there is no rule `singel-source`");
        assert_eq!(problem.hint.as_deref(), Some("did you mean `single-source`?"));
    }
}

#[test]
fn known_rules_are_accepted() {
    assert!(Selection::new(&names(&["single-source"]), &names(&["single-origin"])).is_ok());
}
