//! Each rule is registered, documented and tested under its own name.

use std::fs;

use twosource::checks::{RULES, Rule};

/// Files of `src/checks` that are no rule.
const NO_RULES: [&str; 13] = [
    "alike",
    "behind",
    "cycles",
    "finding",
    "library",
    "mod",
    "required_fields",
    "rule",
    "selection",
    "subject",
    "trail",
    "words",
    "written",
];

#[test]
fn every_file_of_a_rule_is_registered() {
    let mut files: Vec<String> = fs::read_dir("src/checks")
        .unwrap()
        .map(|entry| entry.unwrap().path().file_stem().unwrap().to_string_lossy().into_owned())
        .filter(|name| !NO_RULES.contains(&name.as_str()))
        .map(|name| name.replace('_', "-"))
        .collect();
    let mut names: Vec<_> = RULES.iter().map(|rule| rule.name).collect();
    files.sort();
    names.sort_unstable();
    assert_eq!(files, names);
}

#[test]
fn every_rule_says_what_why_and_how() {
    for rule in RULES {
        let lines: Vec<&str> = rule.documentation.lines().collect();
        let mut last = 0;
        for heading in Rule::HEADINGS {
            let place = lines.iter().position(|line| *line == heading);
            let place = place.unwrap_or_else(|| panic!("{}: no heading `{heading}`", rule.name));
            assert!(place >= last, "{}: `{heading}` out of order", rule.name);
            assert!(lines[place + 1].starts_with("  "), "{}: `{heading}` is empty", rule.name);
            last = place;
        }
        assert!(lines.iter().all(|line| line.len() <= 100), "{}: a line is too long", rule.name);
    }
}

#[test]
fn every_rule_has_a_test_file_of_its_name() {
    for rule in RULES {
        let file = format!("tests/checks/{}.rs", rule.name.replace('-', "_"));
        assert!(fs::exists(&file).unwrap(), "{file} is missing");
    }
}
