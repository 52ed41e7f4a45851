//! Rewrites a style so that the engine cannot do what it does wrongly.
//!
//! What is taken out here is done by ourselves afterwards: title case ([`super::super::case`]),
//! year suffixes ([`super::super::suffix`]), sorting and substituted authors
//! ([`super::super::order`], [`super::super::dashes`]).

use citationberg::taxonomy::{NumberOrPageVariable, OtherTerm, StandardVariable, Term, Variable};
use citationberg::{
    Affixes, Choose, ChooseBranch, ChooseMatch, CslMacro, Date, DateForm, DatePartName, DateParts,
    DisambiguationRule, IndependentStyle, Label, LabelPluralize, Layout, LayoutRenderingElement,
    LongShortForm, Name, Names, NamesChild, SortKey, TextCase, TextTarget, VerticalAlign,
};

use super::walk::{each, each_element};
use crate::bibliography::marks;

/// The variable that carries our year suffix; items never have it otherwise.
pub(in crate::bibliography) const SUFFIX_CARRIER: &str = "annote";

/// The variable that carries a copy of `container-title`, for tests; see [`container_test`].
pub(in crate::bibliography) const CONTAINER_COPY: &str = "keyword";

/// The style as the engine gets it for an item without a year suffix.
pub(super) fn adapted(mut style: IndependentStyle) -> IndependentStyle {
    each_element(&mut style, &mut |element| match element {
        LayoutRenderingElement::Label(label) if label.label.plural == LabelPluralize::Never => {
            if let Some(singular) = singular(label) {
                *element = singular;
            }
        }
        LayoutRenderingElement::Text(text) => {
            own_case(&mut text.text_case, &mut text.formatting.vertical_align);
            genre_of_communication(&mut text.target, &mut text.text_case);
        }
        LayoutRenderingElement::Number(number) => {
            own_case(&mut number.text_case, &mut number.formatting.vertical_align);
        }
        LayoutRenderingElement::Names(names) => name_inserted(names),
        LayoutRenderingElement::Choose(choose) => {
            container_test(&mut choose.if_);
            choose.else_if.iter_mut().for_each(container_test);
        }
        _ => {}
    });
    style.citation.sort = None;
    style.citation.collapse = None;
    if let Some(bibliography) = &mut style.bibliography {
        bibliography.sort = None;
        bibliography.subsequent_author_substitute = None;
        all_listed(&mut bibliography.layout.elements);
    }
    style
}

/// The term of a label that is never plural, where its variable has a value: the engine prints "pp."
/// for every range of pages.
fn singular(label: &Label) -> Option<LayoutRenderingElement> {
    let NumberOrPageVariable::Page(variable) = label.variable else { return None };
    let target =
        TextTarget::Term { term: Term::from(variable), form: label.label.form, plural: false };
    let mut text = citationberg::Text::with_target(target);
    text.formatting = label.label.formatting;
    text.affixes = label.label.affixes.clone();
    text.text_case = label.label.text_case;
    text.strip_periods = label.label.strip_periods;
    let branch = ChooseBranch {
        disambiguate: None,
        is_numeric: None,
        is_uncertain_date: None,
        locator: None,
        position: None,
        type_: None,
        variable: Some(vec![Variable::Page(variable)]),
        match_: ChooseMatch::default(),
        children: vec![LayoutRenderingElement::Text(text)],
    };
    Some(LayoutRenderingElement::Choose(Choose {
        if_: branch,
        else_if: Vec::new(),
        otherwise: None,
    }))
}

/// Gives a `<names>` its `<name/>`: without it the engine prints no author (Vancouver, NLM).
///
/// One in a `<substitute>` takes over that of the element around it, as CSL has it.
fn name_inserted(names: &mut Names) {
    let has_name = |names: &Names| {
        names.children.is_empty()
            || names.children.iter().any(|child| matches!(child, NamesChild::Name(_)))
    };
    if !has_name(names) {
        names.children.insert(0, NamesChild::Name(Name::default()));
    }
    let Some(name) = names.name().cloned() else { return };
    let shorthand: Vec<NamesChild> = names
        .children
        .iter()
        .filter(|child| !matches!(child, NamesChild::Substitute(_)))
        .cloned()
        .collect();
    for child in &mut names.children {
        let NamesChild::Substitute(substitute) = child else { continue };
        for element in &mut substitute.children {
            match element {
                LayoutRenderingElement::Names(inner) if !has_name(inner) => {
                    inner.children.insert(0, NamesChild::Name(name.clone()));
                }
                LayoutRenderingElement::Names(_) => {}
                // What stands in a choice the engine takes for names of their own, without a label.
                other => each(std::slice::from_mut(other), &mut |element| {
                    if let LayoutRenderingElement::Names(inner) = element
                        && inner.children.is_empty()
                    {
                        inner.children.clone_from(&shorthand);
                    }
                }),
            }
        }
    }
}

/// Prints "interview" or "letter" where a style says "personal communication".
///
/// To a fact-checker that would mean her own; who gave an interview gave it to others.
fn genre_of_communication(target: &mut TextTarget, case: &mut Option<TextCase>) {
    if let TextTarget::Term { term: Term::Other(OtherTerm::PersonalCommunication), .. } = target {
        *target = TextTarget::Variable {
            var: Variable::Standard(StandardVariable::Genre),
            form: LongShortForm::Long,
        };
        *case = Some(TextCase::Lowercase);
    }
}

