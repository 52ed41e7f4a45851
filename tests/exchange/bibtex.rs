//! BibTeX and BibLaTeX: what an entry becomes, and that nothing is dropped on the way out.

use proptest::prelude::*;
use twosource::domain::{Kind, Source};
use twosource::exchange::library::{Entry, FORMATS, Fault, Format, Losses};

const EVERYTHING: &str = include_str!("../../fixtures/libraries/everything.bib");
const BROKEN: &str = include_str!("../../fixtures/libraries/broken.bib");

fn format(name: &str) -> Format {
    FORMATS.iter().copied().find(|format| format.name == name).unwrap()
}

fn all(text: &str) -> Vec<Result<Entry, Fault>> {
    (format("bibtex").entries)(text).collect()
}

fn entries(text: &str) -> Vec<Entry> {
    all(text).into_iter().map(Result::unwrap).collect()
}

fn sources(text: &str) -> Vec<Source> {
    entries(text).into_iter().map(|entry| entry.source).collect()
}

/// The source of the only entry.
fn source(text: &str) -> Source {
    let mut sources = sources(text);
    assert_eq!(sources.len(), 1, "{text}");
    sources.remove(0)
}

fn of_everything(key: &str) -> Source {
    sources(EVERYTHING).into_iter().find(|source| source.key.as_str() == key).unwrap()
}

fn write(sources: &[Source], dialect: &str) -> String {
    let format = format(dialect);
    let entries: Vec<String> = sources
        .iter()
        .map(|source| (format.write)(source, &mut Losses::default()).unwrap())
        .collect();
    format.document(&entries)
}

fn creators(source: &Source) -> Vec<String> {
    source.creators.iter().map(ToString::to_string).collect()
}

fn variable<'s>(source: &'s Source, name: &str) -> Option<&'s str> {
    source.variables.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
}

#[test]
fn an_article_with_all_that_bibtex_has() {
    let knuth = of_everything("knuth:84/a+b");
    assert_eq!(knuth.kind, Kind::JournalArticle);
    assert_eq!(knuth.title, "The TeXbook: NASA and Gödel's Straße – “quoted”");
    assert_eq!(
        creators(&knuth),
        ["Knuth, Donald E.", "von Last, First, Jr", "{Barnes and Noble, Inc.}"]
    );
    assert_eq!(knuth.container.as_deref(), Some("J. Geophys. Res."));
    assert_eq!(knuth.issued.as_ref().unwrap().as_str(), "1984-01-12");
    assert_eq!(knuth.pages.as_deref(), Some("12-34"));
    assert_eq!(knuth.tags, ["bridges", "steel; iron"]);
    assert_eq!(knuth.note.as_deref(), Some("Some note with α and $\\frac12$"));
    assert_eq!(knuth.identifiers[0].to_string(), "doi:10.1000/182");
    assert_eq!(variable(&knuth, "volume"), Some("2"));
    assert_eq!(variable(&knuth, "issue"), Some("3"));
    assert_eq!(
        variable(&knuth, "abstract"),
        Some("First paragraph, over two lines.\n\nSecond paragraph.")
    );
    assert_eq!(variable(&knuth, "bibtex:file"), Some(":home/me/x.pdf:PDF"));
    // The writer would make these again as they are.
    assert_eq!(variable(&knuth, "bibtex:pages"), None);
    assert_eq!(variable(&knuth, "bibtex:doi"), None);
}

#[test]
fn a_paper_has_from_its_proceedings_what_it_does_not_say() {
    let paper = of_everything("conf1");
    assert_eq!(paper.container.as_deref(), Some("Proceedings of X"));
    assert_eq!(creators(&paper), ["Lée, Ann", "editor: Ed, Itor"]);
    assert_eq!(paper.publisher.as_deref(), Some("ACM Press, NY"));
    assert_eq!(paper.issued.as_ref().unwrap().as_str(), "2001-09");
    assert_eq!(paper.pages.as_deref(), Some("1-2"));
    // Or paper and proceedings would be one work.
    assert!(paper.identifiers.is_empty());
    assert_eq!(of_everything("proc").container.as_deref(), Some("Other"));
    let book = of_everything("uses");
    assert_eq!(book.title, "On d'Alembert: A Life");
    assert_eq!(book.publisher.as_deref(), Some("Pub"));
    assert_eq!(variable(&book, "publisher-place"), Some("Paris"));
}

