//! ClaimReviews into a casebook, all of them or none.
//!
//! Of each comes a claim, the article that checks it as a source, a citation of that, a review where the
//! rating is a verdict, and the works in which the claim was made. The markup is kept with the article.

mod claims;
mod gather;
pub(super) mod kept;
mod works;

pub(super) use gather::review;

use super::import_case::Problems;
use super::import_library::rejects::{self, Reject};
use super::import_library::{ImportedLibrary, LibraryOptions, or_leave_out};
use crate::domain::{Appearance, Key, differences};
use crate::error::{Error, Place, Result, shortened};
use crate::exchange::claim_review::{Entry, FRAME, entries};
use crate::store::import::{Import, Rejection, Taken};
use crate::store::{Signature, Store};
use claims::Planned;
use gather::{Gathered, check_sizes};

/// A file with ClaimReviews that is to be taken in.
#[derive(Debug, Clone, Copy)]
pub struct ClaimReviewFile<'t> {
    /// Its name for messages.
    pub label: &'t str,
    /// What stands in it.
    pub text: &'t str,
}

/// Takes ClaimReviews in. `on_rejects` hears, before anything is settled, the file of those that were
/// left out.
///
/// # Errors
///
/// What is wrong with them, each with its line, unless they are to be left out; and what `on_rejects`
/// says. Nothing is changed then.
pub fn import_claim_review(
    store: &Store,
    signature: &Signature,
    file: &ClaimReviewFile<'_>,
    options: LibraryOptions,
    on_rejects: &mut dyn FnMut(&str) -> Result<()>,
) -> Result<ImportedLibrary> {
    let (summary, mut done) = store.import(signature, "import", options.import, |import| {
        let (entries, rejects) = sound(file, options.skip_invalid)?;
        if !rejects.is_empty() {
            on_rejects(&rejects::document(file.text, FRAME, &rejects))?;
        }
        let update = options.import.update;
        let mut gathered = Gathered::new(store, file.label, update, &entries)?;
        let mut problems = Problems::default();
        for entry in entries {
            let line = entry.line;
            if let Err(error) = gathered.add(entry) {
                problems.add(error.at(place(file, line)));
            }
        }
        problems.into_error().map_or(Ok(()), Err)?;
        let mut writing = Writing { import, file, update, problems: Problems::default() };
        writing.write(&gathered)?;
        writing.problems.into_error().map_or(Ok(()), Err)?;
        Ok(done_of(gathered, rejects.len()))
    })?;
    done.summary = summary;
    Ok(done)
}

fn place(file: &ClaimReviewFile<'_>, line: u64) -> Place {
    Place { file: file.label.to_owned(), line: Some(line), ..Place::default() }
}

/// The ClaimReviews that can come in, and the others, which are an error unless they are to be skipped.
fn sound(file: &ClaimReviewFile<'_>, skip: bool) -> Result<(Vec<Entry>, Vec<Reject>)> {
    let (mut sound, mut rejects, mut problems) = (Vec::new(), Vec::new(), Problems::default());
    for entry in entries(file.text) {
        let refused = match entry {
            Ok(entry) => match check_sizes(&entry) {
                Ok(()) => {
                    sound.push(entry);
                    continue;
                }
                Err(error) => (entry.line, entry.span, error),
            },
            Err(fault) => (fault.line, fault.span, fault.error),
        };
        let (line, span, error) = refused;
        let error = error.at(place(file, line));
        // A file without any has nothing to go on with.
        if skip && !span.is_empty() {
            rejects.push(Reject { span, error });
        } else {
            problems.add(error);
        }
    }
    match problems.into_error() {
        Some(error) if skip || error.problems.len() == 1 && sound.is_empty() => Err(error),
        Some(error) => Err(or_leave_out(error)),
        None => Ok((sound, rejects)),
    }
}

fn done_of(gathered: Gathered<'_>, skipped: usize) -> ImportedLibrary {
    let mut done = ImportedLibrary { told: gathered.told, skipped, ..Default::default() };
    if !gathered.unclear.is_empty() {
        let ratings: Vec<_> =
            gathered.unclear.iter().map(|rating| format!("`{}`", shortened(rating))).collect();
        done.told.push(format!(
            "ratings that are no verdict, kept as the words of their articles: {}",
            ratings.join(", ")
        ));
    }
    for Planned { claim, before, .. } in gathered.claims.all {
        if let Some(before) = before.filter(|before| *before != claim) {
            done.changed.push((claim.key.clone(), differences(&before, &claim)));
        }
    }
    done
}

struct Writing<'w, 's> {
    import: &'w mut Import<'s>,
    file: &'w ClaimReviewFile<'w>,
    update: bool,
    problems: Problems,
}

impl Writing<'_, '_> {
    fn write(&mut self, gathered: &Gathered<'_>) -> Result<()> {
        for work in &gathered.works.all {
            let is_known = work.before.as_ref().is_some_and(|before| *before != work.source);
            let taken = if is_known {
                self.import.supplement(&work.source, work.line)
            } else {
                self.import.source(&work.source, work.line)
            };
            self.note(work.line, taken)?;
        }
        for planned in &gathered.claims.all {
            self.claim(planned)?;
        }
        for (line, citation) in &gathered.citations {
            let taken = self.import.citation(citation);
            self.note(*line, taken)?;
        }
        for (line, old, new) in &gathered.renewed {
            let taken = self.import.replace_citation(old, new);
            self.note(*line, taken)?;
        }
        for (line, review) in &gathered.reviews {
            let taken = self.import.review(review);
            self.note(*line, taken)?;
        }
        Ok(())
    }

    /// A claim; of one that the casebook has, without leave to update, only the appearances are new.
    fn claim(&mut self, planned: &Planned) -> Result<()> {
        let Planned { claim, before, line } = planned;
        let new: Vec<&Appearance> = match before {
            Some(before) if !self.update => {
                claim.appearances.iter().filter(|one| !before.appearances.contains(one)).collect()
            }
            _ => Vec::new(),
        };
        if new.is_empty() {
            let taken = self.import.claim(claim, *line);
            return self.note(*line, taken);
        }
        let key: &Key = &claim.key;
        new.into_iter().try_for_each(|appearance| {
            let taken = self.import.appearance(key, appearance);
            self.note(*line, taken)
        })
    }

    fn note(&mut self, line: u64, taken: Taken) -> Result<()> {
        match taken {
            Ok(_) => Ok(()),
            Err(Rejection::Failure(error)) => Err(error),
            Err(Rejection::Fault(fault)) => {
                let column = match fault.column {
                    "reviewed_at" => "datePublished",
                    column => column,
                };
                let place = Place {
                    column: Some(column.to_owned()),
                    value: Some(fault.value),
                    ..place(self.file, line)
                };
                self.problems.add(Error::at(fault.error, place));
                Ok(())
            }
        }
    }
}
