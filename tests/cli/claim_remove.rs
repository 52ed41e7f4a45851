use twosource::domain::Citation;

use crate::desk::{Desk, signature};

#[test]
fn a_claim_that_nothing_leans_on_goes() {
    let desk = Desk::new();
    desk.run(&["claim", "add", "The bank paid."]).succeeds();
    insta::assert_snapshot!(desk.run(&["claim", "remove", "c1"]), @"
    --- stderr
    removed claim c1
    --- status 0
    ");
    desk.run(&["claim", "show", "c1"]).fails();
}

#[test]
fn a_claim_with_citations_stays_unless_they_may_go_too() {
    let desk = Desk::with_the_article();
    desk.run(&["claim", "add", "The bank paid."]).succeeds();
    let key = |key: &str| key.parse().unwrap();
    for source in ["iran-constitution", "menamm-2019"] {
        let citation = Citation::new(key("c106"), key(source));
        desk.store().cite(&signature(), &citation).unwrap();
    }
    insta::assert_snapshot!(desk.run(&["claim", "remove", "c106"]).fails(), @"
    --- stderr
    error: claim c106 was not removed: 2 records lean on it, citation 69 of iran-constitution; citation 70 of menamm-2019
    hint: to remove all of that too: twosource claim remove c106 --cascade
    --- status 2
    ");
    insta::assert_snapshot!(desk.run(&["claim", "remove", "c106", "--cascade"]), @"
    --- stderr
    removed claim c106, and with it citation 69 of iran-constitution; citation 70 of menamm-2019
    --- status 0
    ");
}

#[test]
fn a_claim_that_is_not_there_is_an_error() {
    insta::assert_snapshot!(Desk::new().run(&["claim", "remove", "c1"]).fails(), @"
    --- stderr
    error: there is no claim `c1`
    hint: `twosource claim list` shows all keys
    --- status 2
    ");
}
