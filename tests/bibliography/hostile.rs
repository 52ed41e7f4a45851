//! Data that means harm, or merely looks as if it did: never a panic, a lost source or markup.

use proptest::prelude::*;
use twosource::bibliography::{
    Agent, Bibliography, Cite, Format, Item, Style, render, render_notes,
};
use twosource::domain::Stance;

use crate::sources::source;

const STYLES: [&str; 5] = ["chicago-notes", "chicago-author-date", "apa", "ieee", "vancouver"];
const KINDS: [&str; 6] =
    ["article-journal", "book", "legal_case", "interview", "report", "webpage"];

fn one(style: &str, item: &Item, format: Format) -> String {
    let bibliography = render(&Style::named(style).unwrap(), std::slice::from_ref(item), format);
    assert_eq!(bibliography.warnings, []);
    assert_eq!(bibliography.entries.len(), 1);
    bibliography.entries[0].text.clone()
}

fn article(title: &str) -> Item {
    Item::new("k", "article-newspaper")
        .text("title", title)
        .text("container-title", "Le Monde")
        .date("issued", "2017-09-10")
}

#[test]
fn markup_in_data_is_text() {
    let item = article("<script>alert(1)</script> & *stars* _bars_ [link](javascript:x) `c` \\");
    let html = one("apa", &item, Format::Html);
    assert!(html.contains("&lt;script&gt;alert(1)&lt;/script&gt; &amp; *stars*"), "{html}");
    assert!(!html.contains("<script"));
    let markdown = one("apa", &item, Format::Markdown);
    assert!(markdown.contains(r"\<script\>alert(1)\</script\> \& \*stars\* \_bars\_ \[link\]"));
    assert!(markdown.contains(r"\`c\` \\"), "{markdown}");
}

#[test]
fn only_web_addresses_become_links() {
    for address in ["javascript:alert(1)", "JaVaScRiPt://x", "data:text/html,x", "http://a\"b"] {
        let item = article("A").text("URL", address);
        assert!(!one("apa", &item, Format::Html).contains("href"), "{address}");
        assert!(!one("apa", &item, Format::Markdown).contains("](<"), "{address}");
    }
    let item = article("A").text("URL", "https://example.org/?a=1&b=2");
    let html = one("apa", &item, Format::Html);
    assert!(html.contains("<a href=\"https://example.org/?a=1&amp;b=2\">"), "{html}");
    let markdown = one("apa", &item, Format::Markdown);
    assert!(markdown.contains("<https://example.org/?a=1&b=2>"), "{markdown}");
}

#[test]
fn a_key_cannot_leave_its_attribute() {
    let mut item = article("A");
    item.key = "\"><script>\u{a0}x".to_owned();
    let html = one("apa", &item, Format::Html);
    assert!(html.starts_with("<div class=\"csl-entry\" id=\"&quot;&gt;&lt;script&gt;_x\">"));
}

#[test]
fn line_breaks_and_controls_become_blanks() {
    let item = article("One\r\ntwo\u{1b}[31m\u{202e}three\u{2029}four");
    assert!(one("apa", &item, Format::Text).starts_with("One two [31mthree four. (2017"));
}

#[test]
fn names_of_all_scripts_are_printed() {
    for (family, given) in [
        ("منصوری", "جواد"),
        ("بن لادن", "أسامة"),
        ("毛", "泽东"),
        ("Достоевский", "Фёдор Михайлович"),
        ("Ortega y Gasset", "José"),
        ("van der Berg", "Anna"),
        ("O'Neill", "Seán"),
        ("de", "la"),
        ("-", "-"),
    ] {
        let agent = Agent::Person { family: family.into(), given: given.into() };
        for style in STYLES {
            let text = one(style, &article("A").name("author", agent.clone()), Format::Text);
            let last = family.rsplit(' ').next().unwrap();
            assert!(text.contains(last), "{style}: {text}");
        }
    }
}

#[test]
fn forty_authors_and_one_name() {
    let mut many = article("A");
    for number in 0..40 {
        let agent = Agent::Person { family: format!("Fam{number}"), given: "Ann".into() };
        many = many.name("author", agent);
    }
    for style in STYLES {
        assert!(one(style, &many, Format::Text).contains("Fam0"));
        let mononym = article("A").name("author", Agent::Literal("Karim".into()));
        assert!(one(style, &mononym, Format::Text).contains("Karim"));
    }
}

