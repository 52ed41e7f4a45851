//! Reads a style from a `.csl` file, and refuses what would bring the engine down.

use std::collections::BTreeMap;

use citationberg::{IndependentStyle, LayoutRenderingElement, Style as Csl, TextTarget};

use super::names::{archived, last_segment};
use super::walk::each;
use crate::error::{Error, Place, Result};

/// No published style comes near these; both guard the stack, which cannot be caught when it ends.
const DEEPEST_NESTING: usize = 100;
const LONGEST_FILE: usize = 4 << 20;

/// The style in the text of `file`.
pub(super) fn read(text: &str, file: &str) -> Result<IndependentStyle> {
    let text = text.strip_prefix('\u{feff}').unwrap_or(text);
    let at = |error: Error| error.at(Place { file: file.to_owned(), ..Place::default() });
    if !text.trim_start().starts_with('<') {
        return Err(at(Error::invalid("this is no XML, so it cannot be a citation style")
            .hint("CSL styles are at https://github.com/citation-style-language/styles")));
    }
    if text.len() > LONGEST_FILE || nesting(text) > DEEPEST_NESTING {
        return Err(at(Error::invalid("this is longer or more deeply nested than any style")));
    }
    match Csl::from_xml(text) {
        Ok(Csl::Independent(style)) => without_cycles(style).map_err(at),
        Ok(Csl::Dependent(style)) => Err(at(dependent(&style.parent_link.href))),
        Err(error) => {
            Err(at(Error::invalid(format!("this is not a CSL style that can be read: {error}"))
                .hint("validate it at https://validator.citationstyles.org")))
        }
    }
}

fn dependent(parent: &str) -> Error {
    let id = last_segment(parent);
    let error = Error::invalid(format!("this style has no rules of its own: it follows `{id}`"));
    if archived(id).is_some() {
        error.hint(format!("use that one: `--style {id}`"))
    } else {
        error.hint(format!("get that one from {parent} and give its file instead"))
    }
}

/// How deep elements are nested; near enough for a limit, comments count as they come.
fn nesting(text: &str) -> usize {
    let (mut depth, mut deepest) = (0_usize, 0);
    for tag in text.split('<').skip(1) {
        if tag.starts_with('/') {
            depth = depth.saturating_sub(1);
        } else if !tag.starts_with(['!', '?'])
            && !tag.split('>').next().is_some_and(|inside| inside.ends_with('/'))
        {
            depth += 1;
            deepest = deepest.max(depth);
        }
    }
    deepest
}

/// The style again, unless one of its macros calls itself, directly or by others.
fn without_cycles(mut style: IndependentStyle) -> Result<IndependentStyle> {
    let mut calls: BTreeMap<String, Vec<String>> = BTreeMap::new();
    for part in &mut style.macros {
        let mut called = Vec::new();
        each(&mut part.children, &mut |element| {
            if let LayoutRenderingElement::Text(text) = element
                && let TextTarget::Macro { name } = &text.target
            {
                called.push(name.clone());
            }
        });
        calls.insert(part.name.clone(), called);
    }
    // Taking out macros that call none that is left leaves those on or before a cycle.
    while let Some(done) = calls
        .iter()
        .find(|(_, called)| called.iter().all(|name| !calls.contains_key(name)))
        .map(|(name, _)| name.clone())
    {
        calls.remove(&done);
    }
    match calls.keys().next() {
        Some(name) => Err(Error::invalid(format!("the style's macro `{name}` calls itself"))),
        None => Ok(style),
    }
}
