//! Two people edit one claim at the same time, each by a process of its own.

use std::process::Output;
use std::sync::Barrier;
use std::thread;

use serde_json::Value;

use super::{desk, run, stderr, succeed};

/// How often both begin at once.
const ROUNDS: usize = 200;

/// Who writes which field.
struct Writer {
    name: &'static str,
    option: &'static str,
    field: &'static str,
}

impl Writer {
    fn value(&self, round: usize) -> String {
        format!("{} {round}", self.name)
    }
}

/// Lets both edit the claim at once.
fn edit_at_once(folder: &std::path::Path, writers: &[Writer; 2], round: usize) -> [Output; 2] {
    let barrier = Barrier::new(2);
    thread::scope(|scope| {
        let edits = writers.each_ref().map(|writer| {
            let barrier = &barrier;
            scope.spawn(move || {
                let value = writer.value(round);
                let edit = ["--actor", writer.name, "claim", "edit", "c1", writer.option, &value];
                barrier.wait();
                run(folder, &edit)
            })
        });
        edits.map(|edit| edit.join().unwrap())
    })
}

fn claim(folder: &std::path::Path) -> Value {
    serde_json::from_str(&succeed(folder, &["claim", "show", "c1", "--format", "json"])).unwrap()
}

#[test]
fn two_fields_of_one_claim_are_both_kept_or_the_second_hears_of_the_first() {
    let folder = desk();
    let folder = folder.path();
    succeed(folder, &["claim", "add", "--key", "c1", "The bank paid."]);
    let writers = [
        Writer { name: "ada", option: "--note", field: "note" },
        Writer { name: "ben", option: "--claimant", field: "claimant" },
    ];
    let mut heard = 0;
    for round in 0..ROUNDS {
        let before = claim(folder);
        let outputs = edit_at_once(folder, &writers, round);
        let after = claim(folder);
        assert!(outputs.iter().any(|output| output.status.success()), "no edit got through");
        for (place, writer) in writers.iter().enumerate() {
            if outputs[place].status.success() {
                assert_eq!(after[writer.field], writer.value(round), "an edit was lost");
                continue;
            }
            heard += 1;
            assert_eq!(
                after[writer.field], before[writer.field],
                "it failed, and yet changed something"
            );
            let other = &writers[1 - place];
            let told = stderr(&outputs[place]);
            let who = format!("claim `c1` was changed by {} meanwhile", other.name);
            let what = format!("→ `{}`", other.value(round));
            assert!(
                told.contains(&who) && told.contains(other.field) && told.contains(&what),
                "{told}"
            );
        }
    }
    assert!(heard > 0, "in {ROUNDS} rounds the two never met");
    assert!(run(folder, &["doctor"]).status.success());
}

#[test]
fn of_one_field_of_one_claim_nothing_is_replaced_unseen() {
    let folder = desk();
    let folder = folder.path();
    succeed(folder, &["claim", "add", "--key", "c1", "The bank paid."]);
    let writers =
        ["ada", "ben"].map(|name| Writer { name, option: "--statement", field: "statement" });
    for round in 0..ROUNDS / 4 {
        let outputs = edit_at_once(folder, &writers, round);
        let stands = claim(folder)["statement"].as_str().unwrap().to_owned();
        // Of the two the one whose words stand was the last, or the only one to get through.
        let last = usize::from(stands == writers[1].value(round));
        let first = &writers[1 - last];
        assert_eq!(stands, writers[last].value(round));
        assert!(outputs[last].status.success(), "{}", stderr(&outputs[last]));
        let told =
            stderr(&outputs[if outputs[1 - last].status.success() { last } else { 1 - last }]);
        if outputs[1 - last].status.success() {
            let replaced = format!("you replaced what {} wrote", first.name);
            assert!(told.contains(&replaced) && told.contains(&first.value(round)), "{told}");
        } else {
            let who = format!("claim `c1` was changed by {} meanwhile", writers[last].name);
            assert!(told.contains(&who) && told.contains(&stands), "{told}");
        }
    }
    assert!(run(folder, &["doctor"]).status.success());
}
