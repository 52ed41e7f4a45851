//! Which changes of a history hold something confidential.
//!
//! More is taken for confidential than has to be: what is withheld of a history still proves itself by
//! its digest, what gets out never comes back. So a change is withheld where any text of its records is,
//! or has among its words, a key, a name, a title or an address of a source that is confidential now or
//! was at any time, or the name of a creator of one on background.

use std::collections::HashSet;
use std::ops::Range;

use aho_corasick::AhoCorasick;
use serde_json::Value as Json;

use crate::domain::{ChainLink, Confidentiality, NameParts, Source};
use crate::error::{Error, Result};
use crate::store::Store;

/// Words that are shorter are found only where they are all of a text.
const SHORTEST: usize = 3;

/// Fields that hold a word of a list, never a user's.
const CLOSED: [&str; 10] = [
    "record",
    "kind",
    "role",
    "lineage",
    "standing",
    "confidentiality",
    "nature",
    "stance",
    "relation",
    "verdict",
];

/// How many words a title must have to tell anything: "Interview" does not.
const TITLE: usize = 3;

/// What gives withheld sources away.
#[derive(Debug)]
pub(super) struct HistorySecrets {
    words: HashSet<String>,
    /// Finds those of them that are long enough within a text.
    searcher: AhoCorasick,
}

/// Their words, while they are gathered.
#[derive(Debug, Default)]
struct Gathered(HashSet<String>);

impl HistorySecrets {
    /// Those of a casebook: of its sources, and of all that its history tells of.
    pub(super) fn of(store: &Store) -> Result<Self> {
        let mut secrets = Gathered::default();
        store.withheld_sources()?.iter().for_each(|source| secrets.take(source));
        store.each_link(&mut |link| {
            let sources = records(&link).filter(|record| record["record"] == "source");
            // One that cannot be read is no less withheld, but nothing can be learnt of it.
            sources
                .filter_map(|it| serde_json::from_value(it).ok())
                .for_each(|it| secrets.take(&it));
            Ok(())
        })?;
        // Also under the keys that they had before they were.
        let once = store.withheld_once()?.confidential;
        once.iter().flatten().for_each(|key| secrets.add(key));
        secrets.searched()
    }

    /// Whether a change holds any of it.
    pub(super) fn are_in(&self, link: &ChainLink) -> bool {
        records(link).any(|record| is_withheld(&record) || self.named_in(&record))
    }

    fn named_in(&self, value: &Json) -> bool {
        match value {
            Json::String(text) => self.stands_in(text),
            Json::Array(values) => values.iter().any(|value| self.named_in(value)),
            Json::Object(fields) => fields
                .iter()
                .any(|(name, value)| !CLOSED.contains(&name.as_str()) && self.named_in(value)),
            _ => false,
        }
    }

    fn stands_in(&self, text: &str) -> bool {
        let text = text.trim().to_lowercase();
        let mut found = self.searcher.find_overlapping_iter(&text);
        self.words.contains(&text) || found.any(|found| is_apart(&text, found.range()))
    }
}

impl Gathered {
    /// Ready to be looked for.
    fn searched(self) -> Result<HistorySecrets> {
        let long = |word: &&String| word.chars().nth(SHORTEST - 1).is_some();
        let searcher = AhoCorasick::new(self.0.iter().filter(long))
            .map_err(|error| Error::storage(format!("names cannot be looked for: {error}")))?;
        Ok(HistorySecrets { words: self.0, searcher })
    }

    /// Takes note of a source, where it is withheld.
    fn take(&mut self, source: &Source) {
        if source.confidentiality == Confidentiality::Open {
            return;
        }
        for credit in &source.creators {
            self.add(credit.name.as_written());
            self.add(&credit.name.reading_order());
            if let NameParts::Person { family, .. } = credit.name.parts() {
                self.add(family);
            }
        }
        if source.confidentiality == Confidentiality::Background {
            return;
        }
        for key in std::iter::once(&source.key).chain(&source.aliases) {
            self.add(key);
        }
        for text in [&source.url, &source.archived_url, &source.note].into_iter().flatten() {
            self.add(text);
        }
        if source.title.split_whitespace().count() >= TITLE {
            self.add(&source.title);
        }
        for identifier in &source.identifiers {
            self.add(&identifier.value);
        }
    }

    fn add(&mut self, text: &str) {
        let text = text.trim().to_lowercase();
        if !text.is_empty() {
            self.0.insert(text);
        }
    }
}

/// Whether what stands at this place of a text is no part of a longer word.
fn is_apart(text: &str, place: Range<usize>) -> bool {
    let before = text[..place.start].chars().next_back();
    let after = text[place.end..].chars().next();
    ![before, after].into_iter().flatten().any(char::is_alphanumeric)
}

/// Whether a record is a source that is not open.
fn is_withheld(record: &Json) -> bool {
    record["confidentiality"].as_str().is_some_and(|word| word != "open")
}

/// The records before and after a change. What cannot be read is handed on as the text it is.
fn records(link: &ChainLink) -> impl Iterator<Item = Json> {
    let texts = [&link.before, &link.after].into_iter().flatten();
    texts.flat_map(|text| match serde_json::from_str(text) {
        Ok(Json::Array(records)) => records,
        Ok(other) => vec![other],
        Err(_) => vec![Json::String(text.clone())],
    })
}

#[cfg(test)]
mod tests {
    use serde_json::json;

    use super::{Gathered, HistorySecrets};
    use crate::domain::{Confidentiality, Kind, Source};

    fn source(key: &str, creator: &str, confidentiality: Confidentiality) -> Source {
        let mut source = Source::new(key.parse().unwrap(), Kind::Interview, "Interview");
        source.creators = vec![creator.parse().unwrap()];
        source.confidentiality = confidentiality;
        source
    }

    fn secrets() -> HistorySecrets {
        let mut secrets = Gathered::default();
        let mut told =
            source("okafor-2026", "interviewee: Okafor, Ada", Confidentiality::Confidential);
        told.identifiers = vec!["doi:10.1/x".parse().unwrap()];
        secrets.take(&told);
        secrets.take(&source("briefing", "speaker: Sow, Ba", Confidentiality::Background));
        secrets.take(&source("open", "author: Diop, Ely", Confidentiality::Open));
        secrets.searched().unwrap()
    }

    #[test]
    fn keys_names_and_identifiers_give_a_source_away() {
        let secrets = secrets();
        for record in [
            json!({"record": "citation", "claim": "c1", "source": "okafor-2026"}),
            json!({"record": "claim", "appearances": [{"source": "OKAFOR-2026"}]}),
            json!({"record": "claim", "statement": "Okafor said so."}),
            json!({"record": "claim", "note": "told by Ada Okafor (see doi:10.1/x)"}),
            json!({"record": "alias", "spelling": "Sow, B.", "name": "Sow, Ba"}),
            json!({"record": "claim", "note": "Ba Sow, at the briefing"}),
        ] {
            assert!(secrets.named_in(&record), "{record}");
        }
    }

    #[test]
    fn other_words_do_not() {
        let secrets = secrets();
        for record in [
            json!({"record": "citation", "claim": "c1", "source": "briefing"}),
            json!({"record": "claim", "statement": "The Okafors sowed."}),
            json!({"record": "source", "key": "open", "kind": "interview", "creators": ["Diop, Ely"]}),
        ] {
            assert!(!secrets.named_in(&record), "{record}");
        }
    }
}
