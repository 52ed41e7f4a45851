//! The review queue on a terminal: the real program, keys typed, its screen read.

use crate::desk::{Desk, signature};
use crate::terminal::Terminal;

pub(crate) const CTRL_C: &str = "\u{3}";
pub(crate) const ENTER: &str = "\r";
const DOWN: &str = "\u{1b}[B";
const PASTE: &str = "\u{1b}[200~one\rtwo\r\u{1b}[201~";

/// Three claims, of which the first has a source.
pub(crate) fn logged() -> Desk {
    let desk = Desk::new();
    for (key, statement) in [
        ("c1", "The bank paid."),
        ("c2", "The court ruled."),
        ("c3", "بانک به خانواده\u{200c}ها پول داد."),
    ] {
        desk.run(&["claim", "add", statement, "--key", key]).succeeds();
    }
    desk.run(&["source", "add", "A book", "--kind", "book", "--key", "s1"]).succeeds();
    let letter = ["source", "add", "A letter", "--kind", "letter", "--key", "s2"];
    desk.run(&[&letter[..], &["--confidentiality", "background"]].concat()).succeeds();
    desk.run(&["cite", "c1", "s1", "--locator", "page 3", "--quote", "It paid."]).succeeds();
    // Claims without a source are worse, and would come first.
    for claim in ["c2", "c3"] {
        desk.run(&["cite", claim, "s2"]).succeeds();
    }
    desk
}

/// What reviews there are: claim, reviewer, verdict and note.
pub(crate) fn reviews(desk: &Desk) -> Vec<String> {
    let judged = desk.store().judgements(None).unwrap().reviews;
    let told = judged.into_iter().map(|judged| {
        let review = judged.record;
        let note = review.note.unwrap_or_default();
        format!("{} {} {} {note}", review.claim, review.reviewer, review.verdict)
    });
    told.collect()
}

#[test]
fn a_review_that_does_not_count_says_why() {
    let desk = logged();
    desk.run(&["review", "c1", "--verdict", "supported"]).succeeds();
    desk.run(&["review", "set", "--required", "1", "--not-by-logger"]).succeeds();
    let mut terminal = Terminal::run(&desk, &["--actor", "Ben", "review"]);
    terminal.resize(100, 60);
    terminal.shows("Ada: supported (does not count: logged the claim)");
    terminal.types("q");
    terminal.ends_well();
}

#[test]
fn a_claim_is_seen_with_all_it_is_judged_by() {
    let desk = logged();
    desk.run(&["--actor", "Ben", "review", "c1", "--verdict", "refuted", "--note", "Wrong bank."])
        .succeeds();
    desk.run(&["cite", "c1", "s2", "--stance", "disputes"]).succeeds();
    desk.store().assign(&signature(), "c1", &["Vera".to_owned()]).unwrap();
    let mut terminal = Terminal::run(&desk, &["review"]);
    terminal.resize(100, 60);
    for words in [
        "1 of 3 · normal priority",
        "The bank paid.",
        "single-source: one source alone bears it out",
        "warning contested-claim",
        "1 supports s1 “A book”, page 3",
        "“It paid.”",
        "4 disputes s2 (background) “A letter”",
        "└─ citation 4 disputes: s2",
        "Ben: refuted (stale: citation 4 (s2) was added on 2026-11-02)",
        "Wrong bank.",
        "assigned to Vera",
        "logged by Ada",
        "? keys   q quit",
    ] {
        terminal.shows(words);
    }
    terminal.types("q");
    terminal.ends_well();
}

#[test]
fn who_judges_what_somebody_else_has_changed_hears_it_and_decides_again() {
    let desk = logged();
    let mut terminal = Terminal::run(&desk, &["review"]);
    terminal.shows("1 of 3");
    terminal.types("1my note");
    terminal.shows("my note");
    desk.run(&["--actor", "Ben", "claim", "edit", "c1", "--statement", "The bank paid nobody."])
        .succeeds();
    terminal.types(ENTER);
    terminal.shows("the evidence for `c1` has changed meanwhile");
    terminal.shows("by Ben");
    terminal.shows("The bank paid nobody.");
    terminal.shows("nothing was written");
    assert_eq!(reviews(&desk), Vec::<String>::new());
    terminal.types("2");
    terminal.shows("my note");
    terminal.types(ENTER);
    terminal.shows("2 of 3");
    assert_eq!(reviews(&desk), ["c1 Ada refuted my note"]);
    terminal.types("q");
    terminal.ends_well();
}

