//! Saying who is to review a claim, and taking that back.

use super::super::change::{Change, Signature};
use super::super::{Store, assignment};
use crate::domain::{Assignment, check_assignment, nearest, same_person, shell_word};
use crate::error::{Error, Result};

/// What became of a request to assign a claim, or to take it from somebody.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Assigned {
    /// Who is to review the claim now, in the order in which they were asked to.
    pub reviewers: Vec<String>,
    /// Those of them who were not before.
    pub added: Vec<String>,
    /// What was taken back.
    pub removed: Vec<Assignment>,
}

impl Store {
    /// Says that people are to review a claim, beside those who are to already. The same person twice
    /// (see [`same_person`]) is one, under the name as it was given first.
    ///
    /// Fails where there is no such claim, or a name is empty.
    pub fn assign(&self, signature: &Signature, claim: &str, names: &[String]) -> Result<Assigned> {
        self.change(signature, |store| {
            let key = store.claim(claim)?.record.key;
            let mut change = Change::new("claim assign");
            let mut reviewers = store.reviewers_assigned(claim)?;
            let mut added = Vec::new();
            for name in names {
                let name = some_name(claim, name)?;
                if reviewers.iter().any(|known| same_person(known, name)) {
                    continue;
                }
                let new = Assignment {
                    claim: key.clone(),
                    reviewer: name.to_owned(),
                    assigned_by: signature.actor.clone(),
                    assigned_at: signature.at.clone(),
                };
                check_assignment(&new)?;
                assignment::insert(&mut change, &new)?;
                reviewers.push(new.reviewer.clone());
                added.push(new.reviewer);
            }
            Ok((change, Assigned { reviewers, added, removed: Vec::new() }))
        })
    }

    /// Takes a claim from these people, or from everybody who was to review it.
    ///
    /// Fails where there is no such claim, or it is not assigned to one of them.
    pub fn unassign(
        &self,
        signature: &Signature,
        claim: &str,
        names: Option<&[String]>,
    ) -> Result<Assigned> {
        self.change(signature, |store| {
            store.claim(claim)?;
            let mut change = Change::new("claim assign");
            let mut reviewers = store.reviewers_assigned(claim)?;
            for name in names.unwrap_or_default() {
                let name = some_name(claim, name)?;
                if !reviewers.iter().any(|known| same_person(known, name)) {
                    return Err(not_assigned(claim, name, &reviewers));
                }
            }
            let goes = |reviewer: &str| {
                names.is_none_or(|names| names.iter().any(|name| same_person(name, reviewer)))
            };
            let mut removed = Vec::new();
            store.each_assignment(Some(claim), |row| {
                if goes(&row.record.reviewer) {
                    assignment::delete(&mut change, &row.record)?;
                    removed.push(row.record);
                }
                Ok(())
            })?;
            reviewers.retain(|reviewer| !goes(reviewer));
            Ok((change, Assigned { reviewers, added: Vec::new(), removed }))
        })
    }

    /// The name of somebody who has made changes or is to review something that is much like this one,
    /// where nobody has this name: it may be mistyped.
    pub fn near_person(&self, name: &str) -> Result<Option<String>> {
        let sql = "SELECT actor AS text FROM change UNION SELECT reviewer FROM assignment";
        let known = self.texts(sql, super::super::engine::params! {})?;
        if known.iter().any(|known| same_person(known, name)) {
            return Ok(None);
        }
        Ok(nearest(name, known.iter().map(String::as_str)).map(str::to_owned))
    }
}

/// The name of a reviewer without the white space around it.
fn some_name<'n>(claim: &str, name: &'n str) -> Result<&'n str> {
    let name = name.trim();
    if !name.is_empty() {
        return Ok(name);
    }
    Err(Error::invalid("the name of a reviewer is empty")
        .hint(format!("name somebody: twosource claim assign {} NAME", shell_word(claim))))
}

fn not_assigned(claim: &str, name: &str, reviewers: &[String]) -> Error {
    let error = Error::not_found(format!("claim `{claim}` is not assigned to `{name}`"));
    if reviewers.is_empty() {
        return error.hint("it is assigned to nobody");
    }
    match nearest(name, reviewers.iter().map(String::as_str)) {
        Some(near) => error.hint(format!("did you mean `{near}`?")),
        None => error.hint(format!("it is assigned to {}", reviewers.join(", "))),
    }
}
