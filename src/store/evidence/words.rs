//! What a change did to the evidence for a claim, in words.

use super::made::{Made, Part};
use super::narrow::Evidence;
use crate::domain::{Citation, Claim, Key, Lineage, LineageState, Source};

/// What was done, as a sentence without a full stop; `now` is the evidence as it stands.
pub(super) fn what_was_done(made: &Made, now: &Evidence) -> String {
    if let Some(merger) = made.merger() {
        return merger;
    }
    let mut done = Vec::new();
    let claims = pairs(made, |part| match part {
        Part::Claim(claim) if is_about(now, &claim.key) => Some((&claim.key, claim)),
        _ => None,
    });
    done.extend(claims.iter().filter_map(|pair| claim_words(*pair)));
    let citations = pairs(made, |part| match part {
        Part::Citation(citation) if is_about(now, &citation.claim) => {
            Some((&citation.source, citation))
        }
        _ => None,
    });
    done.extend(citations.iter().filter_map(|pair| citation_words(*pair, now)));
    let brought = now.citations.iter().filter(|held| held.version == made.id);
    let brought = brought.filter(|held| !citations.iter().any(|pair| pair.1 == Some(&held.record)));
    done.extend(brought.map(|held| format!("{} was brought in", called(&held.record, now))));
    let reached = now.reach();
    let sources = pairs(made, |part| match part {
        Part::Source(source) => Some((&source.key, source)),
        _ => None,
    });
    let sources = sources
        .iter()
        .filter(|(old, new)| old.or(*new).is_some_and(|source| reached.contains(&source.key)));
    done.extend(sources.filter_map(|pair| source_words(*pair)));
    for (rows, said) in [(&made.after, "comes"), (&made.before, "does not come")] {
        let rows = rows.iter().filter_map(|part| match part {
            Part::Lineage(row) if reached.contains(&row.source) => Some(row),
            _ => None,
        });
        let other = if said == "comes" { &made.before } else { &made.after };
        done.extend(
            rows.filter(|row| !has(other, row))
                .map(|row| format!("it was said that {} {said} from {}", row.source, row.origin)),
        );
    }
    match done.len() {
        0 => "the evidence was changed".to_owned(),
        1 => done.remove(0),
        more => format!("{} (and {} more)", done.remove(0), more - 1),
    }
}

/// What a change made of what.
type Pair<'a, T> = (Option<&'a T>, Option<&'a T>);

/// The records of one kind before and after, those with the same key together.
fn pairs<'a, T>(
    made: &'a Made,
    pick: impl Fn(&'a Part) -> Option<(&'a Key, &'a T)>,
) -> Vec<Pair<'a, T>> {
    let mut after: Vec<_> = made.after.iter().filter_map(&pick).collect();
    let mut pairs = Vec::new();
    for (key, old) in made.before.iter().filter_map(&pick) {
        let place = after.iter().position(|(other, _)| *other == key);
        pairs.push((Some(old), place.map(|place| after.remove(place).1)));
    }
    pairs.extend(after.into_iter().map(|(_, new)| (None, Some(new))));
    pairs
}

fn is_about(now: &Evidence, claim: &Key) -> bool {
    now.claim.as_ref().is_some_and(|known| known.key == *claim)
}

fn has(parts: &[Part], row: &Lineage) -> bool {
    parts.iter().any(|part| {
        matches!(part, Part::Lineage(other) if other.source == row.source
            && other.origin == row.origin && other.relation == row.relation)
    })
}

fn claim_words((old, new): Pair<'_, Claim>) -> Option<String> {
    let (old, new) = (old?, new?);
    listed(&[
        ("statement", old.statement != new.statement),
        ("claimant", old.claimant != new.claimant),
        ("date", old.claimed_on != new.claimed_on),
        ("nature", old.nature != new.nature),
        ("appearances", old.appearances != new.appearances),
    ])
    .map(|(fields, were)| format!("the claim's {fields} {were} changed"))
}

fn citation_words((old, new): Pair<'_, Citation>, now: &Evidence) -> Option<String> {
    let (old, new) = match (old, new) {
        (None, None) => return None,
        (None, Some(new)) => return Some(format!("{} was added", called(new, now))),
        (Some(old), None) => return Some(format!("the citation of {} was removed", old.source)),
        (Some(old), Some(new)) => (old, new),
    };
    listed(&[
        ("stance", old.stance != new.stance),
        ("locator", old.locator != new.locator),
        ("quote", old.quote != new.quote),
        ("attributions", old.attributed_to != new.attributed_to),
        ("credibility", old.credibility != new.credibility),
    ])
    .map(|(fields, were)| format!("the {fields} of {} {were} changed", called(new, now)))
}

/// A citation by its number, where it is still there as it was made.
fn called(citation: &Citation, now: &Evidence) -> String {
    let held = now.citations.iter().find(|held| held.record == *citation);
    match held.and_then(|held| held.number) {
        Some(number) => format!("citation {number} ({})", citation.source),
        None => format!("the citation of {}", citation.source),
    }
}

fn source_words((old, new): Pair<'_, Source>) -> Option<String> {
    let (old, new) = (old?, new?);
    if old.standing != new.standing {
        return Some(format!("{} went from {} to {}", new.key, old.standing, new.standing));
    }
    listed(&[
        ("kind", old.kind != new.kind),
        ("title", old.title != new.title),
        ("creators", old.creators != new.creators),
        ("container", old.container != new.container),
        ("publisher", old.publisher != new.publisher),
        ("date", old.issued != new.issued),
        ("address", old.url != new.url),
        ("identifiers", old.identifiers != new.identifiers),
        ("originality", original(old) != original(new)),
        ("grade", old.grade != new.grade),
    ])
    .map(|(fields, were)| format!("the {fields} of {} {were} changed", new.key))
}

fn original(source: &Source) -> bool {
    source.lineage == LineageState::Original
}

/// `title and date`, of the fields that differ, and the verb that goes with them.
fn listed(fields: &[(&str, bool)]) -> Option<(String, &'static str)> {
    let names: Vec<&str> = fields.iter().filter(|(_, differs)| *differs).map(|it| it.0).collect();
    match names.as_slice() {
        [] => None,
        [one] => Some(((*one).to_owned(), "was")),
        [first @ .., last] => Some((format!("{} and {last}", first.join(", ")), "were")),
    }
}
