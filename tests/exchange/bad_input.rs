//! What is refused, where it says the fault is, and what it advises.

use std::fs;
use std::path::Path;

use proptest::prelude::*;
use tempfile::TempDir;
use twosource::error::ErrorKind;
use twosource::exchange::case::{CaseFolder, MAX_CELL};

use crate::support::{folder_with, hint, place, problem, problems, texts};

fn claims(text: impl Into<String>) -> CaseFolder {
    texts("claims.csv", text)
}

fn sources(text: impl Into<String>) -> CaseFolder {
    texts("sources.csv", text)
}

fn citations(text: impl Into<String>) -> CaseFolder {
    texts("citations.csv", text)
}

#[test]
fn a_folder_with_none_of_the_files() {
    let dir = TempDir::new().unwrap();
    let error = CaseFolder::open(dir.path()).unwrap_err();
    assert!(error.to_string().contains("holds no case files"), "{error}");
    assert!(hint(&error.problems[0]).contains("sources.csv, claims.csv"));
}

#[test]
fn a_path_that_is_no_folder() {
    let folder = folder_with("claims.csv", "key,statement\n");
    let error = CaseFolder::open(&folder.path("claims.csv")).unwrap_err();
    assert!(error.to_string().contains("is not a folder"), "{error}");
    let error = CaseFolder::open(Path::new("/no/such/folder")).unwrap_err();
    assert_eq!(error.kind, ErrorKind::NotFound);
}

#[cfg(unix)]
#[test]
fn a_link_that_leads_outside() {
    let outside = folder_with("secret.csv", "key,statement\n");
    let folder = folder_with("sources.csv", "key,kind,title\n");
    std::os::unix::fs::symlink(outside.path("secret.csv"), folder.path("claims.csv")).unwrap();
    let error = CaseFolder::open(folder.dir.path()).unwrap_err();
    assert!(error.to_string().contains("link to outside"), "{error}");
}

#[test]
fn a_folder_in_place_of_a_file() {
    let folder = folder_with("sources.csv", "key,kind,title\n");
    fs::create_dir(folder.path("claims.csv")).unwrap();
    assert!(CaseFolder::open(folder.dir.path()).unwrap_err().to_string().contains("not a file"));
}

#[test]
fn an_empty_file() {
    for text in ["", "\u{FEFF}", "\n\n", " "] {
        let folder = folder_with("claims.csv", text);
        let problem = problem(folder.open().claims());
        assert!(problem.message.contains("empty"), "{}", problem.message);
        assert!(hint(&problem).contains("key,statement"));
        assert_eq!(place(&problem).0, Some(1));
    }
}

#[test]
fn missing_and_unknown_columns_all_at_once() {
    let folder = folder_with("sources.csv", "kinds,titel\n");
    let problems = problems(folder.open().sources());
    let said: Vec<_> = problems
        .iter()
        .map(|problem| (problem.message.as_str(), place(problem).1.unwrap(), hint(problem)))
        .collect();
    let required = "the first row of sources.csv must name the columns key, kind, title";
    assert_eq!(
        said,
        [
            ("sources.csv has no column `kinds`", "kinds", "did you mean `kind`?"),
            ("sources.csv has no column `titel`", "titel", "did you mean `title`?"),
            ("the column `key` is missing", "key", required),
        ]
    );
    let file = folder.path("sources.csv").display().to_string();
    assert!(problems.iter().all(|problem| problem.place.as_ref().unwrap().file == file));
    assert!(problems.iter().all(|problem| place(problem).0 == Some(1)));
}

#[test]
fn capital_letters_in_a_header_are_one_error_each() {
    let problems = problems(sources("Key,Kind,Title\nr,report,T\n").sources());
    let hints: Vec<_> = problems.iter().map(hint).collect();
    assert_eq!(hints, ["`key`", "`kind`", "`title`"].map(|name| format!("did you mean {name}?")));
}

#[test]
fn a_column_twice_and_one_without_a_name() {
    let problem = problem(claims("key,statement,key\nc1,S,c2\n").claims());
    assert_eq!(place(&problem), (Some(1), Some("key"), None));
    assert!(problem.message.contains("twice"));
    let problems = problems(claims("key,statement,,\nc1,S,,\n").claims());
    assert_eq!(problems[0].message, "a column has no name");
}

