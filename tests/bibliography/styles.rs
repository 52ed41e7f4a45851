//! Styles by name and from files, and what is said of those that cannot be used.

use twosource::bibliography::{Agent, Cite, Format, Item, Style, render, render_notes};
use twosource::domain::Stance;

#[test]
fn the_repository_s_ids_are_aliases() {
    for (alias, title) in [
        ("chicago-notes-bibliography", "Chicago"),
        ("chicago-fullnote-bibliography", "Chicago"),
        ("chicago-author-date", "Chicago"),
        ("modern-language-association", "MLA"),
        ("apa", "APA Style"),
        ("APA", "APA Style"),
    ] {
        let found = Style::named(alias).unwrap();
        assert!(found.title().contains(title), "{alias}: {}", found.title());
    }
    assert_eq!(Style::default().title(), Style::named("chicago-notes").unwrap().title());
}

#[test]
fn an_unknown_name_gets_the_nearest_ones() {
    let error = Style::named("chicago-author-dat").unwrap_err();
    assert_eq!(error.to_string(), "there is no citation style `chicago-author-dat`");
    assert!(error.problems[0].hint.as_ref().unwrap().contains("`chicago-author-date`"));
}

fn csl(body: &str) -> String {
    format!(
        r#"<style xmlns="http://purl.org/net/xbiblio/csl" class="in-text" version="1.0"><info>
        <title>Mine</title><id>mine</id><updated>2024-01-01T00:00:00+00:00</updated>
        <category citation-format="author-date"/></info>{body}</style>"#
    )
}

fn message(text: &str) -> String {
    let error = Style::from_csl(text, "my.csl").unwrap_err();
    let hint = error.problems[0].hint.clone().unwrap_or_default();
    format!("{error} | {hint}")
}

#[test]
fn a_file_that_is_no_style_is_refused_by_name() {
    assert!(message("{\"a\": 1}").starts_with("my.csl: this is no XML"));
    assert!(message("<html></html>").starts_with("my.csl: this is not a CSL style"));
    assert!(message(&csl(&"<a>".repeat(5000))).contains("more deeply nested"));
    let dependent = csl("").replace(
        "<id>",
        r#"<link href="http://www.zotero.org/styles/apa" rel="independent-parent"/><id>"#,
    );
    let said = message(&dependent);
    assert!(said.contains("it follows `apa`") && said.contains("--style apa"), "{said}");
}

