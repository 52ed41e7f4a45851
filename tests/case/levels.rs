//! The levels of the article's claims.

use std::path::Path;

use twosource::store::levels::ClaimLevel;

use super::{FOLDER, import, new_casebook};

/// Claim, level, sources, origins, weakest points.
const EXPECTED: &[(&str, &str, &[&str])] = &[
    ("passports-unstamped", "corroborated", &[]),
    ("weapons-for-gulf-attacks", "apparent", &[]),
    ("haven-after-911", "apparent", &[]),
    ("safe-haven-negotiated", "single-origin", &["alqaeda-19p", "high-ranking al-Qaeda official"]),
    ("vital-artery", "single-origin", &["obl-letter-karim", "bin Laden, Usama"]),
    ("exchange-proposal", "single-source", &["khalilzad-book", "Khalilzad, Zalmay"]),
    (
        "ny-court-liability",
        "single-source",
        &[
            "reuters-london",
            "sdny-ruling",
            "United States District Court for the Southern District of New York",
        ],
    ),
    (
        "hijackers-transit",
        "single-source",
        &["911-commission", "National Commission on Terrorist Attacks Upon the United States"],
    ),
    (
        "embassy-bombings-support",
        "single-source",
        &["ddc-2011", "United States District Court for the District of Columbia"],
    ),
    (
        "soleimani-meeting",
        "single-source",
        &[
            "alqaeda-19p",
            "atlantic-2017",
            "high-ranking al-Qaeda official",
            "Levy, Adrian",
            "Scott-Clark, Cathy",
        ],
    ),
    ("walid-travel-2001", "unsupported", &[]),
    (
        "ten-leaders-in-iran",
        "single-source",
        &["nyt-2003", "us-official-2003", "senior American official"],
    ),
    ("aqi-formation", "single-source", &["turki-2015", "Turki al-Faisal"]),
    ("zarqawi-camps", "single-source", &["bka-2004", "Bundeskriminalamt"]),
    ("zarqawi-safe-house", "single-source", &["mek-intel-2005"]),
    ("movements-office-1981", "single-source", &["mansouri-interview", "Mansouri, Javad"]),
    (
        "mughniyah-meeting-1992",
        "single-source",
        &["ncri-statement", "National Council of Resistance of Iran"],
    ),
    (
        "disclosure-prevented",
        "single-source",
        &["nyt-2016", "state-official-2016", "senior State Department official"],
    ),
    (
        "constitution-one-nation",
        "single-source",
        &["iran-constitution", "Islamic Republic of Iran"],
    ),
    ("embassy-death-toll", "unsupported", &[]),
    ("riyadh-compounds", "unsupported", &[]),
    ("compensation-total", "unsupported", &[]),
    ("founded-1988", "unsupported", &[]),
];

fn sorted<'a>(names: impl IntoIterator<Item = &'a str>) -> Vec<&'a str> {
    let mut names: Vec<_> = names.into_iter().collect();
    names.sort_unstable();
    names
}

fn check(found: &ClaimLevel, key: &str, level: &str, points: &[&str]) {
    assert_eq!(found.level.as_str(), level, "{key}");
    let names = found.weakest_points.iter().map(|point| point.name.as_str());
    assert_eq!(sorted(names), sorted(points.iter().copied()), "{key}");
}

#[test]
fn the_levels_of_the_inventory_come_out() {
    let folder = tempfile::tempdir().unwrap();
    let store = new_casebook(folder.path(), "case.db");
    let summary = import(&store, Path::new(FOLDER));
    assert_eq!(summary.sources.new, 36);
    let levels = store.levels().unwrap();
    for (key, level, points) in EXPECTED {
        let id = store.claim(key).unwrap().id;
        check(&levels.of(&store, id).unwrap(), key, level, points);
        check(&store.level_of_claim(id).unwrap(), key, level, points);
    }
}

#[test]
fn one_claim_alone_has_the_level_it_has_among_all() {
    let folder = tempfile::tempdir().unwrap();
    let store = new_casebook(folder.path(), "case.db");
    import(&store, Path::new(FOLDER));
    let levels = store.levels().unwrap();
    store
        .each_claim(|claim| {
            let among_all = levels.of(&store, claim.id).unwrap();
            let mut alone = store.level_of_claim(claim.id).unwrap();
            let mut all = among_all;
            alone.weakest_points.sort_by(|a, b| (a.kind, &a.name).cmp(&(b.kind, &b.name)));
            all.weakest_points.sort_by(|a, b| (a.kind, &a.name).cmp(&(b.kind, &b.name)));
            assert_eq!(alone, all, "{}", claim.record.key);
            Ok(())
        })
        .unwrap();
}