#[test]
fn parents_that_go_round_or_are_not_there() {
    let round = sources(
        "@book{a, crossref={b}}\n@book{b, crossref={a}, xdata={c}}\n@xdata{c, xdata={c}, note={N}}",
    );
    assert_eq!(round[0].note.as_deref(), Some("N"));
    let entry = entries("@book{a, crossref = {gone}}").remove(0);
    assert!(entry.warnings[0].message.contains("not in this file"));
}

#[test]
fn biblatex_types_dates_and_archived_pages() {
    let web = of_everything("web");
    assert_eq!(web.kind, Kind::WebPage);
    assert_eq!(web.url.as_deref(), Some("https://example.org/a_b"));
    assert_eq!(
        web.archived_url.as_deref(),
        Some("https://web.archive.org/web/2020/https://example.org/a_b")
    );
    assert_eq!(web.issued.as_ref().unwrap().as_str(), "2020?");
    assert_eq!(web.language.as_deref(), Some("de"));
    assert_eq!(creators(&web), ["de Doe, Jane"]);
    assert_eq!(of_everything("court").kind, Kind::CourtRuling);
    assert_eq!(of_everything("court").identifiers[0].to_string(), "ecli:ECLI:EU:C:2014:317");
    assert_eq!(of_everything("毛1950").url.as_deref(), Some("http://x.cn/~a"));
    assert_eq!(variable(&of_everything("ma"), "genre"), Some("Master's thesis"));
}

#[test]
fn what_is_understood_in_part_is_told_and_kept() {
    let told: Vec<String> = entries(EVERYTHING)
        .iter()
        .flat_map(|entry| &entry.warnings)
        .map(|warning| format!("{} `{}` {}", warning.field, warning.value, warning.message))
        .collect();
    let expected = [
        "year `forthcoming` is no date that EDTF can say; kept as text",
        "year `1951` stands there a second time; kept, but the first counts",
        "abbreviation `IEEE_X` is not defined in this file; taken as it stands",
        "author `Smith, J., Doe, R., Roe, P.` is no list of names joined by `and`; taken as it stands",
    ];
    assert_eq!(told, expected);
    let untitled = of_everything("untitled");
    assert_eq!((untitled.title.as_str(), untitled.container.as_deref()), ("", Some("IEEE_X")));
}

#[test]
fn two_places_keep_their_names_and_keys_of_parents_are_not_told_apart_by_case() {
    let text = "@inproceedings{k, location = {Paris}, address = {New York}, crossref = {PROC}}\n\
                @proceedings{proc, title = {Talks and Papers}, publisher = {Sand and Sons}}";
    for dialect in ["bibtex", "biblatex"] {
        let out = write(&sources(text), dialect);
        assert!(
            out.contains("address = {New York}") && out.contains("location = {Paris}"),
            "{out}"
        );
        assert!(out.contains("booktitle = {Talks and Papers}"), "{out}");
        assert_eq!(sources(&out), sources(text));
    }
}

#[test]
fn an_address_that_lacks_a_brace_is_left_where_it_stands() {
    let text = "@misc{k, howpublished = {\\url{http://x.cn/a{}}}}";
    assert_eq!(source(text).url, None);
    assert_eq!(sources(&write(&sources(text), "biblatex")), sources(text));
}

