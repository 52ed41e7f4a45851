//! Names in RIS: `Family, Given, Suffix`, and bodies as they are called.

use super::values::joined;
use crate::domain::{Name, NameParts};

/// The name that a value stands for.
///
/// As EndNote has it, a body may end in a comma (`WHO,`), and one with a comma in its name has the
/// first one twice (`University of California,, Berkeley`).
pub(super) fn read(value: &str) -> Option<Name> {
    let value = joined(value);
    if let Some(body) = value.strip_suffix(',').filter(|body| !body.contains(',')) {
        return body.parse().ok();
    }
    if value.contains(",,") && !value.starts_with('{') {
        return format!("{{{}}}", value.replacen(",,", ",", 1)).parse().ok();
    }
    value.parse().ok()
}

/// The value that stands for a name.
pub(super) fn write(name: &Name) -> String {
    let value = match name.parts() {
        NameParts::Person { .. } => return name.as_written().to_owned(),
        NameParts::Literal(text) => text.replacen(',', ",,", 1),
    };
    let same = read(&value).is_some_and(|again| again.parts() == name.parts());
    if same { value } else { name.as_written().to_owned() }
}
