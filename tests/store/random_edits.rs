//! Whatever is done, in whatever order: every edit is one change or none, and the doctor is content.

use proptest::prelude::*;
use twosource::domain::{
    Appearance, Citation, Claim, Identifier, Kind, Lineage, LineageState, Relation, ReviewPolicy,
    Source, Stance, Standing, Verdict,
};
use twosource::error::{Error, ErrorKind};
use twosource::store::Store;
use twosource::store::edits::{KeyChoice, Respelling};

use super::desk::{Desk, key, signed};
use super::kept_levels::assert_levels_hold;

/// Something a user does; the numbers pick keys, names and words from a few.
#[derive(Debug, Clone)]
pub(crate) enum Step {
    AddSource(u8, u8),
    AddClaim(u8, Option<u8>),
    EditSource(u8, u8),
    EditClaim(u8, u8),
    RenameSource(u8, u8),
    RenameClaim(u8, u8),
    Cite(u8, u8, Option<u8>),
    EditCitation(u8, u8),
    RemoveCitation(u8),
    Derive(u8, u8, bool),
    Underive(u8, u8),
    RemoveSource(u8, bool),
    RemoveClaim(u8, bool),
    ForgetSpelling(u8),
    /// The last says whether the old name is kept.
    RenameCreator(u8, u8, bool),
    MergeCreators(u8, u8),
    /// The last says whether circles may close.
    MergeSources(u8, u8, bool),
    MergeClaims(u8, u8),
    Waive(u8),
    Assign(u8, u8),
    /// The second says from whom, or from everybody.
    Unassign(u8, Option<u8>),
    SetPolicy(u8),
    Judge(u8, u8),
}

pub(crate) const NAMES: [&str; 4] = ["Arendt, Hannah", "Reuters", "Cafe\u{301}", "Café"];

pub(crate) fn step() -> impl Strategy<Value = Step> {
    use Step::*;
    let few = || 0_u8..4;
    let maybe = || prop::option::of(0_u8..4);
    prop_oneof![
        4 => (few(), few()).prop_map(|(a, b)| AddSource(a, b)),
        4 => (few(), maybe()).prop_map(|(a, b)| AddClaim(a, b)),
        2 => (few(), any::<u8>()).prop_map(|(a, b)| EditSource(a, b)),
        2 => (few(), any::<u8>()).prop_map(|(a, b)| EditClaim(a, b)),
        1 => (few(), few()).prop_map(|(a, b)| RenameSource(a, b)),
        1 => (few(), few()).prop_map(|(a, b)| RenameClaim(a, b)),
        4 => (few(), few(), maybe()).prop_map(|(a, b, c)| Cite(a, b, c)),
        2 => (1_u8..8, any::<u8>()).prop_map(|(a, b)| EditCitation(a, b)),
        1 => (1_u8..8).prop_map(RemoveCitation),
        3 => (few(), few(), any::<bool>()).prop_map(|(a, b, c)| Derive(a, b, c)),
        1 => (few(), few()).prop_map(|(a, b)| Underive(a, b)),
        1 => (few(), any::<bool>()).prop_map(|(a, b)| RemoveSource(a, b)),
        1 => (few(), any::<bool>()).prop_map(|(a, b)| RemoveClaim(a, b)),
        1 => (few(), few(), any::<bool>()).prop_map(|(a, b, keep)| RenameCreator(a, b, keep)),
        1 => few().prop_map(ForgetSpelling),
        1 => (few(), few()).prop_map(|(a, b)| MergeCreators(a, b)),
        1 => (few(), few(), any::<bool>()).prop_map(|(a, b, c)| MergeSources(a, b, c)),
        1 => (few(), few()).prop_map(|(a, b)| MergeClaims(a, b)),
        1 => few().prop_map(Waive),
        2 => (few(), few()).prop_map(|(a, b)| Judge(a, b)),
        2 => (few(), few()).prop_map(|(a, b)| Assign(a, b)),
        1 => (few(), maybe()).prop_map(|(a, b)| Unassign(a, b)),
        1 => any::<u8>().prop_map(SetPolicy),
    ]
}

fn source(number: u8, name: u8) -> Source {
    let mut source = Source::new(key(&format!("s{number}")), Kind::Report, format!("T{number}"));
    let name = NAMES[usize::from(name)];
    source.creators = vec![name.parse().unwrap(), format!("editor: {name}").parse().unwrap()];
    source
}

