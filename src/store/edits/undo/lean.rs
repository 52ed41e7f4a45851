//! Whether anything stands against undoing: what leans on records that go, or is missing for those that
//! come back.

use std::collections::{HashMap, HashSet};

use super::super::super::source::Stored;
use super::super::super::{Citations, Store};
use super::kept::Kept;
use super::later::Undoing;
use super::plan::Plan;
use super::row::Row;
use crate::domain::{Key, LineageState, Source};
use crate::error::{Error, Result};

/// An error where the casebook would not hold together afterwards.
pub(super) fn check(undoing: &Undoing<'_>, plan: &Plan) -> Result<()> {
    let gone = Gone::of(plan);
    for row in &plan.removed {
        match &row.kept {
            Kept::Source(source) => nothing_leans_on_source(undoing, plan, &gone, &source.key)?,
            Kept::Claim(claim) => nothing_leans_on_claim(undoing, &gone, &claim.key)?,
            _ => {}
        }
    }
    for kept in &plan.restored {
        if !replaced(plan, kept) {
            undoing.require_free(kept)?;
        }
    }
    let back = Back::of(plan);
    for kept in after(plan) {
        has_what_it_names(undoing, plan, &back, kept)?;
    }
    Ok(())
}

/// The records as they are after the undoing, where it writes them.
fn after(plan: &Plan) -> impl Iterator<Item = &Kept> {
    plan.restored.iter().chain(plan.changed.iter().map(|(_, before)| before))
}

/// The claims and sources that the undoing writes, the latter with their lineage states.
struct Back<'p> {
    claims: HashSet<&'p Key>,
    sources: HashMap<&'p Key, LineageState>,
}

impl<'p> Back<'p> {
    fn of(plan: &'p Plan) -> Self {
        let mut back = Back { claims: HashSet::new(), sources: HashMap::new() };
        for kept in after(plan) {
            match kept {
                Kept::Claim(claim) => drop(back.claims.insert(&claim.key)),
                Kept::Source(source) => drop(back.sources.insert(&source.key, source.lineage)),
                _ => {}
            }
        }
        back
    }
}

/// Whether what stands in the place of a record that comes back goes in the same undoing.
fn replaced(plan: &Plan, kept: &Kept) -> bool {
    let same = |row: &Row| match (&row.kept, kept) {
        (Kept::Waiver(one), Kept::Waiver(other)) => {
            one.claim == other.claim && one.rule == other.rule
        }
        (Kept::Alias(one), Kept::Alias(other)) => one.spelling == other.spelling,
        _ => false,
    };
    plan.removed.iter().any(same)
}

/// Whether a record belongs to another claim or source afterwards.
fn is_elsewhere(now: &Kept, before: &Kept) -> bool {
    match (now, before) {
        (Kept::Citation(now), Kept::Citation(before)) => {
            now.citation.claim != before.citation.claim
        }
        (Kept::Review(now), Kept::Review(before)) => now.claim != before.claim,
        (Kept::Waiver(now), Kept::Waiver(before)) => now.claim != before.claim,
        (Kept::Assignment(now), Kept::Assignment(before)) => now.claim != before.claim,
        (Kept::Lineage(now), Kept::Lineage(before)) => {
            (&now.source, &now.origin) != (&before.source, &before.origin)
        }
        _ => false,
    }
}

/// The rows that go, by what tells them from others.
struct Gone {
    citations: HashSet<i64>,
    /// Citations that become those of another claim.
    recited: HashSet<i64>,
    reviews: HashSet<i64>,
    waivers: HashSet<i64>,
    assignments: HashSet<i64>,
    lineage: HashSet<(String, String, &'static str)>,
    claims: HashSet<String>,
}

impl Gone {
    fn of(plan: &Plan) -> Self {
        let mut gone = Gone {
            citations: HashSet::new(),
            recited: HashSet::new(),
            reviews: HashSet::new(),
            waivers: HashSet::new(),
            assignments: HashSet::new(),
            lineage: HashSet::new(),
            claims: HashSet::new(),
        };
        for row in &plan.removed {
            match &row.kept {
                Kept::Citation(_) => drop(gone.citations.insert(row.id)),
                Kept::Claim(claim) => drop(gone.claims.insert(claim.key.to_string())),
                _ => gone.leaves_its_place(row),
            }
        }
        for (row, before) in &plan.changed {
            if is_elsewhere(&row.kept, before) {
                gone.leaves_its_place(row);
            }
        }
        gone
    }

