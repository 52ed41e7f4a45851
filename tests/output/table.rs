use proptest::prelude::*;
use twosource::output::{Cell, Column, Look, Style, Table, level_style};
use unicode_width::UnicodeWidthStr;

use crate::safe_text::acts_on_a_terminal;
use crate::written::any_text;

const PLAIN: Look = Look { color: false, isolate: false };

fn claims() -> Table {
    Table::new([
        Column::whole("key"),
        Column::text("statement"),
        Column::whole("level"),
        Column::number("sources"),
    ])
}

#[test]
fn a_table_is_a_header_a_rule_and_rows() {
    let mut table = claims();
    table.row(["c1", "The bridge fell in May", "corroborated", "12"]);
    table.row(["c2", "北京", "unsupported", "0"]);
    insta::assert_snapshot!(table.draw(80, PLAIN), @r"
    key  statement               level         sources
    ───  ──────────────────────  ────────────  ───────
    c1   The bridge fell in May  corroborated       12
    c2   北京                    unsupported         0
    ");
}

#[test]
fn statements_wrap_between_words_and_keys_stay_whole() {
    let mut table = claims();
    table.row(["lemonde2017", "The bridge over the river fell in May", "apparent", "2"]);
    insta::assert_snapshot!(table.draw(53, PLAIN), @r"
    key          statement              level     sources
    ───────────  ─────────────────────  ────────  ───────
    lemonde2017  The bridge over the    apparent        2
                 river fell in May
    ");
}

#[test]
fn a_key_is_not_broken_while_the_text_beside_it_can_shrink() {
    let key = "the-daily-star-2/023";
    let mut table = Table::new([
        Column::whole("source"),
        Column::text("locator"),
        Column::text("attributed to"),
        Column::text("quote"),
    ]);
    let long = "word ".repeat(30);
    table.row([key, &long, &long, &long]);
    assert!(table.draw(70, PLAIN).contains(key));
}

#[test]
fn a_table_without_rows_is_nothing() {
    assert_eq!(claims().draw(80, PLAIN), "");
    assert!(claims().is_empty());
}

#[test]
fn details_are_names_beside_values_and_skip_what_is_empty() {
    let mut details = Table::details();
    details.detail("statement", "The bridge fell");
    details.detail("claimant", "");
    details.detail("level", Cell::plain("apparent"));
    assert_eq!(details.draw(80, PLAIN), "statement  The bridge fell\nlevel      apparent\n");
}

#[test]
fn rows_of_another_length_are_filled_up_or_cut() {
    let mut table = Table::new([Column::whole("a"), Column::whole("b")]);
    table.row(["1"]);
    table.row(["1", "2", "3"]);
    assert_eq!(table.draw(80, PLAIN), "a  b\n─  ─\n1\n1  2\n");
}

#[test]
fn colours_stand_around_each_piece_of_a_wrapped_cell() {
    let mut table = Table::new([Column::text("note"), Column::whole("level")]);
    let level = Cell::styled("unsupported", level_style("unsupported"));
    table.row([Cell::styled("one two three four five six", Style::Dim), level]);
    let drawn = table.draw(33, Look { color: true, isolate: false });
    let last: Vec<&str> = drawn.lines().skip(2).collect();
    assert_eq!(
        last,
        [
            "\x1b[2mone two three four\x1b[0m    \x1b[31munsupported\x1b[0m",
            "\x1b[2mfive six\x1b[0m"
        ]
    );
}

#[test]
fn right_to_left_text_is_isolated_line_by_line_on_a_terminal_only() {
    let mut table = Table::new([Column::text("name"), Column::number("n")]);
    table.row(["שלום עולם שלום עולם", "7"]);
    let drawn = table.draw(15, Look { color: false, isolate: true });
    for line in drawn.lines().skip(2) {
        assert_eq!(line.matches('\u{2068}').count(), 1, "{line:?}");
        assert_eq!(line.matches('\u{2069}').count(), 1, "{line:?}");
    }
    assert!(!table.draw(15, PLAIN).contains(['\u{2068}', '\u{2069}']));
}

#[test]
fn a_long_listing_keeps_its_columns_from_the_first_row_to_the_last() {
    let mut table = claims();
    for number in 0..1203 {
        table.row([format!("c{number}"), "x".into(), "apparent".into(), "1".into()]);
    }
    let drawn = table.draw(80, PLAIN);
    assert_eq!(drawn.lines().count(), 1205);
    assert!(drawn.lines().skip(2).all(|line| line.find("apparent") == Some(18)));
    assert!(drawn.ends_with("c1202  x          apparent        1\n"));
}

#[test]
fn a_cell_of_a_mebibyte_is_cut() {
    let mut table = Table::new([Column::text("statement")]);
    table.row(["文".repeat(350_000)]);
    let drawn = table.draw(80, PLAIN);
    assert!(drawn.ends_with("…\n"));
    assert!(drawn.len() < 40_000);
}

proptest! {
    #[test]
    fn no_control_survives_and_every_line_fits(
        rows in prop::collection::vec((any_text(), any_text(), any_text()), 1..6),
        width in 30usize..120,
    ) {
        let mut table =
            Table::new([Column::whole("key"), Column::text("text"), Column::number("n")]);
        for (key, text, number) in rows {
            table.row([key, text, number]);
        }
        for line in table.draw(width, PLAIN).lines() {
            prop_assert!(!line.chars().any(acts_on_a_terminal), "{line:?}");
            prop_assert!(line.width() <= width, "{line:?}");
        }
    }

    #[test]
    fn no_width_is_too_narrow(text in any_text(), width in 0usize..12) {
        let mut table = Table::new([Column::whole("key"), Column::text("text")]);
        table.row([text.clone(), text]);
        prop_assert!(!table.draw(width, PLAIN).is_empty());
    }
}

#[test]
fn a_table_without_header_stands_to_the_right_and_fits_all_the_same() {
    let mut table = Table::new([Column::whole("unseen"), Column::text("")]).headless().indented(3);
    table.row(["a", "one two three"]);
    let drawn = table.draw(20, Look::default());
    assert!(drawn.lines().all(|line| line.starts_with("   ") && line.chars().count() <= 20));
    assert!(!drawn.contains("unseen") && !drawn.contains('─'), "{drawn}");
}
