//! Dates: EDTF, levels 0 and 1.

use proptest::prelude::*;
use twosource::domain::Date;

/// The first and last day, as year-month-day.
fn bounds(text: &str) -> (String, String) {
    let (first, last) = text.parse::<Date>().unwrap().bounds();
    let day = |day: edtf_core::BoundDate| format!("{}-{}-{}", day.year, day.month, day.day);
    (first.map_or("?".to_owned(), day), last.map_or("?".to_owned(), day))
}

#[test]
fn dates_as_precise_as_they_are_known() {
    for text in [
        "2017-09-10",
        "2017-09",
        "2017",
        "198X",
        "19XX",
        "1992~",
        "1992?",
        "1992%",
        "2004/2005",
        "2004-06/2006-08",
        "2002-22",
        "1985/..",
        "../1985",
        "-0044-03-15",
    ] {
        assert_eq!(text.parse::<Date>().unwrap().as_str(), text);
    }
}

#[test]
fn what_is_no_date_is_named_with_a_hint() {
    for text in [
        "",
        "2017-13-40",
        "2017-02-30",
        "2017-00-01",
        "10.9.2017",
        "September 2017",
        "2017-9-1",
        "17",
        "2017-09-10 ",
        " 2017",
        "2017/2018/2019",
        "[1667, 1668]",
        "２０１７",
    ] {
        let error = text.parse::<Date>().unwrap_err();
        assert_eq!(error.to_string(), format!("`{text}` is not a date"));
        assert!(error.problems[0].hint.as_deref().unwrap().contains("2017-09-10"));
    }
}

#[test]
fn a_year_that_nothing_can_be_reckoned_with_is_refused() {
    for text in ["Y-9223372036854775807", "Y9223372036854775807", "Y1000000001", "2004/Y2000000000"]
    {
        let error = text.parse::<Date>().unwrap_err();
        assert!(error.to_string().contains("years away"), "{error}");
        assert!(error.problems[0].hint.is_some());
    }
    assert_eq!("Y-17000".parse::<Date>().unwrap().year(), Some(-17_000));
}

#[test]
fn a_date_has_a_first_and_a_last_day() {
    assert_eq!(bounds("2016-02"), ("2016-2-1".to_owned(), "2016-2-29".to_owned()));
    assert_eq!(bounds("198X"), ("1980-1-1".to_owned(), "1989-12-31".to_owned()));
    assert_eq!(bounds("2004/2005"), ("2004-1-1".to_owned(), "2005-12-31".to_owned()));
    assert_eq!(bounds("1985/..").1, "?");
}

#[test]
fn the_year_is_that_of_the_first_day() {
    assert_eq!("2004/2005".parse::<Date>().unwrap().year(), Some(2004));
    assert_eq!("198X".parse::<Date>().unwrap().year(), Some(1980));
    assert_eq!("../1985".parse::<Date>().unwrap().year(), None);
}

proptest! {
    #[test]
    fn no_text_makes_it_panic(text in r"[0-9XYTZ./~?%:+-]{0,24}") {
        if let Ok(date) = text.parse::<Date>() {
            prop_assert_eq!(date.as_str(), text);
            let _ = date.bounds();
        }
    }

    #[test]
    fn every_day_is_its_own_first_and_last(year in 1000..3000, month in 1..=12, day in 1..=28) {
        let date: Date = format!("{year:04}-{month:02}-{day:02}").parse().unwrap();
        let (first, last) = date.bounds();
        prop_assert_eq!(first, last);
        prop_assert_eq!(first.unwrap().year, i64::from(year));
    }
}
