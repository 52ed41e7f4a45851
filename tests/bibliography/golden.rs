//! The article's bibliography in three styles, against what the styles' manuals ask for.
//!
//! The files are read by people: a change in one is a change in what editors get. Write them anew
//! with `BLESS=1 cargo test --test bibliography`, and read the difference.

use twosource::bibliography::{Format, Item, Style, render};

use crate::sources::{fixture, of_the_article, source};

fn check(style: &str) {
    let mut sources = of_the_article();
    sources.extend(other_kinds());
    let items: Vec<Item> = sources.iter().map(Item::from).collect();
    let bibliography = render(&Style::named(style).unwrap(), &items, Format::Text);
    assert_eq!(bibliography.warnings, []);
    assert_eq!(bibliography.entries.len(), sources.len());
    let path = fixture(&format!("golden/bibliography/{style}.txt"));
    if std::env::var_os("BLESS").is_some() {
        std::fs::create_dir_all(path.parent().unwrap()).unwrap();
        std::fs::write(&path, bibliography.document()).unwrap();
    }
    let expected = std::fs::read_to_string(&path).unwrap();
    for (printed, expected) in bibliography.document().lines().zip(expected.lines()) {
        assert_eq!(printed, expected, "{style}");
    }
    assert_eq!(bibliography.document(), expected, "{style}");
}

/// What the article has no instance of.
fn other_kinds() -> Vec<twosource::domain::Source> {
    [
        &[
            ("key", "fallaci-1979"),
            ("kind", "interview"),
            ("title", "An Interview with Khomeini"),
            ("creators", "interviewee: Khomeini, Ruhollah; interviewer: Fallaci, Oriana"),
            ("container", "New York Times Magazine"),
            ("issued", "1979-10-07"),
            ("language", "en"),
        ][..],
        &[
            ("key", "ap-wire"),
            ("kind", "wire-report"),
            ("title", "Envoys meet in Vienna"),
            ("creators", "Smith, Ann"),
            ("publisher", "Associated Press"),
            ("issued", "2012-03~"),
            ("language", "en"),
        ],
        &[
            ("key", "letter-1944"),
            ("kind", "letter"),
            ("title", "On the state of the inquiry"),
            ("creators", "Carr, Edith; recipient: Doe, John"),
            ("issued", "1944"),
            ("language", "en"),
        ],
        &[
            ("key", "uk-ruling"),
            ("kind", "court-ruling"),
            ("title", "R v Jogee"),
            ("creators", "court: Supreme Court of the United Kingdom"),
            ("issued", "2016-02-18"),
            ("identifiers", "citation:[2016] UKSC 8"),
            ("language", "en"),
        ],
        &[
            ("key", "echr"),
            ("kind", "court-ruling"),
            ("title", "Guerra and Others v. Italy"),
            ("creators", "court: European Court of Human Rights"),
            ("issued", "1998-02-19"),
            ("identifiers", "docket:14967/89; ecli:ECLI:CE:ECHR:1998:0219JUD001496789"),
        ],
        &[
            ("key", "bls"),
            ("kind", "press-release"),
            ("title", "The employment situation"),
            ("creators", "issuer: Bureau of Labor Statistics"),
            ("issued", "2026-05-08"),
            ("csl:number", "USDL-26-0599"),
            ("language", "en"),
        ],
        &[
            ("key", "journal"),
            ("kind", "journal-article"),
            ("title", "How the USSR saw the CIA"),
            ("creators", "van der Berg, Anna; Ortega y Gasset, José"),
            ("issued", "2004/2005"),
            ("container", "Journal of Intelligence History"),
            ("csl:volume", "4"),
            ("csl:issue", "2"),
            ("pages", "101-119"),
            ("identifiers", "doi:10.1000/182"),
            ("language", "en"),
        ],
        &[
            ("key", "magazine-season"),
            ("kind", "magazine-article"),
            ("title", "A season at war"),
            ("creators", "Smith, Ann"),
            ("container", "Granta"),
            ("issued", "2002-22"),
            ("language", "en"),
        ],
        &[
            ("key", "hearing"),
            ("kind", "hearing"),
            ("title", "Hearing on Iran"),
            ("creators", "issuer: US House Committee on Foreign Affairs; speaker: Smith, Ann"),
            ("issued", "2012-02-02"),
            ("language", "en"),
        ],
        &[
            ("key", "caesar"),
            ("kind", "speech"),
            ("title", "Funeral oration for Caesar"),
            ("creators", "speaker: Mark Antony"),
            ("issued", "-0043"),
            ("language", "en"),
        ],
        &[
            ("key", "post"),
            ("kind", "social-post"),
            ("title", "We are on strike"),
            ("creators", "Union of Sailors"),
            ("container", "Mastodon"),
            ("issued", "2021-06-01"),
            ("url", "https://example.org/@sailors/1"),
            ("language", "en"),
        ],
        &[
            ("key", "film"),
            ("kind", "video"),
            ("title", "the harbour at night"),
            ("creators", "Lee, Min"),
            ("publisher", "Harbour Films"),
            ("issued", "1992~"),
            ("language", "en"),
        ],
    ]
    .map(source)
    .to_vec()
}

#[test]
fn chicago_notes() {
    check("chicago-notes");
}

#[test]
fn chicago_author_date() {
    check("chicago-author-date");
}

#[test]
fn apa() {
    check("apa");
}
