use crate::desk::Desk;
use crate::sources;

#[test]
fn names_claim_and_source_by_their_words() {
    let desk = Desk::new();
    sources::wire(&desk);
    sources::daily(&desk);
    desk.run(&["claim", "add", "The bank paid."]).succeeds();
    desk.run(&["cite", "c1", "daily", "--attributed-to", "wire"]).succeeds();
    desk.run(&["source", "standing", "wire", "withdrawn"]).succeeds();
    let answer = desk.run(&["citation", "show", "1"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    citation       1
    claim          c1: The bank paid.
    stance         supports
    source         daily: The daily
    attributed to  wire: The wire (withdrawn)
    --- status 0
    ");
    let answer = desk.run(&["citation", "show", "1", "--format", "json"]);
    insta::assert_snapshot!(answer, @r#"
    --- stdout
    {
      "number": 1,
      "claim": "c1",
      "source": "daily",
      "stance": "supports",
      "locator": null,
      "quote": null,
      "attributed_to": [
        "wire"
      ],
      "credibility": null,
      "note": null
    }
    --- status 0
    "#);
}

#[test]
fn a_number_that_is_not_there_is_an_error() {
    let desk = Desk::new();
    let answer = desk.run(&["citation", "show", "7"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: there is no citation number 7
    hint: `twosource citation list` shows the numbers
    --- status 2
    ");
    let answer = desk.run(&["citation", "show", "seven"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: invalid value 'seven' for '<NUMBER>': invalid digit found in string
    hint: `twosource citation show --help` explains it
    --- status 2
    ");
}
