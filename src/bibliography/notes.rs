//! Notes: the citations of a claim put together, with locators, short forms and "ibid.".
//!
//! As with entries the engine renders each citation alone: where it stands among the others is worked
//! out here ([`super::position`]) and decided in the style before.

use std::collections::{BTreeMap, HashMap};
use std::rc::Rc;

use citationberg::IndependentStyle;
use citationberg::json::Value;

use super::complete::{complete_note, filled, named, plain_entry};
use super::engine::{self, Prepared};
use super::item::Item;
use super::place::Place;
use super::position::{Placed, Position, positions};
use super::render::{Draft, Warning, number};
use super::runs::Run;
use super::signal::{ORDER, signal};
use super::stand_in::put_dates;
use super::style::{
    SUFFIX_CARRIER, Style, for_kinds, for_position, names_in_full, names_of_later_citations,
    with_suffix,
};
use super::write::{self, Format, Part};
use super::{case, order, parallel, repeats, suffix, tidy};
use crate::domain::Stance;

/// A source cited in a note.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cite {
    /// The position of the source among the items.
    pub item: usize,
    /// How it stands to what the note is about.
    pub stance: Stance,
    /// Where in the source, as the casebook has it: `page 3`.
    pub locator: Option<String>,
}

/// Notes as a style prints them.
#[derive(Debug)]
pub struct Notes {
    notes: Vec<Vec<Run>>,
    /// What the user should know about single sources.
    pub warnings: Vec<Warning>,
}

impl Notes {
    /// The notes in the given format, in their order, each without a line break.
    pub fn texts(&self, format: Format) -> impl Iterator<Item = String> {
        self.notes.iter().map(move |runs| write::inline(runs, format))
    }

    /// The notes as a document of their own, a paragraph each.
    pub fn page(&self, format: Format) -> String {
        let notes: Vec<String> =
            self.notes.iter().map(|runs| write::entry(runs, "", format)).collect();
        write::document(notes.iter().map(|note| Part::Entry(note)), format)
    }

    /// The notes with the statements they belong to, one for each, as text that can be written to a
    /// file. Plain text has the notes alone.
    pub fn document(&self, statements: &[String], format: Format) -> String {
        let notes = statements.iter().map(String::as_str).zip(self.notes.iter().map(Vec::as_slice));
        write::footnotes(notes, format)
    }
}

/// Renders notes, each of which cites some of the items.
pub fn render_notes(style: &Style, items: &[Item], notes: &[Vec<Cite>]) -> Notes {
    let gathered: Vec<Vec<Cite>> = notes.iter().map(|note| gathered(note)).collect();
    let places: Vec<Vec<(usize, Option<&str>)>> = gathered
        .iter()
        .map(|note| note.iter().map(|cite| (cite.item, cite.locator.as_deref())).collect())
        .collect();
    let placed = positions(&places, style.citing.near_note_distance);
    let mut printer = Printer::new(style, items);
    let notes =
        gathered.iter().zip(&placed).map(|(note, placed)| printer.note(note, placed)).collect();
    Notes { notes, warnings: printer.warnings }
}

/// The citations by stance, and those of one source and one kind of place as one: "page 3, 7".
fn gathered(note: &[Cite]) -> Vec<Cite> {
    let mut cites: Vec<Cite> = Vec::new();
    for stance in ORDER {
        for cite in note.iter().filter(|cite| cite.stance == stance) {
            let known = cites.iter_mut().find_map(|known| {
                let same = known.item == cite.item && known.stance == stance;
                let locator = joined(known.locator.as_deref(), cite.locator.as_deref());
                locator.filter(|_| same).map(|locator| (known, locator))
            });
            match known {
                Some((known, locator)) => known.locator = locator,
                None => cites.push(cite.clone()),
            }
        }
    }
    cites
}

