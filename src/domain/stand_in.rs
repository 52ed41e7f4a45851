//! What stands in an export for a confidential source and for names that are withheld.

use super::creator::{Credit, Name};
use super::key::Key;
use super::source::Source;
use super::words::{Confidentiality, Role};
use crate::error::Result;

const KEY: &str = "confidential-source-";
const VOICE: &str = "Confidential voice ";
const PAGE: &str = "Confidential page ";

/// The key of a stand-in.
pub fn stand_in_key(number: usize) -> Result<Key> {
    format!("{KEY}{number}").parse()
}

/// Whether a key has the form of a stand-in's.
pub fn has_stand_in_key(key: &str) -> bool {
    key.strip_prefix(KEY).is_some_and(is_number)
}

/// Whether a key or name is what stands for one that was redacted: it tells nothing.
pub fn is_redacted(text: &str) -> bool {
    ["redacted-", "redacted "].iter().any(|start| text.strip_prefix(start).is_some_and(is_number))
}

/// What stands for a voice that is withheld: the same number in every source it speaks in.
pub fn stand_in_voice(role: Role, number: usize, unnamed: bool) -> Result<Credit> {
    Ok(Credit { role, name: format!("{VOICE}{number}").parse()?, unnamed })
}

/// What stands for a page, DOI or ECLI that two confidential sources share: a voice that both have.
pub fn stand_in_page(number: usize) -> Result<Credit> {
    Ok(Credit { role: Role::Issuer, name: format!("{PAGE}{number}").parse()?, unnamed: false })
}

/// Whether a source is a stand-in, or has stand-ins among its creators: it came out of an export that
/// withheld something.
pub fn is_stand_in(source: &Source) -> bool {
    let withheld = |name: &Name| {
        let name = name.as_written();
        [VOICE, PAGE].iter().any(|start| name.strip_prefix(start).is_some_and(is_number))
    };
    is_nameless_stand_in(source) || source.creators.iter().any(|credit| withheld(&credit.name))
}

/// Whether a source is a stand-in for a confidential one, of which nothing is told but that it is there:
/// what it lacks, nobody can add.
pub fn is_nameless_stand_in(source: &Source) -> bool {
    source.confidentiality == Confidentiality::Confidential && has_stand_in_key(&source.key)
}

fn is_number(text: &str) -> bool {
    !text.is_empty() && text.bytes().all(|byte| byte.is_ascii_digit())
}
