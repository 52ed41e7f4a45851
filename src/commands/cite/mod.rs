//! `twosource cite …`.

mod show;

use clap::{Args, Subcommand};

use super::context::Context;
use super::level_changes::OneLevel;
use super::tree::Outcome;
use super::values::{Setting, one_of, replaced, setting, text_setting};
use crate::domain::{Citation, Credibility, Key, Stance};
use crate::error::{Error, Result};
use crate::store::Store;
use crate::store::edits::Cited;

/// Link a claim to a source that bears on it
///
/// Prints the number of the citation. A source that has the statement from another one is no second
/// source beside that: name the other with --attributed-to.
#[derive(Debug, Args)]
#[command(
    args_conflicts_with_subcommands = true,
    subcommand_negates_reqs = true,
    after_help = "\
Examples:
  twosource cite c12 lemonde-2017 --locator \"page 3\" --quote \"The bank paid.\"
  twosource cite c12 911-commission --attributed-to khallad-interrogation
  twosource cite c12 ministry-statement --stance disputes
  twosource cite show c12 lemonde-2017 --style apa

Put -- in front of a claim that is called show: twosource cite -- show SOURCE"
)]
pub(crate) struct Cite {
    #[command(subcommand)]
    command: Option<Command>,

    /// The key of the claim
    #[arg(value_name = "CLAIM", required = true)]
    claim: Option<Key>,

    /// The key of the source
    #[arg(value_name = "SOURCE", required = true)]
    source: Option<Key>,

    #[command(flatten)]
    details: Details,
}

#[derive(Debug, Subcommand)]
enum Command {
    Show(show::Show),
}

/// What is said of a citation but claim and source. An empty value stands for none.
#[derive(Debug, Default, PartialEq, Eq, Args)]
pub(crate) struct Details {
    /// What the source does for the claim; otherwise it supports it
    #[arg(long, value_parser = one_of(Stance::ALL, Stance::as_str))]
    stance: Option<Stance>,

    /// Where in the source: "page 12-14", "paragraph 7", "timestamp 00:12:31", "article 11"
    #[arg(long, value_parser = text_setting)]
    locator: Option<Setting<String>>,

    /// The words of the source
    #[arg(long, value_name = "TEXT", value_parser = text_setting)]
    quote: Option<Setting<String>>,

    /// The key of a source that it says it has this from; repeat it for more
    #[arg(long, value_name = "SOURCE", value_parser = setting::<Key>)]
    attributed_to: Vec<Setting<Key>>,

    /// How credible this item is, after the Admiralty code: 1 (confirmed) to 5 (improbable), 6 (cannot be judged)
    #[arg(long, value_name = "1-6", value_parser = setting::<Credibility>)]
    credibility: Option<Setting<Credibility>>,

    /// Your remarks
    #[arg(long, value_name = "TEXT", value_parser = text_setting)]
    note: Option<Setting<String>>,
}

impl Details {
    /// Puts what is given into a citation.
    pub(crate) fn apply(&self, citation: &mut Citation) {
        citation.stance = self.stance.unwrap_or(citation.stance);
        Setting::apply(&self.locator, &mut citation.locator);
        Setting::apply(&self.quote, &mut citation.quote);
        if !self.attributed_to.is_empty() {
            citation.attributed_to = replaced(&self.attributed_to);
        }
        Setting::apply(&self.credibility, &mut citation.credibility);
        Setting::apply(&self.note, &mut citation.note);
    }
}

impl Cite {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let (claim, source) = match (self.command, self.claim, self.source) {
            (Some(Command::Show(show)), ..) => return show.run(context),
            (None, Some(claim), Some(source)) => (claim, source),
            (None, ..) => {
                return Err(Error::invalid("claim and source are not named")
                    .hint("twosource cite CLAIM SOURCE"));
            }
        };
        let mut citation = Citation::new(claim, source);
        self.details.apply(&mut citation);
        let signature = context.signature()?;
        let store = context.write()?;
        store
            .put_own_keys([&mut citation.source].into_iter().chain(&mut citation.attributed_to))?;
        let level = OneLevel::watch(&store, store.claim(&citation.claim)?.id)?;
        let Citation { claim, source, stance, .. } = &citation;
        match store.cite(&signature, &citation)? {
            Cited::New(number) => {
                let done = format!("citation {number} was entered");
                context.console.outcome(number.to_string(), &done)?;
                let what = format!("citation {number}: {source} {} claim {claim}", verb(*stance));
                context.console.status(what);
            }
            Cited::Known(number) => {
                context.console.data(number.to_string())?;
                context.console.status(format!("citation {number} says exactly that already"));
            }
        }
        warn(context, &store, &citation)?;
        level.tell(context, &store)?;
        Ok(Outcome::Done)
    }
}

/// What a source does for a claim, as a verb.
pub(crate) fn verb(stance: Stance) -> &'static str {
    match stance {
        Stance::Supports => "supports",
        Stance::Disputes => "disputes",
        Stance::Qualifies => "qualifies",
        Stance::Context => "gives context to",
    }
}

/// Warns where what is cited cannot be evidence for the claim.
pub(crate) fn warn(context: &mut Context, store: &Store, citation: &Citation) -> Result<()> {
    for warning in warnings(store, citation)? {
        context.console.warning(&warning);
    }
    Ok(())
}

/// Why what is cited cannot be evidence for the claim.
pub(crate) fn warnings(store: &Store, citation: &Citation) -> Result<Vec<String>> {
    let mut warnings = Vec::new();
    if citation.stance == Stance::Context {
        return Ok(warnings);
    }
    let claim = store.claim(&citation.claim)?.record;
    for key in [&citation.source].into_iter().chain(&citation.attributed_to) {
        if claim.appearances.iter().any(|appearance| appearance.source == *key) {
            let claim = &claim.key;
            warnings
                .push(format!("claim {claim} appears in {key}, which is never evidence for it"));
        }
        let standing = store.source(key)?.record.standing;
        if standing.is_fallen() {
            warnings.push(format!("{key} is {standing}, which is no evidence"));
        }
    }
    Ok(warnings)
}
