//! `twosource review list`.

use clap::Args;

use super::answer::ListedClaim;
use super::queue_order::{QueuedClaim, load};
use super::wanted::{Verdicts, Wanted};
use crate::checks::Severity;
use crate::commands::context::Context;
use crate::commands::disclosure::Disclosure;
use crate::commands::format::FormatArgument;
use crate::commands::tree::Outcome;
use crate::commands::view::View;
use crate::commands::wording::counted;
use crate::domain::{Priority, ReviewState, shell_word};
use crate::error::Result;
use crate::output::{Cell, Column, Format, Style, Table, severity_style};

/// List the claims that need a look, the worst first
///
/// Those with the gravest findings come first, then by priority, then as their works make them. Left
/// out are claims on which enough reviewers agree, those that you have judged already on the evidence
/// as it is, unless another reviewer disagrees, and, where who logs a claim does not review it, your
/// own.
///
/// With --verdict, --stale, --state or --all, claims are listed whoever has judged them.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource review list
  twosource review list --mine
  twosource review list --stale
  twosource review list --state disagreed --state in-review
  twosource review list --all --format csv")]
pub(crate) struct List {
    #[command(flatten)]
    wanted: Wanted,

    #[command(flatten)]
    verdicts: Verdicts,

    /// All claims, also those that need no look
    #[arg(long, conflicts_with_all = ["stale", "states"])]
    all: bool,

    #[command(flatten)]
    format: FormatArgument,

    #[command(flatten)]
    disclosure: Disclosure,
}

impl List {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let actor = context.actor()?;
        let target = self.format.format.into();
        let view = View::open(context, &self.disclosure, target, "review list")?;
        let queue = view.in_snapshot(|store| load(store, |queued| self.wants(queued, &actor)))?;
        let listed = || queue.iter().map(ListedClaim::new);
        match self.format.format {
            Format::Table => self.tell(context, &queue, &actor)?,
            Format::Json => context.console.json(&listed().collect::<Vec<_>>())?,
            Format::Csv => {
                let rows = listed().map(|claim| claim.cells());
                context.console.csv(&ListedClaim::HEADINGS, rows)?;
            }
        }
        Ok(Outcome::Done)
    }

    fn wants(&self, queued: &QueuedClaim, actor: &str) -> bool {
        let verdicts = &self.verdicts.verdicts;
        if !self.all && verdicts.is_empty() {
            return self.wanted.wants(queued, actor);
        }
        let found = queued.consensus();
        let mut counting = found.counting.iter();
        (!self.wanted.mine || queued.is_assigned_to(actor))
            && (!self.wanted.is_about_states() || self.wanted.wants_state_of(queued))
            && (verdicts.is_empty()
                || counting.any(|review| verdicts.contains(&review.record.verdict)))
    }

    /// Whether it is the queue of who is at work.
    fn is_queue(&self) -> bool {
        !self.all && self.verdicts.verdicts.is_empty() && !self.wanted.is_about_states()
    }

    fn tell(&self, context: &mut Context, queue: &[QueuedClaim], actor: &str) -> Result<()> {
        context.console.table(&table(queue))?;
        let count = counted(queue.len(), "claim");
        match queue.first() {
            None if self.is_queue() => {
                context.console.status(self.wanted.none_in_words(actor));
                context.console.hint("all claims with their reviews: twosource review list --all");
            }
            None => context.console.status("no claim is like that"),
            Some(first) if self.is_queue() => {
                let need = if queue.len() == 1 { "needs" } else { "need" };
                context.console.status(format!("{count} {need} a look by {actor}"));
                let key = shell_word(&first.claim.key);
                context.console.hint(&format!(
                    "go through them: twosource review; or one by one: twosource claim show {key}, then twosource review {key} --verdict …"
                ));
            }
            Some(_) => context.console.status(count),
        }
        Ok(())
    }
}

fn table(queue: &[QueuedClaim]) -> Table {
    let assigned = queue.iter().any(|queued| !queued.assigned_to.is_empty());
    let mut columns = vec![Column::whole("key"), Column::text("findings"), Column::text("review")];
    if assigned {
        columns.push(Column::text("assigned to"));
    }
    columns.push(Column::text("statement"));
    let mut table = Table::new(columns);
    for queued in queue {
        let mut cells = vec![
            Cell::styled(&queued.claim.key, Style::Bold),
            findings(queued),
            Cell::plain(state(queued)),
        ];
        if assigned {
            cells.push(Cell::plain(queued.assigned_to.join(", ")));
        }
        cells.push(Cell::plain(statement(queued)));
        table.row(cells);
    }
    table
}

/// How many findings there are that have to be looked into; what is only worth knowing is not counted.
fn findings(queued: &QueuedClaim) -> Cell {
    let number = |severity: Severity| {
        queued.findings.iter().filter(|finding| finding.severity == severity).count()
    };
    let grave = [Severity::Error, Severity::Warning];
    let told: Vec<String> = grave
        .into_iter()
        .filter(|severity| number(*severity) > 0)
        .map(|severity| counted(number(severity), severity.as_str()))
        .collect();
    let gravest = grave.into_iter().find(|severity| number(*severity) > 0);
    Cell::styled(told.join(", "), severity_style(gravest.map_or("", Severity::as_str)))
}

/// The state in a word or two.
fn state(queued: &QueuedClaim) -> String {
    let found = queued.consensus();
    match (found.state, found.counting.first()) {
        (ReviewState::Agreed, Some(review)) => review.record.verdict.to_string(),
        (ReviewState::InReview, Some(review)) => {
            format!("{}, {} of {}", review.record.verdict, found.agreeing, found.required)
        }
        (state, _) => state.to_string(),
    }
}

/// What is claimed, and how great the harm is if it is wrong, where that is not the usual.
fn statement(queued: &QueuedClaim) -> String {
    let claim = &queued.claim;
    match claim.priority {
        Priority::Normal => claim.statement.clone(),
        other => format!("({other} priority) {}", claim.statement),
    }
}
