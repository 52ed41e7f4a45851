//! What is written reads back the same, byte for byte, and is written the same again.

use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use proptest::prelude::*;
use tempfile::TempDir;
use twosource::domain::{
    Appearance, Assignment, Citation, Claim, Confidentiality, Credibility, Credit, Date, Grade,
    Identifier, Key, Kind, Lineage, LineageState, Name, Nature, Pin, Priority, Relation, Review,
    ReviewPolicy, ReviewPolicySetting, Role, Scheme, Source, Stance, Standing, Verdict, Waiver,
};
use twosource::exchange::case::{CaseFile, CaseFolder, CaseFolderWriter, CaseWriter};

use crate::support::all;

#[derive(Debug, Clone, PartialEq, Default)]
struct Case {
    sources: Vec<Source>,
    claims: Vec<Claim>,
    citations: Vec<Citation>,
    lineage: Vec<Lineage>,
    reviews: Vec<Review>,
    waivers: Vec<Waiver>,
    assignments: Vec<Assignment>,
    policy: Vec<ReviewPolicySetting>,
}

impl Case {
    fn write(&self, folder: &Path) {
        let variables: BTreeSet<_> =
            self.sources.iter().flat_map(|s| s.variables.iter().map(|v| v.0.clone())).collect();
        let mut writer = CaseFolderWriter::create(folder, variables).unwrap();
        self.sources.iter().for_each(|row| writer.source(row).unwrap());
        self.claims.iter().for_each(|row| writer.claim(row).unwrap());
        self.citations.iter().for_each(|row| writer.citation(row).unwrap());
        self.lineage.iter().for_each(|row| writer.lineage(row).unwrap());
        self.reviews.iter().for_each(|row| writer.review(row).unwrap());
        self.waivers.iter().for_each(|row| writer.waiver(row).unwrap());
        self.assignments.iter().for_each(|row| writer.assignment(row).unwrap());
        self.policy.iter().for_each(|row| writer.review_policy(row).unwrap());
        writer.finish().unwrap();
    }

    fn read(folder: &Path) -> Self {
        let folder = CaseFolder::open(folder).unwrap();
        let has = |file| folder.files().any(|there| there == file);
        let mut case = Case {
            sources: all(folder.sources()),
            claims: all(folder.claims()),
            citations: all(folder.citations()),
            ..Case::default()
        };
        if has(CaseFile::Appearances) {
            for row in all(folder.appearances()) {
                let claim = case.claims.iter_mut().find(|claim| claim.key == row.claim).unwrap();
                claim.appearances.push(row.appearance);
            }
        }
        if has(CaseFile::Lineage) {
            case.lineage = all(folder.lineage());
        }
        if has(CaseFile::Reviews) {
            case.reviews = all(folder.reviews());
        }
        if has(CaseFile::Waivers) {
            case.waivers = all(folder.waivers());
        }
        if has(CaseFile::Assignments) {
            case.assignments = all(folder.assignments());
        }
        if has(CaseFile::ReviewPolicy) {
            case.policy = all(folder.review_policy());
        }
        case
    }
}

/// Any text at all but NUL, with what CSV stumbles over more often than chance has it.
fn text() -> impl Strategy<Value = String> {
    let piece = prop_oneof![
        prop::sample::select(vec![
            "\"", ",", "\n", "\r", "\r\n", ";", "; ", "\\", "\\;", "=", "+1", " ", "\t", "'",
            "\u{FEFF}", "\u{202E}", "\u{A0}", "é", "中", "🦀", "محمد", "a",
        ])
        .prop_map(str::to_owned),
        "[^\0]{1,6}",
    ];
    prop::collection::vec(piece, 1..8).prop_map(|pieces| pieces.concat())
}

fn optional() -> impl Strategy<Value = Option<String>> {
    prop::option::of(text())
}

/// Text that is not blank and has no white space around it or control characters in it.
fn word() -> impl Strategy<Value = String> {
    text()
        .prop_map(|text| text.chars().filter(|c| !c.is_control()).collect::<String>())
        .prop_map(|text| text.trim().to_owned())
        .prop_filter("not blank", |text| !text.is_empty())
}

fn filled() -> impl Strategy<Value = String> {
    text().prop_filter("not blank", |text| !text.trim().is_empty())
}

