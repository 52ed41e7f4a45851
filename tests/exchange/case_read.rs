use twosource::domain::{Confidentiality, Key, Kind, LineageState, Relation, Stance, Standing};
use twosource::exchange::case::{CaseFile, CaseFolder};

use crate::support::{all, folder_with, texts};

fn key(text: &str) -> Key {
    text.parse().unwrap()
}

#[test]
fn only_the_required_columns_are_needed() {
    let sources = all(texts("sources.csv", "key,kind,title\nnyt,newspaper-article,\n").sources());
    assert_eq!(sources.len(), 1);
    assert_eq!(sources[0].kind, Kind::NewspaperArticle);
    assert_eq!(sources[0].title, "");
    assert_eq!(sources[0].lineage, LineageState::Unknown);
    assert_eq!(sources[0].standing, Standing::Active);
    assert_eq!(sources[0].confidentiality, Confidentiality::Open);
}

#[test]
fn columns_come_in_any_order() {
    let text = "note,source,stance,claim\nsee p. 3,nyt,disputes,c1\n";
    let citations = all(texts("citations.csv", text).citations());
    assert_eq!(citations[0].claim, key("c1"));
    assert_eq!(citations[0].source, key("nyt"));
    assert_eq!(citations[0].stance, Stance::Disputes);
    assert_eq!(citations[0].note.as_deref(), Some("see p. 3"));
}

#[test]
fn every_column_of_a_source_is_read() {
    let text = "key,kind,title,creators,container,publisher,issued,url,archived_url,accessed,\
                language,jurisdiction,identifiers,pages,lineage,standing,grade,confidentiality,\
                tags,note,csl:volume,csl:genre\n\
                r,report,T,\"Doe, Jane; speaker: unnamed: an official\",C,P,198X,u,a,2019-01,fa,ir,\
                doi:10.1/x; ecli:E,1-2,original,corrected,B,background,a; b,n,7,\n";
    let source = all(texts("sources.csv", text).sources()).remove(0);
    assert_eq!(source.creators.len(), 2);
    assert!(source.creators[1].unnamed);
    assert_eq!(source.issued.unwrap().as_str(), "198X");
    assert_eq!(source.identifiers[1].to_string(), "ecli:E");
    assert_eq!(source.tags, ["a", "b"]);
    assert_eq!(source.standing, Standing::Corrected);
    assert_eq!(source.variables, [("volume".to_owned(), "7".to_owned())]);
}

#[test]
fn variables_come_in_order_of_their_names() {
    let text = "csl:volume,key,csl:genre,kind,title\n7,r,Memo,report,T\n";
    let source = all(texts("sources.csv", text).sources()).remove(0);
    let names: Vec<_> = source.variables.iter().map(|(name, _)| name.as_str()).collect();
    assert_eq!(names, ["genre", "volume"]);
}

#[test]
fn text_comes_byte_for_byte_and_words_without_white_space() {
    let text =
        "key,statement,nature,claimed_on,note\nc1,  A\tB ,\" record \", 2017-09 ,\" \r\n=1\\;\"\n";
    let claim = all(texts("claims.csv", text).claims()).remove(0);
    assert_eq!(claim.statement, "  A\tB ");
    assert_eq!(claim.nature.as_str(), "record");
    assert_eq!(claim.claimed_on.unwrap().as_str(), "2017-09");
    assert_eq!(claim.note.as_deref(), Some(" \r\n=1\\;"));
}

#[test]
fn a_claim_has_its_first_appearance_and_a_file_of_its_own_the_others() {
    let text = "key,statement,appears_in,appears_at\nc1,S,menamm,par. 3\n";
    let claim = all(texts("claims.csv", text).claims()).remove(0);
    assert_eq!(claim.appearances[0].source, key("menamm"));
    assert_eq!(claim.appearances[0].locator.as_deref(), Some("par. 3"));
    let text = "claim,source,quote\nc1,other,words\n";
    let row = all(texts("appearances.csv", text).appearances()).remove(0);
    assert_eq!((row.claim, row.appearance.source), (key("c1"), key("other")));
    assert_eq!(row.appearance.quote.as_deref(), Some("words"));
}