/// Lets tests for a container look at a copy of it.
///
/// Where a newspaper stands in for the author, the engine holds the variable for empty ever after,
/// and prints the title of the article as if it were a book's.
fn container_test(branch: &mut ChooseBranch) {
    for variable in branch.variable.iter_mut().flatten() {
        if *variable == Variable::Standard(StandardVariable::ContainerTitle) {
            *variable = Variable::Standard(StandardVariable::Keyword);
        }
    }
}

/// Takes out the branches by which a style leaves kinds of source unlisted (letters, interviews).
///
/// Then its own general rule prints them. Here the bibliography is the list of what was consulted.
fn all_listed(elements: &mut [LayoutRenderingElement]) {
    for element in elements {
        if let LayoutRenderingElement::Choose(choose) = element {
            choose.else_if.retain(|branch| !branch.children.is_empty());
        }
    }
}

/// Title case becomes a mark that changes no letter; the engine's sentence case would lower proper
/// names.
fn own_case(case: &mut Option<TextCase>, align: &mut Option<VerticalAlign>) {
    // `baseline` is what text has anyway, so it is free to serve as the mark.
    if *align == Some(VerticalAlign::Baseline) {
        *align = None;
    }
    match case {
        Some(TextCase::TitleCase) => {
            *case = None;
            align.get_or_insert(VerticalAlign::Baseline);
        }
        // As CSL 1.0.2 has it: of text in mixed case only the first letter changes. Text in capitals
        // stays, since nobody can tell the names in it.
        Some(TextCase::SentenceCase) => *case = Some(TextCase::CapitalizeFirst),
        _ => {}
    }
}

/// The same style for items that have a year suffix, or nothing where it never prints one.
pub(in crate::bibliography) fn with_suffix(style: &IndependentStyle) -> Option<IndependentStyle> {
    let mut found = false;
    let mut style = style.clone();
    each_element(&mut style, &mut |element| {
        if let LayoutRenderingElement::Text(text) = element
            && let TextTarget::Variable { var, .. } = &mut text.target
            && *var == Variable::Standard(StandardVariable::YearSuffix)
        {
            *var = Variable::Standard(StandardVariable::Annote);
            found = true;
        }
    });
    found.then_some(style)
}

/// A style whose "bibliography" prints an item's sort keys, each after a [`marks::KEY`].
pub(super) fn for_sorting(style: &IndependentStyle, keys: &[SortKey]) -> Option<IndependentStyle> {
    let mut elements = Vec::new();
    for key in keys {
        // The letter keeps the engine from taking two marks in a row for doubled punctuation.
        elements.push(value(format!("{}k", marks::KEY)));
        elements.extend(key_element(key));
    }
    let mut style = style.clone();
    let bibliography = style.bibliography.as_mut()?;
    bibliography.layout = Layout::with_elements(elements);
    bibliography.second_field_align = None;
    without_citation(&mut style);
    for part in &mut style.macros {
        sortable(part);
    }
    Some(style)
}

/// Leaves next to nothing of the citation, which the engine renders twice whether asked or not.
pub(super) fn without_citation(style: &mut IndependentStyle) {
    style.citation.layout = Layout::with_elements(vec![value("-")]);
}

fn value(text: impl Into<String>) -> LayoutRenderingElement {
    let target = TextTarget::Value { val: text.into() };
    LayoutRenderingElement::Text(citationberg::Text::with_target(target))
}

/// What prints a sort key; names and dates by variable are compared without the engine.
fn key_element(key: &SortKey) -> Option<LayoutRenderingElement> {
    match key {
        SortKey::MacroName { name, .. } => {
            let target = TextTarget::Macro { name: name.clone() };
            Some(LayoutRenderingElement::Text(citationberg::Text::with_target(target)))
        }
        SortKey::Variable { .. } => None,
    }
}

/// In a sort key names have no label, and dates print as digits.
fn sortable(part: &mut CslMacro) {
    each(&mut part.children, &mut |element| match element {
        LayoutRenderingElement::Names(names) => {
            names.children.retain(|child| !matches!(child, NamesChild::Label(_)));
        }
        LayoutRenderingElement::Date(date) => *date = sortable_date(date),
        LayoutRenderingElement::Text(text) => text.quotes = false,
        _ => {}
    });
}

/// The stand-in year, with a mark in front where the style asks for the year only.
fn sortable_date(date: &Date) -> Date {
    let year_only = match date.parts {
        Some(parts) => parts == DateParts::Year,
        None => {
            date.form.is_none() && date.date_part.iter().all(|part| part.name == DatePartName::Year)
        }
    };
    let prefix = year_only.then(|| marks::YEAR_ONLY.to_string());
    Date {
        variable: date.variable,
        form: Some(DateForm::Numeric),
        parts: Some(DateParts::Year),
        date_part: Vec::new(),
        formatting: citationberg::Formatting::default(),
        affixes: Affixes { prefix, suffix: None },
        delimiter: None,
        display: None,
        text_case: None,
    }
}

/// Whether names tell apart two works that an author-date citation would confuse.
pub(super) fn names_disambiguate(style: &IndependentStyle) -> bool {
    let citation = &style.citation;
    citation.disambiguate_add_names
        || citation.disambiguate_add_givenname
            && citation.givenname_disambiguation_rule != DisambiguationRule::PrimaryNameWithInitials
}
