use crate::desk::{Answer, Desk};
use crate::sources;

fn run(desk: &Desk, line: &str) -> Answer {
    desk.run(&line.split(' ').collect::<Vec<_>>()).succeeds()
}

/// A desk where two people have logged one statement: `c1` and `c2`.
fn logged_twice() -> Desk {
    let desk = Desk::new();
    sources::wire(&desk);
    sources::daily(&desk);
    sources::book(&desk);
    run(&desk, "claim add Burnt. --key c1 --tag fire --appears-in daily");
    run(&desk, "claim add Burnt! --key c2 --tag bridge --appears-in book --priority high");
    for line in [
        "cite c1 daily",
        "cite c1 wire",
        "cite c2 wire",
        "cite c2 wire --quote burnt",
        "waive c1 missing-locator --reason short",
        "waive c2 missing-locator --reason brief",
        "waive c2 single-source --reason known",
        "review c1 --verdict supported --actor Vera",
        "review c2 --verdict not-enough-evidence --actor Ben",
        "claim assign c1 Cem",
        "claim assign c2 Cem Dora",
    ] {
        run(&desk, line);
    }
    desk
}

#[test]
fn one_claim_gets_all_that_belongs_to_the_other() {
    let desk = logged_twice();
    let before = run(&desk, "claim show c1").stdout;
    insta::assert_snapshot!(desk.run(&["claim", "merge", "c2", "--into", "c1", "--dry-run"]), @"
    --- stderr
    would merge c2 into c1, with 1 citation, 1 appearance, 1 review, 1 waiver and 1 assignment
      statement: kept `Burnt.`, dropped `Burnt!`
      priority: kept `high`, dropped `normal`
      waiver of missing-locator: kept `short (Ada)`, dropped `brief (Ada)`
      citation 3 says the same as citation 2: folded into that one
      the review of c1 by Vera (`supported`) holds no more: the evidence is not what it was given for
      the review of c2 by Ben (`not-enough-evidence`) holds no more: the evidence is not what it was given for
      the waiver of missing-locator for c1 by Ada holds no more: the evidence is not what it was given for
      the waiver of single-source for c2 by Ada holds no more: the evidence is not what it was given for
    no claim would change its level
    hint: nothing was changed; leave --dry-run out to do it
    --- status 0
    ");
    assert_eq!(run(&desk, "claim show c1").stdout, before);
    insta::assert_snapshot!(desk.run(&["claim", "merge", "c2", "--into", "c1"]), @"
    --- stderr
    merged c2 into c1, with 1 citation, 1 appearance, 1 review, 1 waiver and 1 assignment
      statement: kept `Burnt.`, dropped `Burnt!`
      priority: kept `high`, dropped `normal`
      waiver of missing-locator: kept `short (Ada)`, dropped `brief (Ada)`
      citation 3 says the same as citation 2: folded into that one
      the review of c1 by Vera (`supported`) holds no more: the evidence is not what it was given for
      the review of c2 by Ben (`not-enough-evidence`) holds no more: the evidence is not what it was given for
      the waiver of missing-locator for c1 by Ada holds no more: the evidence is not what it was given for
      the waiver of single-source for c2 by Ada holds no more: the evidence is not what it was given for
    no claim changed its level
    hint: look at it again: twosource claim show c1, then twosource review c1 --verdict …
    hint: what was dropped is in the history (twosource history c2); to take it all back: twosource undo
    --- status 0
    ");
}

#[test]
fn the_claim_that_is_kept_shows_all_of_it_and_the_other_is_gone() {
    let desk = logged_twice();
    run(&desk, "claim merge c2 --into c1");
    insta::assert_snapshot!(desk.run(&["claim", "show", "c1"]), @"
    --- stdout
    c1: Burnt.

    level        single-source: one source alone bears it out
    rests on     source wire; voice Reuters
    review       stale: the evidence has changed since the review (Vera, Ben)
    nature       fact
    priority     high
    appears in   daily
    appears in   book
    logged by    Ada
    assigned to  Cem (by Ada on 2026-11-02)
    assigned to  Dora (by Ada on 2026-11-02)
    tags         fire, bridge

    citation  source  stance    locator  attributed to  quote
    ────────  ──────  ────────  ───────  ─────────────  ─────
           1  daily   supports
           2  wire    supports
           4  wire    supports                          burnt

    reviewed                  by    verdict              note
    ────────────────────────  ────  ───────────────────  ───────────────────────────────────────────────
    2026-11-02T14:05:00.000Z  Vera  supported            (stale: claim c2 was merged into it on
                                                         2026-11-02)
    2026-11-02T14:05:00.000Z  Ben   not-enough-evidence  (stale: claim c2 was merged into it on
                                                         2026-11-02)
    --- status 0
    ");
    insta::assert_snapshot!(desk.run(&["claim", "show", "c2"]).fails(), @"
    --- stderr
    error: there is no claim `c2`
    hint: it was merged into `c1`: twosource claim show c1
    --- status 2
    ");
    desk.run(&["doctor"]).succeeds();
    run(&desk, "claim remove c1 --cascade");
    let answer = desk.run(&["claim", "show", "c1"]).fails();
    assert!(answer.stderr.contains("hint: `twosource claim list` shows all keys"), "{answer}");
}

#[test]
fn reviews_of_other_evidence_are_said_to_be_stale() {
    let desk = logged_twice();
    run(&desk, "claim merge c2 --into c1");
    insta::assert_snapshot!(desk.run(&["check", "--rule", "stale-review"]), @"
    --- stdout
    c1  single-source  high priority
      Burnt.
      warning  claim c2 was merged into it on 2026-11-02, after the review of 2026-11-02 by Ben
               (stale-review)
    --- stderr

    1 claim looked at, 1 finding: 1 stale-review
    hint: what it means and how to mend it: twosource rule stale-review
    --- status 1
    ");
    insta::assert_snapshot!(desk.run(&["review", "diff", "c1"]), @"
    --- stderr
    claim c2 was merged into it on 2026-11-02, after the review of 2026-11-02 by Ben (not-enough-evidence)
    hint: judge it anew: twosource review c1 --verdict …
    --- status 0
    ");
    run(&desk, "review c1 --verdict supported");
    // Vera had found the same; Ben something else, and he has not looked again.
    let answer = desk.run(&["check", "--rule", "stale-review"]);
    assert!(
        answer.stdout.contains("(`not-enough-evidence`, where `supported` stands)"),
        "{answer}"
    );
    run(&desk, "review c1 --verdict supported --actor Ben");
    assert!(run(&desk, "check --rule stale-review").stderr.contains("nothing found"));
}

#[test]
#[allow(clippy::too_many_lines)] // a whole answer as it is
fn the_history_tells_all_of_it_in_one_change() {
    let desk = logged_twice();
    run(&desk, "claim merge c2 --into c1");
    insta::assert_snapshot!(desk.run(&["history", "c2", "--limit", "1"]), @"
    --- stdout
    change 17  2026-11-02 14:05 UTC  Ada  claim merge
      claim c1 changed
        priority     normal → high
        appearances  daily → daily; book
        tags         fire → fire; bridge
      claim c2 removed
        key          c2
        statement    Burnt!
        nature       fact
        priority     high
        appearances  book
        logged_by    Ada
        tags         bridge
      citation 4 (c1 → wire) changed
        claim  c2 → c1
      review of c1 by Ben changed
        claim  c2 → c1
      waiver of single-source for c1 added
        claim      c1
        rule       single-source
        actor      Ada
        reason     known
        waived_at  2026-11-02T14:05:00.000Z
      assignment of c1 to Dora added
        claim        c1
        reviewer     Dora
        assigned_by  Ada
        assigned_at  2026-11-02T14:05:00.000Z
      citation 3 (c2 → wire) removed
        claim   c2
        source  wire
        stance  supports
      waiver of missing-locator for c2 removed
        claim      c2
        rule       missing-locator
        actor      Ada
        reason     brief
        waived_at  2026-11-02T14:05:00.000Z
      waiver of single-source for c2 removed
        claim      c2
        rule       single-source
        actor      Ada
        reason     known
        waived_at  2026-11-02T14:05:00.000Z
      assignment of c2 to Cem removed
        claim        c2
        reviewer     Cem
        assigned_by  Ada
        assigned_at  2026-11-02T14:05:00.000Z
      assignment of c2 to Dora removed
        claim        c2
        reviewer     Dora
        assigned_by  Ada
        assigned_at  2026-11-02T14:05:00.000Z
    --- stderr
    1 change of 17
    --- status 0
    ");
}

#[test]
fn it_can_be_taken_back() {
    let desk = logged_twice();
    let shown = |desk: &Desk| {
        let show = |key: &str| run(desk, &format!("claim show {key}")).stdout;
        [show("c1"), show("c2"), run(desk, "waive list").stdout]
    };
    let before = shown(&desk);
    run(&desk, "claim merge c2 --into c1");
    run(&desk, "undo");
    assert_eq!(shown(&desk), before);
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn what_is_no_duplicate_is_refused() {
    let desk = logged_twice();
    insta::assert_snapshot!(desk.run(&["claim", "merge", "c1", "--into", "c1"]).fails(), @"
    --- stderr
    error: claim `c1` cannot be merged into itself
    hint: name another one to keep: twosource claim merge c1 --into KEPT
    --- status 2
    ");
    insta::assert_snapshot!(desk.run(&["claim", "merge", "c22", "--into", "c1"]).fails(), @"
    --- stderr
    error: there is no claim `c22`
    hint: did you mean `c2`?
    --- status 2
    ");
    insta::assert_snapshot!(desk.run(&["claim", "merge", "c2", "--into", "c11"]).fails(), @"
    --- stderr
    error: there is no claim `c11`
    hint: did you mean `c1`?
    --- status 2
    ");
    insta::assert_snapshot!(desk.run(&["claim", "merge", "c2"]).fails(), @"
    --- stderr
    error: the following required arguments were not provided: --into <KEPT>
    hint: `twosource claim merge --help` explains it
    --- status 2
    ");
}

/// Two claims that say the same of one source, `c1` logged by Ada, `c2` by Ben.
fn logged_by_two() -> Desk {
    let desk = Desk::new();
    sources::wire(&desk);
    sources::daily(&desk);
    for line in [
        "claim add Burnt. --key c1",
        "claim add Burnt. --key c2 --actor Ben",
        "cite c1 wire",
        "cite c2 wire",
    ] {
        run(&desk, line);
    }
    desk
}

#[test]
fn nobody_comes_to_judge_what_they_have_logged() {
    let desk = logged_by_two();
    run(&desk, "review c2 --verdict supported --actor Ben");
    run(&desk, "review set --required 1 --not-by-logger");
    insta::assert_snapshot!(desk.run(&["claim", "merge", "c2", "--into", "c1"]), @"
    --- stderr
    merged c2 into c1, with 1 review
      logged_by: kept `Ada`, dropped `Ben`
      citation 2 says the same as citation 1: folded into that one
      the review of c2 by Ben (`supported`) holds no more: Ben has logged c2
    no claim changed its level
    hint: look at it again: twosource claim show c1, then twosource review c1 --verdict …
    hint: what was dropped is in the history (twosource history c2); to take it all back: twosource undo
    --- status 0
    ");
    let shown = run(&desk, "claim show c1").stdout;
    assert!(shown.contains("stale: the evidence has changed since the review (Ben)"), "{shown}");
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn who_logged_the_claim_that_is_kept_is_told_to_be_barred_from_both() {
    let desk = logged_by_two();
    run(&desk, "review set --required 1 --not-by-logger");
    run(&desk, "review c2 --verdict refuted --actor Ada");
    let told = run(&desk, "claim merge c2 --into c1").stderr;
    let words = "the review of c2 by Ada (`refuted`) holds no more: Ada has logged c1";
    assert!(told.contains(words), "{told}");
}

#[test]
fn a_dissent_does_not_vanish() {
    let desk = logged_by_two();
    run(&desk, "cite c1 daily");
    run(&desk, "review c2 --verdict refuted --actor Cy");
    run(&desk, "review c1 --verdict supported --actor Dora");
    let told = run(&desk, "claim merge c2 --into c1").stderr;
    let words = "the review of c2 by Cy (`refuted`) holds no more: the evidence is not what it was";
    assert!(told.contains(words), "{told}");
    assert!(!told.contains("Dora"), "{told}");
    let found = desk.run(&["check", "--rule", "stale-review"]).stdout;
    assert!(found.contains("(`refuted`, where `supported` stands)"), "{found}");
}

#[test]
fn of_two_waivers_the_one_that_holds_stays() {
    let desk = logged_by_two();
    run(&desk, "waive c1 missing-locator --reason old");
    run(&desk, "cite c1 daily");
    run(&desk, "cite c2 daily");
    run(&desk, "waive c2 missing-locator --reason new");
    let told = run(&desk, "claim merge c2 --into c1").stderr;
    let words = "waiver of missing-locator: kept `new (Ada)`, dropped `old (Ada)`";
    assert!(told.contains(words), "{told}");
    assert!(!told.contains("holds no more"), "{told}");
    let found = run(&desk, "check --rule missing-locator").stdout;
    assert!(!found.contains("missing-locator)"), "{found}");
    run(&desk, "undo");
    desk.run(&["doctor"]).succeeds();
}
