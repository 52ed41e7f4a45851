use crate::desk::Desk;
use crate::sources::one_for_a_claim;

fn waived() -> Desk {
    let desk = one_for_a_claim();
    desk.run(&["waive", "c1", "single-source", "--reason", "It is about the letter."]).succeeds();
    desk
}

const CHECK: [&str; 3] = ["check", "--min-severity", "warning"];

#[test]
fn a_waived_finding_is_counted_and_does_not_fail_the_check() {
    assert_eq!(one_for_a_claim().run(&CHECK).status, Some(1));
    insta::assert_snapshot!(waived().run(&CHECK).succeeds(), @"
    --- stderr
    1 claim looked at, nothing found
    1 finding accepted by a waiver
    --- status 0
    ");
}

#[test]
fn it_is_told_in_json() {
    let answer = waived().run(&["check", "--rule", "single-source", "--format", "json"]).succeeds();
    let report: serde_json::Value = serde_json::from_str(&answer.stdout).unwrap();
    assert_eq!(report["findings"][0]["waived"], true);
    assert_eq!(report["summary"]["findings"], 0);
}

#[test]
fn a_waiver_ends_when_the_evidence_changes() {
    let desk = waived();
    desk.run(&["source", "edit", "s1", "--issued", "2017"]).succeeds();
    insta::assert_snapshot!(desk.run(&CHECK), @"
    --- stdout
    c1  single-source
      The bank paid.
      warning  rests on one source; it hangs on s1 (its waiver of 2026-11-02 by Ada has ended: the date
               of s1 was changed on 2026-11-02) (single-source)
    --- stderr

    1 claim looked at, 1 finding: 1 single-source
    hint: what it means and how to mend it: twosource rule single-source
    --- status 1
    ");
    insta::assert_snapshot!(desk.run(&["waive", "list"]).succeeds(), @"
    --- stdout
    claim  rule           waived      by   state  reason
    ─────  ─────────────  ──────────  ───  ─────  ──────────────────────────────────────────────────────
    c1     single-source  2026-11-02  Ada  ended  It is about the letter. (the date of s1 was changed on
                                                  2026-11-02)
    --- stderr
    1 waiver
    --- status 0
    ");
}

#[test]
fn it_holds_again_when_the_change_is_taken_back() {
    let desk = waived();
    desk.run(&["source", "edit", "s1", "--issued", "2017"]).succeeds();
    desk.run(&["source", "edit", "s1", "--issued", ""]).succeeds();
    desk.run(&CHECK).succeeds();
    insta::assert_snapshot!(desk.run(&["waive", "list", "--ended"]).succeeds(), @"
    --- stderr
    no waiver has ended
    --- status 0
    ");
}

#[test]
fn what_ended_it_is_told_to_programs() {
    let desk = waived();
    desk.run(&["cite", "c1", "s1", "--locator", "page 2"]).succeeds();
    let listed = desk.run(&["waive", "list", "--ended", "--format", "json"]).succeeds();
    let listed: serde_json::Value = serde_json::from_str(&listed.stdout).unwrap();
    assert_eq!(listed[0]["ended"], true);
    assert_eq!(listed[0]["ended_since"], "2026-11-02T14:05:00.000Z");
    assert_eq!(listed[0]["ended_by"], "citation 2 (s1) was added");
    let listed = desk.run(&["waive", "list", "--format", "csv"]).succeeds();
    assert!(listed.stdout.starts_with(
        "claim,rule,actor,reason,waived_at,ended,ended_since,ended_by\nc1,single-source,Ada,"
    ));
}

#[test]
fn one_that_has_ended_is_given_anew() {
    let desk = waived();
    desk.run(&["cite", "c1", "s1", "--locator", "page 2"]).succeeds();
    let again = ["waive", "c1", "single-source", "--reason", "Page 2 says it too."];
    insta::assert_snapshot!(desk.run(&again).succeeds(), @"
    --- stderr
    waived single-source for claim c1, in place of the waiver of 2026-11-02 by Ada, which had ended
    --- status 0
    ");
    desk.run(&CHECK).succeeds();
}

#[test]
fn it_ends_too_when_evidence_goes() {
    let desk = one_for_a_claim();
    desk.run(&["cite", "c1", "s1", "--locator", "page 2"]).succeeds();
    desk.run(&["waive", "c1", "single-source", "--reason", "It is about the letter."]).succeeds();
    desk.run(&["citation", "remove", "1"]).succeeds();
    assert_eq!(desk.run(&CHECK).status, Some(1));
}

#[test]
fn waivers_are_listed_and_removed() {
    let desk = waived();
    insta::assert_snapshot!(desk.run(&["waive", "list"]).succeeds(), @"
    --- stdout
    claim  rule           waived      by   state  reason
    ─────  ─────────────  ──────────  ───  ─────  ───────────────────────
    c1     single-source  2026-11-02  Ada  holds  It is about the letter.
    --- stderr
    1 waiver
    --- status 0
    ");
    insta::assert_snapshot!(desk.run(&["waive", "remove", "c1", "single-source"]).succeeds(), @"
    --- stderr
    removed the waiver of single-source for claim c1, which Ada had given: It is about the letter.
    --- status 0
    ");
    assert_eq!(desk.run(&CHECK).status, Some(1));
    insta::assert_snapshot!(desk.run(&["waive", "remove", "c1", "single-source"]).fails(), @"
    --- stderr
    error: claim `c1` has no waiver of single-source
    hint: `twosource waive list` shows all waivers
    --- status 2
    ");
    insta::assert_snapshot!(desk.run(&["waive", "list"]).succeeds(), @"
    --- stderr
    nothing is waived
    --- status 0
    ");
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn twice_is_a_mistake() {
    let desk = waived();
    let again = ["waive", "c1", "single-source", "--reason", "Once more."];
    insta::assert_snapshot!(desk.run(&again).fails(), @"
    --- stderr
    error: single-source is waived for claim `c1` already, by Ada on 2026-11-02
    hint: to give a new reason, first: twosource waive remove c1 single-source
    --- status 2
    ");
}

#[test]
fn an_unknown_claim_or_rule_is_told_with_the_nearest() {
    let desk = one_for_a_claim();
    let claim = ["waive", "c2", "single-source", "--reason", "Because."];
    insta::assert_snapshot!(desk.run(&claim).fails(), @"
    --- stderr
    error: there is no claim `c2`
    hint: `twosource claim list` shows all keys
    --- status 2
    ");
    let rule = ["waive", "c1", "singel-source", "--reason", "Because."];
    insta::assert_snapshot!(desk.run(&rule).fails(), @"
    --- stderr
    error: there is no rule `singel-source`
    hint: did you mean `single-source`?
    --- status 2
    ");
}

#[test]
fn a_reason_must_be_given() {
    let desk = one_for_a_claim();
    insta::assert_snapshot!(desk.run(&["waive", "c1", "single-source", "--reason", " "]).fails(), @r#"
    --- stderr
    error: the reason is empty
    hint: say why the finding is accepted: --reason "…"
    --- status 2
    "#);
    assert_eq!(desk.run(&["waive", "c1", "single-source"]).status, Some(2));
    assert_eq!(desk.run(&["waive"]).status, Some(2));
}

#[test]
fn what_is_about_sources_cannot_be_waived_for_a_claim() {
    let rule = ["waive", "c1", "similar-voices", "--reason", "They are two."];
    insta::assert_snapshot!(one_for_a_claim().run(&rule).fails(), @"
    --- stderr
    error: similar-voices looks at sources, not at claims
    hint: leave it out of a run with: twosource check --skip similar-voices
    --- status 2
    ");
}

#[test]
fn a_claim_called_list_can_be_waived() {
    let desk = one_for_a_claim();
    desk.run(&["claim", "edit", "c1", "--key", "list"]).succeeds();
    let answer = desk.run(&["waive", "--reason", "Known.", "--", "list", "single-source"]);
    answer.succeeds();
    let listed = desk.run(&["waive", "list", "--format", "json"]).succeeds();
    assert!(listed.stdout.contains("\"claim\": \"list\""), "{listed}");
}