pub(crate) fn change_source(source: &mut Source, how: u8) {
    match how % 9 {
        0 => source.url = Some(format!("https://www.example.org/{}?utm_source=x", how / 7)),
        1 => source.identifiers = vec!["doi:10.1000/ABC".parse::<Identifier>().unwrap()],
        2 => source.variables = vec![("volume".into(), "3".into()), ("issue".into(), "2".into())],
        3 => source.lineage = LineageState::ALL[usize::from(how / 7) % 3],
        4 => source.tags = vec!["b".into(), "a".into(), "b".into()],
        5 => source.creators.push("speaker: unnamed: an official".parse().unwrap()),
        // A voice that is withheld in one source and open in another.
        6 => source.creators.push("speaker: an official".parse().unwrap()),
        7 => source.standing = Standing::ALL[usize::from(how / 9) % Standing::ALL.len()],
        _ => source.creators.clear(),
    }
}

fn change_claim(claim: &mut Claim, how: u8) {
    match how % 4 {
        0 => claim.note = Some(format!("Note {how}")),
        1 => claim.tags = vec![format!("tag{how}"), "x".into()],
        2 => claim.statement = format!("Says {how}"),
        _ => {
            let source = key(&format!("s{}", how / 4 % 4));
            claim.appearances.push(Appearance { source, locator: None, quote: Some("q".into()) });
        }
    }
}

fn s(number: u8) -> String {
    format!("s{number}")
}

fn c(number: u8) -> String {
    format!("c{number}")
}

pub(crate) fn take(store: &Store, step: &Step) -> Result<(), Error> {
    match step {
        Step::AddSource(number, name) => {
            store.add_source(&signed("Ana"), &source(*number, *name), KeyChoice::Given).map(drop)
        }
        Step::AddClaim(number, work) => {
            let mut claim = Claim::new(key(&c(*number)), format!("Statement {number}"));
            let appears =
                |work: &u8| Appearance { source: key(&s(*work)), locator: None, quote: None };
            claim.appearances.extend(work.as_ref().map(appears));
            store.add_claim(&signed("Ana"), &claim, KeyChoice::Given).map(drop)
        }
        Step::EditSource(..) | Step::EditClaim(..) | Step::EditCitation(..) => edit(store, step),
        Step::RenameSource(..) | Step::RenameClaim(..) => rename(store, step),
        Step::Cite(claim, source, from) => {
            let mut citation = Citation::new(key(&c(*claim)), key(&s(*source)));
            citation.attributed_to.extend(from.map(|from| key(&s(from))));
            store.cite(&signed("Ana"), &citation).map(drop)
        }
        Step::RemoveCitation(number) => {
            store.remove_citation(&signed("Ana"), (*number).into()).map(drop)
        }
        Step::Derive(source, origin, force) => {
            let relation = if *force { Relation::Republishes } else { Relation::Reports };
            let note = force.then(|| "a note".to_owned());
            let row =
                Lineage { source: key(&s(*source)), origin: key(&s(*origin)), relation, note };
            store.derive(&signed("Ana"), &row, *force).map(drop)
        }
        Step::Underive(source, origin) => {
            store.underive(&signed("Ana"), &s(*source), &s(*origin)).map(drop)
        }
        Step::RemoveSource(number, cascade) => {
            store.remove_source(&signed("Ana"), &s(*number), *cascade).map(drop)
        }
        Step::RemoveClaim(number, cascade) => {
            store.remove_claim(&signed("Ana"), &c(*number), *cascade).map(drop)
        }
        Step::RenameCreator(..) | Step::ForgetSpelling(_) | Step::MergeCreators(..) => {
            respell(store, step)
        }
        Step::MergeSources(kept, other, force) => {
            let (kept, other) = (key(&s(*kept)), key(&s(*other)));
            store.merge_sources(&signed("Ana"), [&kept, &other], *force).map(drop)
        }
        Step::MergeClaims(kept, other) => {
            store.merge_claims(&signed("Ana"), [&c(*kept), &c(*other)]).map(drop)
        }
        Step::Waive(claim) => {
            store.waive(&signed("Ana"), &key(&c(*claim)), "single-source", "Known.").map(drop)
        }
        Step::Assign(..) | Step::Unassign(..) | Step::SetPolicy(_) | Step::Judge(..) => {
            review(store, step)
        }
    }
}

