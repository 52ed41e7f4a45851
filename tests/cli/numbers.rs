//! Numbers and proposed keys are never used again: a noted "citation 1" means one citation for good.

use crate::desk::Desk;

fn typed(desk: &Desk, arguments: &[&str]) -> String {
    desk.run(arguments).succeeds().stdout.trim().to_owned()
}

#[test]
fn a_removed_citation_leaves_its_number_unused() {
    let desk = Desk::new();
    typed(&desk, &["source", "add", "Report", "--kind", "report", "--key", "report"]);
    typed(&desk, &["claim", "add", "The bank paid."]);
    assert_eq!(typed(&desk, &["cite", "c1", "report"]), "1");
    typed(&desk, &["citation", "remove", "1"]);
    assert_eq!(typed(&desk, &["cite", "c1", "report"]), "2");
}

#[test]
fn a_removed_claim_leaves_its_key_unused() {
    let desk = Desk::new();
    assert_eq!(typed(&desk, &["claim", "add", "The bank paid."]), "c1");
    typed(&desk, &["claim", "remove", "c1"]);
    assert_eq!(typed(&desk, &["claim", "add", "The bank did not pay."]), "c2");
}