fn key() -> impl Strategy<Value = Key> {
    word().prop_map(|text| text.parse().unwrap())
}

fn any_of<T: Copy + std::fmt::Debug + 'static>(all: &'static [T]) -> impl Strategy<Value = T> {
    prop::sample::select(all)
}

fn date() -> impl Strategy<Value = Option<Date>> {
    let dates = vec!["2017-09-10", "2017-09", "198X", "1992~", "2004/2005", "2002-22", "../1988"];
    prop::option::of(prop::sample::select(dates).prop_map(|date| date.parse().unwrap()))
}

fn credit() -> impl Strategy<Value = Credit> {
    let name = word().prop_filter_map("a name", |text| text.parse::<Name>().ok());
    // As the program makes them: read from what a user wrote.
    (any_of(Role::ALL), name, any::<bool>()).prop_filter_map("a credit", |(role, name, unnamed)| {
        Credit { role, name, unnamed }.to_string().parse().ok()
    })
}

fn identifier() -> impl Strategy<Value = Identifier> {
    (any_of(Scheme::ALL), word()).prop_map(|(scheme, value)| Identifier { scheme, value })
}

fn source() -> impl Strategy<Value = Source> {
    let variable = |name: &'static str| {
        prop::option::of(text().prop_map(move |value| (name.to_owned(), value)))
    };
    let names = (key(), any_of(Kind::ALL), "[^\0]{0,9}", prop::collection::vec(credit(), 0..3));
    let texts =
        (optional(), optional(), optional(), optional(), optional(), optional(), optional());
    let words = (
        any_of(LineageState::ALL),
        any_of(Standing::ALL),
        prop::option::of(any_of(Grade::ALL)),
        any_of(Confidentiality::ALL),
    );
    let lists = (
        prop::collection::vec(identifier(), 0..3),
        prop::collection::vec(word(), 0..3),
        variable("genre"),
        variable("volume"),
    );
    (names, texts, words, lists, date(), date(), optional()).prop_map(
        |((key, kind, title, creators), texts, words, lists, issued, accessed, note)| {
            let (container, publisher, url, archived_url, language, jurisdiction, pages) = texts;
            let (lineage, standing, grade, confidentiality) = words;
            let (identifiers, tags, genre, volume) = lists;
            Source {
                creators,
                container,
                publisher,
                issued,
                url,
                archived_url,
                accessed,
                language,
                jurisdiction,
                identifiers,
                pages,
                lineage,
                standing,
                grade,
                confidentiality,
                tags,
                note,
                variables: genre.into_iter().chain(volume).collect(),
                ..Source::new(key, kind, title)
            }
        },
    )
}

fn claim() -> impl Strategy<Value = Claim> {
    let appearance = (key(), optional(), optional())
        .prop_map(|(source, locator, quote)| Appearance { source, locator, quote });
    (
        (key(), filled(), optional(), date(), any_of(Nature::ALL), any_of(Priority::ALL)),
        prop::collection::vec(appearance, 0..4),
        (optional(), prop::collection::vec(word(), 0..3), optional()),
    )
        .prop_map(
            |((key, statement, claimant, claimed_on, nature, priority), appearances, rest)| {
                let (logged_by, tags, note) = rest;
                Claim {
                    claimant,
                    claimed_on,
                    nature,
                    priority,
                    appearances,
                    logged_by,
                    tags,
                    note,
                    ..Claim::new(key, statement)
                }
            },
        )
}

fn citation() -> impl Strategy<Value = Citation> {
    (
        (key(), key(), any_of(Stance::ALL), optional(), optional()),
        prop::collection::vec(key(), 0..3),
        (prop::option::of(any_of(Credibility::ALL)), optional()),
    )
        .prop_map(
            |((claim, source, stance, locator, quote), attributed_to, (credibility, note))| {
                Citation { claim, source, stance, locator, quote, attributed_to, credibility, note }
            },
        )
}

fn lineage() -> impl Strategy<Value = Lineage> {
    (key(), key(), any_of(Relation::ALL), optional())
        .prop_map(|(source, origin, relation, note)| Lineage { source, origin, relation, note })
        .prop_filter("not itself", |lineage| lineage.source != lineage.origin)
}

