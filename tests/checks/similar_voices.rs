//! `similar-voices`

use super::a_claim::sources;

const RULE: &str = "similar-voices";

fn found(names: &[&str]) -> Vec<String> {
    let mut desk = sources();
    for (number, name) in names.iter().enumerate() {
        desk = desk.said_by(&format!("s{number}"), &[name]);
    }
    desk.found_among_sources_by(RULE).into_iter().map(|finding| finding.message).collect()
}

#[test]
fn the_command_that_merges_them_is_named() {
    let names = ["Mansouri, Javad", "Mansuri, Jawad", "interviewee: Mansouri, Javad"];
    assert_eq!(
        found(&names),
        ["Mansouri, Javad and Mansuri, Jawad look like one; if they are: twosource creator merge \
          \"Mansouri, Javad\" \"Mansuri, Jawad\"; if they are two: twosource creator distinct \
          \"Mansouri, Javad\" \"Mansuri, Jawad\""]
    );
}

#[test]
fn accents_order_slips_initials_and_transliterations_are_seen_through() {
    for (one, other) in [
        ("Müller, Jörg", "Muller, Jorg"),
        ("Doe, Jane Mary", "Jane Mary Doe"),
        ("Reuters", "REUTERS"),
        ("Scott-Clark, Cathy", "Scott-Clark, C."),
        ("Khalilzad, Zalmay", "Khalilzad, Zalmai"),
        ("Okafor, Ada", "Okfaor, Ada"),
        ("bin Attash, Tawfiq", "Ben Atash, Tawfeek"),
        ("Larijani, Mohammad-Javad", "Larijani, Muhammed Jawad"),
    ] {
        assert_eq!(found(&[one, other]).len(), 1, "{one} / {other}");
    }
}

#[test]
fn different_people_are_left_alone() {
    for (one, other) in [
        ("Lee, Ann", "Lee, Ian"),
        ("Smith, John", "Smith, James"),
        ("Chamber 1 of the Court", "Chamber 2 of the Court"),
        ("District Court for the Southern District", "District Court for the Northern District"),
        ("unnamed: senior official", "unnamed: Senior Official"),
        ("editor: Doe, Jane", "editor: Doe, J."),
        ("Reuters", "Associated Press"),
    ] {
        assert!(found(&[one, other]).is_empty(), "{one} / {other}");
    }
}

#[test]
fn many_names_are_no_matter() {
    let names: Vec<String> =
        (0..3000).map(|number| format!("Name{number}, Given{number}")).collect();
    let names: Vec<&str> = names.iter().map(String::as_str).collect();
    assert!(found(&names).is_empty());
}
