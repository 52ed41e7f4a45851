//! Every closed list of the domain and the CHECK that guards it have the same words.

use std::collections::BTreeSet;

use rusqlite::{Connection, ErrorCode};
use twosource::corroboration::Level;
use twosource::domain::{
    Confidentiality, Credibility, Grade, LineageState, Nature, Priority, Relation, Role, Scheme,
    SeveritySetting, Stance, Standing, Verdict,
};

/// The words of a list, the column that holds one of them, and its table.
struct Guarded {
    table: &'static str,
    column: &'static str,
    words: Vec<&'static str>,
}

macro_rules! guarded {
    ($table:literal, $column:literal, $list:ident) => {
        Guarded {
            table: $table,
            column: $column,
            words: $list::ALL.iter().map(|word| word.as_str()).collect(),
        }
    };
}

fn lists() -> Vec<Guarded> {
    vec![
        guarded!("source", "lineage", LineageState),
        guarded!("source", "standing", Standing),
        guarded!("source", "grade", Grade),
        guarded!("source", "confidentiality", Confidentiality),
        guarded!("creator_role", "role", Role),
        guarded!("identifier", "scheme", Scheme),
        guarded!("lineage", "relation", Relation),
        guarded!("claim", "nature", Nature),
        guarded!("claim", "priority", Priority),
        guarded!("citation", "stance", Stance),
        guarded!("citation", "credibility", Credibility),
        guarded!("review", "verdict", Verdict),
        guarded!("rule_severity", "severity", SeveritySetting),
        guarded!("claim_level", "level", Level),
    ]
}

fn put(connection: &Connection, list: &Guarded, word: &str) -> rusqlite::Result<usize> {
    // A column for numbers takes a text of digits as the number.
    connection.execute(&format!("UPDATE {} SET {} = ?1", list.table, list.column), [word])
}

#[test]
fn every_word_is_taken_and_no_other() {
    for list in lists() {
        let (_folder, connection) = super::fresh();
        super::rows::insert(&connection);
        for word in &list.words {
            put(&connection, &list, word).unwrap();
        }
        let first = list.words[0];
        let near = [
            first.to_uppercase(),
            first.to_lowercase(),
            format!("{first} "),
            format!("{first}{first}"),
        ];
        let wrong = ["", "unheard-of", "0", "7", "G", "AB"]
            .into_iter()
            .chain(near.iter().map(String::as_str));
        for wrong in wrong.filter(|word| !list.words.contains(word) && *word != "1 ") {
            let error = put(&connection, &list, wrong).unwrap_err();
            let code = error.sqlite_error_code();
            assert_eq!(code, Some(ErrorCode::ConstraintViolation), "{} {wrong:?}", list.column);
        }
    }
}

/// A CHECK could also take a word that the program does not know, and then cannot read.
#[test]
fn no_check_names_a_word_that_the_domain_does_not_have() {
    let (_folder, connection) = super::fresh();
    for list in lists() {
        let sql = "SELECT sql FROM sqlite_schema WHERE name = ?1";
        let table: String = connection.query_row(sql, [list.table], |row| row.get(0)).unwrap();
        let start = format!("{} = '", list.column);
        let named = table.split(&start).skip(1).filter_map(|rest| rest.split('\'').next());
        let named: BTreeSet<&str> = named.collect();
        // Grade and credibility are guarded by a range.
        if !named.is_empty() {
            assert_eq!(named, list.words.iter().copied().collect(), "{}", list.column);
        }
    }
}
