use std::collections::BTreeSet;
use std::fs;
use std::path::Path;

use tempfile::TempDir;
use twosource::domain::{Appearance, Citation, Claim, Key, Kind, Lineage, Relation, Source};
use twosource::error::ErrorKind;
use twosource::exchange::case::{CaseFile, CaseFolderWriter, CaseWriter, MAX_CELL};

fn key(text: &str) -> Key {
    text.parse().unwrap()
}

fn create(folder: &Path, variables: &[&str]) -> CaseFolderWriter {
    let variables: BTreeSet<_> = variables.iter().map(|name| (*name).to_owned()).collect();
    CaseFolderWriter::create(folder, variables).unwrap()
}

fn names(folder: &Path) -> Vec<String> {
    let entries = fs::read_dir(folder).unwrap();
    let mut names: Vec<_> =
        entries.map(|entry| entry.unwrap().file_name().into_string().unwrap()).collect();
    names.sort();
    names
}

#[test]
fn files_without_rows_are_left_out_but_for_three() {
    let dir = TempDir::new().unwrap();
    let written = create(dir.path(), &[]).finish().unwrap();
    assert_eq!(names(dir.path()), ["citations.csv", "claims.csv", "sources.csv"]);
    assert_eq!(written.len(), 3);
    let header = "claim,source,stance,locator,quote,attributed_to,credibility,note\n";
    assert_eq!(fs::read_to_string(dir.path().join("citations.csv")).unwrap(), header);
}

#[test]
fn cells_are_quoted_only_where_they_have_to_be() {
    let dir = TempDir::new().unwrap();
    let mut writer = create(dir.path(), &[]);
    let mut citation = Citation::new(key("c1"), key("a key"));
    citation.locator = Some("page 1, 2".to_owned());
    citation.quote = Some("he said \"no\"\r\ntwice".to_owned());
    citation.attributed_to = vec![key("a"), key("b; c")];
    citation.note = Some(" =1;\\ ".to_owned());
    writer.citation(&citation).unwrap();
    writer.finish().unwrap();
    let text = fs::read_to_string(dir.path().join("citations.csv")).unwrap();
    let row = text.split_once('\n').unwrap().1;
    let expected = "c1,a key,supports,\"page 1, 2\",\"he said \"\"no\"\"\r\ntwice\",a; b\\; c,,\
                    \" =1;\\ \"\n";
    assert_eq!(row, expected);
}

#[test]
fn defaults_are_written_out() {
    let dir = TempDir::new().unwrap();
    let mut writer = create(dir.path(), &[]);
    writer.source(&Source::new(key("s"), Kind::Report, "T")).unwrap();
    writer.claim(&Claim::new(key("c1"), "S")).unwrap();
    writer.finish().unwrap();
    let source = fs::read_to_string(dir.path().join("sources.csv")).unwrap();
    assert!(source.ends_with("\ns,report,T,,,,,,,,,,,,unknown,active,,open,,,\n"), "{source}");
    let claim = fs::read_to_string(dir.path().join("claims.csv")).unwrap();
    assert!(claim.ends_with("\nc1,S,,,fact,normal,,,,,,\n"), "{claim}");
}

#[test]
fn variables_are_columns_in_order_of_their_names() {
    let dir = TempDir::new().unwrap();
    let mut writer = create(dir.path(), &["volume", "genre"]);
    let mut source = Source::new(key("s"), Kind::Report, "T");
    source.variables = vec![("volume".to_owned(), "7".to_owned())];
    writer.source(&source).unwrap();
    source.variables = vec![("section".to_owned(), "2".to_owned())];
    assert!(writer.source(&source).is_err());
    writer.finish().unwrap();
    let text = fs::read_to_string(dir.path().join("sources.csv")).unwrap();
    assert!(text.lines().next().unwrap().ends_with(",note,aliases,csl:genre,csl:volume"));
    assert!(text.ends_with(",,7\n"));
}

#[test]
fn the_first_appearance_is_in_the_claim_and_the_others_in_their_file() {
    let dir = TempDir::new().unwrap();
    let mut writer = create(dir.path(), &[]);
    let mut claim = Claim::new(key("c1"), "S");
    for source in ["first", "second", "third"] {
        claim.appearances.push(Appearance { source: key(source), locator: None, quote: None });
    }
    writer.claim(&claim).unwrap();
    writer.finish().unwrap();
    let appearances = fs::read_to_string(dir.path().join("appearances.csv")).unwrap();
    assert_eq!(appearances, "claim,source,locator,quote\nc1,second,,\nc1,third,,\n");
    assert!(fs::read_to_string(dir.path().join("claims.csv")).unwrap().contains(",first,"));
}

