//! Keys that the program made of a name: `li-2019`, `harbour-police-unit-2019`.

use crate::domain::{Credit, Key, Kind, Name, Role, Source, proposed_key};
use crate::error::Result;

/// What the keys begin with that the program makes of a name.
pub(super) fn stem(name: &Name) -> Result<String> {
    let key: Key = "key".parse()?;
    let mut source = Source::new(key, Kind::Interview, "");
    source.creators.push(Credit { role: Role::Author, name: name.clone(), unnamed: false });
    Ok(proposed_key(&source))
}

/// What follows the stem in a key that the program made of it, such as `-2019-2`; `None` where it made
/// another one of it, or none.
pub(super) fn rest<'k>(key: &'k str, stem: &str) -> Option<&'k str> {
    let rest = key.strip_prefix(stem)?;
    let parts = rest.strip_prefix('-').into_iter().flat_map(|rest| rest.split('-'));
    let is_made = rest.is_empty() || rest.starts_with('-');
    let is_number = |part: &str| !part.is_empty() && part.bytes().all(|it| it.is_ascii_digit());
    (is_made && parts.into_iter().all(is_number)).then_some(rest)
}

#[cfg(test)]
mod tests {
    use super::{rest, stem};

    #[test]
    fn a_key_is_recognised_that_was_made_of_the_name() {
        let stem = |name: &str| stem(&name.parse().unwrap()).unwrap();
        assert_eq!(rest("li-2019-2", &stem("Li, Wei")), Some("-2019-2"));
        assert_eq!(rest("li", &stem("Li, Wei")), Some(""));
        let body = stem("{Harbour Police, Unit 4}");
        assert_eq!(rest("harbour-police-unit-2019", &body), Some("-2019"));
        for key in ["lille-2019", "li-report", "li-", "2019", "LI"] {
            assert_eq!(rest(key, &stem("Li, Wei")), None, "{key}");
        }
    }
}
