//! Two claims made one.

use super::super::claim::Claim;
use super::{Settled, Settling, add_missing};

/// The claim that is kept, with what the other adds to it, and what became of fields that differ.
///
/// Of the priorities the higher one stays: the harm does not get less because it was logged twice.
pub fn merged_claim(keep: &Claim, other: &Claim) -> (Claim, Vec<Settled>) {
    // A new field does not compile here until it is decided what becomes of it.
    let Claim {
        key: _,
        statement,
        claimant,
        claimed_on,
        nature,
        priority,
        appearances,
        logged_by,
        tags,
        note,
    } = other;
    let (mut new, mut fields) = (keep.clone(), Settling::default());
    fields.drop("statement", &new.statement, statement);
    fields.optional("claimant", &mut new.claimant, claimant);
    fields.optional("claimed_on", &mut new.claimed_on, claimed_on);
    fields.drop("nature", &new.nature, nature);
    // The order of the words is that of the harm.
    new.priority = keep.priority.min(*priority);
    fields.drop("priority", &new.priority, &keep.priority.max(*priority));
    fields.optional("logged_by", &mut new.logged_by, logged_by);
    fields.optional("note", &mut new.note, note);
    add_missing(&mut new.appearances, appearances, |one, other| one == other);
    add_missing(&mut new.tags, tags, |one, other| one == other);
    (new, fields.0)
}

#[cfg(test)]
mod tests {
    use super::super::super::{Appearance, Claim, Priority};
    use super::merged_claim;
    use crate::error::Result;

    fn claim(key: &str, statement: &str) -> Result<Claim> {
        Ok(Claim::new(key.parse()?, statement))
    }

    #[test]
    fn what_is_lacking_is_taken_and_what_differs_is_told() -> Result<()> {
        let mut keep = claim("c1", "The bank paid.")?;
        let mut other = claim("c2", "The bank has paid.")?;
        keep.logged_by = Some("Ada".to_owned());
        other.logged_by = Some("Ben".to_owned());
        other.claimant = Some("The minister".to_owned());
        let (new, settled) = merged_claim(&keep, &other);
        assert_eq!((&*new.key, &*new.statement), ("c1", "The bank paid."));
        let told: Vec<String> = settled.iter().map(ToString::to_string).collect();
        assert_eq!(
            told,
            [
                "statement: kept `The bank paid.`, dropped `The bank has paid.`",
                "claimant: taken over: `The minister`",
                "logged_by: kept `Ada`, dropped `Ben`",
            ]
        );
        Ok(())
    }

    #[test]
    fn the_higher_priority_stays_whoever_gave_it() -> Result<()> {
        let (low, mut high) = (claim("c1", "It burnt.")?, claim("c2", "It burnt.")?);
        high.priority = Priority::High;
        for (keep, other) in [(&low, &high), (&high, &low)] {
            let (new, settled) = merged_claim(keep, other);
            assert_eq!(new.priority, Priority::High);
            assert_eq!(settled[0].to_string(), "priority: kept `high`, dropped `normal`");
        }
        Ok(())
    }

    #[test]
    fn a_work_that_both_name_alike_is_one_appearance() -> Result<()> {
        let (mut keep, mut other) = (claim("c1", "It burnt.")?, claim("c2", "It burnt.")?);
        let at = |locator: Option<&str>| -> Result<Appearance> {
            let locator = locator.map(str::to_owned);
            Ok(Appearance { source: "daily".parse()?, locator, quote: None })
        };
        keep.appearances = vec![at(None)?];
        other.appearances = vec![at(Some("page 3"))?, at(None)?];
        keep.tags = vec!["a".to_owned(), "b".to_owned()];
        other.tags = vec!["b".to_owned(), "c".to_owned()];
        let (new, _) = merged_claim(&keep, &other);
        assert_eq!(new.appearances, [at(None)?, at(Some("page 3"))?]);
        assert_eq!(new.tags, ["a", "b", "c"]);
        Ok(())
    }
}
