use crate::desk::Desk;

#[test]
fn shows_what_a_claim_rests_on() {
    let desk = Desk::with_the_article();
    insta::assert_snapshot!(desk.run(&["claim", "show", "constitution-world-order"]), @"
    --- stdout
    constitution-world-order: The Iranian constitution aims at a kind of international government and permits every means to bring it about.

    level       single-source: one source alone bears it out
    rests on    source iran-constitution; voice Islamic Republic of Iran
    claimant    The Middle East and North Africa Media Monitor
    claimed on  2019
    nature      record
    priority    normal
    appears in  menamm-2019, section Reasons for Cooperation between Iran and Al Qaeda, similarity of
                extremist ideas, paragraph 1
    logged by   desk
    tags        ideology
    note        The article gives no article of the constitution for this.

    citation  source             stance    locator  attributed to  quote
    ────────  ─────────────────  ────────  ───────  ─────────────  ─────
           1  iran-constitution  supports
    --- status 0
    ");
}

#[test]
fn says_that_two_sources_are_really_one() {
    let desk = Desk::with_the_article();
    insta::assert_snapshot!(desk.run(&["claim", "show", "vital-artery"]), @"
    --- stdout
    vital-artery: Bin Laden called Iran the main artery of his organisation.

    level       single-origin: 2 sources that are really one
    rests on    source obl-letter-karim; voice bin Laden, Usama
    claimant    The Middle East and North Africa Media Monitor
    claimed on  2019
    nature      fact
    priority    high
    appears in  menamm-2019, section Hand-written diary of Usama Ben Laden that falls in 228 pages,
                paragraph 2
    logged by   desk
    tags        documents

    citation  source            stance    locator  attributed to     quote
    ────────  ────────────────  ────────  ───────  ────────────────  ─────
          38  obl-letter-karim  supports
          39  odni-2016         supports           obl-letter-karim
    --- status 0
    ");
}

/// A desk with a claim, `bank`, of which every field is set.
fn desk_with_a_full_claim() -> Desk {
    let desk = Desk::with_the_article();
    let fields = "--key bank --claimant Reuters --claimed-on 2017-09 --nature record --priority high \
                  --appears-in menamm-2019 --appears-at page-3 --appears-quote It-paid. \
                  --logged-by Bob --tag money --tag courts --note Ask.";
    let fields: Vec<&str> = fields.split_whitespace().collect();
    desk.run(&[&["claim", "add", "The bank paid."], &fields[..]].concat()).succeeds();
    desk
}

#[test]
fn shows_every_field() {
    let desk = desk_with_a_full_claim();
    insta::assert_snapshot!(desk.run(&["claim", "show", "bank"]), @"
    --- stdout
    bank: The bank paid.

    level       unsupported: no source that counts bears it out
    claimant    Reuters
    claimed on  2017-09
    nature      record
    priority    high
    appears in  menamm-2019, page-3: “It-paid.”
    logged by   Bob
    tags        money, courts
    note        Ask.
    --- stderr
    hint: no source is cited for it yet: twosource cite bank SOURCE
    --- status 0
    ");
}

#[test]
fn shows_every_field_to_programs() {
    let desk = desk_with_a_full_claim();
    insta::assert_snapshot!(desk.run(&["claim", "show", "bank", "--format", "json"]), @r#"
    --- stdout
    {
      "key": "bank",
      "statement": "The bank paid.",
      "claimant": "Reuters",
      "nature": "record",
      "appears_in": [
        "menamm-2019"
      ],
      "tags": [
        "money",
        "courts"
      ],
      "level": "unsupported",
      "sources": 0,
      "origins": 0,
      "weakest_points": [],
      "verdict": null,
      "review_state": "unreviewed",
      "reviewers_agreeing": 0,
      "reviewers_required": 1,
      "assigned_to": [],
      "claimed_on": "2017-09",
      "priority": "high",
      "appearances": [
        {
          "source": "menamm-2019",
          "locator": "page-3",
          "quote": "It-paid."
        }
      ],
      "logged_by": "Bob",
      "note": "Ask.",
      "citations": [],
      "reviews": []
    }
    --- status 0
    "#);
    insta::assert_snapshot!(desk.run(&["claim", "show", "bank", "--format", "csv"]), @"
    --- stdout
    key,statement,claimant,nature,appears_in,tags,level,sources,origins,weakest_points,verdict,review_state,reviewers_agreeing,reviewers_required,assigned_to
    bank,The bank paid.,Reuters,record,menamm-2019,money; courts,unsupported,0,0,,,unreviewed,0,1,
    --- status 0
    ");
}

#[test]
fn data_has_no_power_over_the_terminal() {
    let desk = Desk::new();
    let claim = ["claim", "add", "It\u{1b}[2J rains\u{202e}.", "--note", "\u{1b}]0;x\u{7}"];
    desk.run(&claim).succeeds();
    for format in ["table", "json", "csv"] {
        let answer = desk.run(&["claim", "show", "c1", "--format", format]).succeeds();
        assert!(!answer.stdout.contains(['\u{1b}', '\u{7}']), "{answer}");
    }
}

#[test]
fn a_key_that_is_nearly_right_is_told() {
    let desk = Desk::with_the_article();
    insta::assert_snapshot!(desk.run(&["claim", "show", "constitution-word-order"]).fails(), @"
    --- stderr
    error: there is no claim `constitution-word-order`
    hint: did you mean `constitution-world-order`?
    --- status 2
    ");
}
