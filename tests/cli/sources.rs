//! Sources that many tests begin with.

use crate::desk::Desk;

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
