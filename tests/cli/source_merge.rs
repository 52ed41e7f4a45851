use std::fs;

use crate::desk::Desk;
use crate::sources;

/// Runs a line; an underscore stands for a space within a word.
fn run(desk: &Desk, line: &str) {
    let words: Vec<String> = line.split(' ').map(|word| word.replace('_', " ")).collect();
    desk.run(&words.iter().map(String::as_str).collect::<Vec<_>>()).succeeds();
}

/// A desk where two people have logged one article under deadline: `daily` and `daily-2`.
fn logged_twice() -> Desk {
    let desk = Desk::new();
    sources::wire(&desk);
    sources::daily(&desk);
    run(&desk, "source edit daily --container Daily --url https://daily.example/a");
    run(&desk, "source add The_Fire --key daily-2 --kind newspaper-article --author Lee,_Ann");
    run(&desk, "source edit daily-2 --publisher Press --container Weekly --tag fire");
    run(&desk, "source edit daily-2 --add-tag seen --confidentiality background");
    run(&desk, "source derive daily-2 --from wire");
    run(&desk, "claim add Burnt. --key c1");
    run(&desk, "claim add Mended. --key c2 --appears-in daily-2");
    run(&desk, "cite c1 daily");
    run(&desk, "cite c1 daily-2");
    run(&desk, "cite c1 daily-2 --quote burnt");
    run(&desk, "cite c2 wire --attributed-to daily-2");
    desk
}

fn merge(desk: &Desk, more: &[&str]) -> crate::desk::Answer {
    desk.run(&[&["source", "merge", "daily-2", "--into", "daily"], more].concat())
}

