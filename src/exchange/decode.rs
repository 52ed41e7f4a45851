//! Encodings: UTF-8 with or without a byte order mark, UTF-16 with one; the others are named.

use std::io::{self, BufRead, Read};

use chardetng::{EncodingDetector, Iso2022JpDetection, Utf8Detection};
use encoding_rs::{Decoder, DecoderResult, Encoding, UTF_16BE, UTF_16LE};

use crate::error::{Error, Result};

/// How many bytes of decoded text are kept.
const BUFFER: usize = 64 << 10;
/// How many bytes at the start of a file are looked at for UTF-16 without a byte order mark.
const LOOKED_AT: usize = 1 << 10;

/// The text of a file in UTF-8, without a byte order mark.
///
/// UTF-8 itself is not checked here but row by row, where the line is known.
pub(super) fn utf8(mut input: Box<dyn BufRead + Send>) -> Result<Box<dyn BufRead + Send>> {
    let start = input.fill_buf().map_err(|error| {
        Error::storage(format!("cannot be read: {error}"))
            .hint("check that the file and its disk can be read")
    })?;
    if start.starts_with(b"\xEF\xBB\xBF") {
        input.consume(3);
        return Ok(input);
    }
    let encoding = match start {
        [0xFF, 0xFE, ..] => UTF_16LE,
        [0xFE, 0xFF, ..] => UTF_16BE,
        _ => match unmarked_utf16(start) {
            Some(encoding) => return Err(unmarked(encoding)),
            None => return Ok(input),
        },
    };
    input.consume(2);
    Ok(Box::new(Utf16::new(input, encoding)))
}

/// UTF-16 without a byte order mark: a header of Latin letters, every other byte NUL.
pub(super) fn unmarked_utf16(start: &[u8]) -> Option<&'static Encoding> {
    let start = &start[..start.len().min(LOOKED_AT) & !1];
    let pairs = start.len() / 2;
    let high = start.iter().step_by(2).filter(|&&byte| byte == 0).count();
    let low = start.iter().skip(1).step_by(2).filter(|&&byte| byte == 0).count();
    match (high * 2 > pairs, low * 2 > pairs) {
        (true, false) => Some(UTF_16BE),
        (false, true) => Some(UTF_16LE),
        _ => None,
    }
}

fn unmarked(encoding: &'static Encoding) -> Error {
    Error::invalid(format!("the text looks like {} without a byte order mark", encoding.name()))
        .hint(
            "save it as CSV in UTF-8, or as UTF-16 with a byte order mark (\"Unicode\" in Windows \
             programs)",
        )
}

/// Guesses which encoding text is in that is not UTF-8.
pub(super) struct Guess(EncodingDetector);

impl Guess {
    pub(super) fn new() -> Self {
        Guess(EncodingDetector::new(Iso2022JpDetection::Deny))
    }

    pub(super) fn look_at(&mut self, bytes: &[u8]) {
        self.0.feed(bytes, false);
    }

    /// The name of the encoding as people know it.
    pub(super) fn name(mut self) -> &'static str {
        self.0.feed(b"", true);
        match self.0.guess(None, Utf8Detection::Deny).name() {
            "windows-1250" => "Windows-1250",
            "windows-1251" => "Windows-1251",
            "windows-1252" => "Windows-1252",
            "windows-1253" => "Windows-1253",
            "windows-1254" => "Windows-1254",
            "windows-1255" => "Windows-1255",
            "windows-1256" => "Windows-1256",
            "windows-1257" => "Windows-1257",
            "windows-1258" => "Windows-1258",
            other => other,
        }
    }
}

/// UTF-16 as UTF-8, a buffer at a time.
struct Utf16 {
    input: Box<dyn BufRead + Send>,
    decoder: Decoder,
    text: Vec<u8>,
    /// Which part of `text` is still to be read.
    left: std::ops::Range<usize>,
    malformed: bool,
    ended: bool,
}

impl Utf16 {
    fn new(input: Box<dyn BufRead + Send>, encoding: &'static Encoding) -> Self {
        Utf16 {
            input,
            decoder: encoding.new_decoder_without_bom_handling(),
            text: vec![0; BUFFER],
            left: 0..0,
            malformed: false,
            ended: false,
        }
    }

    fn decode(&mut self) -> io::Result<()> {
        let bytes = self.input.fill_buf()?;
        let last = bytes.is_empty();
        let (result, read, written) =
            self.decoder.decode_to_utf8_without_replacement(bytes, &mut self.text, last);
        self.input.consume(read);
        self.left = 0..written;
        match result {
            DecoderResult::Malformed(..) => self.malformed = true,
            DecoderResult::InputEmpty => self.ended = last,
            DecoderResult::OutputFull => {}
        }
        Ok(())
    }
}

impl Read for Utf16 {
    fn read(&mut self, into: &mut [u8]) -> io::Result<usize> {
        let mut text = self.fill_buf()?;
        let read = text.read(into)?;
        self.consume(read);
        Ok(read)
    }
}

impl BufRead for Utf16 {
    fn fill_buf(&mut self) -> io::Result<&[u8]> {
        while self.left.is_empty() && !self.ended {
            // Only now, so that the text before it is read first and its line is known.
            if self.malformed {
                return Err(io::Error::new(
                    io::ErrorKind::InvalidData,
                    "the text is not valid UTF-16",
                ));
            }
            self.decode()?;
        }
        Ok(&self.text[self.left.clone()])
    }

    fn consume(&mut self, amount: usize) {
        self.left.start = (self.left.start + amount).min(self.left.end);
    }
}