#[test]
fn a_title_and_a_publisher_are_safe_from_styles() {
    let mut source =
        Source::new("k".parse().unwrap(), Kind::CourtRuling, "Owens v. Republic of Sudan");
    source.publisher = Some("Sand and Sons".to_owned());
    let out = write(&[source], "biblatex");
    assert!(out.contains("title = {{Owens v. Republic of Sudan}}"), "{out}");
    assert!(out.contains("publisher = {{Sand and Sons}}"), "{out}");
}

#[test]
fn dates_as_people_write_them() {
    let cases = [
        ("year = 2017, month = sep, day = 10", Some("2017-09-10")),
        ("year = {2017}, month = {September}", Some("2017-09")),
        ("year = 2017, month = 9", Some("2017-09")),
        ("year = 2017, month = {Jan./Feb.}", Some("2017-01/2017-02")),
        ("year = 2017, month = summer", Some("2017-22")),
        ("year = 2017, month = {Michaelmas}", Some("2017")),
        ("year = {2004--2005}", Some("2004/2005")),
        ("year = {c. 1998}", Some("1998~")),
        ("year = {[1998]}", Some("1998")),
        ("date = {2004-01/..}", Some("2004-01/..")),
        ("date = {spring}, year = 1999", Some("1999")),
        ("year = {in press}", None),
    ];
    for (fields, date) in cases {
        let source = source(&format!("@misc{{k, {fields}}}"));
        assert_eq!(source.issued.as_ref().map(|date| date.as_str()), date, "{fields}");
    }
}

#[test]
fn one_broken_entry_costs_one_entry_and_is_named() {
    let (mut read, mut broken) = (Vec::new(), Vec::new());
    for entry in all(BROKEN) {
        match entry {
            Ok(entry) => read.push(entry.source.key.to_string()),
            Err(fault) => {
                assert!(BROKEN[fault.span.clone()].starts_with("@book{"));
                assert!(fault.error.problems[0].hint.is_some());
                broken.push((fault.line, fault.key.unwrap_or_default()));
            }
        }
    }
    assert_eq!(read, ["first", "third", "no-key", "sixth", "seventh"]);
    let expected = [(2, "unclosed"), (6, "assigned"), (7, "quoted"), (9, "brace"), (11, "last")];
    assert_eq!(broken, expected.map(|(line, key)| (line, key.to_owned())));
}

#[test]
fn every_field_comes_out_again_as_it_was() {
    let out = write(&sources(EVERYTHING), "bibtex");
    for field in [
        "author = {Donald E. Knuth and von Last, Jr, First and {Barnes and Noble, Inc.} and others}",
        "title = {The {\\TeX}book: {NASA} and G{\\\"o}del's Stra{\\ss}e -- ``quoted''}",
        "journal = {J. Geophys. Res.}",
        "month = {12~} # jan",
        "keywords = {bridges, {steel; iron}, bridges}",
        "abstract = {First paragraph,\n    over two lines.\n\n    Second paragraph.}",
        "empty = {}",
        "and2 = {missing comma}",
        "crossref = {proc}",
        "booktitle = {Other}",
        "publisher = {ACM Press, NY}",
        "url = {https://web.archive.org/web/2020/https://example.org/a\\_b}",
        "author = {family=Doe, given=Jane, prefix=de}",
        "year = {forthcoming}",
        "howpublished = {\\url{http://x.cn/~a}}",
        "year = {1951}",
        "journal = IEEE_X",
        "editor = {{\\'E}mile~Zola}",
        "@strange{odd",
        "@mastersthesis{ma",
        "author = {Smith, J., Doe, R., Roe, P.}",
    ] {
        assert!(out.contains(field), "{field} is not in\n{out}");
    }
    let out = write(&sources(EVERYTHING), "biblatex");
    for field in [
        "journaltitle = {J. Geophys. Res.}",
        "subtitle = {A Life}",
        "date = {2020?}",
        "@online{web",
    ] {
        assert!(out.contains(field), "{field} is not in\n{out}");
    }
}