#[test]
fn a_macro_that_calls_itself_is_refused() {
    let style =
        csl(r#"<macro name="a"><text macro="b"/></macro><macro name="b"><text macro="a"/></macro>
        <citation><layout><text macro="a"/></layout></citation>"#);
    assert!(message(&style).contains("calls itself"), "{}", message(&style));
}

/// Names without `<name/>`, implicit year suffix, sorting by variable, a dash for the same author.
fn small() -> Style {
    let names = r#"<names variable="author"><label/></names>"#;
    let date = r#"<date variable="issued"><date-part name="year"/></date>"#;
    let body = format!(
        r#"<citation disambiguate-add-year-suffix="true"><layout><group delimiter=" ">{names}{date}
        </group></layout></citation><bibliography subsequent-author-substitute="———"><sort>
        <key variable="author"/><key variable="title"/></sort><layout suffix="."><group
        delimiter=", ">{names}<text variable="title" text-case="title"/>{date}</group></layout>
        </bibliography>"#
    );
    Style::from_csl(&csl(&body), "small.csl").unwrap()
}

fn work(key: &str, author: &str, title: &str) -> Item {
    Item::new(key, "book")
        .name("author", Agent::Literal(author.into()))
        .text("title", title)
        .date("issued", "1980")
}

#[test]
fn a_file_of_one_s_own_works() {
    let items = [
        work("3", "Zola", "z"),
        work("2", "The Abbey", "the CIA in rome"),
        work("1", "The Abbey", "a “first” thing"),
        work("0", "Émile", "x"),
    ];
    let bibliography = render(&small(), &items, Format::Text);
    assert_eq!(
        bibliography.document(),
        "The Abbey, A “First” Thing, 1980a.\n———, The CIA in Rome, 1980b.\nÉmile, X, 1980.\n\
         Zola, Z, 1980.\n"
    );
}

#[test]
fn suffixes_do_not_end_at_256() {
    let items: Vec<Item> =
        (0..300).map(|number| work(&number.to_string(), "A", &format!("t{number:03}"))).collect();
    let document = render(&small(), &items, Format::Text).document();
    assert!(document.lines().last().unwrap().ends_with("T299, 1980kn."), "{document}");
}

#[test]
fn numbered_styles_number_in_their_order() {
    let items = [work("b", "B", "b"), work("a", "A", "a")];
    let document = render(&Style::named("ieee").unwrap(), &items, Format::Text).document();
    assert!(document.starts_with("[1] A, "), "{document}");
    assert!(document.contains("\n[2] B, "), "{document}");
}

#[test]
fn html_and_markdown_are_whole_documents() {
    let items = [work("a b", "A", "one"), work("b", "B", "two")];
    let style = Style::named("apa").unwrap();
    assert_eq!(
        render(&style, &items, Format::Html).document(),
        "<div class=\"csl-bib-body\">\n\
         <div class=\"csl-entry\" id=\"a_b\">A. (1980). <i>one</i>.</div>\n\
         <div class=\"csl-entry\" id=\"b\">B. (1980). <i>two</i>.</div>\n</div>\n"
    );
    assert_eq!(
        render(&style, &items, Format::Markdown).document(),
        "A. (1980). *one*.\n\nB. (1980). *two*.\n"
    );
}

#[test]
fn a_style_without_a_bibliography_gives_its_first_notes() {
    let style =
        csl(r#"<citation><layout suffix="."><names variable="author"/><text variable="title"
        prefix=", "/></layout></citation>"#);
    let style = Style::from_csl(&style, "notes.csl").unwrap();
    let items = [work("b", "Zola", "Z"), work("a", "Abbey", "A")];
    assert_eq!(
        render(&style, &items, Format::Text).document(),
        "Abbey, A. 1980.\nZola, Z. 1980.\n"
    );
}

#[test]
fn names_are_filed_as_the_style_and_the_unicode_root_say() {
    let person = |family: &str, given: &str| Agent::Person {
        family: family.to_owned(),
        given: given.to_owned(),
    };
    let works = [
        person("van der Berg", "Anna"),
        person("Éluard", "Paul"),
        person("Zola", "Émile"),
        person("bin Laden", "Usama"),
        Agent::Literal("The New York Times".to_owned()),
        Agent::Literal("“Quoted” Body".to_owned()),
        person("Ebert", "Otto"),
        person("منصوری", "جواد"),
        person("Толстой", "Лев"),
    ];
    let items: Vec<Item> = works
        .into_iter()
        .enumerate()
        .map(|(number, agent)| Item::new(number.to_string(), "book").name("author", agent))
        .collect();
    let order = |style: &str| -> String {
        let bibliography = render(&Style::named(style).unwrap(), &items, Format::Text);
        bibliography.entries.iter().map(|entry| entry.key.as_str()).collect()
    };
    // Chicago files "Berg, Anna van der" under B, APA under V; "bin Laden" stands under B in both.
    assert_eq!(order("chicago-notes"), "036145287");
    assert_eq!(order("apa"), "361450287");
}

#[test]
fn a_bracket_in_the_text_says_what_it_cites_in_every_style_of_names() {
    let items = [Item::new("k", "legal_case").text("title", "R v Jogee").date("issued", "2016")];
    let cite = Cite { item: 0, stance: Stance::Supports, locator: Some("page 3".into()) };
    for bundled in Style::bundled() {
        let style = Style::named(&bundled.name).unwrap();
        let notes = render_notes(&style, &items, &[vec![cite.clone()]]);
        let text = notes.texts(Format::Text).next().unwrap();
        if matches!(bundled.cites, "author-date" | "author" | "note") {
            assert!(text.contains("R v Jogee"), "{}: {text}", bundled.name);
        }
    }
}