#[test]
fn lineage_reviews_and_waivers_are_read() {
    let lineage = all(texts("lineage.csv", "source,origin\na,b\n").lineage());
    assert_eq!(lineage[0].relation, Relation::Reports);
    let text = "claim,reviewer,verdict,reviewed_at\nc1,Ann,conflicting-evidence,2026-11-02\n";
    assert_eq!(all(texts("reviews.csv", text).reviews())[0].reviewer, "Ann");
    let text = "claim,rule,actor,reason,waived_at\nc1,single-source,Ann,R,2026-11-02T14:05:00Z\n";
    assert_eq!(all(texts("waivers.csv", text).waivers())[0].reason, "R");
}

#[test]
fn attributions_are_keys_with_semicolons_between() {
    let text = "claim,source,attributed_to\nc1,s,a; b\\; c;d\n";
    let citation = all(texts("citations.csv", text).citations()).remove(0);
    assert_eq!(citation.attributed_to, [key("a"), key("b; c;d")]);
}

#[test]
fn empty_rows_are_passed_over() {
    let text = "claim,source\n\n,\nc1,s\n , \n\n";
    assert_eq!(all(texts("citations.csv", text).citations()).len(), 1);
}

#[test]
fn the_last_line_needs_no_end() {
    assert_eq!(all(texts("citations.csv", "claim,source\nc1,s").citations()).len(), 1);
    assert_eq!(all(texts("citations.csv", "claim,source\nc1,\"s\"").citations()).len(), 1);
    assert!(all(texts("citations.csv", "claim,source").citations()).is_empty());
}

#[test]
fn lines_are_those_of_a_text_editor() {
    let text = "key,statement,note\r\nc1,S,\"two\r\nlines\"\r\n\r\nc2,S,\r\n";
    let folder = texts("claims.csv", text);
    let lines: Vec<_> =
        folder.claims().unwrap().unwrap().map(|claim| claim.unwrap().line).collect();
    assert_eq!(lines, [2, 5]);
}

#[test]
fn a_record_knows_where_its_cells_are() {
    let folder = folder_with("citations.csv", "claim,source\nc1,nyt\n");
    let citation = folder.open().citations().unwrap().unwrap().next().unwrap().unwrap();
    let place = citation.place("source", "nyt");
    let file = folder.path("citations.csv").display().to_string();
    assert_eq!(place.to_string(), format!("{file}, line 2, column `source`, value `nyt`"));
}

#[test]
fn a_folder_may_have_some_of_the_files_and_others_besides() {
    let folder = folder_with("claims.csv", "key,statement\n").and("notes.txt", "x");
    let case = folder.open();
    assert_eq!(case.files().collect::<Vec<_>>(), [CaseFile::Claims]);
    assert!(case.sources().unwrap().is_none());
}

#[test]
fn a_file_with_almost_the_right_name_is_pointed_out() {
    let folder = folder_with("Citations.csv", "").and("claims.csv", "").and("budget.csv", "");
    let misnamed = CaseFolder::misnamed(folder.dir.path());
    assert_eq!(misnamed, [("Citations.csv".to_owned(), CaseFile::Citations)]);
}

#[test]
fn a_file_may_be_read_twice() {
    let folder = texts("claims.csv", "key,statement\nc1,S\n");
    assert_eq!(all(folder.claims()), all(folder.claims()));
}

#[cfg(unix)]
#[test]
fn a_link_within_the_folder_is_followed() {
    let folder = folder_with("old.csv", "key,statement\nc1,S\n");
    std::os::unix::fs::symlink("old.csv", folder.path("claims.csv")).unwrap();
    assert_eq!(all(folder.open().claims()).len(), 1);
}
