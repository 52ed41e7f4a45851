//! Moments.

use chrono::{TimeZone, Utc};
use proptest::prelude::*;
use twosource::domain::Timestamp;

#[test]
fn a_day_or_a_moment_with_its_zone() {
    for text in ["2026-11-02", "2026-11-02T14:05:00Z", "2026-11-02T14:05:00.123+01:00"] {
        assert_eq!(text.parse::<Timestamp>().unwrap().as_str(), text);
    }
}

#[test]
fn anything_else_is_refused_with_a_hint() {
    for text in [
        "",
        "2026-11",
        "2026-13-02",
        "2026-02-30",
        "2026-11-02T14:05:00",
        "2.11.2026",
        "yesterday",
        "2026-11-2",
    ] {
        let error = text.parse::<Timestamp>().unwrap_err();
        assert!(error.problems[0].hint.as_deref().unwrap().contains("2026-11-02"), "{text:?}");
    }
}

#[test]
fn the_clock_is_written_in_utc_to_the_millisecond() {
    let moment = Utc.timestamp_millis_opt(1_790_000_000_007).unwrap();
    assert_eq!(Timestamp::at(moment).as_str(), "2026-09-21T14:13:20.007Z");
}

proptest! {
    #[test]
    fn every_moment_of_the_clock_reads_back(millis in 0_i64..4_000_000_000_000) {
        let written = Timestamp::at(Utc.timestamp_millis_opt(millis).unwrap());
        prop_assert_eq!(written.as_str().parse::<Timestamp>().unwrap(), written);
    }

    #[test]
    fn no_text_makes_it_panic(text in any::<String>()) {
        let _ = text.parse::<Timestamp>();
    }
}

#[test]
fn a_day_is_all_of_its_moments_and_a_moment_is_one() {
    let span = |text: &str| {
        let (first, last) = text.parse::<Timestamp>().unwrap().span();
        (first.to_rfc3339(), last.to_rfc3339())
    };
    let (first, last) = span("2026-11-02");
    assert_eq!(first, "2026-11-02T00:00:00+00:00");
    assert_eq!(last, "2026-11-02T23:59:59.999+00:00");
    let (first, last) = span("2026-11-02T01:00:00+02:00");
    assert_eq!((first.as_str(), last.as_str()), ("2026-11-01T23:00:00+00:00", first.as_str()));
}
