//! Visits every rendering element of a style, wherever it is nested.

use citationberg::{ChooseBranch, IndependentStyle, LayoutRenderingElement, NamesChild};

/// Calls `visit` on every element of macros, citation and bibliography, parents first.
pub(super) fn each_element(
    style: &mut IndependentStyle,
    visit: &mut dyn FnMut(&mut LayoutRenderingElement),
) {
    for part in &mut style.macros {
        each(&mut part.children, visit);
    }
    each(&mut style.citation.layout.elements, visit);
    if let Some(bibliography) = &mut style.bibliography {
        each(&mut bibliography.layout.elements, visit);
    }
}

/// Calls `visit` on these elements and all below them.
pub(super) fn each(
    elements: &mut [LayoutRenderingElement],
    visit: &mut dyn FnMut(&mut LayoutRenderingElement),
) {
    for element in elements {
        visit(element);
        match element {
            LayoutRenderingElement::Group(group) => each(&mut group.children, visit),
            LayoutRenderingElement::Choose(choose) => {
                branch(&mut choose.if_, visit);
                for other in &mut choose.else_if {
                    branch(other, visit);
                }
                if let Some(otherwise) = &mut choose.otherwise {
                    each(&mut otherwise.children, visit);
                }
            }
            LayoutRenderingElement::Names(names) => {
                for child in &mut names.children {
                    if let NamesChild::Substitute(substitute) = child {
                        each(&mut substitute.children, visit);
                    }
                }
            }
            _ => {}
        }
    }
}

fn branch(branch: &mut ChooseBranch, visit: &mut dyn FnMut(&mut LayoutRenderingElement)) {
    each(&mut branch.children, visit);
}