    /// A record that belongs no more to what it belonged to.
    fn leaves_its_place(&mut self, row: &Row) {
        match &row.kept {
            Kept::Citation(_) => drop(self.recited.insert(row.id)),
            Kept::Review(_) => drop(self.reviews.insert(row.id)),
            Kept::Waiver(_) => drop(self.waivers.insert(row.id)),
            Kept::Assignment(_) => drop(self.assignments.insert(row.id)),
            Kept::Lineage(row) => {
                let (source, origin) = (row.source.to_string(), row.origin.to_string());
                self.lineage.insert((source, origin, row.relation.as_str()));
            }
            _ => {}
        }
    }
}

fn nothing_leans_on_claim(undoing: &Undoing<'_>, gone: &Gone, key: &Key) -> Result<()> {
    let store = undoing.store;
    let cited = store.citations(Citations::OfClaim(key))?.into_iter();
    let stays =
        |row: &Stored<_>| !gone.citations.contains(&row.id) && !gone.recited.contains(&row.id);
    let mut leaning: Vec<Row> = cited.filter(stays).map(Row::citation).collect();
    store.each_review(Some(key), |row| {
        if !gone.reviews.contains(&row.id) {
            leaning.push(Row::new(row, Kept::Review));
        }
        Ok(())
    })?;
    store.each_waiver(Some(key), |row| {
        if !gone.waivers.contains(&row.id) {
            leaning.push(Row::new(row, Kept::Waiver));
        }
        Ok(())
    })?;
    store.each_assignment(Some(key), |row| {
        if !gone.assignments.contains(&row.id) {
            leaning.push(Row::new(row, Kept::Assignment));
        }
        Ok(())
    })?;
    refuse_leaning(undoing, &format!("claim `{key}`"), leaning)
}

fn nothing_leans_on_source(
    undoing: &Undoing<'_>,
    plan: &Plan,
    gone: &Gone,
    key: &Key,
) -> Result<()> {
    let store = undoing.store;
    let mut leaning = Vec::new();
    let cited = store.citations(Citations::OfSource(key))?;
    let attributed = store.citations(Citations::AttributedTo(key))?;
    let stays = |row: &Row| {
        let becomes = plan.changed.iter().any(|(changed, before)| {
            changed.id == row.id
                && matches!(before, Kept::Citation(before)
                    if before.citation.source != *key && !before.citation.attributed_to.contains(key))
        });
        !gone.citations.contains(&row.id) && !becomes
    };
    leaning.extend(cited.into_iter().chain(attributed).map(Row::citation).filter(stays));
    for row in store.origins_of(key)?.into_iter().chain(store.derived_from(key)?) {
        let place = (row.source.to_string(), row.origin.to_string(), row.relation.as_str());
        if !gone.lineage.contains(&place) {
            leaning.extend(Kept::Lineage(row).find(store)?);
        }
    }
    for claim in store.claims_appearing_in(key)? {
        let becomes = plan.changed.iter().any(|(_, before)| match before {
            Kept::Claim(before) => {
                before.key == claim.key
                    && before.appearances.iter().all(|appearance| appearance.source != *key)
            }
            _ => false,
        });
        if !gone.claims.contains(claim.key.as_str()) && !becomes {
            leaning.extend(Kept::Claim(claim).find(store)?);
        }
    }
    refuse_leaning(undoing, &format!("source `{key}`"), leaning)
}

fn refuse_leaning(undoing: &Undoing<'_>, what: &str, leaning: Vec<Row>) -> Result<()> {
    let Some(first) = leaning.iter().min_by_key(|row| row.version) else { return Ok(()) };
    let mut reason = format!("{} leans on {what}", first.kept.called());
    if leaning.len() > 1 {
        reason.push_str(&format!(", and {} more", leaning.len() - 1));
    }
    Err(undoing.refuse_for(&first.kept, &reason, Some(first.version))?)
}

/// An error where something is missing that a record names, or it would contradict another one.
fn has_what_it_names(
    undoing: &Undoing<'_>,
    plan: &Plan,
    back: &Back<'_>,
    kept: &Kept,
) -> Result<()> {
    let mut sources: Vec<&Key> = Vec::new();
    let mut claims: Vec<&Key> = Vec::new();
    match kept {
        Kept::Source(source) => source_fits(undoing, plan, source)?,
        Kept::Claim(claim) => sources.extend(claim.appearances.iter().map(|it| &it.source)),
        Kept::Citation(record) => {
            claims.push(&record.citation.claim);
            sources.push(&record.citation.source);
            sources.extend(&record.citation.attributed_to);
            no_twin(undoing, plan, record)?;
        }
        Kept::Lineage(row) => {
            sources.extend([&row.source, &row.origin]);
            is_derived(undoing, back, &row.source)?;
        }
        Kept::Review(review) => claims.push(&review.claim),
        Kept::Waiver(waiver) => claims.push(&waiver.claim),
        Kept::Assignment(assignment) => claims.push(&assignment.claim),
        Kept::Alias(alias) => {
            let used = undoing.store.is_creator(&alias.spelling)?;
            // Where the undoing itself writes the names anew, they are right afterwards.
            if used && plan.changed.is_empty() {
                let reason = format!("`{}` is the name of somebody again", alias.spelling);
                return Err(undoing.refuse(&reason, None));
            }
        }
        Kept::RuleSeverity(_) | Kept::Distinction(_) | Kept::ReviewPolicy(_) => {}
    }
    for key in claims {
        if !back.claims.contains(key) && undoing.store.find_claim_id(key)?.is_none() {
            return Err(missing(undoing, kept, "claim", key)?);
        }
    }
    for key in sources {
        if !back.sources.contains_key(key) && undoing.store.find_source_id(key)?.is_none() {
            return Err(missing(undoing, kept, "source", key)?);
        }
    }
    Ok(())
}

fn missing(undoing: &Undoing<'_>, kept: &Kept, entity: &str, key: &Key) -> Result<Error> {
    let since = undoing.store.changes_about(entity, key, undoing.past.number)?.last().copied();
    let reason = format!("{} names {entity} `{key}`, which is gone", kept.called());
    Ok(undoing.refuse(&reason, since))
}

/// The same citation twice is one: another that says the same may have been entered meanwhile.
fn no_twin(undoing: &Undoing<'_>, plan: &Plan, record: &super::kept::KeptCitation) -> Result<()> {
    let pair = Citations::OfPair(&record.citation.claim, &record.citation.source);
    for twin in undoing.store.citations(pair)? {
        let goes = plan.removed.iter().chain(plan.changed.iter().map(|(row, _)| row));
        let mut goes = goes.filter(|row| matches!(row.kept, Kept::Citation(_)));
        if twin.record == record.citation && !goes.any(|row| row.id == twin.id) {
            let reason = format!("citation {} says the same meanwhile", twin.id);
            let twin = Row::citation(twin);
            return Err(undoing.refuse_for(&twin.kept, &reason, Some(twin.version))?);
        }
    }
    Ok(())
}

/// A source with origins is derived, and its names are nobody's other spellings.
fn source_fits(undoing: &Undoing<'_>, plan: &Plan, source: &Source) -> Result<()> {
    let store: &Store = undoing.store;
    if source.lineage != LineageState::Derived {
        let going = plan.removed.iter().chain(plan.changed.iter().map(|(row, _)| row));
        let going: Vec<&Kept> = going.map(|row| &row.kept).collect();
        for row in store.origins_of(&source.key)? {
            let kept = Kept::Lineage(row);
            if let Some(found) = kept.find(store)?
                && !going.iter().any(|other| other.is(&kept))
            {
                let reason = format!(
                    "source `{}` was {} before, and there is {} since",
                    source.key,
                    source.lineage,
                    kept.called()
                );
                return Err(undoing.refuse_for(&kept, &reason, Some(found.version))?);
            }
        }
    }
    for credit in source.creators.iter().filter(|credit| !credit.unnamed) {
        let Some(known) = store.alias(&credit.name.voice())? else { continue };
        let kept = Kept::Alias(known.record);
        let goes = plan.removed.iter().chain(plan.changed.iter().map(|(row, _)| row));
        if !goes.map(|row| &row.kept).any(|other| other.is(&kept)) {
            let reason = format!("there is {} since", kept.called());
            return Err(undoing.refuse_for(&kept, &reason, Some(known.version))?);
        }
    }
    Ok(())
}

/// A source that comes from somewhere is derived.
fn is_derived(undoing: &Undoing<'_>, back: &Back<'_>, key: &Key) -> Result<()> {
    let (state, version) = match back.sources.get(key) {
        Some(state) => (*state, None),
        None => match undoing.store.find_source(key)? {
            Some(found) => (found.record.lineage, Some(found.version)),
            None => return Ok(()),
        },
    };
    if state == LineageState::Derived {
        return Ok(());
    }
    Err(undoing.refuse(&format!("source `{key}` is said to be {state} meanwhile"), version))
}
