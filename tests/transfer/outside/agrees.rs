//! What is seen outside is what an exported folder holds, record for record.

use std::path::Path;

use twosource::domain::{
    Appearance, Citation, Claim, Confidentiality, Lineage, LineageState, Relation, Source, Stance,
};
use twosource::store::Store;
use twosource::store::edits::{KeyChoice, Respelling};
use twosource::transfer::{ExportOptions, Outside, export_case};

use super::super::{add, desk, import, interview, new_casebook};

/// Numbers that look random and are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }

    fn of<'t, T>(&mut self, choices: &'t [T]) -> &'t T {
        &choices[self.below(choices.len() as u64) as usize]
    }
}

fn files(folder: &Path) -> Vec<(String, String)> {
    let mut files: Vec<_> = folder
        .read_dir()
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(path).unwrap())
        })
        .collect();
    files.sort();
    files
}

/// The folder that goes out is the folder of what is seen outside, and the levels that are seen are
/// those of a casebook that is made of it.
fn assert_agrees(store: &Store, folder: &Path, what: &str) {
    let outside = Outside::of(store).unwrap().expect("something is withheld");
    let (one, other) = (folder.join("one"), folder.join("other"));
    export_case(store, &one, ExportOptions::default()).unwrap();
    let as_it_is = ExportOptions { include_confidential: true, ..ExportOptions::default() };
    export_case(outside.store(), &other, as_it_is).unwrap();
    let (one_files, other_files) = (files(&one), files(&other));
    assert_eq!(one_files.len(), other_files.len(), "{what}");
    for (left, right) in one_files.iter().zip(&other_files) {
        assert_eq!(left, right, "{what}");
    }
    store
        .each_withheld_source(|source| {
            let Source { title, aliases, confidentiality, .. } = source.record;
            let told = |word: &str| one_files.iter().any(|(_, text)| text.contains(word));
            let is_confidential = confidentiality == Confidentiality::Confidential;
            assert_ne!(told(&title), is_confidential, "{what}: {title}");
            assert!(!is_confidential || !aliases.iter().any(|alias| told(alias)), "{what}");
            Ok(())
        })
        .unwrap();
    let copy = new_casebook(folder, "copy.db");
    import(&copy, &one, false).unwrap();
    let (theirs, seen) = (copy.levels().unwrap(), outside.store().levels().unwrap());
    copy.each_claim(|claim| {
        let seen_claim = outside.store().claim(&claim.record.key)?;
        let seen_level = seen.of(outside.store(), seen_claim.id)?;
        assert_eq!(theirs.of(&copy, claim.id)?, seen_level, "{what}: {}", claim.record.key);
        let alone = outside.store().level_of_claim(seen_claim.id)?;
        assert_eq!(alone, seen_level, "{what}: {}", claim.record.key);
        Ok(())
    })
    .unwrap();
}

/// The last is what a stand-in is called, too.
const NAMES: [&str; 7] = [
    "official",
    "unnamed: official",
    "Doe, Jane",
    "unnamed: clerk",
    "Roe, Max",
    "Doe, Janet",
    "Confidential voice 1",
];
const RELATIONS: [Relation; 4] =
    [Relation::Reports, Relation::Republishes, Relation::Quotes, Relation::Translates];
const ROLES: [&str; 4] = ["speaker", "author", "editor", "interviewee"];

/// A casebook with sources of all confidentialities that have voices, pages, lineage, claims and works
/// in common.
fn fill(store: &Store, numbers: &mut Numbers) {
    for number in 0..9 {
        let mut creators = format!("{}: {}", numbers.of(&ROLES), numbers.of(&NAMES));
        if numbers.below(2) == 0 {
            creators.push_str(&format!("; {}: {}", numbers.of(&ROLES), numbers.of(&NAMES)));
        }
        let confidentiality = *numbers.of(Confidentiality::ALL);
        let mut source = interview(&format!("s{number}"), &creators, confidentiality);
        source.title = format!("Title-{number}-of-it");
        if numbers.below(2) == 0 {
            source.url = Some(format!("https://example.org/{}", numbers.below(3)));
        }
        if numbers.below(3) == 0 {
            source.tags.push("tagged".to_owned());
            let variable = *numbers.of(&["volume", "bibtex:shelf", "csv:shelf"]);
            source.variables.push((variable.to_owned(), "7".to_owned()));
            source.aliases.push(format!("alias-{number}").parse().unwrap());
            source.note = Some("A note.".to_owned());
        }
        if numbers.below(2) == 0 {
            source.lineage = LineageState::Unknown;
        }
        add(store, &source);
    }
    let key = |number: u64| format!("s{number}").parse().unwrap();
    for _ in 0..8 {
        let (source, origin) = (key(numbers.below(9)), key(numbers.below(9)));
        let (relation, note) = (*numbers.of(&RELATIONS), Some("So it says.".to_owned()));
        // Some are refused: an original has no origins, and nothing comes from itself.
        let _ = store.derive(&desk(), &Lineage { source, origin, relation, note }, true);
    }
    for number in 0..6 {
        let name = format!("c{number}");
        let mut record = Claim::new(name.parse().unwrap(), "Something was paid.");
        for _ in 0..numbers.below(3) {
            let source = key(numbers.below(9));
            let (locator, quote) = (Some("page 3".parse().unwrap()), Some("It was.".to_owned()));
            record.appearances.push(Appearance { source, locator, quote });
        }
        record.appearances.dedup_by(|one, other| one.source == other.source);
        let _ = store.add_claim(&desk(), &record, KeyChoice::Given);
        for _ in 0..numbers.below(5) {
            let mut citation = Citation::new(name.parse().unwrap(), key(numbers.below(9)));
            citation.quote = Some("Quoted.".to_owned());
            if numbers.below(3) == 0 {
                citation.attributed_to.push(key(numbers.below(9)));
            }
            if numbers.below(5) == 0 {
                citation.stance = Stance::Context;
            }
            let _ = store.cite(&desk(), &citation);
        }
        let _ = store.waive(&desk(), &name.parse().unwrap(), "single-source", "Known.");
    }
    let _ = store.distinguish(&desk(), "Doe, Jane", "Doe, Janet");
    let new = "Roe, Maximilian".parse().unwrap();
    let how = Respelling::Rename { old: "Roe, Max".to_owned(), new, keep: true };
    let _ = store.respell_creator(&desk(), &how);
}

#[test]
fn random_casebooks_are_seen_as_they_are_exported() {
    for seed in 0..20 {
        let folder = tempfile::tempdir().unwrap();
        let store = new_casebook(folder.path(), "a.db");
        fill(&store, &mut Numbers(seed));
        if store.count_withheld().unwrap() > 0 {
            assert_agrees(&store, folder.path(), &format!("casebook {seed}"));
        }
    }
}

#[test]
fn so_is_the_case_of_the_article_with_every_fourth_source_withheld() {
    let folder = tempfile::tempdir().unwrap();
    let store = new_casebook(folder.path(), "a.db");
    import(&store, Path::new("fixtures/menamm-2019"), false).unwrap();
    let mut keys = Vec::new();
    store
        .each_source(|source| {
            keys.push(source.record.key);
            Ok(())
        })
        .unwrap();
    for (number, key) in keys.iter().enumerate().filter(|(number, _)| number % 4 == 0) {
        let hidden = if number % 8 == 0 {
            Confidentiality::Confidential
        } else {
            Confidentiality::Background
        };
        store
            .edit_source(&desk(), "source edit", key, |source| {
                source.confidentiality = hidden;
                Ok(())
            })
            .unwrap();
    }
    assert_agrees(&store, folder.path(), "the article");
}