#[test]
fn a_source_with_nothing_is_still_there() {
    for style in STYLES {
        for kind in ["legal_case", "interview", "no-such-type", ""] {
            let text = one(style, &Item::new("only-key", kind), Format::Text);
            assert!(text.chars().any(char::is_alphanumeric), "{style} {kind}: {text}");
        }
    }
}

#[test]
fn dates_of_every_kind_are_printed() {
    for (date, words) in [
        ("198X", "1980s"),
        ("1992~", "ca. 1992"),
        ("2004/2005", "2004–2005"),
        ("-0043", "44 BC"),
        ("2002-22", "Summer 2002"),
        ("2004-05-01/2004-05-03", "May 1–3, 2004"),
        ("0476", "476"),
    ] {
        let item = Item { dates: [("issued".into(), date.into())].into(), ..article("A") };
        for style in ["chicago-notes", "chicago-author-date", "apa", "mla", "harvard"] {
            let text = one(style, &item, Format::Text);
            assert!(text.contains(words), "{style} {date}: {text}");
        }
    }
}

#[test]
fn every_bundled_style_keeps_voice_and_year_of_every_kind() {
    let kinds = [
        "report",
        "interview",
        "testimony",
        "court-ruling",
        "court-filing",
        "hearing",
        "legislation",
        "document",
        "statement",
        "letter",
        "manuscript",
        "newspaper-article",
        "wire-report",
        "magazine-article",
        "book",
        "broadcast",
        "web-page",
        "video",
    ];
    let items: Vec<Item> = kinds
        .iter()
        .flat_map(|kind| ["author", "court", "issuer"].map(|role| (kind, role)))
        .zip(100..)
        .map(|((kind, role), number)| {
            // All different, or a style would print a dash for the second.
            let key = format!("voice{number}");
            let creators = format!("{role}: Grand {key}");
            Item::from(&source(&[
                ("key", &key),
                ("kind", kind),
                ("title", "On the CIA"),
                ("issued", "1987-05-04"),
                ("creators", &creators),
            ]))
        })
        .collect();
    let mut seen = Vec::new();
    for name in Style::names() {
        let Ok(style) = Style::named(name) else { continue };
        if seen.contains(&style.title().to_owned()) {
            continue;
        }
        seen.push(style.title().to_owned());
        let Bibliography { entries, warnings, .. } = render(&style, &items, Format::Text);
        assert_eq!(warnings, [], "{name}");
        for entry in entries {
            let text = entry.text.to_lowercase().replace('\u{a0}', " ");
            assert!(text.contains(&entry.key), "{name} {}: {}", entry.key, entry.text);
            assert!(text.contains("87"), "{name} {}: {}", entry.key, entry.text);
            assert!(!entry.text.contains("Cia"), "{name} {}: {}", entry.key, entry.text);
        }
    }
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(32))]

    #[test]
    fn no_text_breaks_out_of_html(title in "\\PC{0,40}", name in "[<>&\"'a-z ,]{0,20}", url in "\\PC{0,20}") {
        thread_local!(static APA: Style = Style::named("apa").unwrap());
        let item = article(&title).name("author", Agent::Literal(name)).text("URL", url);
        for format in Format::ALL {
            let bibliography = APA.with(|style| render(style, std::slice::from_ref(&item), format));
            prop_assert_eq!(bibliography.entries.len(), 1);
            let text = &bibliography.entries[0].text;
            prop_assert!(!text.contains('\n'));
            if format == Format::Rtf {
                prop_assert!(text.is_ascii() && groups_close(text), "{}", text);
            }
            if format == Format::Html {
                let mut rest = text.clone();
                for tag in ["<div class=\"csl-entry\" id=\"k\">", "</div>", "<i>", "</i>", "</a>"] {
                    rest = rest.replace(tag, "");
                }
                let links = rest.matches("<a href=\"http").count();
                prop_assert_eq!(rest.matches('<').count(), links, "{}", rest);
            }
        }
    }

    #[test]
    fn no_value_makes_the_engine_give_up(
        values in proptest::collection::vec("[-–0-9a-zA-Z., &/()\u{5d0}-\u{5d4}’\"]{0,12}|\\PC{0,8}", 8),
        kind in 0..KINDS.len(),
    ) {
        thread_local!(static ALL: Vec<Style> =
            STYLES.iter().map(|name| Style::named(name).unwrap()).collect());
        let mut item = Item::new("k", KINDS[kind]);
        let variables =
            ["title", "volume", "issue", "page", "number", "edition", "container-title", "DOI"];
        for (variable, value) in variables.iter().zip(&values) {
            item = item.text(variable, value.as_str());
        }
        let agent = Agent::Person { family: values[0].clone(), given: values[1].clone() };
        item = item.name("author", agent).date("issued", values[2].as_str());
        ALL.with(|styles| for style in styles {
            let bibliography = render(style, std::slice::from_ref(&item), Format::Text);
            assert_eq!(bibliography.warnings, [], "{item:?}");
            let text = &bibliography.entries[0].text;
            assert!(text.chars().all(|letter| !letter.is_control()), "{text}");
            assert!(!text.trim().is_empty(), "{item:?}");
        });
    }

    #[test]
    fn no_note_breaks_out_of_its_format(
        title in "\\PC{0,40}",
        locator in "(page |section |)[-–0-9a-z<>&{}\\\\*_ ]{0,12}",
        statement in "\\PC{0,40}",
        style in 0..STYLES.len(),
    ) {
        thread_local!(static ALL: Vec<Style> =
            STYLES.iter().map(|name| Style::named(name).unwrap()).collect());
        let items = [article(&title), article("B")];
        let cite = |item, stance| Cite { item, stance, locator: Some(locator.clone()) };
        let notes = [
            vec![cite(0, Stance::Supports), cite(1, Stance::Disputes)],
            vec![cite(1, Stance::Supports)],
            vec![cite(1, Stance::Context), cite(0, Stance::Supports)],
        ];
        let statements = vec![statement; 3];
        let notes = ALL.with(|all| render_notes(&all[style], &items, &notes));
        prop_assert_eq!(notes.warnings.len(), 0);
        for format in Format::ALL {
            for text in notes.texts(format) {
                prop_assert!(!text.chars().any(char::is_control), "{}", text);
                prop_assert!(text.chars().any(char::is_alphanumeric), "{}", text);
            }
        }
        prop_assert_eq!(notes.document(&statements, Format::Text).lines().count(), 3);
        let rtf = notes.document(&statements, Format::Rtf);
        prop_assert!(rtf.is_ascii() && groups_close(&rtf), "{}", rtf);
        prop_assert_eq!(rtf.matches("{\\footnote").count(), 3);
        let html = notes.document(&statements, Format::Html);
        prop_assert_eq!(html.matches("<li ").count(), 3);
        let known = ["div", "p", "sup", "a", "ol", "li", "i", "b", "span"];
        for tag in html.split('<').skip(1) {
            let name = tag.trim_start_matches('/').split([' ', '>']).next().unwrap_or("");
            prop_assert!(known.contains(&name), "{}", tag);
        }
    }
}

