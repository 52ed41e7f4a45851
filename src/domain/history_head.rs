//! The head of a history: what is written down to prove later that nothing before it was changed.

use std::fmt;
use std::str::FromStr;

use crate::error::{Error, Result, shortened};

/// The number of the last change of a history and the hash of that change. Because each hash is made
/// over the one before, it stands for all changes up to that one.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct HistoryHead {
    /// The number of the change; from 1.
    pub change: i64,
    /// Its hash.
    pub hash: [u8; 32],
}

impl fmt::Display for HistoryHead {
    /// `41:9f86d081…`, with all 64 digits of the hash.
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}:{}", self.change, blake3::Hash::from_bytes(self.hash).to_hex())
    }
}

impl FromStr for HistoryHead {
    type Err = Error;

    fn from_str(text: &str) -> Result<Self> {
        let read = || {
            let (change, hash) = text.trim().split_once(':')?;
            let change = change.parse().ok().filter(|change| *change > 0)?;
            let hash = blake3::Hash::from_hex(hash.to_ascii_lowercase()).ok()?;
            Some(HistoryHead { change, hash: *hash.as_bytes() })
        };
        read().ok_or_else(|| {
            let text = shortened(text);
            Error::invalid(format!("`{text}` is not the number of a change and its hash"))
                .hint("`twosource history --head` prints it: 41:9f86…, with 64 digits")
        })
    }
}

#[cfg(test)]
mod tests {
    use super::HistoryHead;

    #[test]
    fn it_is_read_as_it_is_written() {
        let head = HistoryHead { change: 41, hash: [0xa7; 32] };
        let written = head.to_string();
        assert_eq!(written, format!("41:{}", "a7".repeat(32)));
        assert_eq!(written.parse::<HistoryHead>().unwrap(), head);
        assert_eq!(format!(" {}\n", written.to_uppercase()).parse::<HistoryHead>().unwrap(), head);
    }

    #[test]
    fn anything_else_is_refused() {
        let long = "a7".repeat(33);
        for text in ["", "41", "41:", "41:a7", &format!("41:{long}"), &format!("0:{}", &long[2..])]
        {
            assert!(text.parse::<HistoryHead>().is_err(), "{text}");
        }
    }
}
