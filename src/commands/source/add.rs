//! `twosource source add`.

use clap::Args;

use super::fields::Fields;
use super::{described, telling_key, twins};
use crate::commands::context::Context;
use crate::commands::spellings;
use crate::commands::tree::Outcome;
use crate::domain::shell_word;
use crate::domain::{Key, Kind, Source};
use crate::error::Result;
use crate::store::edits::KeyChoice;

/// Enter a source: a work, or what somebody has said
///
/// Prints the key by which the source is called from now on: the one you give, or a free one made of
/// creator and year (larijani-2018). Of a source that is confidential or on background it is made of kind
/// and year (interview-2018), so that it names nobody: the keys of those on background go out.
#[derive(Debug, Args)]
#[command(
    mut_arg("kind", |kind| kind.required(true)),
    after_help = "\
Examples:
  twosource source add \"The dangerous relationship\" --kind newspaper-article
  twosource source add \"On television\" --kind interview --interviewee \"Larijani, Ali\"
  twosource source add \"Report\" --kind report --creator \"author: unnamed: CIA official\"
  twosource source add \"On cells\" --kind journal-article --identifier doi:10.1000/182"
)]
pub(crate) struct Add {
    /// The title as it stands on the work, or a description
    #[arg(value_name = "TITLE", required_unless_present = "title", conflicts_with = "title")]
    words: Option<String>,

    #[command(flatten)]
    fields: Fields,
}

impl Add {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let mut fields = self.fields;
        fields.title = self.words.or(fields.title);
        let (key, choice) = match &fields.key {
            Some(key) => (key.clone(), KeyChoice::Given),
            None => ("new".parse::<Key>()?, KeyChoice::Proposed),
        };
        let kind = fields.kind.unwrap_or(Kind::Document);
        let mut source = Source::new(key, kind, "");
        fields.apply(&mut source)?;
        let signature = context.signature()?;
        let store = context.write()?;
        let respelt = spellings::known(&store, &source.creators)?;
        let key = store.add_source(&signature, &source, choice)?;
        context.console.outcome(key.as_str(), &format!("source {key} was entered"))?;
        context.console.status(format!("entered source {key}"));
        spellings::tell_known(context, &store, respelt)?;
        described::warn(context, &source.creators);
        twins::warn(context, &store, &key)?;
        telling_key::tell(context, &store, &key)?;
        context.console.hint(&format!(
            "say which claim it bears out: twosource cite CLAIM {}",
            shell_word(&key)
        ));
        Ok(Outcome::Done)
    }
}
