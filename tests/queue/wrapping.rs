//! Where lines are broken.

use proptest::prelude::*;
use twosource::output::{Style, Text};
use twosource::queue::wrapped;
use unicode_segmentation::UnicodeSegmentation;
use unicode_width::UnicodeWidthStr;

fn rows(text: &str, width: usize) -> Vec<String> {
    wrapped(&Text::from(text), width).iter().map(twosource::queue::Row::text).collect()
}

fn columns(text: &str) -> usize {
    text.graphemes(true).map(UnicodeWidthStr::width).sum()
}

#[test]
fn lines_are_broken_between_words() {
    assert_eq!(rows("the bank paid the families", 10), ["the bank", "paid the", "families"]);
    assert_eq!(rows("exactly10! more", 10), ["exactly10!", "more"]);
    assert_eq!(rows("", 10), [""]);
    assert_eq!(rows("a\n\nb\n", 10), ["a", "", "b"]);
    assert_eq!(rows("a\tb", 10), ["a b"]);
}

#[test]
fn a_word_that_is_too_long_is_broken_where_the_row_ends() {
    assert_eq!(rows("abcdefghij", 4), ["abcd", "efgh", "ij"]);
    assert_eq!(rows("漢字漢字", 5), ["漢字", "漢字"]);
    // A letter that is wider than the row is not torn.
    assert_eq!(rows("🟰ொ", 2), ["🟰ொ"]);
}

#[test]
fn a_paragraph_keeps_its_indentation() {
    assert_eq!(rows("  one two three", 9), ["  one two", "  three"]);
}

#[test]
fn a_branch_of_a_tree_goes_on_beside_its_trunk() {
    let rows = rows("│  ├─ cited: a very long title of a source", 24);
    assert_eq!(rows[0], "│  ├─ cited: a very long");
    assert_eq!(rows[1], "│  │  │  title of a");
    assert!(rows.len() == 3, "{rows:?}");
}

#[test]
fn arabic_and_persian_stay_in_their_order_and_whole() {
    let persian = "می\u{200c}خواهم بگویم که بانک به خانواده\u{200c}ها پول داد";
    let arabic = "دَفَعَ المَصْرِفُ لِعائِلاتِ المُهاجِمِين";
    for text in [persian, arabic] {
        let rows = rows(text, 16);
        assert!(rows.len() > 1);
        assert_eq!(rows.join(" "), text);
    }
    // A letter is never torn from its vowel marks, even where a word has to be broken.
    for row in rows(arabic, 3) {
        assert!(row.is_empty() || columns(&row) > 0, "{row:?}");
        assert!(!row.starts_with(|c: char| ('\u{64b}'..='\u{652}').contains(&c)), "{row:?}");
    }
}

#[test]
fn styles_go_on_over_a_break() {
    let text = Text::new().styled(Style::Bold, "one two").plain(" three");
    let rows = wrapped(&text, 4);
    assert_eq!(rows[1].0, [(Style::Bold, "two".to_owned())]);
    assert_eq!(rows[2].0, [(Style::Plain, "thre".to_owned())]);
}

proptest! {
    #![proptest_config(ProptestConfig { failure_persistence: None, ..Default::default() })]

    #[test]
    fn no_row_is_too_wide_and_no_letter_is_lost(text in "\\PC{0,60}", width in 2..40_usize) {
        let rows = rows(&text, width);
        for row in &rows {
            let is_one_letter = row.graphemes(true).count() == 1;
            prop_assert!(columns(row) <= width || is_one_letter, "{row:?}");
        }
        let letters = |text: &str| text.chars().filter(|c| !" │├└".contains(*c)).collect::<String>();
        let harmless = twosource::output::safe_lines(&text);
        prop_assert_eq!(letters(&rows.concat()), letters(&harmless));
    }
}
