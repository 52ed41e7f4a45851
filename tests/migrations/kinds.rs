//! The table of kinds and the domain's list say the same.

use std::collections::BTreeMap;

use twosource::domain::Kind;

#[test]
fn every_kind_is_there_with_its_csl_type_and_no_other() {
    let (_folder, connection) = super::fresh();
    let mut statement = connection.prepare("SELECT name, csl_type FROM kind").unwrap();
    let rows = statement.query_map([], |row| Ok((row.get(0)?, row.get(1)?))).unwrap();
    let stored: BTreeMap<String, String> = rows.map(Result::unwrap).collect();
    let known = |kind: &Kind| (kind.as_str().to_owned(), kind.csl_type().to_owned());
    assert_eq!(stored, Kind::ALL.iter().map(known).collect());
}
