//! The shadow text that full-text search runs on: the words of a record, folded.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

use super::engine::{Statement, params};
use crate::domain::{Citation, Claim, Source};

/// What a row of `search_text` belongs to; its code is what the row's id leaves when divided by 4.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Entity {
    /// A claim.
    Claim = 0,
    /// A source.
    Source = 1,
    /// A citation.
    Citation = 2,
}

impl Entity {
    /// The id of the row that belongs to this record.
    pub(crate) const fn row_id(self, record: i64) -> i64 {
        record * 4 + self as i64
    }
}

/// Whether a letter belongs to a script that puts no space between words (Thai, Lao, Burmese, Khmer,
/// Chinese, Japanese), or hangs endings on names (Korean).
pub(crate) const fn stands_alone(letter: char) -> bool {
    matches!(letter, '\u{0E00}'..='\u{0EFF}' | '\u{1000}'..='\u{109F}' | '\u{1780}'..='\u{17FF}'
        | '\u{2E80}'..='\u{9FFF}' | '\u{AC00}'..='\u{D7AF}' | '\u{F900}'..='\u{FAFF}'
        | '\u{20000}'..='\u{3FFFF}')
}

/// Folds a text so that spellings that a reader takes for the same word are the same: compatibility
/// forms, case, Arabic and Persian letter variants, vowel marks and accents, the stretching tatweel.
pub(crate) fn fold(text: &str, to: &mut String) {
    if text.is_ascii() {
        let start = to.len();
        to.push_str(text);
        to[start..].make_ascii_lowercase();
        return;
    }
    // NFKD takes compatibility forms and accents apart in one go; the marks are then left out.
    for character in text.nfkd().filter(|character| !is_combining_mark(*character)) {
        match character {
            'ي' | 'ى' | 'ئ' => to.push('ی'),
            'ك' => to.push('ک'),
            'أ' | 'إ' | 'آ' | 'ٱ' => to.push('ا'),
            'ؤ' => to.push('و'),
            'ة' | 'ۀ' => to.push('ه'),
            'ـ' | '\u{200C}' | '\u{200D}' => {}
            other => to.extend(other.to_lowercase()),
        }
    }
}

fn folded<'a>(texts: impl IntoIterator<Item = Option<&'a str>>) -> String {
    let mut shadow = String::new();
    for text in texts.into_iter().flatten() {
        if !shadow.is_empty() {
            shadow.push('\n');
        }
        fold(text, &mut shadow);
    }
    shadow
}

/// The shadow text of a claim.
pub(crate) fn of_claim(claim: &Claim) -> String {
    let texts = [Some(claim.statement.as_str()), claim.claimant.as_deref(), claim.note.as_deref()];
    let quotes = claim.appearances.iter().map(|appearance| appearance.quote.as_deref());
    folded(texts.into_iter().chain(quotes))
}

/// The shadow text of a source.
pub(crate) fn of_source(source: &Source) -> String {
    let texts = [
        Some(source.title.as_str()),
        source.container.as_deref(),
        source.publisher.as_deref(),
        source.note.as_deref(),
    ];
    let names = source.creators.iter().map(|credit| Some(credit.name.as_written()));
    folded(texts.into_iter().chain(names))
}

/// The shadow text of a citation; `None` where it has no words of its own.
pub(crate) fn of_citation(citation: &Citation) -> Option<String> {
    let shadow = folded([citation.quote.as_deref(), citation.note.as_deref()]);
    (!shadow.is_empty()).then_some(shadow)
}

/// The statement that puts or replaces the shadow text of a claim or source.
pub(crate) fn put(entity: Entity, key: &str, text: &str) -> Statement {
    let sql = match entity {
        Entity::Claim => {
            "INSERT INTO search_text (id, text) SELECT id * 4, :text FROM claim WHERE key = :key
             ON CONFLICT (id) DO UPDATE SET text = excluded.text"
        }
        _ => {
            "INSERT INTO search_text (id, text) SELECT id * 4 + 1, :text FROM source WHERE key = :key
             ON CONFLICT (id) DO UPDATE SET text = excluded.text"
        }
    };
    Statement::new(sql, params! { key: key, text: text })
}

/// The statement that takes the shadow text of a claim or source away.
pub(crate) fn delete(entity: Entity, key: &str) -> Statement {
    let sql = match entity {
        Entity::Claim => {
            "DELETE FROM search_text WHERE id = (SELECT id * 4 FROM claim WHERE key = :key)"
        }
        _ => "DELETE FROM search_text WHERE id = (SELECT id * 4 + 1 FROM source WHERE key = :key)",
    };
    Statement::new(sql, params! { key: key })
}
