//! `kill -9` at random moments of an import.

use std::fmt::Write;
use std::path::Path;
use std::time::{Duration, Instant};

use super::{desk, program, run, store};

const CLAIMS: usize = 4000;

/// A case that takes long enough to be killed in the middle.
fn write_case(folder: &Path) {
    let mut sources = String::from("key,kind,title,creators\n");
    let mut claims = String::from("key,statement\n");
    let mut citations = String::from("claim,source,quote\n");
    for number in 0..CLAIMS {
        writeln!(sources, "s{number},report,Report {number},\"Name, {number}\"").unwrap();
        writeln!(claims, "c{number},Statement number {number} about something that was done.")
            .unwrap();
        writeln!(citations, "c{number},s{number},it says so {number}").unwrap();
        writeln!(citations, "c{number},s{},", (number * 7) % CLAIMS).unwrap();
    }
    std::fs::create_dir_all(folder).unwrap();
    std::fs::write(folder.join("sources.csv"), sources).unwrap();
    std::fs::write(folder.join("claims.csv"), claims).unwrap();
    std::fs::write(folder.join("citations.csv"), citations).unwrap();
}

#[test]
fn an_import_that_is_killed_is_there_whole_or_not_at_all() {
    let folder = desk();
    let case = folder.path().join("case");
    write_case(&case);
    let empty = folder.path().join("casebook.db");
    // A copy has the permissions of the casebook, too: only its owner reads it.
    let before = folder.path().join("before.db");
    std::fs::copy(&empty, &before).unwrap();
    let start = Instant::now();
    assert!(run(folder.path(), &["import", "case"]).status.success());
    let whole = start.elapsed();
    let (mut none, mut all) = (0, 0);
    for attempt in 0..50_u32 {
        for ending in ["", "-wal", "-shm"] {
            let _ = std::fs::remove_file(folder.path().join(format!("casebook.db{ending}")));
        }
        std::fs::copy(&before, &empty).unwrap();
        let mut import = program(folder.path()).args(["-q", "import", "case"]).spawn().unwrap();
        // Spread over the whole import and a little beyond, by a step that is prime to the count.
        let moment = whole.mul_f64(f64::from(attempt * 17 % 50) / 45.0);
        std::thread::sleep(moment.min(Duration::from_secs(20)));
        let _ = import.kill();
        import.wait().unwrap();
        let store = store(folder.path());
        let counts = (
            store.count_sources().unwrap(),
            store.count_claims().unwrap(),
            store.count_citations().unwrap(),
        );
        match counts {
            (0, 0, 0) => none += 1,
            (4000, 4000, 8000 | 7999) => all += 1,
            other => panic!("half an import: {other:?}"),
        }
        drop(store);
        let doctor = run(folder.path(), &["doctor"]);
        assert!(doctor.status.success(), "{}", super::stderr(&doctor));
    }
    assert!(none > 0, "every import was finished: {all}");
}