fn respell(store: &Store, step: &Step) -> Result<(), Error> {
    match step {
        Step::RenameCreator(old, new, keep) => {
            let new = NAMES[usize::from(*new)].parse().unwrap();
            let old = NAMES[usize::from(*old)].to_owned();
            let how = Respelling::Rename { old, new, keep: *keep };
            store.respell_creator(&signed("Ana"), &how).map(drop)
        }
        Step::ForgetSpelling(name) => {
            store.remove_alias(&signed("Ana"), NAMES[usize::from(*name)]).map(drop)
        }
        Step::MergeCreators(kept, other) => {
            let name = |number: &u8| NAMES[usize::from(*number)].to_owned();
            let (kept, other) = (name(kept), name(other));
            let how = Respelling::Merge { kept, other, keep: true };
            store.respell_creator(&signed("Ana"), &how).map(drop)
        }
        _ => Ok(()),
    }
}

fn edit(store: &Store, step: &Step) -> Result<(), Error> {
    match *step {
        Step::EditSource(number, how) => {
            let change = |source: &mut Source| {
                change_source(source, how);
                Ok(())
            };
            store.edit_source(&signed("Ben"), "source edit", &s(number), change).map(drop)
        }
        Step::EditClaim(number, how) => {
            let change = |claim: &mut Claim| {
                change_claim(claim, how);
                Ok(())
            };
            store.edit_claim(&signed("Ben"), &c(number), change).map(drop)
        }
        Step::EditCitation(number, how) => {
            let change = |citation: &mut Citation| {
                citation.stance = Stance::ALL[usize::from(how % 4)];
                citation.quote = (how > 100).then(|| format!("Words {how}"));
                citation.source = key(&s(how / 4 % 4));
                Ok(())
            };
            store.edit_citation(&signed("Ben"), number.into(), change).map(drop)
        }
        _ => Ok(()),
    }
}

fn review(store: &Store, step: &Step) -> Result<(), Error> {
    let reviewer = |number: u8| format!("Reviewer {number}");
    match *step {
        Step::Assign(claim, to) => {
            store.assign(&signed("Ana"), &c(claim), &[reviewer(to), reviewer(to / 2)]).map(drop)
        }
        Step::Unassign(claim, from) => {
            let names = from.map(|from| vec![reviewer(from)]);
            store.unassign(&signed("Ben"), &c(claim), names.as_deref()).map(drop)
        }
        Step::SetPolicy(how) => {
            let policy = ReviewPolicy { required: u32::from(how % 11), not_by_logger: how > 100 };
            store.set_review_policy(&signed("Ben"), |_| policy).map(drop)
        }
        Step::Judge(claim, how) => {
            let verdict = Verdict::ALL[usize::from(how % 4)];
            store.judge(&signed(&reviewer(how / 2)), &key(&c(claim)), verdict, None).map(drop)
        }
        _ => Ok(()),
    }
}

fn rename(store: &Store, step: &Step) -> Result<(), Error> {
    match *step {
        Step::RenameSource(old, new) => {
            let change = |source: &mut Source| {
                source.key = key(&s(new));
                Ok(())
            };
            store.edit_source(&signed("Ben"), "source edit", &s(old), change).map(drop)
        }
        Step::RenameClaim(old, new) => {
            let change = |claim: &mut Claim| {
                claim.key = key(&c(new));
                Ok(())
            };
            store.edit_claim(&signed("Ben"), &c(old), change).map(drop)
        }
        _ => Ok(()),
    }
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 40, failure_persistence: None, ..Default::default() })]

    #[test]
    fn leave_a_casebook_without_faults(steps in prop::collection::vec(step(), 5..40)) {
        let desk = Desk::new();
        for step in &steps {
            let before = desk.head();
            let outcome = take(&desk.store, step);
            let after = desk.head();
            match outcome {
                Ok(()) => prop_assert!(after - before <= 1, "{step:?}"),
                Err(error) => {
                    prop_assert_eq!(after, before, "{:?}", step);
                    prop_assert_ne!(error.kind, ErrorKind::Storage, "{:?}: {}", step, error);
                }
            }
            assert_levels_hold(&desk);
        }
        prop_assert_eq!(desk.faults(), Vec::<String>::new());
    }
}
