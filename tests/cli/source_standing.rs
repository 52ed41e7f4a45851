use twosource::domain::Source;

use crate::desk::{Desk, signature};
use crate::sources;

#[test]
fn tells_which_claims_fall_with_it() {
    let desk = Desk::with_the_article();
    let answer = desk.run(&["source", "standing", "khallad-interrogation", "withdrawn"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    claim                    now            then           statement
    ───────────────────────  ─────────────  ─────────────  ─────────────────────────────────────────────
    iran-courted-after-cole  single-source  unsupported    Iran tried to draw closer to al-Qaeda after
                                                           the USS Cole was attacked on 12 October 2000.
    bin-laden-held-back      single-source  unsupported    Bin Laden held back from Iran because he
                                                           feared losing supporters in Saudi Arabia.
    transit-offered          single-source  unsupported    Iran was willing to ease the travel of
                                                           al-Qaeda men to and from Afghanistan.
    unstamped-helped-saudis  single-source  unsupported    Unstamped passports were of particular use to
                                                           Saudis who would have been punished at home.
    passports-unstamped      corroborated   single-source  Iranian border guards were told not to stamp
                                                           the passports of al-Qaeda members.

    When khallad-interrogation is withdrawn:
      4 claims will lose all support
      1 claim will fall to a lower level
      0 claims will lean on it and yet keep the level
    --- stderr
    source khallad-interrogation is now withdrawn
    --- status 0
    ");
    let answer = desk.run(&["source", "standing", "khallad-interrogation", "withdrawn"]);
    insta::assert_snapshot!(answer, @"
    --- stderr
    nothing to change: source khallad-interrogation is withdrawn already
    --- status 0
    ");
    let answer = desk.run(&["source", "standing", "khallad-interrogation", "active"]);
    insta::assert_snapshot!(answer, @"
    --- stderr
    source khallad-interrogation is now active
    5 claims changed their level:
      passports-unstamped: single-source → corroborated: its 2 sources lead to origins that are known to be first-hand, and no single source, voice or identifier carries it alone
      iran-courted-after-cole: unsupported → single-source: only 911-commission supports it
      bin-laden-held-back: unsupported → single-source: only 911-commission supports it
      transit-offered: unsupported → single-source: only 911-commission supports it
      unstamped-helped-saudis: unsupported → single-source: only 911-commission supports it
    --- status 0
    ");
}

#[test]
fn a_reason_becomes_a_dated_line_of_the_note() {
    let desk = Desk::new();
    sources::wire(&desk);
    desk.run(&["source", "edit", "wire", "--note", "Mine."]).succeeds();
    let answer = desk.run(&[
        "source",
        "standing",
        "wire",
        "retracted",
        "--reason",
        "The quotes\nwere invented.",
    ]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    When wire is retracted:
      0 claims will lose all support
      0 claims will fall to a lower level
      0 claims will lean on it and yet keep the level
    --- stderr
    source wire is now retracted
    --- status 0
    ");
    let answer = desk.run(&[
        "source",
        "standing",
        "wire",
        "retracted",
        "--reason",
        "The quotes were invented.",
    ]);
    insta::assert_snapshot!(answer, @"
    --- stderr
    nothing to change: source wire is retracted already
    --- status 0
    ");
    let answer = desk.run(&["source", "show", "wire"]);
    insta::assert_snapshot!(answer, @"
    --- stdout
    wire: The wire

    kind             wire-report
    issuer           Reuters
    lineage          original
    standing         retracted
    confidentiality  open
    note             Mine.
                     2026-11-02 retracted: The quotes were invented.
    --- stderr
    hint: no claim cites it yet: twosource cite CLAIM wire
    --- status 0
    ");
}

#[test]
fn a_standing_that_is_none_is_an_error() {
    let desk = Desk::new();
    sources::wire(&desk);
    let answer = desk.run(&["source", "standing", "wire", "retractd"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: invalid value 'retractd' for '<STANDING>'
    hint: a similar value exists: 'retracted'; possible values: active, corrected, superseded, withdrawn, retracted, overturned; `twosource source standing --help` explains it
    --- status 2
    ");
    let answer = desk.run(&["source", "standing", "wir", "retracted"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: there is no source `wir`
    hint: did you mean `wire`?
    --- status 2
    ");
}

#[test]
fn more_claims_than_anybody_reads_are_counted() {
    let desk = Desk::new();
    desk.run(&["source", "add", "Wire", "--kind", "wire-report", "--key", "wire"]).succeeds();
    for number in 1..=23 {
        desk.run(&["claim", "add", &format!("Claim {number}.")]).succeeds();
        desk.run(&["cite", &format!("c{number}"), "wire"]).succeeds();
    }
    let answer = desk.run(&["source", "standing", "wire", "overturned"]).succeeds();
    assert!(answer.stdout.contains("  23 claims will lose all support\n"), "{answer}");
    let answer = desk.run(&["source", "standing", "wire", "active"]).succeeds();
    assert!(answer.stderr.contains("23 claims changed their level:\n  c1: "), "{answer}");
    assert!(
        answer
            .stderr
            .ends_with("  c20: unsupported → single-source: only wire supports it\n  and 3 more\n"),
        "{answer}"
    );
}

#[test]
fn a_reason_that_does_not_fit_the_note_is_refused_and_nothing_is_changed() {
    let desk = Desk::new();
    sources::wire(&desk);
    let fill = |source: &mut Source| {
        source.note = Some("x".repeat(1 << 20));
        Ok(())
    };
    desk.store().edit_source(&signature(), "source edit", "wire", fill).unwrap();
    let answer = desk.run(&["source", "standing", "wire", "retracted", "--reason", "Invented."]);
    insta::assert_snapshot!(answer.fails(), @"
    --- stdout
    When wire is retracted:
      0 claims will lose all support
      0 claims will fall to a lower level
      0 claims will lean on it and yet keep the level
    --- stderr
    error: the note of the source is full: it holds 1 MiB at most
    hint: shorten it with `twosource source edit --note`
    --- status 2
    ");
    assert!(desk.run(&["source", "show", "wire"]).succeeds().stdout.contains("active"));
}
