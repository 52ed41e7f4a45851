//! `twosource claim list`.

use std::collections::HashSet;

use clap::Args;

use super::answer::ListedClaim;
use crate::commands::context::Context;
use crate::commands::disclosure::Disclosure;
use crate::commands::format::FormatArgument;
use crate::commands::tree::Outcome;
use crate::commands::values::one_of;
use crate::commands::view::View;
use crate::commands::wording::counted;
use crate::corroboration::Level;
use crate::domain::{Claim, Consensus, Key, same_person};
use crate::error::Result;
use crate::output::{Cell, Column, Format, Style, Table, level_style};
use crate::store::levels::ClaimLevel;
use crate::store::{Store, Stored};

/// List the claims and how well each is borne out
///
/// The level says what a claim rests on: unsupported (nothing), single-source (one source),
/// single-origin (several sources, but really one), apparent (several, but nobody has established
/// that they are independent), corroborated.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource claim list
  twosource claim list --level single-source --level single-origin
  twosource claim list --assigned-to Ben
  twosource claim list --tag finance --format csv > claims.csv")]
pub(crate) struct List {
    /// Only claims of this level; repeat it for more
    #[arg(long, value_parser = one_of(Level::ALL, Level::as_str))]
    level: Vec<Level>,

    /// Only claims with this label; repeat it for claims with any of several
    #[arg(long)]
    tag: Vec<String>,

    /// Only claims that appear in the work with this key; repeat it for any of several
    #[arg(long, value_name = "SOURCE")]
    appears_in: Vec<String>,

    /// Only claims that this person is to review
    #[arg(long, value_name = "NAME")]
    assigned_to: Option<String>,

    #[command(flatten)]
    format: FormatArgument,

    #[command(flatten)]
    disclosure: Disclosure,
}

impl List {
    pub(crate) fn run(mut self, context: &mut Context) -> Result<Outcome> {
        let view = View::open(context, &self.disclosure, self.format.format.into(), "claim list")?;
        for key in &mut self.appears_in {
            *key = view.source_key(key)?.into();
        }
        view.in_snapshot(|store| self.write(context, store))?;
        Ok(Outcome::Done)
    }

    fn write(&self, context: &mut Context, store: &Store) -> Result<()> {
        match self.format.format {
            Format::Table => self.table(context, store),
            Format::Json => {
                let claims = self.answer(store)?;
                context.console.json(&claims)
            }
            Format::Csv => {
                let claims = self.answer(store)?;
                let rows = claims.iter().map(ListedClaim::cells);
                context.console.csv(&ListedClaim::HEADINGS, rows)
            }
        }
    }

    fn table(&self, context: &mut Context, store: &Store) -> Result<()> {
        let mut table = Table::new([
            Column::whole("key"),
            Column::whole("level"),
            Column::number("sources"),
            Column::number("origins"),
            Column::text("statement"),
        ]);
        let mut count = 0;
        self.each_chosen(store, |claim, found| {
            count += 1;
            let level = found.level.as_str();
            table.row([
                Cell::styled(&claim.key, Style::Bold),
                Cell::styled(level, level_style(level)),
                Cell::plain(found.sources),
                Cell::plain(found.origins),
                Cell::plain(&claim.statement),
            ]);
            Ok(())
        })?;
        context.console.table(&table)?;
        if count > 0 {
            context.console.status(counted(count, "claim"));
        } else if store.count_claims()? == 0 {
            context.console.status("there are no claims yet");
            context
                .console
                .hint("log one: twosource claim add \"What is claimed, in one sentence.\"");
        } else {
            context.console.status("no claim is like that");
            let near = self.assigned_to.as_deref().map(|name| store.near_person(name));
            if let Some(near) = near.transpose()?.flatten() {
                context.console.hint(&format!("did you mean {near}?"));
            }
        }
        Ok(())
    }

    fn answer(&self, store: &Store) -> Result<Vec<ListedClaim>> {
        let reviews = store.judgements(None)?.reviews_by_claim();
        let policy = store.review_policy()?;
        let mut reviewers = store.reviewers_by_claim()?;
        let mut claims = Vec::new();
        self.each_chosen(store, |claim, level| {
            let reviews = reviews.get(&claim.key).map(Vec::as_slice).unwrap_or_default();
            let reviewed = Consensus::new(reviews, claim.logged_by.as_deref(), policy);
            let assigned = reviewers.remove(&claim.key).unwrap_or_default();
            claims.push(ListedClaim::new(claim, &level, &reviewed).assigned_to(assigned));
            Ok(())
        })?;
        Ok(claims)
    }

    /// Hands on the claims that the filters let through.
    fn each_chosen(
        &self,
        store: &Store,
        mut on_claim: impl FnMut(&Claim, ClaimLevel) -> Result<()>,
    ) -> Result<()> {
        let levels = store.levels()?;
        let assigned = self.assigned(store)?;
        let mut choose = |claim: Stored<Claim>| {
            let is_assigned =
                assigned.as_ref().is_none_or(|claims| claims.contains(&claim.record.key));
            if is_assigned && self.chooses(&claim.record) {
                on_claim(&claim.record, levels.of(store, claim.id)?)?;
            }
            Ok(())
        };
        if self.level.is_empty() {
            return store.each_claim(choose);
        }
        // Mostly few: the others are not even read.
        let mut chosen = levels.claims_at(&self.level);
        chosen.try_for_each(|id| choose(store.claim_numbered(id)?))
    }

    /// The claims that the person asked for is to review; nothing where nobody is asked for.
    fn assigned(&self, store: &Store) -> Result<Option<HashSet<Key>>> {
        let Some(name) = &self.assigned_to else { return Ok(None) };
        let mut claims = HashSet::new();
        store.each_assignment(None, |row| {
            if same_person(&row.record.reviewer, name) {
                claims.insert(row.record.claim);
            }
            Ok(())
        })?;
        Ok(Some(claims))
    }

    fn chooses(&self, claim: &Claim) -> bool {
        let works = || claim.appearances.iter().map(|appearance| appearance.source.as_str());
        (self.tag.is_empty() || claim.tags.iter().any(|tag| self.tag.contains(tag)))
            && (self.appears_in.is_empty()
                || works().any(|work| self.appears_in.iter().any(|key| key == work)))
    }
}
