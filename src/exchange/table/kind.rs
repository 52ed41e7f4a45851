//! Kinds of source as other programs and people call them.

use super::headings::folded;
use crate::domain::Kind;

/// Zotero's types of item, and words of people; folded.
const WORDS: &[(&str, Kind)] = &[
    ("blogpost", Kind::PostWeblog),
    ("booksection", Kind::Chapter),
    ("conferencepaper", Kind::PaperConference),
    ("encyclopediaarticle", Kind::EntryEncyclopedia),
    ("dictionaryentry", Kind::EntryDictionary),
    ("case", Kind::CourtRuling),
    ("judgment", Kind::CourtRuling),
    ("urteil", Kind::CourtRuling),
    ("statute", Kind::Legislation),
    ("gesetz", Kind::Legislation),
    ("radiobroadcast", Kind::Broadcast),
    ("tvbroadcast", Kind::Broadcast),
    ("videorecording", Kind::Video),
    ("film", Kind::Video),
    ("audiorecording", Kind::Song),
    ("artwork", Kind::Image),
    ("photo", Kind::Image),
    ("presentation", Kind::Speech),
    ("rede", Kind::Speech),
    ("computerprogram", Kind::Software),
    ("forumpost", Kind::SocialPost),
    ("tweet", Kind::SocialPost),
    ("instantmessage", Kind::Letter),
    ("brief", Kind::Letter),
    ("preprint", Kind::Article),
    ("website", Kind::WebPage),
    ("zeitungsartikel", Kind::NewspaperArticle),
    ("newsarticle", Kind::NewspaperArticle),
    ("buch", Kind::Book),
    ("livre", Kind::Book),
    ("bericht", Kind::Report),
    ("rapport", Kind::Report),
    ("pressemitteilung", Kind::PressRelease),
];

/// The kind that a word means: our own name of it, that of CSL, or that of another program.
pub fn kind_of_word(word: &str) -> Option<Kind> {
    let word = folded(word);
    let named = |name: fn(Kind) -> &'static str| {
        Kind::ALL.iter().copied().find(|kind| folded(name(*kind)) == word)
    };
    let other = || WORDS.iter().find(|(known, _)| *known == word).map(|(_, kind)| *kind);
    named(Kind::as_str).or_else(|| named(Kind::csl_type)).or_else(other)
}