/// Two places as one locator; nothing where they are of different kinds.
#[allow(clippy::option_option)] // the inner one is a source as a whole, which is a place too
fn joined(one: Option<&str>, other: Option<&str>) -> Option<Option<String>> {
    let (Some(one), Some(other)) = (one, other) else {
        // Who has a place needs no "as a whole" beside it.
        return Some(one.or(other).map(str::to_owned));
    };
    if one == other {
        return Some(Some(one.to_owned()));
    }
    let (first, second) = (Place::of(one)?, Place::of(other)?);
    let label = crate::domain::Locator::parse(other);
    (first.label == second.label && label.label.is_some())
        .then(|| Some(format!("{one}, {}", label.value)))
}

/// What a style is cut down for: the type of item, its position, given names, a year suffix.
type Cut = (String, Position, bool, bool);

/// Prints citations of a set of items.
struct Printer<'a> {
    style: &'a Style,
    items: &'a [Item],
    prepared: Vec<Option<Prepared>>,
    /// The place of each item in the bibliography, from 0.
    ranks: Vec<usize>,
    suffixes: BTreeMap<usize, String>,
    /// Items whose authors have to be told apart by their given names.
    in_full: Vec<bool>,
    cuts: HashMap<Cut, Rc<IndependentStyle>>,
    warnings: Vec<Warning>,
}

impl<'a> Printer<'a> {
    fn new(style: &'a Style, items: &'a [Item]) -> Self {
        let mut printer = Printer {
            style,
            items,
            prepared: vec![None; items.len()],
            ranks: (0..items.len()).collect(),
            suffixes: BTreeMap::new(),
            in_full: vec![false; items.len()],
            cuts: HashMap::new(),
            warnings: Vec::new(),
        };
        if style.citing.sorted || style.adds_year_suffix {
            printer.look_at_the_bibliography();
        }
        printer
    }

    /// Numbers, year suffixes and namesakes are those of the bibliography that goes with the notes.
    fn look_at_the_bibliography(&mut self) {
        let kinds = for_kinds(self.style, self.items.iter().map(|item| item.kind.as_str()));
        let order = order::order(self.style, &kinds, self.items, &|_| {});
        for (rank, item) in order.iter().enumerate() {
            self.ranks[*item] = rank;
        }
        if !self.style.adds_year_suffix {
            return;
        }
        let (style, items) = (self.style, self.items);
        let drafts = parallel::map(&order, &|_| {}, |&position| {
            Draft::of(style, &kinds[items[position].kind.as_str()], &items[position])
        });
        let citations: Vec<String> = drafts.iter().map(|draft| draft.citation(style)).collect();
        for (item, suffix) in order.iter().zip(suffix::suffixes(&citations)) {
            self.suffixes.extend(suffix.map(|suffix| (*item, suffix)));
        }
        if style.names_disambiguate {
            let short: Vec<String> = drafts.iter().map(Draft::short_citation).collect();
            for (item, namesakes) in order.iter().zip(namesakes(&short, &citations)) {
                self.in_full[*item] = namesakes;
            }
        }
    }

    fn note(&mut self, cites: &[Cite], placed: &[Placed]) -> Vec<Run> {
        let citing = &self.style.citing;
        let mut runs: Vec<Run> = Vec::new();
        for stance in ORDER {
            let mut part: Vec<(&Cite, &Placed)> =
                cites.iter().zip(placed).filter(|(cite, _)| cite.stance == stance).collect();
            if part.is_empty() {
                continue;
            }
            if citing.sorted {
                part.sort_by_key(|(cite, _)| self.ranks[cite.item]);
            }
            self.open(&mut runs, stance);
            runs.push(Run::plain(&citing.prefix));
            for (position, (cite, placed)) in part.into_iter().enumerate() {
                if position > 0 {
                    runs.push(Run::plain(&citing.delimiter));
                }
                runs.extend(self.cite(cite, placed));
            }
            runs.push(Run::plain(&citing.suffix));
        }
        tidy::tidy(&mut runs, citing.punctuation_in_quotes);
        runs
    }