#[test]
fn nothing_is_there_before_the_end_and_nothing_stays_without_it() {
    let dir = TempDir::new().unwrap();
    let folder = dir.path().join("case");
    let mut writer = create(&folder, &[]);
    writer.claim(&Claim::new(key("c1"), "S")).unwrap();
    assert!(CaseFile::existing_in(&folder).is_empty());
    drop(writer);
    assert!(!folder.exists());
}

#[test]
fn a_folder_that_has_files_is_refused() {
    let dir = TempDir::new().unwrap();
    fs::write(dir.path().join("lineage.csv"), "mine").unwrap();
    let error = CaseFolderWriter::create(dir.path(), BTreeSet::new()).err().unwrap();
    assert_eq!(error.kind, ErrorKind::Exists);
    assert!(error.to_string().contains("lineage.csv"), "{error}");
    assert_eq!(CaseFile::existing_in(dir.path()), [CaseFile::Lineage]);
    assert_eq!(names(dir.path()), ["lineage.csv"]);
}

#[test]
fn replacing_leaves_no_stale_file_and_no_other_file_alone() {
    let dir = TempDir::new().unwrap();
    fs::write(dir.path().join("reviews.csv"), "old").unwrap();
    fs::write(dir.path().join("claims.csv"), "old").unwrap();
    fs::write(dir.path().join("notes.txt"), "mine").unwrap();
    let mut writer = CaseFolderWriter::replace(dir.path(), BTreeSet::new()).unwrap();
    let (source, origin) = (key("a"), key("b"));
    let row = Lineage { source, origin, relation: Relation::Quotes, note: None };
    writer.lineage(&row).unwrap();
    writer.finish().unwrap();
    let expected = ["citations.csv", "claims.csv", "lineage.csv", "notes.txt", "sources.csv"];
    assert_eq!(names(dir.path()), expected);
    assert_ne!(fs::read_to_string(dir.path().join("claims.csv")).unwrap(), "old");
}

#[test]
fn replacing_without_an_end_leaves_what_was_there() {
    let dir = TempDir::new().unwrap();
    fs::write(dir.path().join("claims.csv"), "old").unwrap();
    let mut writer = CaseFolderWriter::replace(dir.path(), BTreeSet::new()).unwrap();
    writer.claim(&Claim::new(key("c1"), "S")).unwrap();
    drop(writer);
    assert_eq!(names(dir.path()), ["claims.csv"]);
    assert_eq!(fs::read_to_string(dir.path().join("claims.csv")).unwrap(), "old");
}

#[test]
fn what_could_not_be_read_back_is_not_written() {
    let dir = TempDir::new().unwrap();
    let mut writer = create(dir.path(), &[]);
    assert!(writer.claim(&Claim::new(key("c1"), "NUL \0")).is_err());
    assert!(writer.claim(&Claim::new(key("c1"), "x".repeat(MAX_CELL + 1))).is_err());
    let variables = BTreeSet::from(["DOI".to_owned()]);
    assert!(CaseFolderWriter::replace(dir.path(), variables).is_err());
}

#[cfg(unix)]
#[test]
fn others_may_read_the_files_as_usual() {
    use std::os::unix::fs::PermissionsExt;
    let dir = TempDir::new().unwrap();
    create(dir.path(), &[]).finish().unwrap();
    fs::write(dir.path().join("usual"), "").unwrap();
    let mode = |name| fs::metadata(dir.path().join(name)).unwrap().permissions().mode();
    assert_eq!(mode("claims.csv"), mode("usual"));
}

#[test]
fn a_disk_that_fails_at_the_last_moment_leaves_what_was_there() {
    let dir = TempDir::new().unwrap();
    for name in ["sources.csv", "claims.csv", "citations.csv"] {
        fs::write(dir.path().join(name), "old").unwrap();
    }
    // A folder where the old claims would go for the time being: they cannot be moved there.
    let aside = format!(".claims.csv.{}.replaced", std::process::id());
    fs::create_dir_all(dir.path().join(&aside).join("full")).unwrap();
    let before = names(dir.path());
    let writer = CaseFolderWriter::replace(dir.path(), BTreeSet::new()).unwrap();
    let error = writer.finish().unwrap_err();
    assert!(error.to_string().contains("claims.csv cannot be written"), "{error}");
    assert_eq!(names(dir.path()), before);
    for name in ["sources.csv", "claims.csv", "citations.csv"] {
        assert_eq!(fs::read_to_string(dir.path().join(name)).unwrap(), "old");
    }
}
