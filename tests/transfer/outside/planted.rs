//! A secret word in every field of what is withheld, and no word of them in anything that is read
//! outside.

use std::collections::BTreeSet;
use std::fmt::Debug;

use twosource::domain::Confidentiality::{Background, Confidential, Open};
use twosource::domain::{
    Appearance, Citation, Claim, Confidentiality, Key, Kind, Lineage, LineageState, Name, Relation,
    Source,
};
use twosource::error::Result;
use twosource::store::edits::{KeyChoice, Respelling};
use twosource::store::history::{Subject, Wanted};
use twosource::store::levels::Touched;
use twosource::store::{Citations, Division, Store};
use twosource::transfer::Outside;

use super::super::{add, claim, desk, interview, new_casebook};

/// Gives out words that stand nowhere else.
#[derive(Default)]
struct Secrets(Vec<String>);

impl Secrets {
    fn word(&mut self) -> String {
        self.0.push(format!("zq{}x", self.0.len()));
        self.0.last().unwrap().clone()
    }

    fn some(&mut self) -> Option<String> {
        Some(self.word())
    }

    /// A source with a secret in every field that can hold one.
    fn source(&mut self) -> Source {
        let mut source = Source::new(self.word().parse().unwrap(), Kind::Interview, self.word());
        for role in ["author", "speaker", "editor", "interviewer", "issuer"] {
            source.creators.push(format!("{role}: {}, Ann", self.word()).parse().unwrap());
        }
        source.creators.push(format!("speaker: unnamed: {}", self.word()).parse().unwrap());
        source.container = self.some();
        source.publisher = self.some();
        source.url = Some(format!("https://example.org/{}", self.word()));
        source.archived_url = Some(format!("https://example.org/{}", self.word()));
        source.language = self.some();
        source.jurisdiction = self.some();
        source.pages = self.some();
        source.note = self.some();
        for scheme in ["doi:10.1/", "isbn:", "ecli:ECLI:NL:HR:2020:", "docket:", "citation:"] {
            source.identifiers.push(format!("{scheme}{}", self.word()).parse().unwrap());
        }
        source.tags.push(self.word());
        source.aliases.push(self.word().parse().unwrap());
        source.variables.push((format!("csv:{}", self.word()), self.word()));
        source.lineage = LineageState::Unknown;
        source.confidentiality = Confidential;
        source
    }

    fn citation(&mut self, claim: &str, source: &Key) -> Citation {
        let mut citation = Citation::new(claim.parse().unwrap(), source.clone());
        citation.locator = Some(format!("page {}", self.word()).parse().unwrap());
        citation.quote = self.some();
        citation.note = self.some();
        citation
    }
}

fn text(words: impl Debug) -> String {
    format!("{words:?}").to_lowercase()
}

