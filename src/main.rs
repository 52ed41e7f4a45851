//! The command line of `twosource`: everything is in the library, so that tests reach it too.

use std::process::ExitCode;

fn main() -> ExitCode {
    twosource::commands::run(std::env::args_os())
}
