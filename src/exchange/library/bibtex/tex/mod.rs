//! TeX in the values of fields, and Unicode.
//!
//! Accents and commands become Unicode; what is no text, such as a formula or a command nobody knows,
//! is kept as it stands. What [`encode`] writes, [`decode`] reads back as it was.

mod decode;
mod encode;
mod math;
mod protect;
mod symbols;
#[cfg(test)]
mod tests;

pub(super) use decode::{decode, decode_name, decode_url};
pub(super) use encode::{encode, encode_name, encode_url};
pub(super) use protect::encode_title;
