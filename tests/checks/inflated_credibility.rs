//! `inflated-credibility`

use twosource::corroboration::Level;
use twosource::domain::Credibility;

use super::a_claim::a_claim;

const RULE: &str = "inflated-credibility";

fn rated(credibility: Credibility) -> super::a_claim::Desk {
    let desk = a_claim().source("s1", |_| {});
    desk.citing_with("s1", |citation| citation.credibility = Some(credibility))
}

#[test]
fn confirmed_without_corroboration_is_found() {
    let desk = rated(Credibility::Confirmed).at(Level::Apparent);
    assert_eq!(
        desk.message_of(RULE),
        "s1 is rated 1, confirmed by other sources, but the claim is apparent"
    );
}

#[test]
fn corroboration_and_other_ratings_are_left_alone() {
    let corroborated = rated(Credibility::Confirmed).at(Level::Corroborated);
    assert_eq!(corroborated.found_by(RULE), None);
    assert_eq!(rated(Credibility::Probable).at(Level::SingleSource).found_by(RULE), None);
}
