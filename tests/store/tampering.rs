//! Another program edits the casebook: the doctor finds it and says what.

use std::path::Path;

use twosource::domain::Source;
use twosource::error::Result;
use twosource::exchange::case::CaseFolder;
use twosource::store::import::ImportOptions;
use twosource::store::{Access, Store};
use twosource::transfer::import_case;

use super::desk::{Desk, WAIT, faults, key, signed};

/// The faults of a small case after a stranger ran this SQL.
fn after(sql: &str) -> Vec<String> {
    after_in(&Desk::with_a_case(), sql)
}

fn after_in(desk: &Desk, sql: &str) -> Vec<String> {
    assert_eq!(desk.faults(), Vec::<String>::new());
    desk.stranger().execute_batch(sql).unwrap();
    let found = desk.faults();
    // Reading alone finds the same, but for the full-text index.
    let reading = Store::open(&desk.path(), Access::Read, WAIT).unwrap();
    let mut expected = found.clone();
    expected.retain(|fault| !fault.starts_with("full-text"));
    assert_eq!(faults(&reading), expected);
    found
}

fn assert_one(faults: &[String], parts: &[&str]) {
    let fits = |fault: &&String| parts.iter().all(|part| fault.contains(part));
    assert_eq!(faults.iter().filter(fits).count(), 1, "{parts:?} in {faults:#?}");
}

#[test]
fn an_edited_statement() {
    let found = after("UPDATE claim SET statement = 'The contrary' WHERE key = 'c1'");
    assert_one(&found, &["content: claim `c1`, statement: was changed outside twosource"]);
    assert_one(&found, &["change 4 (claim add by Ana, 2026-11-22T10:00:00Z) wrote it last"]);
    assert_one(&found, &["search texts: `c1`"]);
    assert_eq!(found.len(), 2, "{found:#?}");
}

#[test]
fn a_deleted_citation() {
    let found = after("DELETE FROM citation WHERE id = 1");
    assert_eq!(found.len(), 2, "{found:#?}");
    assert_one(&found, &["content: citation of `paper` by claim `c1`: was removed outside"]);
    assert_one(&found, &["levels: claim `c1`", "kept as single-source, but it is unsupported"]);
}

#[test]
fn a_changed_stance_and_an_added_citation() {
    let found = after(
        "UPDATE citation SET stance = 'disputes';
         INSERT INTO citation (claim_id, source_id, stance, version) VALUES (2, 1, 'supports', 6)",
    );
    assert_eq!(found.len(), 4, "{found:#?}");
    assert_one(&found, &["citation of `paper` by claim `c1`, stance: was changed"]);
    assert_one(&found, &["citation of `wire` by claim `c2`: was added"]);
    assert_one(&found, &["levels: claim `c1`", "kept as single-source, but it is unsupported"]);
    assert_one(&found, &["levels: claim `c2`", "kept as unsupported, but it is single-source"]);
}

#[test]
fn another_key() {
    let found = after("UPDATE claim SET key = 'c9' WHERE key = 'c2'");
    assert_one(&found, &["claim `c2`, key: was changed"]);
}

#[test]
fn a_record_that_was_renamed_before_is_not_blamed() {
    let desk = Desk::with_a_case();
    let rename = |source: &mut Source| {
        source.key = key("daily");
        Ok(())
    };
    desk.store.edit_source(&signed("Ben"), "source edit", "paper", rename).unwrap();
    let found = after_in(&desk, "UPDATE claim SET note = 'x' WHERE key = 'c2'");
    assert_one(&found, &["content: claim `c2`, note: was changed"]);
    assert_eq!(found.iter().filter(|fault| fault.starts_with("content")).count(), 1, "{found:#?}");
}

#[test]
fn a_tag_a_lineage_note_and_a_creator() {
    let desk = Desk::with_a_case();
    let credit = |source: &mut Source| {
        source.creators.push("Fisk, Robert".parse()?);
        Ok(())
    };
    desk.store.edit_source(&signed("Ben"), "source edit", "wire", credit).unwrap();
    let found = after_in(
        &desk,
        "INSERT INTO claim_tag VALUES (1, 0, 'solid');
         UPDATE lineage SET note = 'sure';
         UPDATE creator SET name = 'Fisk, Roberta'",
    );
    assert_one(&found, &["claim `c1`, tags: was changed"]);
    assert_one(&found, &["lineage from `paper` to `wire`, note: was changed"]);
    assert_one(&found, &["source `wire`, creators: was changed", "by Ben"]);
    assert_one(&found, &["creators: `Fisk, Roberta` is compared"]);
}

