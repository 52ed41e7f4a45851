use proptest::prelude::*;
use twosource::output::{csv_text, formula_safe};

use crate::written::any_text;

#[test]
fn cells_are_quoted_where_they_must_be_and_lines_end_in_a_line_feed() {
    let rows = [["c1", "a, b"], ["c2", "he said \"no\""], ["c3", "two\nlines"], ["c4", ""]];
    let text = csv_text(&["key", "statement"], rows).unwrap();
    assert_eq!(
        text,
        "key,statement\nc1,\"a, b\"\nc2,\"he said \"\"no\"\"\"\nc3,\"two\nlines\"\nc4,\n"
    );
}

#[test]
fn no_cell_is_a_formula() {
    for cell in ["=1+1", "+1", "-1", "@x", "\tx", "\rx", "\n=1", "＝1", "＋1", "－1", "＠x"] {
        assert_eq!(formula_safe(cell), format!("'{cell}"));
    }
    assert_eq!(formula_safe("a=1"), "a=1");
    assert_eq!(csv_text(&["x"], [["=cmd|' /C calc'!A0"]]).unwrap(), "x\n'=cmd|' /C calc'!A0\n");
}

#[test]
fn controls_are_shown_and_marks_of_direction_stay() {
    assert_eq!(csv_text(&["x"], [["a\u{1b}b\u{200f}ש"]]).unwrap(), "x\na␛b\u{200f}ש\n");
    assert_eq!(csv_text(&["x"], [["a\r\nb\tc"]]).unwrap(), "x\n\"a\nb\tc\"\n");
}

#[test]
fn no_rows_leave_the_headings() {
    assert_eq!(csv_text(&["a", "b"], Vec::<Vec<String>>::new()).unwrap(), "a,b\n");
}

proptest! {
    #[test]
    fn no_control_but_line_feed_and_tab_survives_and_no_cell_is_lost(
        rows in prop::collection::vec(prop::collection::vec(any_text(), 3), 0..6),
    ) {
        let text = csv_text(&["a", "b", "c"], &rows).unwrap();
        prop_assert!(!text.chars().any(|c| c.is_control() && c != '\n' && c != '\t'), "{text:?}");
        let mut reader = ::csv::Reader::from_reader(text.as_bytes());
        let read: Vec<_> = reader.records().map(Result::unwrap).collect();
        prop_assert_eq!(read.len(), rows.len());
        for cell in read.iter().flatten() {
            prop_assert!(!cell.starts_with(['=', '+', '-', '@', '\t', '\n']), "{cell:?}");
        }
    }
}