/// Whether each group that RTF opens is closed, and none that was not open.
fn groups_close(rtf: &str) -> bool {
    let (mut depth, mut letters) = (0_i64, rtf.chars());
    while let Some(letter) = letters.next() {
        match letter {
            '\\' => drop(letters.next()),
            '{' => depth += 1,
            '}' => depth -= 1,
            _ => {}
        }
        if depth < 0 {
            return false;
        }
    }
    depth == 0
}

#[test]
fn two_thousand_works_of_one_author_and_year_are_told_apart_in_notes() {
    let items: Vec<Item> = (0..2_000)
        .map(|number| {
            let agent = Agent::Person { family: "Lee".into(), given: "Ann".into() };
            Item { key: format!("k{number}"), ..article(&format!("T{number:04}")) }
                .name("author", agent)
        })
        .collect();
    let notes: Vec<Vec<Cite>> = (0..2_000)
        .map(|item| vec![Cite { item, stance: Stance::Supports, locator: None }])
        .collect();
    let style = Style::named("chicago-author-date").unwrap();
    let mut texts: Vec<String> = render_notes(&style, &items, &notes).texts(Format::Text).collect();
    assert_eq!(texts[0], "(Lee 2017a)");
    texts.sort();
    texts.dedup();
    assert_eq!(texts.len(), 2_000);
}
