//! `twosource export claimreview`.

use clap::{Args, ValueEnum};

use super::losses;
use crate::commands::context::Context;
use crate::commands::deliver::{OutputFile, deliver};
use crate::commands::disclosure::Disclosure;
use crate::commands::names::shows_all;
use crate::commands::tree::Outcome;
use crate::commands::wording::counted;
use crate::domain::Key;
use crate::error::{Error, Result};
use crate::transfer::{ClaimReviewOptions, ExportedClaimReviews, Scope, export_claim_review};

/// Write the reviews of claims as ClaimReview, the markup by which search engines find fact-checks
///
/// Of each claim the latest review that still holds goes out, in the words Supported, Refuted, Conflicting
/// evidence and Not enough evidence; and what came in as ClaimReview, with every field it had. Reviewers'
/// notes stay here. What ClaimReview cannot hold, such as the sources of a claim, is told; with --strict it
/// is an error. Confidential works stay out, unless you say --include-confidential.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource export claimreview --url https://example.org/bridge --author \"The Daily Post\"
  twosource export claimreview --claim c1 --format html
  twosource export claimreview --output claimreview.json")]
pub(crate) struct ClaimReview {
    /// What to write
    #[arg(long, value_name = "FORMAT", value_enum, default_value_t = Form::Json)]
    format: Form,

    /// Only the reviews of this claim; may be given several times
    #[arg(long, value_name = "KEY")]
    claim: Vec<Key>,

    /// The address of the page on which your own reviews stand; search engines require one
    #[arg(long, value_name = "URL", value_parser = address)]
    url: Option<String>,

    /// The desk that publishes your own reviews; otherwise the reviewer signs
    #[arg(long, value_name = "NAME")]
    author: Option<String>,

    #[command(flatten)]
    file: OutputFile,

    /// Write nothing where ClaimReview cannot hold everything
    #[arg(long)]
    strict: bool,

    #[command(flatten)]
    disclosure: Disclosure,
}

#[derive(Debug, Clone, Copy, ValueEnum)]
enum Form {
    /// A document of JSON-LD
    Json,
    /// The script element to paste into the page
    Html,
}

fn address(text: &str) -> std::result::Result<String, &'static str> {
    let is_one = text.starts_with("https://") || text.starts_with("http://");
    if is_one && !text.contains(char::is_whitespace) {
        Ok(text.to_owned())
    } else {
        Err("write the whole address, as https://example.org/page")
    }
}

impl ClaimReview {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        self.file.require_free()?;
        let store = context.read()?;
        for key in &self.claim {
            store.claim(key)?;
        }
        let place = (&self.file).into();
        let scope = Scope { statements: true, claims: true, sources: true, ..Scope::NONE };
        let what = ("export claimreview", scope);
        let include = shows_all(context, &store, &self.disclosure, place, what)?;
        let options = ClaimReviewOptions {
            url: self.url.as_deref(),
            author: self.author.as_deref().filter(|author| !author.trim().is_empty()),
            include_confidential: include,
        };
        let is_wanted =
            |claim: &crate::domain::Claim| self.claim.is_empty() || self.claim.contains(&claim.key);
        let done = export_claim_review(&store, options, &is_wanted)?;
        self.tell(context, &done)?;
        let text = match self.format {
            Form::Json => done.document()?,
            Form::Html => done.script()?,
        };
        let written = format!("wrote {}", counted(done.reviews.len(), "ClaimReview"));
        deliver(context, &text, &self.file, &written)?;
        Ok(Outcome::Done)
    }

    fn tell(&self, context: &mut Context, done: &ExportedClaimReviews) -> Result<()> {
        if done.reviews.is_empty() {
            return Err(Error::not_found("there is no review to write")
                .hint("a claim needs enough reviewers who agree: twosource review list --all"));
        }
        losses::tell(context, "ClaimReview", "claims", &done.losses, self.strict)?;
        let left_out = [
            (done.unreviewed, "claim", "without a review that holds"),
            (done.unsettled, "claim", "on which not enough reviewers agree"),
            (done.ended, "review", "whose evidence has changed since"),
            (done.withheld, "work", "that must not be told of"),
        ];
        for (count, what, why) in left_out.iter().filter(|(count, ..)| *count > 0) {
            context.console.warning(&format!("left out: {} {why}", counted(*count, what)));
        }
        if done.without_url > 0 {
            let reviews = counted(done.without_url, "ClaimReview");
            context
                .console
                .warning(&format!("{reviews} without an address, which search engines require"));
            context.console.hint("name the page on which they stand: --url https://…");
        }
        Ok(())
    }
}
