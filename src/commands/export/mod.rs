//! `twosource export …`.

pub(crate) mod bibliography;
mod case;
pub(crate) mod claim_order;
mod claimreview;
mod claims;
mod footnotes;
mod grouping;
mod losses;
mod printable;
mod selection;
mod sources;
mod sources_table;
mod spreadsheet;

pub(crate) use printable::{Printable, told};

use super::tree::command_tree;

command_tree! {
    /// Write the casebook, or what follows from it, for other programs and readers
    #[command(after_help = "\
Examples:
  twosource export bibliography --style apa
  twosource export footnotes --style court-footnotes
  twosource export claims --output claims.xlsx
  twosource export case --output my-case")]
    Export {
        Bibliography(bibliography::Bibliography),
        Footnotes(footnotes::Footnotes),
        Case(case::Case),
        Sources(sources::Sources),
        Claimreview(claimreview::ClaimReview),
        Claims(claims::Claims),
    }
}