#[test]
fn columns_for_csl_variables() {
    let said = |column: &str| {
        let problem = problem(sources(format!("key,kind,title,{column}\n")).sources());
        assert_eq!(place(&problem).1, Some(column));
        format!("{}: {}", problem.message, hint(&problem))
    };
    assert!(said("csl:volum").contains("did you mean `csl:volume`?"));
    assert!(said("csl:DOI").contains("the column `identifiers`, as `doi:"));
    assert!(said("csl:URL").contains("the column `url`"));
    assert!(said("csl:author").contains("the column `creators`"));
    assert!(said("csl:locator").contains("no variable of a source"));
    assert!(said("volume").contains("`csl:volume`"));
    assert!(said("doi").contains("the column `identifiers`, as `doi:"));
    // Only sources have them.
    let problem = problem(claims("key,statement,csl:volume\n").claims());
    assert!(problem.message.contains("claims.csv has no column"));
}

#[test]
fn cells_separated_by_something_else() {
    let texts = ["key;statement\nc1;S\n", "\"key\";\"statement\"\n", "key\tstatement\nc1\tS\n"];
    for text in texts {
        let problem = problem(claims(text).claims());
        assert!(problem.message.contains("not by commas"), "{}", problem.message);
        assert!(hint(&problem).contains("comma"));
    }
}

#[test]
fn rows_with_too_many_or_too_few_cells() {
    let problems = problems(claims("key,statement,note\nc1,S\nc2,S,a, b\nc3\n").claims());
    assert_eq!(problems.len(), 3);
    assert_eq!(place(&problems[0]), (Some(2), Some("note"), None));
    assert!(problems[0].message.contains("missing: note"), "{}", problems[0].message);
    assert_eq!(place(&problems[1]), (Some(3), None, Some(" b")));
    assert!(hint(&problems[1]).contains("quotation marks"));
    assert!(problems[2].message.contains("missing: statement, note"));
}

#[test]
fn bad_cells_with_file_line_column_value_and_hint() {
    let header = "key,statement,claimed_on,nature,priority\n";
    let row = |text: &str| {
        let problem = problem(claims(format!("{header}{text}\n")).claims());
        let (line, column, value) = place(&problem);
        assert_eq!(line, Some(2));
        assert_eq!(problem.place.as_ref().unwrap().file, "claims.csv");
        assert!(!hint(&problem).is_empty());
        (column.unwrap().to_owned(), value.unwrap().to_owned())
    };
    let cell = |column: &str, value: &str| (column.to_owned(), value.to_owned());
    assert_eq!(row("c1,,,,"), cell("statement", ""));
    assert_eq!(row("c1,\" \n\",,,"), cell("statement", " \n"));
    assert_eq!(row(",S,,,"), cell("key", ""));
    assert_eq!(row(" c1,S,,,"), cell("key", " c1"));
    assert_eq!(row("c1,S,2017-13-40,,"), cell("claimed_on", "2017-13-40"));
    assert_eq!(row("c1,S,,facts,"), cell("nature", "facts"));
    assert_eq!(row("c1,S,,, hihg"), cell("priority", " hihg"));
}

#[test]
fn unknown_words_name_the_nearest() {
    let problem_of = |column: &str, value: &str| {
        let text = format!("key,kind,title,{column}\nr,report,T,{value}\n");
        let problem = problem(sources(text).sources());
        assert_eq!(place(&problem), (Some(2), Some(column), Some(value)));
        hint(&problem).to_owned()
    };
    assert!(problem_of("creators", "auther: Doe").contains("did you mean `author`?"));
    assert!(problem_of("standing", "retrackted").contains("did you mean `retracted`?"));
    assert!(problem_of("identifiers", "dio:10.1/x").contains("did you mean `doi`?"));
    assert!(problem_of("grade", "G").contains("A, B, C, D, E, F"));
    let kind = problem(sources("key,kind,title\nr,newspaper-artical,T\n").sources());
    assert_eq!(place(&kind).1, Some("kind"));
    assert_eq!(hint(&kind), "did you mean `newspaper-article`?");
    let kind = problem(sources("key,kind,title\nr,,T\n").sources());
    assert_eq!(place(&kind), (Some(2), Some("kind"), Some("")));
    let stance = problem(citations("claim,source,stance\nc1,s,suports\n").citations());
    assert_eq!(place(&stance), (Some(2), Some("stance"), Some("suports")));
    assert!(hint(&stance).contains("did you mean `supports`?"));
    let credibility = problem(citations("claim,source,credibility\nc1,s,7\n").citations());
    assert_eq!(place(&credibility), (Some(2), Some("credibility"), Some("7")));
}