#[test]
fn two_sessions_on_one_claim_are_two_reviews_that_know_of_each_other() {
    let desk = logged();
    let mut ada = Terminal::run(&desk, &["review"]);
    let mut ben = Terminal::run(&desk, &["--actor", "Ben", "review"]);
    ada.shows("1 of 3");
    ben.shows("1 of 3");
    ada.types("1\r");
    ada.shows("c1: agreed: supported (Ada)");
    ben.types("2\r");
    ben.shows("c1: 2 reviewers disagree: supported (Ada), refuted (Ben)");
    // A citation by one stops the waiver of the other, who has not seen it.
    ada.shows("2 of 3");
    ben.shows("2 of 3");
    ada.types("cs1\r\r\r\r\r\r");
    ada.shows("citation 4: s1 supports claim c2");
    ben.types("w\rgood enough\r");
    ben.shows("citation 4 (s1) was added on 2026-11-02, by Ada");
    ben.types("r");
    ben.shows("read anew");
    for terminal in [&mut ada, &mut ben] {
        terminal.types("q");
        terminal.ends_well();
    }
    assert_eq!(reviews(&desk), ["c1 Ada supported ", "c1 Ben refuted "]);
    assert_eq!(desk.store().judgements(None).unwrap().waivers.len(), 0);
}

#[test]
fn citations_and_waivers_are_entered() {
    let desk = logged();
    let mut terminal = Terminal::run(&desk, &["review"]);
    terminal.shows("1 of 3");
    terminal.types("cs");
    terminal.shows("s2: A letter");
    terminal.types(DOWN);
    terminal.shows("> s2: A letter");
    terminal.types("\r\rpage 4\r");
    // A paste with line breaks is text, and confirms nothing.
    terminal.types(PASTE);
    terminal.shows("quote one two");
    terminal.types("\rs1\r2\r");
    terminal.shows("citation 4: s2 supports claim c1");
    terminal.types("cnobody\r\r\r\r\r\r");
    terminal.shows("error: there is no source `nobody`");
    terminal.types("\u{1b}");
    terminal.shows("taken back");
    terminal.types("w");
    terminal.shows("which finding do you accept?");
    terminal.types("\ronly there\r");
    terminal.shows("waived");
    terminal.types("q");
    terminal.ends_well();
    let shown = desk.run(&["citation", "show", "4"]).succeeds().stdout;
    for words in ["page 4", "one two", "s1", "credibility    2"] {
        assert!(shown.contains(words), "no {words} in {shown}");
    }
    let waivers = desk.store().judgements(None).unwrap().waivers;
    assert_eq!((waivers.len(), waivers[0].record.reason.as_str()), (1, "only there"));
}

#[test]
fn a_claim_is_found_by_its_words() {
    let desk = logged();
    let mut terminal = Terminal::run(&desk, &["review"]);
    terminal.shows("1 of 3");
    terminal.types("/cour\r");
    terminal.shows("c2 · 2 of 3");
    terminal.types("/بانک\r");
    terminal.shows("c3 · 3 of 3");
    // In its logical order; putting it in order is the terminal's business.
    terminal.shows("بانک به خانواده\u{200c}ها پول داد.");
    terminal.types("/c\r");
    terminal.shows("3 claims were found");
    terminal.types(DOWN);
    terminal.types(ENTER);
    terminal.shows("c2 · 2 of 3");
    terminal.types("/unicorn\r");
    terminal.shows("no claim has the key or the words: unicorn");
    terminal.types(CTRL_C);
    terminal.ends_well();
}

#[test]
fn the_screen_follows_the_size_of_the_window() {
    let desk = logged();
    let mut terminal = Terminal::run(&desk, &["review"]);
    terminal.shows("q quit");
    terminal.resize(60, 15);
    terminal.shows("q quit");
    terminal.resize(39, 9);
    terminal.shows("The window is too small");
    terminal.resize(80, 24);
    terminal.shows("1 of 3");
    terminal.types("q");
    terminal.ends_well();
}

#[test]
fn colours_are_used_unless_they_are_refused() {
    let desk = logged();
    let is_coloured = |arguments: &[&str], variables: &[(&str, &str)]| {
        let mut terminal = Terminal::run_with(&desk, arguments, variables);
        terminal.shows("q quit");
        let coloured = terminal.screen(|screen| {
            (0..24).flat_map(|row| (0..80).map(move |column| (row, column))).any(|(row, column)| {
                let cell = screen.cell(row, column).unwrap();
                cell.fgcolor() != vt100::Color::Default
                    || cell.bold()
                    || cell.dim()
                    || cell.inverse()
            })
        });
        terminal.types("q");
        terminal.ends_well();
        coloured
    };
    assert!(is_coloured(&["review"], &[]));
    assert!(!is_coloured(&["review", "--color", "never"], &[]));
    assert!(!is_coloured(&["review"], &[("NO_COLOR", "1")]));
    assert!(is_coloured(&["review", "--color", "always"], &[("NO_COLOR", "1")]));
}