#[test]
#[allow(clippy::too_many_lines)] // a whole answer as it is
fn one_source_gets_all_that_names_the_other() {
    let desk = logged_twice();
    insta::assert_snapshot!(merge(&desk, &["--dry-run"]), @"
    --- stderr
    would merge daily-2 into daily, with 1 citation, 1 attribution, 1 lineage row and 1 appearance
      title: kept `The daily`, dropped `The Fire`
      container: kept `Daily`, dropped `Weekly`
      publisher: taken over: `Press`
      lineage: taken over: `derived`
      confidentiality: kept `background`, dropped `open`
      citation 2 says the same as citation 1: folded into that one
    1 claim would change its level:
      c1: single-origin → single-source: only daily supports it
    hint: nothing was changed; leave --dry-run out to do it
    --- status 0
    ");
    desk.run(&["source", "show", "daily-2"]).succeeds();
    insta::assert_snapshot!(merge(&desk, &[]), @"
    --- stderr
    merged daily-2 into daily, with 1 citation, 1 attribution, 1 lineage row and 1 appearance
      title: kept `The daily`, dropped `The Fire`
      container: kept `Daily`, dropped `Weekly`
      publisher: taken over: `Press`
      lineage: taken over: `derived`
      confidentiality: kept `background`, dropped `open`
      citation 2 says the same as citation 1: folded into that one
    1 claim changed its level:
      c1: single-origin → single-source: only daily supports it
    hint: what was dropped is in the history (twosource history daily-2); to take it all back: twosource undo
    --- status 0
    ");
    insta::assert_snapshot!(desk.run(&["source", "show", "daily-2", "--include-confidential"]), @"
    --- stdout
    daily: The daily

    also known as      daily-2
    kind               newspaper-article
    author             Lee, Ann
    in                 Daily
    publisher          Press
    url                https://daily.example/a
    lineage            derived
    standing           active
    confidentiality    background
    tags               fire, seen
    claims made in it  c2

    comes from  relation  note
    ──────────  ────────  ────
    wire        reports

    cited by  citation  stance    locator  quote
    ────────  ────────  ────────  ───────  ─────
    c1               1  supports
    c1               3  supports           burnt

    attributed to it by  citation  in    stance    locator  quote
    ───────────────────  ────────  ────  ────────  ───────  ─────
    c2                          4  wire  supports
    --- status 0
    ");
    insta::assert_snapshot!(desk.run(&["citation", "list", "--include-confidential"]), @"
    --- stdout
    citation  claim  stance    source  locator  attributed to  quote
    ────────  ─────  ────────  ──────  ───────  ─────────────  ─────
           1  c1     supports  daily
           3  c1     supports  daily                           burnt
           4  c2     supports  wire             daily
    --- stderr
    3 citations
    --- status 0
    ");
    desk.run(&["doctor"]).succeeds();
}

#[test]
#[allow(clippy::too_many_lines)] // a whole answer as it is
fn it_is_one_change_and_can_be_taken_back() {
    let desk = logged_twice();
    let list = |desk: &Desk| desk.run(&["citation", "list", "--format", "json"]).succeeds().stdout;
    let before = list(&desk);
    merge(&desk, &[]).succeeds();
    let merged = list(&desk);
    insta::assert_snapshot!(desk.run(&["history", "daily-2", "--limit", "1"]), @"
    --- stdout
    change 14  2026-11-02 14:05 UTC  Ada  source merge
      claim c2 changed
        appearances  daily-2 → daily
      source daily changed
        publisher        (none) → Press
        lineage          unknown → derived
        confidentiality  open → background
        tags             (none) → fire; seen
        aliases          (none) → daily-2
      source daily-2 removed
        key              daily-2
        kind             newspaper-article
        title            The Fire
        container        Weekly
        publisher        Press
        lineage          derived
        standing         active
        confidentiality  background
        tags             fire; seen
      citation 3 (c1 → daily) changed
        source  daily-2 → daily
      citation 4 (c2 → wire) changed
        attributed_to  daily-2 → daily
      lineage (daily → wire) changed
        source  daily-2 → daily
      citation 2 (c1 → daily-2) removed
        claim   c1
        source  daily-2
        stance  supports
    --- stderr
    1 change of 14
    hint: the creators of 2 sources on background are withheld: this is not a terminal; --include-confidential shows what is confidential
    --- status 0
    ");
    insta::assert_snapshot!(desk.run(&["undo"]), @"
    --- stdout
      source daily-2 added
        key              daily-2
        kind             newspaper-article
        title            The Fire
        container        Weekly
        publisher        Press
        lineage          derived
        standing         active
        confidentiality  background
        tags             fire; seen
      source daily changed
        publisher        Press → (none)
        lineage          derived → unknown
        confidentiality  background → open
        tags             fire; seen → (none)
      claim c2 changed
        appearances  daily → daily-2
      citation 3 (c1 → daily-2) changed
        source  daily → daily-2
      citation 4 (c2 → wire) changed
        attributed_to  daily → daily-2
      citation 2 (c1 → daily-2) added
        claim   c1
        source  daily-2
        stance  supports
      lineage (daily-2 → wire) changed
        source  daily → daily-2
    --- stderr
    undid change 14 (source merge by Ada, 2026-11-02), as change 15
    hint: to do it again: twosource undo 15
    --- status 0
    ");
    assert_eq!(list(&desk), before);
    assert!(desk.run(&["source", "show", "daily"]).stdout.starts_with("daily: The daily\n"));
    desk.run(&["source", "show", "daily-2"]).succeeds();
    run(&desk, "undo 15");
    assert_eq!(list(&desk), merged);
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn the_check_that_finds_duplicates_names_the_command() {
    let desk = logged_twice();
    run(&desk, "source edit daily-2 --url http://www.daily.example/a/");
    let check = ["check", "--rule", "duplicate-source", "--format", "json"];
    let found = desk.run(&check).stdout;
    assert!(found.contains("twosource source merge daily-2 --into daily\""), "{found}");
    merge(&desk, &[]).succeeds();
    let found = desk.run(&check).succeeds().stdout;
    assert!(found.contains("\"findings\": 0"), "{found}");
}

#[test]
fn a_source_that_was_retracted_never_becomes_active_unseen() {
    let desk = logged_twice();
    run(&desk, "source standing daily-2 retracted");
    insta::assert_snapshot!(merge(&desk, &[]).fails(), @"
    --- stderr
    error: `daily` is active, but `daily-2` is retracted: which of it holds has to be said first
    hint: twosource source standing daily retracted; or: twosource source standing daily-2 active
    --- status 2
    ");
    run(&desk, "source standing daily retracted");
    merge(&desk, &[]).succeeds();
    let shown = desk.run(&["source", "show", "daily", "--format", "json"]).succeeds().stdout;
    assert!(shown.contains("\"standing\": \"retracted\""), "{shown}");
}

#[test]
fn an_original_is_not_made_one_with_what_comes_from_elsewhere() {
    let desk = logged_twice();
    run(&desk, "source edit daily --lineage original");
    insta::assert_snapshot!(merge(&desk, &[]).fails(), @"
    --- stderr
    error: `daily` is said to be original, but `daily-2` reports `wire`: they cannot be one like that
    hint: say first which of it is right; if it is no original: twosource source edit daily --lineage unknown
    --- status 2
    ");
    run(&desk, "source derive daily-2 --from wire --remove");
    insta::assert_snapshot!(merge(&desk, &[]).fails(), @"
    --- stderr
    error: `daily` is said to be original, but `daily-2` is said to be derived: they cannot be one like that
    hint: say first which of it is right; if it is no original: twosource source edit daily --lineage unknown
    --- status 2
    ");
    run(&desk, "source edit daily --lineage unknown");
    merge(&desk, &[]).succeeds();
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn what_was_said_of_the_two_says_nothing_any_more() {
    let desk = logged_twice();
    run(&desk, "source derive daily-2 --from wire --remove");
    run(&desk, "source edit daily --lineage original");
    // Somebody took the one for a copy of the other.
    run(&desk, "source derive daily-2 --from daily --relation republishes");
    run(&desk, "cite c2 daily-2 --attributed-to daily --attributed-to wire");
    insta::assert_snapshot!(merge(&desk, &[]), @"
    --- stderr
    merged daily-2 into daily, with 2 citations, 1 attribution and 1 appearance
      title: kept `The daily`, dropped `The Fire`
      container: kept `Daily`, dropped `Weekly`
      publisher: taken over: `Press`
      confidentiality: kept `background`, dropped `open`
      citation 2 says the same as citation 1: folded into that one
      taken off: that citation 5 of daily-2 is attributed to daily
      taken off: that daily-2 republishes daily
    1 claim changed its level:
      c1: single-origin → single-source: only daily supports it
    hint: what was dropped is in the history (twosource history daily-2); to take it all back: twosource undo
    --- status 0
    ");
    let shown = desk.run(&["source", "show", "daily", "--format", "json"]).succeeds().stdout;
    assert!(shown.contains("\"lineage\": \"original\""), "{shown}");
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn a_page_that_a_third_one_is_a_record_of_is_not_lost() {
    let desk = logged_twice();
    run(&desk, "source edit daily-2 --url https://press.example/1");
    run(&desk, "source add Press --key press --kind web-page --url https://press.example/1");
    insta::assert_snapshot!(merge(&desk, &[]).fails(), @"
    --- stderr
    error: `press` and `daily-2` are both url:press.example/1, and `daily` would not be: merged, `press` would pass for another source
    hint: if all three are one, first: twosource source merge press --into daily-2; if not, give each the address it has: twosource source edit press --url …
    --- status 2
    ");
    run(&desk, "source merge press --into daily-2");
    merge(&desk, &[]).succeeds();
    desk.run(&["source", "show", "press"]).succeeds();
}

#[test]
fn a_voice_that_a_third_one_has_in_common_is_told() {
    let desk = logged_twice();
    run(&desk, "source edit daily-2 --author Lee,_A.");
    run(&desk, "source add Book --key book --kind book --author Lee,_A.");
    insta::assert_snapshot!(merge(&desk, &["--dry-run"]), @"
    --- stderr
    would merge daily-2 into daily, with 1 citation, 1 attribution, 1 lineage row and 1 appearance
      title: kept `The daily`, dropped `The Fire`
      author: kept, the other dropped
      container: kept `Daily`, dropped `Weekly`
      publisher: taken over: `Press`
      lineage: taken over: `derived`
      confidentiality: kept `background`, dropped `open`
      citation 2 says the same as citation 1: folded into that one
    warning: book has a voice in common with daily-2 that daily does not have, and that is lost; if it is one person under two names, first: twosource creator merge
    1 claim would change its level:
      c1: apparent → single-source: only daily supports it
    hint: nothing was changed; leave --dry-run out to do it
    --- status 0
    ");
    run(&desk, "creator merge Lee,_Ann Lee,_A.");
    let told = merge(&desk, &[]).succeeds();
    assert!(!told.stderr.contains("warning"), "{told}");
}

#[test]
fn a_circle_is_closed_by_force_alone() {
    let desk = logged_twice();
    run(&desk, "source edit wire --lineage unknown");
    run(&desk, "source derive wire --from daily");
    insta::assert_snapshot!(merge(&desk, &[]).fails(), @"
    --- stderr
    error: that would close a circle: daily-2 → wire → daily-2
    hint: check which of the two came first; add --force if both really draw on each other
    --- status 2
    ");
    merge(&desk, &["--force"]).succeeds();
    desk.run(&["doctor"]).succeeds();
}

#[test]
fn what_is_no_duplicate_is_refused() {
    let desk = logged_twice();
    let refused = |line: &str| desk.run(&line.split(' ').collect::<Vec<_>>()).fails();
    insta::assert_snapshot!(refused("source merge daily --into daily"), @"
    --- stderr
    error: source `daily` cannot be merged into itself
    hint: name another one to keep: twosource source merge daily --into KEPT
    --- status 2
    ");
    insta::assert_snapshot!(refused("source merge daily-3 --into daily"), @"
    --- stderr
    error: there is no source `daily-3`
    hint: did you mean `daily-2`?
    --- status 2
    ");
    insta::assert_snapshot!(refused("source merge daily-2 --into dailly"), @"
    --- stderr
    error: there is no source `dailly`
    hint: did you mean `daily`?
    --- status 2
    ");
    merge(&desk, &[]).succeeds();
    insta::assert_snapshot!(merge(&desk, &[]).fails(), @"
    --- stderr
    error: `daily-2` and `daily` are keys of one source already, `daily`
    hint: `twosource source show daily` shows all its keys
    --- status 2
    ");
    insta::assert_snapshot!(refused("source merge daily"), @"
    --- stderr
    error: the following required arguments were not provided: --into <KEPT>
    hint: `twosource source merge --help` explains it
    --- status 2
    ");
}

#[test]
fn what_is_confidential_is_told_on_a_terminal_alone() {
    let desk = logged_twice();
    run(&desk, "source edit daily-2 --author Zebrowski,_K. --add-creator editor:_Zebrowska,_A.");
    let told = merge(&desk, &["--dry-run"]).succeeds();
    assert!(told.stderr.contains("  author: kept, the other dropped\n"), "{told}");
    assert!(told.stderr.contains("  editor: taken over\n"), "{told}");
    assert!(told.stderr.contains("  publisher: taken over: `Press`\n"), "{told}");
    run(&desk, "source edit daily-2 --confidentiality confidential");
    let told = merge(&desk, &[]).succeeds();
    assert!(told.stderr.contains("  publisher: taken over\n"), "{told}");
    assert!(
        told.stderr.contains("  confidentiality: kept `confidential`, dropped `open`\n"),
        "{told}"
    );
    assert!(!told.stderr.contains("Press") && !told.stderr.contains("Zebrowsk"), "{told}");
}

#[test]
fn a_stand_in_is_nobodys_duplicate() {
    let desk = logged_twice();
    run(&desk, "source edit daily-2 --confidentiality confidential");
    run(&desk, "export case --output case");
    let other = Desk::new();
    fs::rename(desk.path("case"), other.path("case")).unwrap();
    run(&other, "import case");
    let answer =
        other.run(&["source", "merge", "confidential-source-1", "--into", "daily"]).fails();
    insta::assert_snapshot!(answer, @"
    --- stderr
    error: `confidential-source-1` is, or names, a stand-in from an export
    hint: nobody can tell from it which source it stands for; import that export with --include-confidential, then merge the real sources
    --- status 2
    ");
}

#[test]
fn what_the_other_said_is_redacted_with_the_one_that_is_kept() {
    for (everything, gone) in [(None, "zebrowski"), (Some("--everything"), "the fire")] {
        let desk = logged_twice();
        run(&desk, "source edit daily-2 --author Zebrowski,_K.");
        merge(&desk, &[]).succeeds();
        let redact = ["source", "redact", "daily", "--yes"];
        desk.run(&redact.into_iter().chain(everything).collect::<Vec<_>>()).succeeds();
        let bytes = fs::read(desk.path("casebook.db")).unwrap().to_ascii_lowercase();
        assert!(!bytes.windows(gone.len()).any(|found| found == gone.as_bytes()), "{gone}");
        desk.run(&["doctor"]).succeeds();
    }
}
