//! What an import leaves must be what single edits would have left.

use twosource::domain::{Kind, Lineage, LineageState, Relation, Source};
use twosource::error::Result;
use twosource::store::edits::KeyChoice;
use twosource::store::import::{Import, ImportOptions, Rejection};

use super::desk::{Desk, key, signed};

/// A paper in this state, which an import sets to another before it derives it from the wire.
fn derived_after_update(before: LineageState, after: LineageState) -> (Desk, Option<Rejection>) {
    let desk = Desk::new();
    desk.source("wire");
    let paper = |state| {
        let mut paper = Source::new(key("paper"), Kind::Report, "The paper");
        paper.lineage = state;
        paper
    };
    desk.store.add_source(&signed("Ana"), &paper(before), KeyChoice::Given).unwrap();
    let (source, origin) = (key("paper"), key("wire"));
    let row = Lineage { source, origin, relation: Relation::Reports, note: None };
    let load = |import: &mut Import<'_>| -> Result<Option<Rejection>> {
        import.source(&paper(after), 1).unwrap();
        Ok(import.lineage(&row).err())
    };
    let options = ImportOptions { update: true, dry_run: false };
    let (_, rejected) = desk.store.import(&signed("Ana"), "import", options, load).unwrap();
    (desk, rejected)
}

#[test]
fn a_source_that_the_import_updates_and_derives_is_derived() {
    for before in [LineageState::Original, LineageState::Derived] {
        let (desk, rejected) = derived_after_update(before, LineageState::Unknown);
        assert!(rejected.is_none(), "{rejected:?}");
        assert_eq!(desk.store.source("paper").unwrap().record.lineage, LineageState::Derived);
        assert_eq!(desk.faults(), Vec::<String>::new());
    }
}

#[test]
fn a_source_that_the_import_makes_original_cannot_be_derived() {
    let (desk, rejected) = derived_after_update(LineageState::Unknown, LineageState::Original);
    assert!(matches!(rejected, Some(Rejection::Fault(_))), "{rejected:?}");
    assert_eq!(desk.faults(), Vec::<String>::new());
}