/// A casebook with two confidential sources that are cited, appeared in, derived from and attributed to,
/// and one on background; the keys of the confidential ones.
fn casebook(store: &Store, secrets: &mut Secrets) -> [Key; 2] {
    let (one, other) = (secrets.source(), secrets.source());
    let keys = [one.key.clone(), other.key.clone()];
    add(store, &interview("open", "speaker: Roe, Max", Open));
    add(store, &one);
    let mut other = other;
    // What the two have in common stays in common.
    other.creators.push(one.creators[0].clone());
    other.identifiers.push(one.identifiers[0].clone());
    add(store, &other);
    let mut background = interview("talk", "speaker: Poe, Ann", Background);
    let people =
        [format!("speaker: {}, Eve", secrets.word()), format!("editor: {}", secrets.word())];
    background.creators = people.map(|credit| credit.parse().unwrap()).into();
    background.variables.push(("bibtex:author".to_owned(), secrets.word()));
    add(store, &background);
    let mut paper = interview("paper", "Loe, Ida", Open);
    paper.lineage = LineageState::Unknown;
    add(store, &paper);
    for (source, origin) in [("paper", keys[0].as_str()), (keys[1].as_str(), "open")] {
        let note = secrets.some();
        let (source, origin) = (source.parse().unwrap(), origin.parse().unwrap());
        let row = Lineage { source, origin, relation: Relation::Reports, note };
        store.derive(&desk(), &row, false).unwrap();
    }
    claim(store, "c1", &["open", "paper", "talk"]);
    let mut made_there = Claim::new("c2".parse().unwrap(), "Another thing was paid.");
    let (locator, quote) =
        (Some(format!("page {}", secrets.word()).parse().unwrap()), secrets.some());
    made_there.appearances.push(Appearance { source: keys[0].clone(), locator, quote });
    store.add_claim(&desk(), &made_there, KeyChoice::Given).unwrap();
    for claim in ["c1", "c2"] {
        for key in &keys {
            store.cite(&desk(), &secrets.citation(claim, key)).unwrap();
        }
        let mut attributed = secrets.citation(claim, &"open".parse().unwrap());
        attributed.attributed_to.push(keys[0].clone());
        store.cite(&desk(), &attributed).unwrap();
    }
    let name = one.creators[1].name.as_written().to_owned();
    let spelling: Name = format!("{}, Ann", secrets.word()).parse().unwrap();
    store.add_alias(&desk(), &name, &spelling).unwrap();
    store.distinguish(&desk(), &name, other.creators[2].name.as_written()).unwrap();
    store.distinguish(&desk(), &name, "Roe, Max").unwrap();
    // What it was called before.
    let old = other.creators[3].name.as_written().to_owned();
    let new = format!("{}, Ann", secrets.word()).parse().unwrap();
    store.respell_creator(&desk(), &Respelling::Rename { old, new, keep: true }).unwrap();
    store.waive(&desk(), &"c1".parse().unwrap(), "single-source", "Known.").unwrap();
    let mut late = secrets.citation("c1", &keys[1]);
    late.credibility = Some("2".parse().unwrap());
    store.cite(&desk(), &late).unwrap();
    keys
}

