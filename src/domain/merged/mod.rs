//! Two records of one thing made one: what each field is then.
//!
//! The record that is kept decides. What it lacks it takes from the other; where both say something
//! else, what the other says is dropped and told. Lists of labels, keys and identifiers are put together.

mod claim;
mod source;

use std::fmt;

use crate::error::shortened;

pub use claim::merged_claim;
pub use source::merged_source;

/// What became of a field in which two records differ.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Settled {
    /// The field, as in the case folder; of creators the role, of a CSL variable its name.
    pub field: String,
    /// What stands there from now on; empty where nothing does.
    pub kept: String,
    /// What stood there in the other record; none where only one of the two had a value.
    pub dropped: Option<String>,
}

impl Settled {
    /// What happened, without what stands or stood there: "publisher: kept, the other dropped".
    pub fn without_values(&self) -> String {
        match &self.dropped {
            None => format!("{}: taken over", self.field),
            Some(_) if self.kept.is_empty() => format!("{}: dropped", self.field),
            Some(_) => format!("{}: kept, the other dropped", self.field),
        }
    }
}

impl fmt::Display for Settled {
    /// What happened: "publisher: kept `Reuters`, dropped `AP`".
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (field, kept) = (&self.field, shortened(&self.kept));
        match &self.dropped {
            None => write!(f, "{field}: taken over: `{kept}`"),
            Some(dropped) if kept.is_empty() => {
                write!(f, "{field}: dropped `{}`", shortened(dropped))
            }
            Some(dropped) => {
                write!(f, "{field}: kept `{kept}`, dropped `{}`", shortened(dropped))
            }
        }
    }
}

/// The fields that are settled so far.
#[derive(Debug, Default)]
struct Settling(Vec<Settled>);

impl Settling {
    fn take(&mut self, field: &str, value: impl ToString) {
        let (field, kept) = (field.to_owned(), value.to_string());
        self.0.push(Settled { field, kept, dropped: None });
    }

    /// Two values of which one is dropped, where they differ.
    fn drop<T: PartialEq + ToString>(&mut self, field: &str, kept: &T, dropped: &T) {
        if kept != dropped {
            let (field, kept) = (field.to_owned(), kept.to_string());
            self.0.push(Settled { field, kept, dropped: Some(dropped.to_string()) });
        }
    }

    /// A field that may have no value.
    fn optional<T>(&mut self, field: &str, kept: &mut Option<T>, other: &Option<T>)
    where
        T: Clone + PartialEq + ToString,
    {
        match (&*kept, other) {
            (_, None) => {}
            (None, Some(value)) => {
                self.take(field, value.clone());
                *kept = Some(value.clone());
            }
            (Some(kept), Some(other)) => self.drop(field, kept, other),
        }
    }
}

/// Adds what is not there yet.
fn add_missing<T: Clone>(to: &mut Vec<T>, from: &[T], same: impl Fn(&T, &T) -> bool) {
    for one in from {
        if !to.iter().any(|known| same(known, one)) {
            to.push(one.clone());
        }
    }
}
