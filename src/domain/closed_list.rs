//! Closed lists: values that only ever are one of a few words.

/// Declares an enum whose values have fixed names in files, in the casebook and on the command line.
///
/// Gives `ALL`, `as_str`, `FromStr` (the error names the nearest word), `Display`, and serde by name.
macro_rules! closed_list {
    ($(#[$meta:meta])* $name:ident, $noun:literal, { $($(#[$doc:meta])* $variant:ident = $word:literal,)+ }) => {
        $(#[$meta])*
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
        pub enum $name { $($(#[$doc])* $variant,)+ }

        impl $name {
            /// Every value, in the order of the documentation.
            pub const ALL: &'static [$name] = &[$($name::$variant),+];

            /// The word that stands for the value.
            pub const fn as_str(self) -> &'static str {
                match self { $($name::$variant => $word,)+ }
            }
        }

        impl std::str::FromStr for $name {
            type Err = $crate::error::Error;

            fn from_str(word: &str) -> $crate::error::Result<Self> {
                match word {
                    $($word => Ok($name::$variant),)+
                    _ => Err($crate::domain::closed_list::unknown(
                        $noun, word, &[$($word),+])),
                }
            }
        }

        impl std::fmt::Display for $name {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.pad(self.as_str())
            }
        }

        impl serde::Serialize for $name {
            fn serialize<S: serde::Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
                to.serialize_str(self.as_str())
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
                let word = <std::borrow::Cow<'de, str> as serde::Deserialize>::deserialize(from)?;
                word.parse().map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use closed_list;

use super::nearest::nearest;
use crate::error::{Error, shortened};

/// The longest list that is printed whole in a hint.
const SHOWN_WHOLE: usize = 10;

/// The error for a word that is not in a closed list.
pub(crate) fn unknown(noun: &str, word: &str, known: &[&'static str]) -> Error {
    let error = Error::invalid(format!("`{}` is not a {noun}", shortened(word)));
    let near = nearest(word, known.iter().copied());
    match near {
        Some(near) if known.len() > SHOWN_WHOLE => error.hint(format!("did you mean `{near}`?")),
        Some(near) => {
            error.hint(format!("did you mean `{near}`? A {noun} is one of {}", known.join(", ")))
        }
        None => error.hint(format!("a {noun} is one of {}", known.join(", "))),
    }
}