/// What was told, as text, each with what told it.
#[derive(Default)]
struct Told(Vec<(&'static str, String)>);

impl Told {
    fn note(&mut self, what: &'static str, words: impl Debug) -> Result<()> {
        self.0.push((what, text(words)));
        Ok(())
    }
}

/// Everything that the store tells.
fn everything(store: &Store) -> Result<Vec<(&'static str, String)>> {
    let mut told = Told::default();
    let mut keys = Vec::new();
    let mut names = BTreeSet::new();
    store.each_source(|source| {
        keys.push(source.record.key.clone());
        names.extend(source.record.creators.iter().map(|it| it.name.as_written().to_owned()));
        told.note("source", source)
    })?;
    store.each_claim(|claim| told.note("claim", claim))?;
    store.each_citation(Citations::All, |row| told.note("citation", row))?;
    store.each_lineage(|row| told.note("lineage", row))?;
    store.each_withheld_source(|it| told.note("withheld source", it))?;
    store.each_review(None, |it| told.note("review", it))?;
    store.each_waiver(None, |it| told.note("waiver", it))?;
    told.note("judgements", store.judgements(None)?)?;
    told.note("creators", store.creators()?)?;
    told.note("aliases", store.aliases()?)?;
    told.note("distinctions", store.distinctions()?)?;
    told.note("severities", store.rule_severities()?)?;
    told.note("variables", store.variable_names()?)?;
    for division in [Division::SourcesByKind, Division::SourcesByStanding] {
        told.note("counts", store.counts(division)?)?;
    }
    told.note("near", store.sources_with_origins()?)?;
    for key in &keys {
        told.note("twins", store.twins_of_source(key)?)?;
        told.note("origins", store.origins_of(key)?)?;
        told.note("derived", store.derived_from(key)?)?;
        told.note("cites", store.citations(Citations::OfSource(key))?)?;
        told.note("attributed", store.citations(Citations::AttributedTo(key))?)?;
        told.note("appearing", store.claims_appearing_in(key)?)?;
        told.note("in front", store.sources_in_front(key)?)?;
        told.note("behind", store.sources_behind([key])?)?;
        told.note("impact", store.impact(&[store.source(key)?.id])?)?;
        told.note("reached", store.claims_reached(&Touched::of_source(key))?)?;
    }
    for name in &names {
        told.note("creators named", store.creators_named(name)?)?;
    }
    let levels = store.levels()?;
    store.each_claim(|claim| {
        let near = store.citations(Citations::OfClaim(&claim.record.key))?;
        let cited = near.iter().map(|row| &row.record);
        told.note("sources near", store.sources_near(&claim.record, cited)?)?;
        told.note("level", levels.of(store, claim.id)?)
    })?;
    told.note("points", levels.points_of_failure(store, 100)?)?;
    for change in store.changes_wanted(Subject::All, &Wanted::default())? {
        told.note("change", store.past(change)?)?;
    }
    Ok(told.0)
}

#[test]
fn no_secret_is_told_by_anything() {
    let folder = tempfile::tempdir().unwrap();
    let store = new_casebook(folder.path(), "a.db");
    let mut secrets = Secrets::default();
    let keys = casebook(&store, &mut secrets);
    let inside = everything(&store).unwrap();
    let outside = Outside::of(&store).unwrap().unwrap();
    let seen = everything(outside.store()).unwrap();
    for word in &secrets.0 {
        assert!(inside.iter().any(|(_, text)| text.contains(word)), "{word} is told inside");
        for (what, text) in &seen {
            assert!(!text.contains(word), "{word} in {what}: {text}");
        }
        assert!(
            !store.search(word, 9).unwrap().records.is_empty() || is_not_searched(word, &store)
        );
        for query in [word.clone(), format!("{}*", &word[..word.len() - 1])] {
            let hits = outside.store().search(&query, 9).unwrap();
            assert_eq!((hits.records.len(), hits.total), (0, Some(0)), "{query}");
        }
    }
    for key in &keys {
        let told = outside.store().source(key).unwrap_err().to_string();
        assert!(
            !secrets.0.iter().any(|word| word != key.as_str() && told.contains(word)),
            "{told}"
        );
        assert!(outside.store().source_key(key).is_err());
        assert!(store.changes_wanted(Subject::Key(key), &Wanted::default()).is_ok());
        assert!(outside.store().changes_wanted(Subject::Key(key), &Wanted::default()).is_err());
    }
    for creator in store.creators().unwrap() {
        let name = creator.name.as_written();
        let is_secret = secrets.0.iter().any(|word| name.contains(word));
        let hint = format!("did you mean `{name}`");
        let told = |store: &Store| {
            let error = store.creators_named(&format!("{name}s")).unwrap_err();
            error.problems[0].hint.clone().unwrap_or_default().contains(&hint)
        };
        assert!(told(&store), "{name}");
        assert_eq!(told(outside.store()), !is_secret && name != "Poe, Ann", "{name}");
    }
    assert!(text(&seen).contains("confidential source 2"));
}

/// Search knows the words of few fields.
fn is_not_searched(word: &str, store: &Store) -> bool {
    let mut is_searched = false;
    store
        .each_source(|stored| {
            let source = &stored.record;
            let fields = [Some(&source.title), source.container.as_ref(), source.note.as_ref()];
            is_searched |= fields.into_iter().flatten().any(|field| field.contains(word));
            Ok(())
        })
        .unwrap();
    !is_searched
}

#[test]
fn what_is_seen_of_a_withheld_record_is_found_by_its_words() {
    let folder = tempfile::tempdir().unwrap();
    let store = new_casebook(folder.path(), "a.db");
    casebook(&store, &mut Secrets::default());
    let outside = Outside::of(&store).unwrap().unwrap();
    let found = |query: &str| {
        let hits = outside.store().search(query, 9).unwrap();
        (text(&hits.records), hits.total)
    };
    let (claim, total) = found("another");
    assert!(claim.contains("another thing was paid") && total == Some(1), "{claim}");
    let (source, total) = found("talk");
    assert!(source.contains("confidential voice") && total == Some(1), "{source}");
    assert_eq!(found("confidential source").1, Some(2));
    assert_eq!(found("paper").1, Some(1));
}

#[test]
fn a_name_that_an_open_source_shows_is_seen_there_alone() {
    let folder = tempfile::tempdir().unwrap();
    let store = new_casebook(folder.path(), "a.db");
    let speaks = |key: &str, confidentiality: Confidentiality| {
        add(&store, &interview(key, "speaker: Doe, Jane", confidentiality));
    };
    speaks("open", Open);
    speaks("hidden", Confidential);
    let outside = Outside::of(&store).unwrap().unwrap();
    let creators = outside.store().creators_named("Doe, Jane").unwrap();
    assert_eq!(
        text(&creators[0].roles),
        text([(Key::try_from("open".to_owned()).unwrap(), "x")]).replace("\"x\"", "speaker")
    );
    assert_eq!(outside.store().count_creators().unwrap(), 2);
}
