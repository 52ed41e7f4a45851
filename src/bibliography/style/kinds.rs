//! A style cut down to what one type of item needs.
//!
//! The engine walks every branch of a style several times for each item, and Chicago's has five
//! thousand lines. What depends on the type alone is decided here once for all items of that type.

use std::collections::{BTreeMap, BTreeSet};
use std::str::FromStr;

use citationberg::taxonomy::Kind;
use citationberg::{
    Choose, ChooseBranch, ChooseMatch, CslMacro, ElseBranch, IndependentStyle,
    LayoutRenderingElement, NamesChild, TextTarget,
};

use super::Style;
use super::walk::each;

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
            let cut = |style: &IndependentStyle| cut_down(style, kind);
            let specific = ForKind {
                plain: cut(&style.plain),
                suffixed: style.suffixed.as_ref().map(cut),
                sorting: style.sorting.as_ref().map(cut),
            };
            (name, specific)
        })
        .collect()
}

fn cut_down(style: &IndependentStyle, kind: Option<Kind>) -> IndependentStyle {
    let mut style = style.clone();
    for part in &mut style.macros {
        decide(&mut part.children, kind);
    }
    decide(&mut style.citation.layout.elements, kind);
    let mut called = BTreeSet::new();
    reach(&mut style.citation.layout.elements, &style.macros, &mut called);
    if let Some(bibliography) = &mut style.bibliography {
        decide(&mut bibliography.layout.elements, kind);
        reach(&mut bibliography.layout.elements, &style.macros, &mut called);
    }
    style.macros.retain(|part| called.contains(&part.name));
    style
}

/// Decides tests of the type, and puts what is certain in the place of its test.
fn decide(elements: &mut Vec<LayoutRenderingElement>, kind: Option<Kind>) {
    let mut decided = Vec::with_capacity(elements.len());
    for mut element in std::mem::take(elements) {
        match &mut element {
            LayoutRenderingElement::Group(group) => decide(&mut group.children, kind),
            LayoutRenderingElement::Names(names) => {
                for child in &mut names.children {
                    if let NamesChild::Substitute(substitute) = child {
                        // Here only the first that prints counts, so each choice stays one piece.
                        for element in &mut substitute.children {
                            if let LayoutRenderingElement::Choose(choose) = element {
                                inside(choose, kind);
                            }
                        }
                    }
                }
            }
            LayoutRenderingElement::Choose(choose) => {
                inside(choose, kind);
                if let Some(certain) = only_outcome(choose, kind) {
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

fn inside(choose: &mut Choose, kind: Option<Kind>) {
    decide(&mut choose.if_.children, kind);
    for branch in &mut choose.else_if {
        decide(&mut branch.children, kind);
    }
    if let Some(otherwise) = &mut choose.otherwise {
        decide(&mut otherwise.children, kind);
    }
}

/// What is printed whatever the item holds; else the choice is left with its open branches.
fn only_outcome(choose: &mut Choose, kind: Option<Kind>) -> Option<Vec<LayoutRenderingElement>> {
    let mut open = Vec::new();
    let mut otherwise = choose.otherwise.take();
    for mut branch in std::iter::once(choose.if_.clone()).chain(std::mem::take(&mut choose.else_if))
    {
        match verdict(&mut branch, kind) {
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

/// Whether the branch is taken, if its type decides that; else its test of the type is taken out.
fn verdict(branch: &mut ChooseBranch, kind: Option<Kind>) -> Option<bool> {
    let types = branch.type_.take()?;
    let alone = branch.test().is_none() && branch.disambiguate.is_none();
    let any = types.iter().any(|wanted| Some(*wanted) == kind);
    let all = types.iter().all(|wanted| Some(*wanted) == kind);
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