fn judgements() -> impl Strategy<Value = (Review, Waiver)> {
    let pin = prop_oneof![
        Just(Pin::Entered),
        Just(Pin::Ended("2026-11-03T09:00:00.000Z".parse().unwrap())),
    ];
    (key(), filled(), any_of(Verdict::ALL), optional(), filled(), filled(), pin).prop_map(
        |(claim, reviewer, verdict, note, rule, reason, pin)| {
            let day = "2026-11-02".parse().unwrap();
            let moment = "2026-11-02T14:05:00Z".parse().unwrap();
            let (actor, same, also) = (reviewer.clone(), claim.clone(), pin.clone());
            let review = Review { claim, reviewer, verdict, reviewed_at: day, note, pin };
            (review, Waiver { claim: same, rule, actor, reason, waived_at: moment, pin: also })
        },
    )
}

fn reviewing() -> impl Strategy<Value = (Vec<Assignment>, Vec<ReviewPolicySetting>)> {
    let assignment = (key(), filled(), filled()).prop_map(|(claim, reviewer, assigned_by)| {
        let assigned_at = "2026-11-02T14:05:00Z".parse().unwrap();
        Assignment { claim, reviewer, assigned_by, assigned_at }
    });
    let policy =
        (1_u32..=9, any::<bool>(), filled()).prop_map(|(required, not_by_logger, actor)| {
            let policy = ReviewPolicy { required, not_by_logger };
            ReviewPolicySetting { policy, actor, set_at: "2026-11-02".parse().unwrap() }
        });
    (prop::collection::vec(assignment, 0..3), prop::collection::vec(policy, 0..2))
}

fn case() -> impl Strategy<Value = Case> {
    let judgements = prop::collection::vec(judgements(), 0..3);
    (
        prop::collection::vec(source(), 0..4),
        prop::collection::vec(claim(), 0..4),
        prop::collection::vec(citation(), 0..4),
        prop::collection::vec(lineage(), 0..3),
        judgements,
        reviewing(),
    )
        .prop_map(|(sources, mut claims, citations, lineage, judgements, reviewing)| {
            let mut seen = BTreeSet::new();
            claims.retain(|claim| seen.insert(claim.key.clone()));
            let (reviews, waivers) = judgements.into_iter().unzip();
            let (assignments, policy) = reviewing;
            Case { sources, claims, citations, lineage, reviews, waivers, assignments, policy }
        })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(128))]

    #[test]
    fn a_case_comes_back_as_it_was(case in case()) {
        let (first, second) = (TempDir::new().unwrap(), TempDir::new().unwrap());
        case.write(first.path());
        let read = Case::read(first.path());
        prop_assert_eq!(&read, &case);
        read.write(second.path());
        for file in CaseFile::existing_in(first.path()) {
            let bytes = |folder: &TempDir| fs::read(folder.path().join(file.name())).unwrap();
            prop_assert_eq!(bytes(&first), bytes(&second));
        }
    }

    #[test]
    fn the_csv_crate_reads_what_is_written(note in text(), quote in text()) {
        let dir = TempDir::new().unwrap();
        let mut citation = Citation::new("c1".parse().unwrap(), "s".parse().unwrap());
        citation.note = Some(note.clone());
        citation.quote = Some(quote.clone());
        Case { citations: vec![citation], ..Case::default() }.write(dir.path());
        let mut reader = csv::Reader::from_path(dir.path().join("citations.csv")).unwrap();
        let row = reader.records().next().unwrap().unwrap();
        prop_assert_eq!(&row[4], quote);
        prop_assert_eq!(&row[7], note);
    }

    #[test]
    fn what_another_program_writes_is_read(cells in prop::collection::vec(text(), 1..5)) {
        let mut writer = csv::Writer::from_writer(Vec::new());
        writer.write_record(["claim", "source", "note"]).unwrap();
        for cell in &cells {
            writer.write_record(["c1", "s", cell]).unwrap();
        }
        let text = String::from_utf8(writer.into_inner().unwrap()).unwrap();
        let folder = CaseFolder::from_texts([("citations.csv", text)]).unwrap();
        let notes: Vec<_> = all(folder.citations()).into_iter().filter_map(|c| c.note).collect();
        prop_assert_eq!(notes, cells);
    }
}
