//! A style cut down to what one type of item needs.
//!
//! The engine walks every branch of a style several times for each item, and Chicago's has five
//! thousand lines. What depends on the type alone is decided here once for all items of that type;
//! for a citation in a note also what depends on where it stands ("ibid.", short form).

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use citationberg::taxonomy::Kind;
use citationberg::{
    Choose, ChooseBranch, ChooseMatch, CslMacro, ElseBranch, IndependentStyle,
    LayoutRenderingElement, NamesChild, TextTarget,
};

use super::Style;
use super::walk::each;
use crate::bibliography::position::Position;

/// The style's three forms, for one type of item.
#[derive(Debug, Clone)]
pub(in crate::bibliography) struct ForKind {
    /// For items without a year suffix.
    pub(in crate::bibliography) plain: IndependentStyle,
    /// For items with one; nothing where the suffix goes straight after the year.
    pub(in crate::bibliography) suffixed: Option<IndependentStyle>,
    /// Prints sort keys instead of entries.
    pub(in crate::bibliography) sorting: Option<IndependentStyle>,
}

/// The style for each of the types.
pub(in crate::bibliography) fn for_kinds<'a>(
    style: &Style,
    kinds: impl Iterator<Item = &'a str>,
) -> BTreeMap<&'a str, ForKind> {
    let kinds: BTreeSet<&str> = kinds.collect();
    kinds
        .into_iter()
        .map(|name| {
            let kind = Kind::from_str(name).ok();
            let specific_to = |style: &IndependentStyle| cut_down(style, kind);
            let specific = ForKind {
                plain: specific_to(&style.plain),
                suffixed: style.suffixed.as_ref().map(specific_to),
                sorting: style.sorting.as_ref().map(specific_to),
            };
            (name, specific)
        })
        .collect()
}

/// What is known before anything is rendered.
#[derive(Debug, Clone, Copy)]
struct Facts {
    kind: Option<Kind>,
    /// Where a citation stands; nothing for entries of a bibliography.
    position: Option<Position>,
}

fn cut_down(style: &IndependentStyle, kind: Option<Kind>) -> IndependentStyle {
    cut(style, Facts { kind, position: None })
}

/// The style for citations of items of this type that stand so.
pub(in crate::bibliography) fn for_position(
    style: &IndependentStyle,
    kind: &str,
    position: Position,
) -> IndependentStyle {
    let kind = Kind::from_str(kind).ok();
    cut(style, Facts { kind, position: Some(position) })
}

fn cut(style: &IndependentStyle, facts: Facts) -> IndependentStyle {
    let mut style = style.clone();
    for part in &mut style.macros {
        decide(&mut part.children, facts);
    }
    decide(&mut style.citation.layout.elements, facts);
    let mut called = BTreeSet::new();
    reach(&mut style.citation.layout.elements, &style.macros, &mut called);
    if let Some(bibliography) = &mut style.bibliography {
        decide(&mut bibliography.layout.elements, facts);
        reach(&mut bibliography.layout.elements, &style.macros, &mut called);
    }
    style.macros.retain(|part| called.contains(&part.name));
    style
}

/// Decides tests of what is known, and puts what is certain in the place of its test.
fn decide(elements: &mut Vec<LayoutRenderingElement>, facts: Facts) {
    let mut decided = Vec::with_capacity(elements.len());
    for mut element in std::mem::take(elements) {
        match &mut element {
            LayoutRenderingElement::Group(group) => decide(&mut group.children, facts),
            LayoutRenderingElement::Names(names) => {
                for child in &mut names.children {
                    if let NamesChild::Substitute(substitute) = child {
                        // Here only the first that prints counts, so each choice stays one piece.
                        for element in &mut substitute.children {
                            if let LayoutRenderingElement::Choose(choose) = element {
                                inside(choose, facts);
                            }
                        }
                    }
                }
            }
            LayoutRenderingElement::Choose(choose) => {
                inside(choose, facts);
                if let Some(certain) = only_outcome(choose, facts) {
                    decided.extend(certain);
                    continue;
                }
            }
            _ => {}
        }
        decided.push(element);
    }
    *elements = decided;
}

fn inside(choose: &mut Choose, facts: Facts) {
    decide(&mut choose.if_.children, facts);
    for branch in &mut choose.else_if {
        decide(&mut branch.children, facts);
    }
    if let Some(otherwise) = &mut choose.otherwise {
        decide(&mut otherwise.children, facts);
    }
}

/// What is printed whatever the item holds; else the choice is left with its open branches.
fn only_outcome(choose: &mut Choose, facts: Facts) -> Option<Vec<LayoutRenderingElement>> {
    let mut open = Vec::new();
    let mut otherwise = choose.otherwise.take();
    for mut branch in std::iter::once(choose.if_.clone()).chain(std::mem::take(&mut choose.else_if))
    {
        match verdict(&mut branch, facts) {
            Some(false) => {}
            None => open.push(branch),
            Some(true) => {
                otherwise = Some(ElseBranch { children: branch.children });
                break;
            }
        }
    }
    if open.is_empty() {
        return Some(otherwise.map(|branch| branch.children).unwrap_or_default());
    }
    choose.if_ = open.remove(0);
    choose.else_if = open;
    choose.otherwise = otherwise;
    None
}

/// Whether the branch is taken, if what is known decides that; else the tests of it are taken out.
fn verdict(branch: &mut ChooseBranch, facts: Facts) -> Option<bool> {
    let mut known: Vec<bool> = Vec::new();
    if let Some(types) = branch.type_.take() {
        known.extend(types.iter().map(|wanted| Some(*wanted) == facts.kind));
    }
    if let Some(position) = facts.position
        && let Some(tests) = branch.position.take()
    {
        known.extend(tests.iter().map(|test| position.is(*test)));
    }
    if known.is_empty() {
        return None;
    }
    let alone = branch.test().is_none() && branch.disambiguate.is_none();
    let any = known.contains(&true);
    let all = !known.contains(&false);
    match branch.match_ {
        ChooseMatch::All if alone || !all => Some(all),
        ChooseMatch::Any if alone || any => Some(any),
        ChooseMatch::None if alone || any => Some(!any),
        _ => None,
    }
}

/// Adds the macros that these elements call, directly or by others.
fn reach(
    elements: &mut [LayoutRenderingElement],
    macros: &[CslMacro],
    called: &mut BTreeSet<String>,
) {
    let mut names = Vec::new();
    each(elements, &mut |element| {
        if let LayoutRenderingElement::Text(text) = element
            && let TextTarget::Macro { name } = &text.target
        {
            names.push(name.clone());
        }
    });
    for name in names {
        if let Some(part) = macros.iter().find(|part| part.name == name)
            && called.insert(name)
        {
            reach(&mut part.children.clone(), macros, called);
        }
    }
}
