//! Running one test again as another process: with fewer rights, or with less room.

use std::path::Path;
use std::process::{Command, Output};

/// The variable by which such a test hears which casebook it is about.
const PATH: &str = "TWOSOURCE_TEST_CASEBOOK";

/// Makes of `command` a run of the ignored test `name` about this casebook.
pub(crate) fn run(mut command: Command, name: &str, casebook: &Path) -> std::io::Result<Output> {
    command.args(["--exact", name, "--ignored", "--nocapture"]).env(PATH, casebook).output()
}

/// The casebook that this run is about; `None` where somebody runs the ignored tests by hand.
pub(crate) fn casebook() -> Option<std::path::PathBuf> {
    std::env::var_os(PATH).map(Into::into)
}

/// Fails with what the other process printed unless its test ran and passed.
pub(crate) fn assert_passed(output: &Output) {
    let text = |bytes: &[u8]| String::from_utf8_lossy(bytes).into_owned();
    let printed = format!("{}\n{}", text(&output.stdout), text(&output.stderr));
    assert!(output.status.success() && printed.contains("1 passed"), "{printed}");
}
