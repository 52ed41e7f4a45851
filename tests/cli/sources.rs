//! Sources that many tests begin with.

use crate::desk::Desk;

/// A desk with claim `c1`, which rests on the source `s1`.
pub(crate) fn one_for_a_claim() -> Desk {
    let desk = Desk::new();
    desk.run(&["claim", "add", "The bank paid."]).succeeds();
    desk.run(&["source", "add", "Letter", "--kind", "letter", "--key", "s1"]).succeeds();
    desk.run(&["cite", "c1", "s1"]).succeeds();
    desk
}

/// An original of which Reuters is the voice: `wire`.
pub(crate) fn wire(desk: &Desk) {
    let fields = ["--kind", "wire-report", "--issuer", "Reuters", "--lineage", "original"];
    add(desk, "wire", &fields);
}

/// An article by Ann Lee, of which nobody knows where it comes from: `daily`.
pub(crate) fn daily(desk: &Desk) {
    add(desk, "daily", &["--kind", "newspaper-article", "--author", "Lee, Ann"]);
}

/// An original by Jo Roe: `book`.
pub(crate) fn book(desk: &Desk) {
    add(desk, "book", &["--kind", "book", "--author", "Roe, Jo", "--lineage", "original"]);
}

fn add(desk: &Desk, key: &str, fields: &[&str]) {
    let title = format!("The {key}");
    let arguments = [&["source", "add", title.as_str(), "--key", key], fields].concat();
    desk.run(&arguments).succeeds();
}
