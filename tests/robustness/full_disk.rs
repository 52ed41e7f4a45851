//! A disk that is full: a limit on the size of files stands for it.

use super::{CASE, desk, program, run, stderr};

#[test]
fn an_import_that_does_not_fit_leaves_the_casebook_to_the_byte() {
    let folder = desk();
    let before = std::fs::read(folder.path().join("casebook.db")).unwrap();
    let program = program(folder.path());
    let name = program.get_program().to_string_lossy().into_owned();
    // In units of 512 bytes in this shell: the empty casebook fits, its write-ahead log does not grow.
    let script = format!("ulimit -f 380; exec {name} import {CASE}");
    let mut shell = std::process::Command::new("sh");
    let output = shell
        .args(["-c", &script])
        .current_dir(folder.path())
        .env_clear()
        .env("PATH", "/usr/bin:/bin")
        .env("TWOSOURCE_ACTOR", "desk")
        .output()
        .unwrap();
    let told = stderr(&output);
    assert_eq!(output.status.code(), Some(2), "{told}");
    assert!(told.contains("nothing was changed"), "{told}");
    assert!(told.contains("\nhint: "), "{told}");
    // Opening it again clears the log of the import that failed.
    assert!(run(folder.path(), &["check"]).status.success());
    assert_eq!(before, std::fs::read(folder.path().join("casebook.db")).unwrap());
    assert!(run(folder.path(), &["import", CASE]).status.success());
}
