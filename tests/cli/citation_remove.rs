use crate::desk::Desk;
use crate::sources;

#[test]
fn tells_what_it_was_and_the_new_level() {
    let desk = Desk::new();
    sources::wire(&desk);
    desk.run(&["claim", "add", "The bank paid."]).succeeds();
    desk.run(&["cite", "c1", "wire"]).succeeds();
    let answer = desk.run(&["citation", "remove", "1"]);
    insta::assert_snapshot!(answer, @"
    --- stderr
    removed citation 1 of wire by claim c1
    c1 is now unsupported (was single-source): no source is cited in support of it
    --- status 0
    ");
    let answer = desk.run(&["citation", "remove", "1"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: there is no citation number 1
    hint: `twosource citation list` shows the numbers
    --- status 2
    ");
}
