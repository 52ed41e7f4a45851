//! Names and credits.

use proptest::prelude::*;
use twosource::domain::{Credit, Name, NameParts, Role};

fn name(text: &str) -> Name {
    text.parse().unwrap()
}

fn credit(text: &str) -> Credit {
    text.parse().unwrap()
}

#[test]
fn a_comma_makes_a_person_and_braces_take_that_back() {
    let person = NameParts::Person { family: "Mansouri", given: "Javad" };
    assert_eq!(name("Mansouri, Javad").parts(), person);
    assert_eq!(name("Reuters").parts(), NameParts::Literal("Reuters"));
    let body = "Bureau of Alcohol, Tobacco, Firearms and Explosives";
    assert_eq!(name(&format!("{{{body}}}")).parts(), NameParts::Literal(body));
    let second = NameParts::Person { family: "King", given: "Martin Luther, Jr." };
    assert_eq!(name("King, Martin Luther, Jr.").parts(), second);
}

#[test]
fn an_arabic_and_a_full_width_comma_are_commas() {
    for (comma, family, given) in [('\u{60c}', "رضایی", "محمد"), ('\u{ff0c}', "王", "小明")]
    {
        let written = name(&format!("{family}{comma} {given}"));
        assert_eq!(written.parts(), NameParts::Person { family, given });
        assert_eq!(written.voice(), name(&format!("{family}, {given}")).voice());
        assert_eq!(written.as_written(), format!("{family}{comma} {given}"));
        let body = format!("{family}{comma} {given}");
        assert_eq!(name(&format!("{{{body}}}")).parts(), NameParts::Literal(&body));
        assert_ne!(name(&format!("{{{body}}}")).voice(), written.voice());
        assert!(format!("{comma} ").parse::<Name>().is_err());
    }
}

#[test]
fn a_name_reads_in_its_natural_order() {
    assert_eq!(name("Mansouri, Javad").reading_order(), "Javad Mansouri");
    assert_eq!(name("Plato,").reading_order(), "Plato");
    assert_eq!(name("{A, B}").reading_order(), "A, B");
}

#[test]
fn a_voice_is_the_same_in_nfc_and_however_it_is_spaced() {
    assert_eq!(name("Cafe\u{301}").voice(), name("Caf\u{e9}").voice());
    assert_eq!(name("Fisk,Robert").voice(), name("Fisk,  Robert").voice());
    assert_eq!(name("{Reuters}").voice(), name("Reuters").voice());
    assert_ne!(name("{Fisk, Robert}").voice(), name("Fisk, Robert").voice());
    assert_ne!(name("fisk, robert").voice(), name("Fisk, Robert").voice());
}

#[test]
fn what_is_no_name_is_refused_with_a_hint() {
    for text in ["", "  ", ",", "{}", "{ , }", "a\nb", "a\u{0}b", "a\u{1b}[31mb"] {
        let error = text.parse::<Name>().unwrap_err();
        assert!(error.problems[0].hint.is_some(), "{text:?}");
    }
}

#[test]
fn a_role_stands_in_front_and_is_author_when_left_out() {
    assert_eq!(credit("Fisk, Robert").role, Role::Author);
    assert_eq!(credit("court: Oberlandesgericht Koblenz").role, Role::Court);
    let withheld = credit("speaker: unnamed: senior CIA official");
    assert_eq!((withheld.role, withheld.unnamed), (Role::Speaker, true));
    assert_eq!(withheld.name, name("senior CIA official"));
    let alone = credit("unnamed: a detainee");
    assert_eq!((alone.role, alone.unnamed), (Role::Author, true));
}

#[test]
fn a_misspelt_role_is_named_with_the_nearest() {
    let error = "speeker: Fisk, Robert".parse::<Credit>().unwrap_err();
    assert!(error.to_string().contains("`speeker` is not a role"), "{error}");
    assert!(error.problems[0].hint.as_deref().unwrap().contains("`speaker`"), "{error:?}");
}

#[test]
fn a_name_with_a_colon_is_written_so_that_it_reads_back() {
    for text in [
        "author: Amnesty: the report",
        "{Amnesty: the report}",
        "editor: a: b",
        "author: editor: x",
    ] {
        assert_eq!(credit(&credit(text).to_string()), credit(text), "{text}");
    }
}

fn any_credit() -> impl Strategy<Value = Credit> {
    let names = prop_oneof![
        r"[a-z:,{} ]{1,12}",
        r"(unnamed|author|editor): ?[a-z]{1,3}",
        "[A-Z]é{0,2}, [A-Z]",
    ];
    (0..Role::ALL.len(), names, any::<bool>()).prop_filter_map("a name", |(role, name, unnamed)| {
        Some(Credit { role: Role::ALL[role], name: name.parse().ok()?, unnamed })
    })
}

proptest! {
    #[test]
    fn every_credit_reads_back_as_it_was(credit in any_credit()) {
        prop_assert_eq!(credit.to_string().parse::<Credit>().unwrap(), credit);
    }

    #[test]
    fn no_text_makes_it_panic(text in any::<String>()) {
        if let Ok(credit) = text.parse::<Credit>() {
            prop_assert_eq!(credit.to_string().parse::<Credit>().unwrap(), credit.clone());
            prop_assert!(!credit.name.reading_order().is_empty());
            prop_assert!(!credit.name.voice().is_empty());
        }
    }
}
