//! Whether a judgement holds outside is what the casebook itself says, without the reason.

use std::fs;

use twosource::domain::Confidentiality::{Confidential, Open};
use twosource::domain::{Citation, Pin};
use twosource::store::Store;
use twosource::transfer::Outside;

use super::super::{add, claim, desk, import, interview, new_casebook};

/// The claims that were reviewed or waived, each with whether that holds, what it is pinned to, and
/// whether somebody is told to have ended it.
fn states(store: &Store) -> Vec<(String, bool, bool, bool)> {
    let judged = store.judgements(None).unwrap();
    let reviews = judged
        .reviews
        .iter()
        .map(|it| (it.record.claim.to_string(), it.ended.as_ref(), it.record.pin.clone()));
    let waivers = judged
        .waivers
        .iter()
        .map(|it| (it.record.claim.to_string(), it.ended.as_ref(), it.record.pin.clone()));
    reviews
        .chain(waivers)
        .map(|(claim, ended, pin)| {
            let has_digest = matches!(pin, Pin::Evidence(_));
            let cause = ended.is_some_and(|ended| ended.cause.is_some());
            (claim, ended.is_none(), has_digest, cause)
        })
        .collect()
}

#[test]
fn what_holds_holds_and_what_has_ended_has_ended() {
    let folder = tempfile::tempdir().unwrap();
    let store = new_casebook(folder.path(), "a.db");
    add(&store, &interview("s1", "speaker: Doe, Jane", Confidential));
    add(&store, &interview("s2", "speaker: Roe, Max", Open));
    claim(&store, "c1", &["s1", "s2"]);
    claim(&store, "c2", &["s1"]);
    let reviews = folder.path().join("reviews");
    fs::create_dir(&reviews).unwrap();
    let rows = "claim,reviewer,verdict,reviewed_at\nc1,Vera,supported,2026-11-20\n\
                c2,Vera,supported,2026-11-20\n";
    fs::write(reviews.join("reviews.csv"), rows).unwrap();
    import(&store, &reviews, false).unwrap();
    for claim in ["c1", "c2"] {
        store.waive(&desk(), &claim.parse().unwrap(), "single-source", "Known.").unwrap();
    }
    store.cite(&desk(), &Citation::new("c2".parse().unwrap(), "s1".parse().unwrap())).unwrap();
    let all = ["c1", "c2", "c1", "c2"];
    let inside = all.map(|claim| (claim.to_owned(), claim == "c1", true, claim == "c2"));
    assert_eq!(states(&store), inside);
    let outside = Outside::of(&store).unwrap().unwrap();
    let seen = all.map(|claim| (claim.to_owned(), claim == "c1", false, false));
    assert_eq!(states(outside.store()), seen);
    let ended = outside.store().judgements(Some("c2")).unwrap().reviews.remove(0).ended.unwrap();
    assert_eq!(ended.to_string(), "the evidence had changed by 2026-11-22");
}
