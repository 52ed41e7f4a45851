//! Out and in again.

use std::path::Path;

use twosource::domain::ReviewPolicy;
use twosource::store::Signature;
use twosource::transfer::{ExportOptions, export_case};

use super::{FOLDER, import, new_casebook};

fn files(folder: &Path) -> Vec<(String, String)> {
    let mut files: Vec<_> = folder
        .read_dir()
        .unwrap()
        .map(|entry| {
            let path = entry.unwrap().path();
            let name = path.file_name().unwrap().to_string_lossy().into_owned();
            (name, std::fs::read_to_string(path).unwrap())
        })
        .collect();
    files.sort();
    files
}

/// Line by line, so that a failure shows the line.
fn assert_same(left: &Path, right: &Path) {
    let (left, right) = (files(left), files(right));
    assert_eq!(left.len(), right.len(), "other files");
    for ((name, left), (_, right)) in left.iter().zip(&right) {
        left.lines().zip(right.lines()).for_each(|(left, right)| assert_eq!(left, right, "{name}"));
        assert_eq!(left.len(), right.len(), "{name}");
    }
}

#[test]
fn an_exported_folder_reads_back_and_comes_out_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let first = new_casebook(folder.path(), "first.db");
    import(&first, Path::new(FOLDER));
    let (once, twice) = (folder.path().join("once"), folder.path().join("twice"));
    export_case(&first, &once, ExportOptions::default()).unwrap();
    let second = new_casebook(folder.path(), "second.db");
    import(&second, &once);
    export_case(&second, &twice, ExportOptions::default()).unwrap();
    assert_same(&once, &twice);
    assert_same(Path::new(FOLDER), &once);
}

#[test]
fn a_second_import_changes_nothing() {
    let folder = tempfile::tempdir().unwrap();
    let store = new_casebook(folder.path(), "case.db");
    let first = import(&store, Path::new(FOLDER));
    let second = import(&store, Path::new(FOLDER));
    assert!(!second.changes_anything());
    assert_eq!(second.claims.unchanged, first.claims.new);
    assert_eq!(second.citations.unchanged, first.citations.new);
}

#[test]
fn how_a_desk_reviews_comes_out_the_same() {
    let folder = tempfile::tempdir().unwrap();
    let first = new_casebook(folder.path(), "first.db");
    import(&first, Path::new(FOLDER));
    let at = "2026-11-02T14:05:00Z".parse().unwrap();
    let editor = Signature { actor: "Ana; Ben, =1".to_owned(), at };
    for claim in ["vital-artery", "passports-unstamped"] {
        let names = ["Zoé \"Zo\" Lima".to_owned(), "مریم".to_owned(), "Cem".to_owned()];
        first.assign(&editor, claim, &names).unwrap();
    }
    let pair = ReviewPolicy { required: 2, not_by_logger: true };
    first.set_review_policy(&editor, |_| pair).unwrap();
    let (once, twice) = (folder.path().join("once"), folder.path().join("twice"));
    export_case(&first, &once, ExportOptions::default()).unwrap();
    // Into an empty casebook, and into one that has the claims already.
    for (name, known) in [("empty.db", false), ("known.db", true)] {
        let second = new_casebook(folder.path(), name);
        if known {
            import(&second, Path::new(FOLDER));
        }
        import(&second, &once);
        assert_eq!(second.review_policy().unwrap(), pair);
        let options = ExportOptions { replace: known, ..ExportOptions::default() };
        export_case(&second, &twice, options).unwrap();
        assert_same(&once, &twice);
        let findings = second.examine(&mut |_| {}).unwrap();
        assert!(findings.iter().all(|found| found.severity.as_str() != "fault"), "{findings:#?}");
        assert!(!import(&second, &once).changes_anything());
    }
}