#[test]
fn a_source_that_derives_from_itself() {
    let problem = problem(texts("lineage.csv", "source,origin\na,b\na,a\n").lineage());
    assert_eq!(place(&problem), (Some(3), Some("origin"), Some("a")));
    assert!(problem.message.contains("itself"));
}

#[test]
fn a_place_in_a_work_without_the_work() {
    let problem = problem(claims("key,statement,appears_at\nc1,S,par. 3\n").claims());
    assert_eq!(place(&problem), (Some(2), Some("appears_at"), Some("par. 3")));
    assert!(hint(&problem).contains("appears_in"));
}

#[test]
fn judgements_must_be_signed_and_dated() {
    let reviews = "claim,reviewer,verdict,reviewed_at\nc1,,supported,2026-11-02\n\
                   c1,Ann,true,2026-11-02\nc1,Ann,supported,yesterday\nc1,Ann,supported,\n";
    let found = problems(texts("reviews.csv", reviews).reviews());
    let columns: Vec<_> = found.iter().map(|problem| place(problem).1.unwrap()).collect();
    assert_eq!(columns, ["reviewer", "verdict", "reviewed_at", "reviewed_at"]);
    let waivers = "claim,rule,actor,reason,waived_at\nc1,,A,R,2026-11-02\nc1,r,,R,2026-11-02\n\
                   c1,r,A,,2026-11-02\nc1,r,A,R,2026-13-02\n";
    let found = problems(texts("waivers.csv", waivers).waivers());
    let columns: Vec<_> = found.iter().map(|problem| place(problem).1.unwrap()).collect();
    assert_eq!(columns, ["rule", "actor", "reason", "waived_at"]);
}

#[test]
fn how_a_desk_reviews_is_signed_and_dated_too() {
    let assignments = "claim,reviewer,assigned_by,assigned_at\n,Ann,Ben,2026-11-02\n\
                       c1, ,Ben,2026-11-02\nc1,Ann,,2026-11-02\nc1,Ann,Ben,today\n";
    let found = problems(texts("assignments.csv", assignments).assignments());
    let columns: Vec<_> = found.iter().map(|problem| place(problem).1.unwrap()).collect();
    assert_eq!(columns, ["claim", "reviewer", "assigned_by", "assigned_at"]);
    let policy = "required,not_by_logger,actor,set_at\n0,no,Ann,2026-11-02\n-1,no,Ann,2026-11-02\n\
                  10,no,Ann,2026-11-02\n,no,Ann,2026-11-02\n2,,Ann,2026-11-02\n2,2,Ann,2026-11-02\n\
                  2,no,,2026-11-02\n2,no,Ann,\n";
    let found = problems(texts("review_policy.csv", policy).review_policy());
    let columns: Vec<_> = found.iter().map(|problem| place(problem).1.unwrap()).collect();
    let [required, logger] = ["required", "not_by_logger"];
    let expected = [required, required, required, required, logger, logger, "actor", "set_at"];
    assert_eq!(columns, expected);
}

#[test]
fn a_bad_row_does_not_hide_the_next() {
    let text = "key,statement\n,S\nc2,\nc3,S\nc4,S,x\n";
    let folder = claims(text);
    let read: Vec<_> = folder.claims().unwrap().unwrap().collect();
    assert_eq!(read.len(), 4);
    assert_eq!(read[2].as_ref().unwrap().value.key.as_str(), "c3");
    assert_eq!(read.iter().filter(|record| record.is_err()).count(), 3);
}

#[test]
fn a_quotation_mark_that_never_closes() {
    let text = "key,statement,note\nc1,S,\nc2,\"S\nmore,x\n,\nc3,S,\n";
    let problem = problem(claims(text).claims());
    assert_eq!(place(&problem), (Some(3), Some("statement"), None));
    assert!(problem.message.contains("never closed"));
    // One that the next quoted cell seems to close.
    let text = "key,statement,note\nc1,\"S,\nc2,\"S\",\n";
    let problem = super::support::problem(claims(text).claims());
    assert_eq!(place(&problem), (Some(2), Some("statement"), None));
    assert!(problem.message.contains("line 3"), "{}", problem.message);
}

#[test]
fn text_around_a_quoted_cell() {
    let problem = problem(claims("key,statement\nc1,\"abc\"def\n").claims());
    assert_eq!(place(&problem), (Some(2), Some("statement"), None));
    let problem = super::support::problem(claims("key,statement\nc1, \"abc, d\"\n").claims());
    assert_eq!(place(&problem), (Some(2), Some("statement"), None));
    assert!(hint(&problem).contains("no space"));
}

