//! What `impact` foretells is what happens when a source really is retracted.

use std::fs;
use std::path::Path;

use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;
use twosource::corroboration::Level;
use twosource::domain::Standing;
use twosource::explanation::{Subject, explain};
use twosource::store::levels::Levels;
use twosource::store::{Citations, Store};

use super::{FOLDER, desk, import, new_casebook};

const VOICES: [&str; 3] = ["Ada", "Bob", "unnamed: an official"];

/// The cited source, and what it is attributed to.
type Cited = (usize, Vec<usize>);

#[derive(Debug, Clone)]
struct Case {
    /// Voices, lineage state, standing, identifier.
    sources: Vec<(Vec<&'static str>, &'static str, &'static str, &'static str)>,
    /// From, to, relation.
    lineage: Vec<(usize, usize, &'static str)>,
    /// Citations with attributions, and works the claim appears in.
    claims: Vec<(Vec<Cited>, Vec<usize>)>,
}

fn case() -> impl Strategy<Value = Case> {
    (2..8_usize).prop_flat_map(|count| {
        let source = (
            vec(select(VOICES.to_vec()), 0..2),
            select(vec!["unknown", "original", "original"]),
            select(vec!["active", "active", "active", "active", "retracted"]),
            select(vec!["", "", "doi:10.1000/1"]),
        );
        let relation = select(vec!["reports", "quotes", "republishes", "translates"]);
        let attributed = prop_oneof![2 => Just(Vec::new()), 1 => vec(0..count, 1..3)];
        let works = prop_oneof![3 => Just(Vec::new()), 1 => vec(0..count, 1..2)];
        let claim = (vec((0..count, attributed), 0..4), works);
        let lineage = vec((0..count, 0..count, relation), 0..2 * count);
        (vec(source, count), lineage, vec(claim, 1..6))
            .prop_map(|(sources, lineage, claims)| Case { sources, lineage, claims })
    })
}

impl Case {
    fn write(&self, folder: &Path) {
        let derived =
            |at: usize| self.lineage.iter().any(|(from, to, _)| *from == at && from != to);
        let mut sources = "key,kind,title,creators,lineage,standing,identifiers\n".to_owned();
        for (at, (voices, lineage, standing, identifier)) in self.sources.iter().enumerate() {
            let lineage = if derived(at) { "derived" } else { lineage };
            let voices: Vec<String> =
                voices.iter().map(|voice| format!("speaker: {voice}")).collect();
            let voices = voices.join("; ");
            sources += &format!("s{at},report,T,{voices},{lineage},{standing},{identifier}\n");
        }
        let mut lineage = "source,origin,relation\n".to_owned();
        for (from, to, relation) in self.lineage.iter().filter(|(from, to, _)| from != to) {
            lineage += &format!("s{from},s{to},{relation}\n");
        }
        let keys = |numbers: &[usize]| {
            let keys: Vec<String> = numbers.iter().map(|number| format!("s{number}")).collect();
            keys.join("; ")
        };
        let mut claims = "key,statement,appears_in\n".to_owned();
        let mut citations = "claim,source,attributed_to\n".to_owned();
        for (at, (cited, works)) in self.claims.iter().enumerate() {
            claims += &format!("c{at},It rained.,{}\n", keys(works));
            for (source, attributed) in cited {
                let mut attributed = attributed.clone();
                attributed.retain(|origin| origin != source);
                attributed.dedup();
                citations += &format!("c{at},s{source},{}\n", keys(&attributed));
            }
        }
        for (name, text) in [
            ("sources", sources),
            ("lineage", lineage),
            ("claims", claims),
            ("citations", citations),
        ] {
            fs::write(folder.join(format!("{name}.csv")), text).unwrap();
        }
    }
}

/// Retracts the sources for a while, and holds what happens against what was foretold.
fn holds(store: &Store, before: &Levels, sources: &[i64]) {
    let foretold = store.impact(sources).unwrap();
    let keys = store.source_keys(sources).unwrap();
    let mut standings: Vec<(&str, Standing)> = Vec::new();
    let set = |key: &str, standing: Standing| {
        let edit = |source: &mut twosource::domain::Source| {
            source.standing = standing;
            Ok(())
        };
        store.edit_source(&desk(), "source standing", key, edit).unwrap();
    };
    for key in &keys {
        standings.push((key, store.source(key).unwrap().record.standing));
        set(key, Standing::Retracted);
    }
    let after = store.levels().unwrap();
    let happened: Vec<_> = before
        .changes(&after)
        .into_iter()
        .map(|change| (change.claim, change.from, change.to))
        .collect();
    let told: Vec<_> = foretold
        .changed
        .iter()
        .map(|change| (change.claim, change.before.level, change.after.level))
        .collect();
    assert_eq!(told, happened, "{keys:?}");
    for change in &foretold.changed {
        assert!(change.after.level < change.before.level, "nothing rises by a fall");
        let mut all = after.of(store, change.claim).unwrap();
        let mut told = change.after.clone();
        all.weakest_points.sort_by(|a, b| (a.kind, &a.name).cmp(&(b.kind, &b.name)));
        told.weakest_points.sort_by(|a, b| (a.kind, &a.name).cmp(&(b.kind, &b.name)));
        assert_eq!(told, all, "{keys:?}");
    }
    for (key, standing) in standings {
        set(key, standing);
    }
}

fn holds_for_all(store: &Store) {
    let before = store.levels().unwrap();
    let mut ids = Vec::new();
    store
        .each_source(|source| {
            ids.push(source.id);
            Ok(())
        })
        .unwrap();
    for id in ids {
        holds(store, &before, &[id]);
    }
    for creator in store.creators().unwrap() {
        if creator.roles.iter().any(|(_, role)| role.is_voice()) {
            let sources = store.sources_of_voice(creator.name.as_written()).unwrap();
            holds(store, &before, &sources);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 60, failure_persistence: None, ..Default::default() })]

    #[test]
    fn what_is_foretold_happens(case in case()) {
        let folder = tempfile::tempdir().unwrap();
        case.write(folder.path());
        let store = new_casebook(folder.path(), "casebook.db");
        import(&store, folder.path());
        holds_for_all(&store);
        explains_all(&store);
    }
}

/// Every level has its reason, and but for the highest something that would raise it.
fn explains_all(store: &Store) {
    let mut claims = Vec::new();
    store
        .each_claim(|claim| {
            claims.push(claim);
            Ok(())
        })
        .unwrap();
    for claim in claims {
        let level = store.level_of_claim(claim.id).unwrap();
        let key = claim.record.key.as_str();
        let rows = store.citations(Citations::OfClaim(key)).unwrap();
        let citations: Vec<_> = rows.into_iter().map(|row| (row.id, row.record)).collect();
        let near = store.sources_near(&claim.record, citations.iter().map(|it| &it.1)).unwrap();
        let subject =
            Subject { claim: &claim.record, level: &level, citations: &citations, sources: &near };
        let explained = explain(subject);
        assert!(!explained.why.contains("too little"), "{}", explained.why);
        assert!(!explained.why.contains("share nothing that is known of, but ."));
        let raised = explained.raise.is_some_and(|raise| !raise.commands.is_empty());
        assert_eq!(raised, level.level < Level::Corroborated, "{}", explained.why);
    }
}

#[test]
fn what_is_foretold_of_the_article_happens() {
    let folder = tempfile::tempdir().unwrap();
    let store = new_casebook(folder.path(), "case.db");
    import(&store, Path::new(FOLDER));
    holds_for_all(&store);
}
