//! The README, played from top to bottom in one empty folder.

use super::console::{examples, matches, run};

#[test]
fn the_examples_of_the_readme_show_what_the_program_shows() {
    let document = std::fs::read_to_string("README.md").unwrap();
    let folder = tempfile::tempdir().unwrap();
    let examples = examples(&document);
    assert!(examples.len() > 10, "the README lost its examples");
    for example in examples {
        let shown = run(&example.command, folder.path());
        let lines: Vec<&str> = shown.lines().map(str::trim_end).collect();
        let expected: Vec<String> =
            example.expected.iter().map(|line| line.trim_end().to_owned()).collect();
        assert!(
            matches(&expected, &lines),
            "README.md, line {}: $ {}\nshows\n{shown}",
            example.line,
            example.command
        );
    }
}
