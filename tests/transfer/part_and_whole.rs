//! The level of one claim, computed from the sources around it, is the level it has among all.

use twosource::domain::Confidentiality::Open;
use twosource::domain::{Citation, Claim, Lineage, LineageState, Relation, Stance};
use twosource::store::edits::KeyChoice;

use super::{add, claim, desk, interview, level, new_casebook};

#[test]
fn a_name_withheld_elsewhere_counts_here() {
    let folder = tempfile::tempdir().unwrap();
    let store = new_casebook(folder.path(), "a.db");
    add(&store, &interview("s1", "speaker: unnamed: official", Open));
    add(&store, &interview("s2", "speaker: official", Open));
    add(&store, &interview("s3", "speaker: unnamed: clerk", Open));
    claim(&store, "c1", &["s2", "s3"]);
    assert_eq!(level(&store, "c1"), "apparent");
}

/// Numbers that look random and are the same in every run.
struct Numbers(u64);

impl Numbers {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 =
            self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % limit
    }
}

#[test]
fn random_casebooks_give_the_same_either_way() {
    const NAMES: [&str; 4] = ["official", "unnamed: official", "Doe, Jane", "unnamed: clerk"];
    const RELATIONS: [Relation; 3] = [Relation::Reports, Relation::Republishes, Relation::Quotes];
    for seed in 0..25 {
        let mut numbers = Numbers(seed);
        let folder = tempfile::tempdir().unwrap();
        let store = new_casebook(folder.path(), "a.db");
        for number in 0..7 {
            let name = NAMES[numbers.below(4) as usize];
            let mut source = interview(&format!("s{number}"), &format!("speaker: {name}"), Open);
            if numbers.below(3) == 0 {
                source.url = Some(format!("https://example.org/{}", numbers.below(2)));
            }
            if numbers.below(2) == 0 {
                source.lineage = LineageState::Unknown;
            }
            add(&store, &source);
        }
        let key = |number: u64| format!("s{number}").parse().unwrap();
        for _ in 0..5 {
            let (source, origin) = (key(numbers.below(7)), key(numbers.below(7)));
            let relation = RELATIONS[numbers.below(3) as usize];
            // Some are refused: an original has no origins, and nothing comes from itself.
            let _ = store.derive(&desk(), &Lineage { source, origin, relation, note: None }, true);
        }
        for number in 0..6 {
            let name = format!("c{number}");
            let mut record = Claim::new(name.parse().unwrap(), "Something was paid.");
            if numbers.below(3) == 0 {
                let source = key(numbers.below(7));
                let appearance =
                    twosource::domain::Appearance { source, locator: None, quote: None };
                record.appearances.push(appearance);
            }
            store.add_claim(&desk(), &record, KeyChoice::Given).unwrap();
            for _ in 0..numbers.below(4) {
                let mut citation = Citation::new(name.parse().unwrap(), key(numbers.below(7)));
                if numbers.below(4) == 0 {
                    citation.attributed_to.push(key(numbers.below(7)));
                }
                if numbers.below(5) == 0 {
                    citation.stance = Stance::Context;
                }
                let _ = store.cite(&desk(), &citation);
            }
            level(&store, &name);
        }
    }
}