#[test]
fn an_edited_change_is_the_first_broken_link() {
    let found = after(
        "UPDATE change SET actor = 'Mallory' WHERE id = 3; UPDATE change SET action = 'x' WHERE id = 5",
    );
    assert_eq!(found.len(), 2, "{found:#?}");
    assert_one(&found, &["history: change 3 (source derive by Mallory", "does not say any more"]);
    assert_one(&found, &["the first broken link, the 2 changes before it are whole"]);
    assert_one(&found, &["later links are broken too: 1 in all"]);
}

#[test]
fn a_removed_change() {
    let found = after("DELETE FROM change_subject; DELETE FROM change WHERE id = 2");
    assert_one(&found, &["history: change 2 is missing before change 3"]);
}

#[test]
fn a_change_made_up_anew_does_not_follow() {
    let found = after("UPDATE change SET hash = zeroblob(32) WHERE id = 2");
    assert_one(
        &found,
        &["change 2 (source add by Ana", "does not follow from the change before it"],
    );
    assert_one(&found, &["later links are broken too: 1 in all"]);
}

#[test]
fn the_last_change_cut_off_leaves_content_that_nothing_explains() {
    let found =
        after("DELETE FROM change_subject WHERE change_id = 6; DELETE FROM change WHERE id = 6");
    assert_one(&found, &["references", "refer to a `change` that is gone"]);
    assert_one(&found, &["citation of `paper` by claim `c1`: was added"]);
}

#[test]
fn a_change_that_no_redaction_took_the_salt_from() {
    let found = after(
        "UPDATE change SET actor = 'redacted', before = NULL, after = NULL, salt = NULL WHERE id = 4",
    );
    assert_eq!(found.len(), 1, "{found:#?}");
    assert_one(&found, &["history: change 4", "has lost its salt, and no redaction says so"]);
}

#[test]
fn a_word_that_is_in_no_list() {
    let found = after("UPDATE source SET kind = 'blog' WHERE key = 'wire'");
    assert_one(&found, &["records: source `wire` cannot be read: `blog` is not a kind of source"]);
    assert_one(&found, &["references: 1 of the rows of `source` refer to a `kind` that is gone"]);
    assert!(!found.iter().any(|fault| fault.contains("removed")), "{found:#?}");
}

#[test]
fn bytes_that_are_no_text() {
    let found = after("UPDATE claim SET statement = CAST(x'FF' AS TEXT) WHERE key = 'c1'");
    assert_one(&found, &["records: claim `c1` cannot be read"]);
}

#[test]
fn references_that_lead_nowhere() {
    let found = after("DELETE FROM claim WHERE key = 'c1'");
    assert_one(
        &found,
        &["references: 1 of the rows of `citation` refer to a `claim` that is gone"],
    );
    assert_one(&found, &["content: claim `c1`: was removed"]);
    assert_one(&found, &["search texts: 1 of them belong to no record"]);
}

#[test]
fn derived_rows_that_do_not_agree() {
    let found = after(
        "INSERT INTO strong_identifier VALUES (1, 'doi:10.1/x');
         INSERT INTO creator (name, unnamed, voice) VALUES ('Nobody', 0, 'Nobody');
         UPDATE source SET lineage = 'original' WHERE key = 'paper'",
    );
    assert_one(&found, &["identifiers: source `wire`"]);
    assert_one(&found, &["creators: `Nobody` is behind no source"]);
    assert_one(&found, &["lineage states: source `paper` is `original` but has origins"]);
    assert_one(&found, &["content: source `paper`, lineage: was changed"]);
}

#[test]
fn levels_that_were_written_by_hand() {
    let found = after(
        "UPDATE claim_level SET level = 'corroborated' WHERE claim_id = 1;
         INSERT INTO weakest_point VALUES (2, 0, 1, NULL, NULL)",
    );
    assert_eq!(found.len(), 2, "{found:#?}");
    assert_one(&found, &["levels: claim `c1`", "kept as corroborated, but it is single-source"]);
    assert_one(&found, &["levels: claim `c2`", "weakest points are kept wrongly"]);
}