#[test]
fn a_second_way_through_changes_nothing() {
    for dialect in ["bibtex", "biblatex"] {
        let first = sources(EVERYTHING);
        let text = write(&first, dialect);
        let second = sources(&text);
        assert_eq!(write(&second, dialect), text);
    }
    let biblatex = write(&sources(EVERYTHING), "biblatex");
    assert_eq!(sources(&biblatex), sources(&write(&sources(&biblatex), "biblatex")));
}

#[test]
fn what_was_edited_goes_out_as_edited_and_the_rest_as_it_was() {
    let mut knuth = of_everything("knuth:84/a+b");
    knuth.title = "Another 100% title".to_owned();
    knuth.issued = Some("2018-02".parse().unwrap());
    let out = write(&[knuth], "bibtex");
    assert!(out.contains("title = {Another 100\\% title}"), "{out}");
    assert!(out.contains("year = {2018},\n  month = feb,"), "{out}");
    assert!(out.contains("and others}") && !out.contains("-- ``"), "{out}");
}

#[test]
fn a_dialect_says_it_in_its_own_way() {
    let text =
        "@report{r, institution = {I}, date = {2011-12-22}, location = {Paris}, title = {T}}";
    let bibtex = write(&sources(text), "bibtex");
    let expected = "@techreport{r,\n  title = {T},\n  year = {2011},\n  month = dec,\n  day = {22},\n  \
                    institution = {I},\n  address = {Paris},\n}\n";
    assert_eq!(bibtex, expected);
    assert_eq!(sources(&bibtex), sources(text));
    let thesis = write(
        &sources("@thesis{t, institution = {I}, type = {phdthesis}, date = {2011}}"),
        "bibtex",
    );
    assert_eq!(thesis, "@phdthesis{t,\n  year = {2011},\n  school = {I},\n}\n");
}

#[test]
fn kinds_that_no_type_says_come_back() {
    for kind in Kind::ALL {
        let source = Source::new("k".parse().unwrap(), *kind, "T");
        for dialect in ["bibtex", "biblatex"] {
            let one = std::slice::from_ref(&source);
            assert_eq!(sources(&write(one, dialect)), one);
        }
    }
}

#[test]
fn keys_that_bibtex_does_not_allow_come_back() {
    let long = "long key ".repeat(500);
    for key in ["Smith, 2010", "a b", "{x}", "50%", "\\x", "Müller+2C+", long.trim()] {
        let source = Source::new(key.parse().unwrap(), Kind::Book, "T");
        assert_eq!(sources(&write(std::slice::from_ref(&source), "biblatex")), [source]);
    }
}

#[test]
fn what_somebody_typed_for_a_kept_field_breaks_no_file() {
    let mut source = Source::new("k".parse().unwrap(), Kind::Book, "T");
    for (name, value) in [
        ("x = {}, y", "a"),
        ("note2", "a } @book{z, title = {x}} {"),
        ("note3", "# } bad"),
        ("entry type", "book{evil,"),
        ("note4", "x\n@book{evil, title = {x}}"),
    ] {
        source.variables.push((format!("bibtex:{name}"), value.to_owned()));
    }
    let out = write(&[source], "bibtex");
    let read = sources(&out);
    assert_eq!(read.len(), 1, "{out}");
    assert_eq!(read[0].key.as_str(), "k");
}

#[test]
fn what_is_not_said_is_told() {
    let mut source = Source::new("k".parse().unwrap(), Kind::Interview, "T");
    source.creators = vec!["speaker: unnamed: an official".parse().unwrap()];
    source.grade = Some("B".parse().unwrap());
    source.variables = vec![("csl-json:x".to_owned(), "1".to_owned())];
    let mut losses = Losses::default();
    (format("biblatex").write)(&source, &mut losses).unwrap();
    let lost: Vec<_> = losses.into_keys().collect();
    assert_eq!(lost, ["fields kept for other formats", "grade", "roles of creators"]);
}

