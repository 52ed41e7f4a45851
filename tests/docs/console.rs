//! Runs the console examples of a document: lines that begin with `$ ` are typed, what follows is what
//! the terminal shows. A line `…` stands for any number of lines.

use std::path::Path;
use std::process::Command;

pub(crate) struct Example {
    pub(crate) line: usize,
    pub(crate) command: String,
    pub(crate) expected: Vec<String>,
}

/// The examples in the blocks marked `console`, in order.
pub(crate) fn examples(document: &str) -> Vec<Example> {
    let mut examples: Vec<Example> = Vec::new();
    let mut inside = false;
    for (number, line) in (1..).zip(document.lines()) {
        if line.starts_with("```") {
            inside = line == "```console";
        } else if inside && let Some(command) = line.strip_prefix("$ ") {
            let command = command.to_owned();
            examples.push(Example { line: number, command, expected: Vec::new() });
        } else if inside && let Some(example) = examples.last_mut() {
            example.expected.push(line.trim_end().to_owned());
        }
    }
    examples
}

/// What a terminal of 100 columns shows, stdout and stderr together.
pub(crate) fn run(command: &str, folder: &Path) -> String {
    let program = Path::new(env!("CARGO_BIN_EXE_twosource")).parent().unwrap();
    let output = Command::new("sh")
        .args(["-c", &format!("({command}) 2>&1")])
        .current_dir(folder)
        .env_clear()
        .env("PATH", format!("{}:/usr/bin:/bin", program.display()))
        .env("COLUMNS", "100")
        .env("TWOSOURCE_ACTOR", "Vera")
        .env("TWOSOURCE_NOW", "2026-11-22T10:00:00Z")
        .output()
        .unwrap();
    String::from_utf8(output.stdout).unwrap()
}

/// Whether the lines are as expected; `…` stands for any number of them.
pub(crate) fn matches(expected: &[String], shown: &[&str]) -> bool {
    match expected.split_first() {
        None => shown.is_empty(),
        Some((line, rest)) if line == "…" => {
            (0..=shown.len()).any(|skipped| matches(rest, &shown[skipped..]))
        }
        Some((line, rest)) => shown.first() == Some(&line.as_str()) && matches(rest, &shown[1..]),
    }
}