#[test]
fn damage_ends_the_file() {
    let folder = claims("key,statement\nc1,\"S\"x\nc2,S\n");
    assert_eq!(folder.claims().unwrap().unwrap().count(), 1);
}

#[test]
fn nul_bytes_and_lone_carriage_returns() {
    for text in ["key,statement\nc1,S\nc2,a\0b\n", "key,statement\nc1,S\nc2,\"a\0b\"\n"] {
        let problem = problem(claims(text).claims());
        assert_eq!(place(&problem), (Some(3), Some("statement"), None));
        assert!(problem.message.contains("NUL"));
    }
    let problem = problem(claims("key,statement\rc1,S\r").claims());
    assert!(problem.message.contains("carriage return"));
}

#[test]
fn a_cell_holds_a_mebibyte_and_no_more() {
    for quote in ["", "\""] {
        let text =
            |length| format!("key,statement\nc1,{quote}{}{quote}\nc2,S\n", "x".repeat(length));
        assert_eq!(crate::support::all(claims(text(MAX_CELL)).claims()).len(), 2);
        let problem = problem(claims(text(MAX_CELL + 1)).claims());
        assert_eq!(place(&problem), (Some(2), Some("statement"), None));
        assert!(problem.message.contains("1 MiB"));
    }
    let text = format!("key,statement\nc1,\"{}", "\"\"\n".repeat(MAX_CELL));
    let problem = problem(claims(text).claims());
    assert!(problem.message.contains("1 MiB"));
    assert!(hint(&problem).contains("never closed"));
}

#[test]
fn a_row_without_end() {
    let problem = problem(claims(format!("key,statement\n{}\n", ",".repeat(5_000))).claims());
    assert!(problem.message.contains("more than 1024 cells"));
    let cells = vec!["x".repeat(MAX_CELL); 40].join(",");
    let problem = super::support::problem(claims(format!("key,statement\n{cells}\n")).claims());
    assert!(problem.message.contains("32 MiB"));
}

#[test]
fn a_row_without_end_that_is_all_quotation_marks() {
    let cell = format!("\"{}\"", "\"\"".repeat(MAX_CELL));
    let cells = vec![cell; 33].join(",");
    let problem = problem(claims(format!("key,statement\n{cells}\n")).claims());
    assert!(problem.message.contains("32 MiB"), "{}", problem.message);
}

#[test]
fn a_long_value_makes_no_long_message() {
    let text = format!("key,statement,nature\nc1,S,{}\n", "x".repeat(MAX_CELL));
    let problem = problem(claims(text).claims());
    assert!(problem.to_string().len() < 400);
    let problem =
        super::support::problem(claims(format!("key,statement,{}\n", "x".repeat(9_999))).claims());
    assert!(problem.to_string().len() < 400);
}

proptest! {
    #[test]
    fn no_date_makes_it_panic(date in "[0-9XYEé/~?%.\\[\\]{}SW+:TZ-]{0,14}") {
        let text = format!("key,statement,claimed_on\nc1,S,\"{date}\"\n");
        if let Ok(claim) = claims(text).claims().unwrap().unwrap().next().unwrap() {
            claim.value.claimed_on.map(|date| date.bounds());
        }
    }
}

#[test]
fn no_bytes_make_it_panic() {
    let piece = prop::sample::select(vec![
        &b"key,statement\n"[..],
        b",",
        b"\"",
        b"\n",
        b"\r",
        b"\0",
        b"c1",
        b"\xC3",
        b"\xA9",
        b"\xFF\xFE",
        b"\xEF\xBB\xBF",
        b";",
        b" ",
        b"\r\n",
        b"claim",
        b"source",
    ]);
    let pieces = prop::collection::vec(piece, 0..30);
    proptest!(ProptestConfig::with_cases(512), |(pieces in pieces)| {
        let content = pieces.concat();
        let folder = folder_with("claims.csv", &content).and("citations.csv", &content);
        let case = folder.open();
        let _ = case.claims().map(|records| records.unwrap().for_each(drop));
        let _ = case.citations().map(|records| records.unwrap().for_each(drop));
    });
}

#[test]
fn an_end_of_a_judgement_that_is_no_moment() {
    let text = "claim,reviewer,verdict,reviewed_at,ended\nc1,Ada,supported,2026-11-02,yes\n";
    let folder = texts("reviews.csv", text);
    let error = folder.reviews().unwrap().unwrap().next().unwrap().unwrap_err();
    assert_eq!(error.problems[0].place.as_ref().unwrap().column.as_deref(), Some("ended"));
    assert!(error.to_string().contains("`yes` is not a day or a moment"), "{error}");
}