/// Names of fields.
const FIELDS: &[&str] = &[
    "title",
    "subtitle",
    "author",
    "editor",
    "journal",
    "journaltitle",
    "booktitle",
    "year",
    "month",
    "day",
    "date",
    "urldate",
    "url",
    "doi",
    "isbn",
    "number",
    "issue",
    "series",
    "volume",
    "pages",
    "note",
    "keywords",
    "publisher",
    "institution",
    "school",
    "organization",
    "type",
    "howpublished",
    "langid",
    "language",
    "eprint",
    "eprinttype",
    "archiveprefix",
    "abstract",
    "annote",
    "annotation",
    "address",
    "location",
    "kind",
    "entrysubtype",
    "crossref",
    "xdata",
    "file",
    "x-y",
    "csl-number",
    "ecli",
    "status",
    "citation-key",
    "archiveurl",
    "edition",
];

/// Bits of values.
const PIECES: &[&str] = &[
    "a",
    "Lee, Ann",
    " and ",
    "{NASA}",
    "\\\"o",
    "{\\ss}",
    "--",
    "2017",
    "2017-09",
    "/",
    "http://x.org/",
    "~",
    "\\&",
    "$x$",
    "$\\alpha$",
    ",",
    ";",
    ":",
    "\n",
    "\n\n",
    "  ",
    "é",
    "中",
    "\\foo{b}",
    "``",
    "''",
    "others",
    "k0",
    "k1",
    "newspaper",
    "book",
    "https://web.archive.org/web/2020/http://y.org",
    "\\url{z}",
    "#",
    "%",
    "english",
    "12-34",
    "wire-report",
    "@a",
    "\"",
    "\\",
];

/// Values without braces.
const UNBRACED: &[&str] = &["sep", "2010", "acm", "undefined", "{a} # sep", "acm # {b}"];

/// Types of entries.
const TYPES: &[&str] = &[
    "article",
    "book",
    "online",
    "misc",
    "report",
    "techreport",
    "thesis",
    "phdthesis",
    "mastersthesis",
    "inproceedings",
    "proceedings",
    "incollection",
    "collection",
    "odd",
    "xdata",
    "periodical",
    "jurisdiction",
];

/// Bits of files, put together as chance has it.
fn file() -> impl Strategy<Value = String> {
    let field = prop::sample::select(FIELDS);
    let piece = prop::sample::select(PIECES);
    let text =
        prop::collection::vec(piece, 0..5).prop_map(|pieces| format!("{{{}}}", pieces.concat()));
    let value = prop_oneof![
        6 => text.clone(),
        1 => prop::sample::select(UNBRACED).prop_map(str::to_owned),
    ];
    let kind = prop::sample::select(TYPES);
    let fields = prop::collection::vec((field, value), 0..8);
    prop::collection::vec((kind, fields), 1..4).prop_map(|entries| {
        let mut text = "@string{acm = {ACM}}\n".to_owned();
        for (number, (kind, fields)) in entries.iter().enumerate() {
            text += &format!("@{kind}{{k{number},\n");
            fields.iter().for_each(|(name, value)| text += &format!("  {name} = {value},\n"));
            text += "}\n";
        }
        text
    })
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(256))]

    #[test]
    fn out_and_in_again_is_the_same(file in file()) {
        for dialect in ["bibtex", "biblatex"] {
            let read: Vec<Source> = all(&file).into_iter().flatten().map(|entry| entry.source).collect();
            let text = write(&read, dialect);
            let again: Vec<Source> = all(&text).into_iter().map(|entry| entry.unwrap().source).collect();
            prop_assert_eq!(read.len(), again.len());
            prop_assert_eq!(write(&again, dialect), text);
        }
    }

    #[test]
    fn nothing_makes_it_panic(text in "[@{}()\",=#%\\\\a1 \nbé~'-]{0,80}") {
        for entry in all(&text).into_iter().chain(all(&format!("@a{{b, {text}"))).flatten() {
            write(&[entry.source], "bibtex");
        }
    }
}