#[test]
fn a_full_text_index_that_is_behind() {
    let found = after(
        "INSERT INTO search_index (search_index, rowid, text)
         SELECT 'delete', id, text FROM search_text WHERE id = 4",
    );
    assert_eq!(found, ["full-text index: it does not agree with the texts it was made from"]);
}

#[test]
fn a_row_of_an_import_is_traced_to_the_import() {
    let desk = Desk::new();
    import(&desk, Path::new("fixtures/menamm-2019")).unwrap();
    desk.claim("by-hand");
    let found = after_in(
        &desk,
        "UPDATE citation SET credibility = 1 WHERE id = 7;
         UPDATE claim SET note = 'x' WHERE key = 'by-hand'",
    );
    assert_one(&found, &["content: claim `by-hand`, note: was changed"]);
    assert_one(
        &found,
        &["content: a record was changed", "among those of change 1 (import by Ana"],
    );
}

#[test]
fn an_import_and_what_is_done_to_its_records_is_no_fault() {
    let desk = Desk::new();
    desk.source("earlier");
    import(&desk, Path::new("fixtures/menamm-2019")).unwrap();
    assert_eq!(desk.faults(), Vec::<String>::new());
    let mut keys = Vec::new();
    desk.store
        .each_source(|source| {
            keys.push(source.record.key);
            Ok(())
        })
        .unwrap();
    for (number, old) in keys.iter().enumerate().skip(1).step_by(4) {
        let rename = |source: &mut Source| {
            source.key = key(&format!("renamed-{number}"));
            Ok(())
        };
        desk.store.edit_source(&signed("Ben"), "source edit", old, rename).unwrap();
    }
    assert_eq!(desk.faults(), Vec::<String>::new());
    let found = after_in(&desk, "UPDATE source SET note = 'x' WHERE key = 'renamed-5'");
    assert_one(&found, &["content: source `renamed-5`, note: was changed", "by Ben"]);
}

fn import(desk: &Desk, folder: &Path) -> Result<()> {
    let folder = CaseFolder::open(folder)?;
    import_case(&desk.store, &signed("Ana"), &folder, ImportOptions::default(), &mut |_| {})
        .map(drop)
}

#[test]
fn many_edits_are_counted_but_not_listed() {
    let desk = Desk::new();
    (0..60).for_each(|number| desk.claim(&format!("c{number}")));
    let found = after_in(&desk, "UPDATE claim SET statement = 'x' || id");
    let content = found.iter().filter(|fault| fault.starts_with("content")).count();
    assert_eq!(content, 21, "twenty, and one for the others");
    assert_one(&found, &["content: and 40 more like these"]);
}

#[test]
fn an_assignment_and_the_policy() {
    let desk = Desk::with_a_case();
    desk.store.assign(&signed("Ana"), "c1", &["Ben".to_owned(), "Cem".to_owned()]).unwrap();
    let pair = twosource::domain::ReviewPolicy { required: 2, not_by_logger: true };
    desk.store.set_review_policy(&signed("Ana"), |_| pair).unwrap();
    let found = after_in(
        &desk,
        "UPDATE assignment SET reviewer = 'Dora' WHERE reviewer = 'Ben';
         DELETE FROM assignment WHERE reviewer = 'Cem';
         UPDATE review_policy SET required = 1",
    );
    assert_eq!(found.len(), 3, "{found:#?}");
    assert_one(&found, &["assignment of claim `c1` to Ben, reviewer: was changed outside"]);
    assert_one(&found, &["assignment of claim `c1` to Cem: was removed outside"]);
    assert_one(&found, &["what was said of reviewing, required: was changed outside"]);
}

#[test]
fn a_policy_that_nobody_set_and_one_that_cannot_be() {
    let found = after("INSERT INTO review_policy VALUES (1, 3, 0, 'Eve', '2026-11-22', 1)");
    assert_one(&found, &["what was said of reviewing: was added outside twosource"]);
    let found = after("INSERT INTO review_policy VALUES (1, 0, 0, 'Eve', '2026-11-22', 1)");
    assert_one(&found, &["what was said of reviewing", "is none from 1 to 9"]);
}
