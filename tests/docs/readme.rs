//! The README, played from top to bottom in one empty folder. `BLESS=1` writes what the program shows
//! into it, except where an example is cut by `…`.

use super::console::{Example, examples, matches, run};

const README: &str = "README.md";

#[test]
fn the_examples_of_the_readme_show_what_the_program_shows() {
    let document = std::fs::read_to_string(README).unwrap();
    let folder = tempfile::tempdir().unwrap();
    let bless = std::env::var_os("BLESS").is_some();
    let mut blessed: Vec<String> = document.lines().map(str::to_owned).collect();
    let examples = examples(&document);
    assert!(examples.len() > 10, "the README lost its examples");
    let mut shown = Vec::new();
    for example in &examples {
        let text = run(&example.command, folder.path());
        let lines: Vec<String> = text.lines().map(|line| line.trim_end().to_owned()).collect();
        let fits =
            matches(&example.expected, &lines.iter().map(String::as_str).collect::<Vec<_>>());
        let at = format!("{README}, line {}: $ {}\nshows\n{text}", example.line, example.command);
        assert!(fits || bless, "{at}");
        shown.push(lines);
    }
    if bless {
        for (example, lines) in examples.iter().zip(shown).rev() {
            put(&mut blessed, example, lines);
        }
        std::fs::write(README, blessed.join("\n") + "\n").unwrap();
    }
}

/// Puts what was shown in the place of what the document says, unless the document cuts it.
fn put(document: &mut Vec<String>, example: &Example, lines: Vec<String>) {
    if !example.expected.iter().any(|line| line == "…") {
        document.splice(example.line..example.line + example.expected.len(), lines);
    }
}
