//! Two writers at once, each a process of its own for every edit.

use std::thread;

use super::{desk, run, stderr, store, succeed};

/// Edits by each writer. The whole count of a release check is set by the variable.
fn edits() -> usize {
    std::env::var("TWOSOURCE_TEST_EDITS").ok().and_then(|count| count.parse().ok()).unwrap_or(100)
}

#[test]
fn two_writers_lose_nothing() {
    let folder = desk();
    succeed(folder.path(), &["source", "add", "--kind", "report", "--key", "s1", "Report"]);
    thread::scope(|scope| {
        for writer in ["ada", "ben"] {
            let folder = folder.path();
            scope.spawn(move || {
                for number in 0..edits() {
                    let statement = format!("{writer} says {number}");
                    let key = succeed(folder, &["--actor", writer, "claim", "add", &statement]);
                    succeed(folder, &["--actor", writer, "cite", key.trim(), "s1"]);
                }
            });
        }
    });
    let store = store(folder.path());
    let both = 2 * edits() as i64;
    assert_eq!((store.count_claims().unwrap(), store.count_citations().unwrap()), (both, both));
    drop(store);
    let doctor = run(folder.path(), &["doctor"]);
    assert!(doctor.status.success(), "{}", stderr(&doctor));
}

#[test]
fn two_writers_of_one_claim_hear_of_each_other_or_both_get_through() {
    let folder = desk();
    succeed(folder.path(), &["claim", "add", "--key", "c1", "The bank paid."]);
    let heard = thread::scope(|scope| {
        let writers: Vec<_> = [("ada", "--note"), ("ben", "--claimant")]
            .map(|(writer, field)| {
                let folder = folder.path();
                scope.spawn(move || {
                    let mut heard = 0;
                    for number in 0..edits() / 4 {
                        let value = format!("{writer} {number}");
                        let edit = ["--actor", writer, "claim", "edit", "c1", field, &value];
                        let output = run(folder, &edit);
                        if !output.status.success() {
                            let told = stderr(&output);
                            assert!(told.contains("meanwhile"), "{told}");
                            heard += 1;
                        }
                    }
                    heard
                })
            })
            .into_iter()
            .collect();
        writers.into_iter().map(|writer| writer.join().unwrap()).sum::<usize>()
    });
    assert!(heard < edits() / 2, "no edit got through");
    assert!(run(folder.path(), &["doctor"]).status.success());
}
