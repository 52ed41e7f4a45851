//! The text of a file: UTF-8, UTF-16 with a byte order mark; others only where the user has named them.

use encoding_rs::{Encoding, UTF_8};

use crate::error::{Error, Place, Result, shortened};
use crate::exchange::decode::{Guess, unmarked_utf16};

/// The encoding of this name, as browsers know them: `windows-1252`, `latin1`, `gbk`, `utf-16le`.
///
/// # Errors
///
/// There is none of that name.
pub fn encoding(name: &str) -> Result<&'static Encoding> {
    let written = name.trim().to_lowercase().replace('_', "-");
    // Two names that people use and browsers do not know.
    let written =
        written.strip_prefix("cp125").map(|page| format!("windows-125{page}")).unwrap_or(written);
    let written = if written == "macroman" { "macintosh".to_owned() } else { written };
    Encoding::for_label(written.as_bytes()).ok_or_else(|| {
        Error::invalid(format!("there is no encoding `{}`", shortened(name)))
            .hint("common ones: utf-8, utf-16le, windows-1252, windows-1251, windows-1256, gbk, shift_jis")
    })
}

/// The text of a file in UTF-8, without a byte order mark. A mark says more than what is `named`.
///
/// # Errors
///
/// It is in another encoding than UTF-8 and none is named, or not in the one that is named.
pub fn text(bytes: Vec<u8>, file: &str, named: Option<&'static Encoding>) -> Result<String> {
    let at = |line| Place { file: file.to_owned(), line: Some(line), ..Place::default() };
    let (marked, mark) = Encoding::for_bom(&bytes).map_or((None, 0), |(is, mark)| (Some(is), mark));
    let guessed = unmarked_utf16(&bytes).filter(|_| marked.or(named).is_none());
    if let Some(encoding) = guessed {
        return Err(unnamed(encoding.name(), None).at(at(1)).hint(how_to(encoding.name())));
    }
    let encoding = marked.or(named).unwrap_or(UTF_8);
    if encoding == UTF_8 {
        return match String::from_utf8(bytes) {
            Ok(mut text) => {
                text.drain(..mark);
                Ok(text)
            }
            Err(error) => {
                let valid = error.utf8_error().valid_up_to();
                Err(not_utf8(error.as_bytes(), valid, &at))
            }
        };
    }
    let text = encoding.decode_without_bom_handling_and_without_replacement(&bytes[mark..]);
    text.map(std::borrow::Cow::into_owned).ok_or_else(|| {
        let (replaced, _) = encoding.decode_without_bom_handling(&bytes[mark..]);
        Error::invalid(format!("the text is not valid {}", encoding.name()))
            .at(at(line_of(&replaced, replaced.find('\u{FFFD}').unwrap_or_default())))
            .hint("name another encoding with --encoding, or save the file again as UTF-8")
    })
}

fn line_of(text: &str, at: usize) -> u64 {
    1 + text.as_bytes()[..at].iter().filter(|&&byte| byte == b'\n').count() as u64
}

/// Names the encoding that it looks like, and shows what the first line would be in it.
fn not_utf8(bytes: &[u8], valid: usize, at: &dyn Fn(u64) -> Place) -> Error {
    let mut guess = Guess::new();
    guess.look_at(bytes);
    let name = guess.name();
    let start = bytes[..valid].iter().rposition(|&byte| byte == b'\n').map_or(0, |at| at + 1);
    let line = bytes[start..].split(|&byte| byte == b'\n').next().unwrap_or_default();
    let shown = Encoding::for_label(name.as_bytes())
        .map(|encoding| encoding.decode_without_bom_handling(line).0.trim().to_owned());
    let before = bytes[..start].iter().filter(|&&byte| byte == b'\n').count() as u64;
    unnamed(name, shown.as_deref()).at(at(before + 1)).hint(how_to(name))
}

fn unnamed(name: &str, line: Option<&str>) -> Error {
    let as_read = line.map(|line| format!("; in that, the line is `{}`", shortened(line)));
    Error::invalid(format!(
        "the text is not UTF-8; it looks like {name}{}",
        as_read.unwrap_or_default()
    ))
}

fn how_to(name: &str) -> String {
    let name = name.to_lowercase();
    format!(
        "if that is right: --encoding {name}; otherwise name another, or save the file as UTF-8"
    )
}

#[cfg(test)]
mod tests {
    use encoding_rs::{UTF_16BE, UTF_16LE};

    use super::*;

    #[test]
    fn encodings_have_the_names_that_people_use() {
        for (name, is) in [
            ("latin1", "windows-1252"),
            ("CP1251", "windows-1251"),
            ("Windows-1256", "windows-1256"),
            ("utf8", "UTF-8"),
            ("MacRoman", "macintosh"),
        ] {
            assert_eq!(encoding(name).map(|encoding| encoding.name()), Ok(is));
        }
        assert_eq!(encoding("utf-16be"), Ok(UTF_16BE));
        assert_eq!(encoding("utf-16"), Ok(UTF_16LE));
        assert!(encoding("klingon").is_err());
    }
}
