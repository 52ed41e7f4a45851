//! The files that come in and go out, one module per format. Knows no casebook and no command line:
//! it turns bytes into the types of [`crate::domain`] and back.

pub mod case;
pub mod claim_review;
mod decode;
pub mod history;
pub mod library;
pub mod table;

/// What a reader of JSON says is wrong, without its place: it counts from where the text begins that it
/// was given.
fn json_fault(error: &serde_json::Error) -> String {
    let what = error.to_string();
    what.rsplit_once(" at line ").map_or(what.as_str(), |(what, _)| what).to_owned()
}
