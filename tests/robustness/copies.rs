//! Copies are made, and put back, while another process writes.

use std::path::Path;
use std::sync::atomic::{AtomicBool, Ordering};
use std::thread;

use super::{desk, run, stderr, succeed};

/// Enters claims, each by a process of its own, until it is told to stop; returns those that were entered.
fn write_until(folder: &Path, stop: &AtomicBool) -> Vec<String> {
    let mut entered = Vec::new();
    for number in 0.. {
        if stop.load(Ordering::Relaxed) {
            break;
        }
        let statement = format!("Claim number {number}.");
        let output = run(folder, &["--actor", "ben", "claim", "add", &statement]);
        if output.status.success() {
            entered.push(statement);
        } else {
            let told = stderr(&output);
            assert!(told.contains("\nhint: "), "{told}");
        }
    }
    entered
}

/// Does something while another process writes; returns what that entered.
fn while_another_writes(folder: &Path, work: impl FnOnce()) -> Vec<String> {
    let stop = AtomicBool::new(false);
    thread::scope(|scope| {
        let writer = scope.spawn(|| write_until(folder, &stop));
        work();
        stop.store(true, Ordering::Relaxed);
        writer.join().unwrap()
    })
}

fn statements(folder: &Path, casebook: &str) -> String {
    succeed(folder, &["claim", "list", "--format", "json", "--casebook", casebook])
}

#[test]
fn a_copy_made_while_another_writes_is_whole_and_its_history_goes_on() {
    let folder = desk();
    let folder = folder.path();
    succeed(folder, &["claim", "add", "The bank paid."]);
    let names: Vec<String> = (0..8).map(|number| format!("copy-{number}.db")).collect();
    let entered = while_another_writes(folder, || {
        for name in &names {
            succeed(folder, &["backup", name]);
        }
    });
    for name in &names {
        let whole = run(folder, &["doctor", "--casebook", name]);
        assert!(whole.status.success(), "{name}: {}", String::from_utf8_lossy(&whole.stdout));
        succeed(folder, &["history", "--verify", name]);
    }
    let held = statements(folder, "casebook.db");
    assert!(entered.iter().all(|statement| held.contains(statement)));
}

#[test]
fn no_edit_is_lost_where_a_backup_is_put_back_while_another_writes() {
    let folder = desk();
    let folder = folder.path();
    succeed(folder, &["claim", "add", "The bank paid."]);
    succeed(folder, &["backup", "safe.db"]);
    let entered = while_another_writes(folder, || {
        for _ in 0..8 {
            let output = run(folder, &["restore", "safe.db", "--yes", "--wait", "1"]);
            let told = stderr(&output);
            assert!(output.status.success() || told.contains("another program"), "{told}");
        }
        for strange in ["notes.txt", "gone.db", "."] {
            std::fs::write(folder.join("notes.txt"), "mine").unwrap();
            assert_eq!(
                run(folder, &["restore", strange, "--yes"]).status.code(),
                Some(2),
                "{strange}"
            );
        }
    });
    let kept = std::fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().file_name());
    let kept = kept.map(|name| name.into_string().unwrap());
    let mut held = statements(folder, "casebook.db");
    for name in kept.filter(|name| name.contains("before-restore") && !name.ends_with("-wal")) {
        if name.ends_with("-shm") {
            continue;
        }
        held.push_str(&statements(folder, &name));
        assert!(run(folder, &["doctor", "--casebook", &name]).status.success(), "{name}");
    }
    let lost: Vec<&String> =
        entered.iter().filter(|statement| !held.contains(*statement)).collect();
    assert!(lost.is_empty(), "lost: {lost:?}");
    assert!(run(folder, &["doctor"]).status.success());
}