    /// What stands before the citations of a stance, and after those of the one before.
    fn open(&self, runs: &mut Vec<Run>, stance: Stance) {
        let sentences = self.style.citing.in_notes && self.style.citing.suffix.contains('.');
        if !runs.is_empty() {
            runs.push(Run::plain(if sentences { " " } else { "; " }));
        }
        if let Some(word) = signal(self.style, stance) {
            let word = if sentences { with_capital(word) } else { word.to_owned() };
            runs.push(Run::plain(format!("{word} ")));
        }
    }

    /// One citation, with everything a reader needs.
    fn cite(&mut self, cite: &Cite, (position, first_note): &Placed) -> Vec<Run> {
        let (style, item) = (self.style, &self.items[cite.item]);
        let prepared = self.prepared[cite.item]
            .get_or_insert_with(|| engine::prepared(item, &style.words))
            .clone();
        let mut place = cite.locator.as_deref().and_then(Place::of);
        if position.ibid == super::position::Ibid::Same {
            // "Ibid." means the place too.
            place = None;
        }
        let mut suffix = self.suffixes.get(&cite.item).cloned();
        let mut fields = prepared.item;
        if self.style.suffixed.is_some()
            && let Some(suffix) = suffix.take()
        {
            fields.0.insert(SUFFIX_CARRIER.to_owned(), Value::String(suffix));
        }
        let cut = self.cut(cite.item, *position);
        let rendered = engine::cite(&cut, &style.locales, &fields, place.as_ref(), *first_note);
        let mut runs = rendered.unwrap_or_else(|reason| {
            self.warnings.push(Warning::engine(item, &reason));
            vec![Run::plain(plain_entry(item, &style.words).trim_end_matches('.'))]
        });
        let dated = put_dates(&mut runs, &prepared.stand_ins, suffix.as_deref());
        repeats::tidy(&mut runs, item);
        if item.is_english(style.english) && item.kind != "legal_case" {
            case::apply(&mut runs);
        }
        number(&mut runs, self.ranks[cite.item] + 1);
        filled(&mut runs, item, &style.words);
        if style.citing.by_name {
            named(&mut runs, item);
        }
        if style.citing.in_notes && !position.again {
            complete_note(&mut runs, item, dated, &style.words);
        }
        runs
    }

    fn cut(&mut self, item: usize, position: Position) -> Rc<IndependentStyle> {
        let kind = self.items[item].kind.clone();
        let (in_full, suffixed) = (self.in_full[item], self.suffixes.contains_key(&item));
        let style = &self.style.citing.plain;
        let cut = self.cuts.entry((kind, position, in_full, suffixed)).or_insert_with_key(|key| {
            let mut cut = for_position(style, &key.0, position);
            if position.again {
                names_of_later_citations(&mut cut);
            }
            if in_full {
                names_in_full(&mut cut);
            }
            let with_suffix = suffixed.then(|| with_suffix(&cut)).flatten();
            Rc::new(with_suffix.unwrap_or(cut))
        });
        Rc::clone(cut)
    }
}

/// Which citations read like another one that is of other authors.
fn namesakes(short: &[String], long: &[String]) -> Vec<bool> {
    let mut by_short: HashMap<&str, &str> = HashMap::new();
    let mut shared: HashMap<&str, bool> = HashMap::new();
    for (short, long) in short.iter().zip(long) {
        let first = by_short.entry(short).or_insert(long);
        let differs = *first != long;
        *shared.entry(short).or_default() |= differs;
    }
    short.iter().map(|short| shared.get(short.as_str()).copied().unwrap_or(false)).collect()
}

fn with_capital(text: &str) -> String {
    let mut letters = text.chars();
    letters.next().map_or_else(String::new, |first| first.to_uppercase().chain(letters).collect())
}
