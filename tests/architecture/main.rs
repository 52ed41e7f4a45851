//! Holds the layers that ARCHITECTURE.md promises, by reading the `use` lines.

// A test that cannot read the sources has nothing better to do than to panic.
#![allow(clippy::unwrap_used, missing_docs)]

use std::fs;
use std::path::{Path, PathBuf};

/// Each module, and the modules of ours that it may use.
const MAY_USE: &[(&str, &[&str])] = &[
    ("error", &[]),
    ("clock", &["error"]),
    ("domain", &["error"]),
    ("bibliography", &["error", "domain"]),
    ("corroboration", &["error"]),
    ("checks", &["error", "domain", "corroboration"]),
    ("explanation", &["error", "domain", "corroboration"]),
    ("store", &["error", "domain", "corroboration", "explanation"]),
    ("exchange", &["error", "domain"]),
    ("transfer", &["error", "domain", "store", "exchange"]),
    ("output", &["error"]),
    ("layout", &[]),
    ("queue", &["error", "domain", "output"]),
];

/// Crates that only one module may name, or the two that share it.
const ONLY_IN: &[(&str, &[&str])] = &[
    ("rusqlite", &["store"]),
    ("refinery", &["store"]),
    ("clap", &["commands"]),
    ("comfy_table", &["output"]),
    ("indicatif", &["output"]),
    ("hayagriva", &["bibliography"]),
    ("citationberg", &["bibliography"]),
    ("ratatui", &["queue", "output"]),
    ("crossterm", &["output"]),
];

fn rust_files(folder: &Path, files: &mut Vec<PathBuf>) {
    for entry in fs::read_dir(folder).unwrap() {
        let path = entry.unwrap().path();
        if path.is_dir() {
            rust_files(&path, files);
        } else if path.extension().is_some_and(|ending| ending == "rs") {
            files.push(path);
        }
    }
}

fn sources() -> Vec<(String, PathBuf, String)> {
    let mut files = Vec::new();
    rust_files(Path::new("src"), &mut files);
    files
        .into_iter()
        .map(|path| {
            let inside = path.strip_prefix("src").unwrap();
            let first = inside.components().next().unwrap().as_os_str().to_string_lossy();
            let module = first.trim_end_matches(".rs").to_owned();
            let text = fs::read_to_string(&path).unwrap();
            (module, path, text)
        })
        .collect()
}

/// The lines that are code; what a comment names is no dependency.
fn code(text: &str) -> impl Iterator<Item = &str> {
    text.lines().map(str::trim_start).filter(|line| !line.starts_with("//"))
}

#[test]
fn imports_go_one_way() {
    for (module, path, text) in sources() {
        let Some((_, allowed)) = MAY_USE.iter().find(|(name, _)| *name == module) else { continue };
        for line in code(&text) {
            for used in line.split("crate::").skip(1) {
                let name: String =
                    used.chars().take_while(|c| c.is_alphanumeric() || *c == '_').collect();
                let known = MAY_USE.iter().any(|(other, _)| *other == name) || name == "commands";
                let fine = !known || name == module || allowed.contains(&name.as_str());
                assert!(fine, "{}: {module} may not use {name}: {line}", path.display());
            }
        }
    }
}

#[test]
fn each_engine_has_one_home() {
    for (module, path, text) in sources() {
        for (engine, homes) in ONLY_IN {
            let named = code(&text).any(|line| line.contains(&format!("{engine}::")));
            assert!(
                !named || homes.contains(&module.as_str()),
                "{} names {engine}",
                path.display()
            );
        }
    }
}

#[test]
fn sql_stays_in_the_store() {
    for (module, path, text) in sources() {
        let sql = ["SELECT ", "INSERT INTO", "DELETE FROM", "UPDATE "];
        let found = code(&text).find(|line| sql.iter().any(|word| line.contains(word)));
        assert!(module == "store" || found.is_none(), "{}: {found:?}", path.display());
    }
}
