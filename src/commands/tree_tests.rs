//! What holds for every command: it explains itself, and its examples are right.

use clap::{Command, CommandFactory};

use super::CommandLine;

/// Every command with the words that call it.
fn commands() -> Vec<(String, Command)> {
    fn collect(path: &str, command: &Command, found: &mut Vec<(String, Command)>) {
        found.push((path.to_owned(), command.clone()));
        for inner in command.get_subcommands().filter(|inner| inner.get_name() != "help") {
            collect(&format!("{path} {}", inner.get_name()), inner, found);
        }
    }
    let mut root = CommandLine::command();
    root.build();
    let mut found = Vec::new();
    collect("twosource", &root, &mut found);
    found
}

/// The lines under `Examples:` in the help of a command.
fn examples(command: &Command) -> Vec<String> {
    let help = command.get_after_help().map(ToString::to_string).unwrap_or_default();
    let lines = help.lines().skip_while(|line| *line != "Examples:").skip(1);
    lines.take_while(|line| !line.is_empty()).map(|line| line.trim().to_owned()).collect()
}

/// The words of an example as a shell would pass them on, without a `>` and what follows it.
fn words(line: &str) -> Vec<String> {
    let mut words = Vec::new();
    let mut rest = line.trim_start();
    while !rest.is_empty() && !rest.starts_with(['>', '|']) {
        let quoted = rest.strip_prefix('"').and_then(|inner| inner.split_once('"'));
        let (word, after) = quoted.or_else(|| rest.split_once(' ')).unwrap_or((rest, ""));
        words.push(word.to_owned());
        rest = after.trim_start();
    }
    words
}

#[test]
fn the_tree_is_well_formed() {
    CommandLine::command().debug_assert();
}

#[test]
fn every_command_says_what_it_does_and_shows_examples() {
    for (path, command) in commands() {
        let about = command.get_about().map(ToString::to_string).unwrap_or_default();
        assert!(!about.trim().is_empty(), "`{path}` does not say what it does");
        assert!(!examples(&command).is_empty(), "`{path}` has no examples");
    }
}

#[test]
fn every_argument_is_explained() {
    for (path, command) in commands() {
        for argument in command.get_arguments() {
            let help = argument.get_help().map(ToString::to_string).unwrap_or_default();
            assert!(!help.is_empty(), "`{path}` does not explain {}", argument.get_id());
        }
    }
}

#[test]
fn every_example_can_be_parsed() {
    for (path, command) in commands() {
        for example in examples(&command) {
            let words = words(&example);
            assert!(example.len() <= 96, "`{path}` has an example that help wraps: {example}");
            assert_eq!(words.first().map(String::as_str), Some("twosource"), "{path}: {example}");
            let parsed = CommandLine::command().try_get_matches_from(words);
            assert!(parsed.is_ok(), "`{path}` has a wrong example, {example}: {:?}", parsed.err());
        }
    }
}
