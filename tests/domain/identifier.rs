//! Identifiers as users write them.

use proptest::prelude::*;
use twosource::domain::{Identifier, Scheme};

#[test]
fn the_kind_stands_in_front() {
    let docket: Identifier = "docket: 1 StE 9/19".parse().unwrap();
    assert_eq!((docket.scheme, docket.value.as_str()), (Scheme::Docket, "1 StE 9/19"));
    assert_eq!(docket.to_string(), "docket:1 StE 9/19");
    let ecli: Identifier = "ecli:DE:OLGKOBL:2022:0113.1STE9.19.00".parse().unwrap();
    assert_eq!(ecli.value, "DE:OLGKOBL:2022:0113.1STE9.19.00");
}

#[test]
fn what_is_none_is_refused_with_a_hint() {
    for text in ["", "10.1000/182", "doi:", "doi:  ", "dio:10.1000/182", "DOI:10.1/2"] {
        let error = text.parse::<Identifier>().unwrap_err();
        assert!(error.problems[0].hint.is_some(), "{text:?}");
    }
    let misspelt = "dio:10.1000/182".parse::<Identifier>().unwrap_err();
    assert!(misspelt.problems[0].hint.as_deref().unwrap().contains("`doi`"), "{misspelt:?}");
}

proptest! {
    #[test]
    fn every_identifier_reads_back_as_it_was(text in "(doi|isbn|ecli|docket|citation):.{0,12}") {
        if let Ok(identifier) = text.parse::<Identifier>() {
            prop_assert_eq!(identifier.to_string().parse::<Identifier>().unwrap(), identifier);
        }
    }
}
