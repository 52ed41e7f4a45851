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
    let pinned_inside = pins(&store);
    assert!(pinned_inside.iter().all(|pin| matches!(pin, Pin::Evidence(_))), "{pinned_inside:?}");
    assert_eq!(pins(outside.store()), [Pin::Entered, Pin::Entered, Pin::Entered, Pin::Entered]);
    assert_eq!(end(outside.store(), "c2"), "the evidence had changed by 2026-11-22");
}

/// What stands in the rows.
fn pins(store: &Store) -> Vec<Pin> {
    let (mut reviews, mut waivers) = (Vec::new(), Vec::new());
    let seen_reviews = store.each_review(None, |row| {
        reviews.push(row.record.pin);
        Ok(())
    });
    let seen_waivers = store.each_waiver(None, |row| {
        waivers.push(row.record.pin);
        Ok(())
    });
    seen_reviews.and(seen_waivers).unwrap();
    [reviews, waivers].concat()
}

fn end(store: &Store, claim: &str) -> String {
    store.judgements(Some(claim)).unwrap().waivers.remove(0).ended.unwrap().to_string()
}

#[test]
fn what_ended_one_is_told_where_it_names_none_but_open_sources() {
    let folder = tempfile::tempdir().unwrap();
    let store = new_casebook(folder.path(), "a.db");
    add(&store, &interview("s1", "speaker: Doe, Jane", Confidential));
    add(&store, &interview("s2", "speaker: Roe, Max", Open));
    add(&store, &interview("s3", "speaker: Poe, Ann", Open));
    for key in ["c1", "c2", "c3", "c4"] {
        claim(&store, key, &["s1", "s2"]);
        store.waive(&desk(), &key.parse().unwrap(), "single-source", "Known.").unwrap();
    }
    let cite = |claim: &str, source: &str, origin: Option<&str>| {
        let mut citation = Citation::new(claim.parse().unwrap(), source.parse().unwrap());
        citation.attributed_to.extend(origin.map(|key| key.parse().unwrap()));
        store.cite(&desk(), &citation).unwrap();
    };
    cite("c1", "s3", None);
    cite("c2", "s3", Some("s1"));
    store.remove_citation(&desk(), 5).unwrap();
    // Brought in by an import, which tells of its rows by their version alone.
    let case = folder.path().join("case");
    fs::create_dir(&case).unwrap();
    fs::write(case.join("citations.csv"), "claim,source,note\nc4,s1,More.\n").unwrap();
    import(&store, &case, false).unwrap();
    let outside = Outside::of(&store).unwrap().unwrap();
    let untold = "the evidence had changed by 2026-11-22";
    let told =
        ["c1", "c2", "c3", "c4"].map(|claim| (end(&store, claim), end(outside.store(), claim)));
    assert_eq!(told[0], (told[0].0.clone(), told[0].0.clone()));
    assert_eq!(told[0].0, "citation 9 (s3) was added on 2026-11-22");
    for (inside, outside) in &told[1..] {
        assert_ne!(inside, untold);
        assert_eq!(outside, untold);
    }
}