#[test]
fn who_logged_a_claim_is_refused_where_the_casebook_wants_others() {
    let desk = logged();
    let mut terminal = Terminal::run(&desk, &["review"]);
    terminal.shows("1 of 3");
    let policy = |_| twosource::domain::ReviewPolicy { required: 1, not_by_logger: true };
    desk.store().set_review_policy(&signature(), policy).unwrap();
    terminal.types("1\r");
    terminal.shows("Ada has logged `c1`, and in this casebook nobody reviews a claim of their own");
    terminal.types(CTRL_C);
    terminal.ends_well();
    let mut terminal = Terminal::run(&desk, &["review"]);
    terminal.shows("no claim needs a look by Ada");
    assert!(terminal.ends().success());
}

#[test]
fn only_claims_that_are_asked_for_are_gone_through() {
    let desk = logged();
    desk.run(&["review", "c1", "--verdict", "supported"]).succeeds();
    let mut terminal = Terminal::run(&desk, &["review"]);
    terminal.shows("1 of 2");
    terminal.types("q");
    terminal.ends_well();
    desk.run(&["claim", "edit", "c1", "--statement", "The bank paid twice."]).succeeds();
    let mut terminal = Terminal::run(&desk, &["review", "--stale"]);
    terminal.shows("c1 · 1 of 1 · normal priority · stale");
    terminal.types("q");
    terminal.ends_well();
}

#[test]
fn a_source_is_cited_by_any_key_that_it_has_whatever_others_begin_like_it() {
    let desk = logged();
    for key in ["audit-2", "audit", "audit-2b"] {
        desk.run(&["source", "add", "An audit", "--kind", "report", "--key", key]).succeeds();
    }
    desk.run(&["source", "merge", "audit-2", "--into", "audit"]).succeeds();
    let mut terminal = Terminal::run(&desk, &["review"]);
    terminal.shows("1 of 3");
    terminal.types("caudit-2");
    terminal.shows("> audit: An audit");
    terminal.shows("  audit-2b: An audit");
    terminal.types("\r\r\r\r\r\r");
    terminal.shows("citation 4: audit supports claim c1");
    terminal.types("cs2\r\r\r\raudit-2\r");
    terminal.shows("has it from audit");
    terminal.types(ENTER);
    terminal.shows("citation 5: s2 supports claim c1");
    // The beginning of a key finds the others as before, and the arrows reach them.
    terminal.types("caudit-2");
    terminal.shows("> audit: An audit");
    terminal.types(DOWN);
    terminal.shows("> audit-2b: An audit");
    terminal.types("\r\r\r\r\r\r");
    terminal.shows("citation 6: audit-2b supports claim c1");
    terminal.types("q");
    terminal.ends_well();
    let cited = |number| desk.store().citation(number).unwrap().record;
    assert_eq!(cited(4).source.as_str(), "audit");
    assert_eq!(cited(5).attributed_to, ["audit".parse().unwrap()]);
}

#[test]
fn a_claim_that_is_merged_away_while_a_note_is_typed_is_not_left() {
    let desk = logged();
    let mut terminal = Terminal::run(&desk, &["review"]);
    terminal.shows("1 of 3");
    terminal.types("1my note");
    terminal.shows("my note");
    desk.run(&["--actor", "Ben", "claim", "merge", "c1", "--into", "c2"]).succeeds();
    terminal.types(ENTER);
    terminal.shows("it was merged into `c2`");
    terminal.shows("nothing was written of what you had typed: my note");
    terminal.types("q");
    assert!(terminal.ends_well().contains("you have judged 0 claims; 2 left"));
    assert_eq!(reviews(&desk), Vec::<String>::new());
}

#[test]
fn what_chooses_claims_does_not_go_with_one_that_is_named() {
    let desk = logged();
    let both = desk.run(&["review", "c1", "--verdict", "refuted", "--mine"]);
    assert_eq!(both.status, Some(2), "{both}");
    assert!(both.stderr.contains("cannot be used with"), "{both}");
}

#[test]
fn a_terminal_that_cannot_draw_is_none() {
    let desk = logged();
    let mut terminal = Terminal::run_with(&desk, &["review"], &[("TERM", "dumb")]);
    terminal.shows("the queue is gone through on a terminal alone");
    assert_eq!(terminal.ends().code(), Some(2));
}

#[test]
fn without_a_terminal_the_queue_says_what_to_type() {
    let desk = logged();
    insta::assert_snapshot!(desk.run(&["review"]).fails(), @r#"
    --- stderr
    error: no claim is named, and the queue is gone through on a terminal alone
    hint: in a script: twosource review list; twosource review CLAIM --verdict VERDICT --note "…"
    --- status 2
    "#);
}
