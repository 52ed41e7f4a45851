//! Languages: babel's names, and the tags of BCP 47.

/// The name that babel and BibLaTeX have for a language, the tag, and what else means it.
const LANGUAGES: &[(&str, &str, &[&str])] = &[
    ("arabic", "ar", &[]),
    ("bulgarian", "bg", &[]),
    ("catalan", "ca", &[]),
    ("chinese", "zh", &["chinese-hans"]),
    ("croatian", "hr", &[]),
    ("czech", "cs", &[]),
    ("danish", "da", &[]),
    ("dutch", "nl", &[]),
    ("english", "en", &[]),
    ("american", "en-US", &["usenglish"]),
    ("british", "en-GB", &["ukenglish"]),
    ("estonian", "et", &[]),
    ("finnish", "fi", &[]),
    ("french", "fr", &["francais", "français"]),
    ("german", "de", &["ngerman", "deutsch"]),
    ("austrian", "de-AT", &["naustrian"]),
    ("greek", "el", &[]),
    ("hebrew", "he", &[]),
    ("hindi", "hi", &[]),
    ("hungarian", "hu", &["magyar"]),
    ("icelandic", "is", &[]),
    ("indonesian", "id", &[]),
    ("italian", "it", &["italiano"]),
    ("japanese", "ja", &[]),
    ("korean", "ko", &[]),
    ("latin", "la", &[]),
    ("latvian", "lv", &[]),
    ("lithuanian", "lt", &[]),
    ("norwegian", "no", &["norsk"]),
    ("nynorsk", "nn", &[]),
    ("persian", "fa", &["farsi"]),
    ("polish", "pl", &[]),
    ("portuguese", "pt", &["portuges"]),
    ("brazilian", "pt-BR", &["brazil"]),
    ("romanian", "ro", &[]),
    ("russian", "ru", &[]),
    ("serbian", "sr", &[]),
    ("slovak", "sk", &[]),
    ("slovene", "sl", &["slovenian"]),
    ("spanish", "es", &["español", "castilian"]),
    ("swedish", "sv", &[]),
    ("turkish", "tr", &[]),
    ("ukrainian", "uk", &[]),
    ("urdu", "ur", &[]),
    ("vietnamese", "vi", &[]),
];

/// The tag of a language that is called so; what is not known is taken as it stands.
pub(super) fn tag(name: &str) -> String {
    let lower = name.trim().to_lowercase();
    let lower = lower.strip_prefix("lang").unwrap_or(&lower);
    let known =
        LANGUAGES.iter().find(|(known, _, others)| *known == lower || others.contains(&lower));
    known.map_or_else(|| name.trim().to_owned(), |(_, tag, _)| (*tag).to_owned())
}

/// What BibLaTeX calls the language of a tag.
pub(super) fn babel(tag: &str) -> Option<&'static str> {
    LANGUAGES.iter().find(|(_, known, _)| *known == tag).map(|(name, _, _)| *name)
}
