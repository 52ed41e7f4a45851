//! `twosource source edit`.

use clap::Args;

use super::fields::Fields;
use super::{described, telling_key, twins};
use crate::commands::context::Context;
use crate::commands::level_changes::LevelChanges;
use crate::commands::replaced;
use crate::commands::spellings;
use crate::commands::tags;
use crate::commands::tree::Outcome;
use crate::domain::shell_word;
use crate::domain::{Credit, Key, Source};
use crate::error::{Error, Result};
use crate::store::history::Edited;
use crate::store::levels::Touched;

/// Change a source
///
/// Only what you name is changed. An empty value takes a field off: --note "". --creator,
/// --identifier and --tag replace the whole list, --author and the like those in that role; --csl
/// changes one variable, --add-creator, --add-tag and --remove-tag one entry.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource source edit lemonde-2017 --issued 2017-09-10 --url https://www.lemonde.fr/a
  twosource source edit lemonde-2017 --key lemonde-alqaida --add-tag paywall
  twosource source edit lemonde-2017 --add-creator \"translator: Lee, Ann\" --note \"\"")]
pub(crate) struct Edit {
    /// The key of the source
    #[arg(value_name = "SOURCE")]
    source: String,

    #[command(flatten)]
    changes: Changes,
}

#[derive(Debug, Default, PartialEq, Eq, Args)]
struct Changes {
    #[command(flatten)]
    fields: Fields,

    /// A further creator, with the role: "editor: Lee, Ann"; repeat it for more
    #[arg(long, value_name = "ROLE: NAME")]
    add_creator: Vec<Credit>,

    /// A label to add; repeat it for more
    #[arg(long, value_name = "TAG", conflicts_with = "tag")]
    add_tag: Vec<String>,

    /// A label to take off; repeat it for more
    #[arg(long, value_name = "TAG", conflicts_with = "tag")]
    remove_tag: Vec<String>,
}

impl Edit {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let changes = &self.changes;
        if *changes == Changes::default() {
            let word = shell_word(&self.source);
            return Err(Error::invalid("nothing is said of what to change").hint(format!(
                "name the field: twosource source edit {word} --note \"…\"; \
                 `twosource source edit --help` lists them all"
            )));
        }
        let signature = context.signature()?;
        let store = context.write()?;
        let key = store.source_key(&self.source)?;
        let key = key.as_str();
        let respelt = spellings::known(&store, changes.credits())?;
        let touches = changes.fields.touch_levels() || !changes.add_creator.is_empty();
        let levels = if touches {
            let mut touched = changes.touched(key);
            touched.names.extend(respelt.iter().map(|(_, name)| name.as_written()));
            LevelChanges::watch(context, &store, &touched)?
        } else {
            LevelChanges::none()
        };
        let apply = |source: &mut Source| changes.apply(source);
        if !store.edit_source(&signature, "source edit", key, apply)? {
            context.console.status(format!("nothing to change: source {key} is like that already"));
            return Ok(Outcome::Done);
        }
        let now = changes.fields.key.as_ref().map_or(key, Key::as_str);
        let called = if now == key { String::new() } else { format!(", now called {now}") };
        context.console.status(format!("changed source {key}{called}"));
        replaced::tell(context, &store, Edited::Source(now))?;
        spellings::tell_known(context, &store, respelt)?;
        if changes.fields.touch_creators() || !changes.add_creator.is_empty() {
            described::warn(context, &store.source(now)?.record.creators);
        }
        if changes.fields.touch_identifiers() {
            twins::warn(context, &store, now)?;
        }
        if changes.fields.touch_secrecy() {
            telling_key::tell(context, &store, now)?;
        }
        levels.tell(context, &store)?;
        Ok(Outcome::Done)
    }
}

impl Changes {
    /// The credits that are given.
    fn credits(&self) -> impl Iterator<Item = &Credit> {
        self.fields.credits().chain(&self.add_creator)
    }

    /// What the levels of claims can depend on.
    fn touched<'a>(&'a self, key: &'a str) -> Touched<'a> {
        let credits = self.credits().collect();
        Touched { credits, ..Touched::of_source(key) }
    }

    fn apply(&self, source: &mut Source) -> Result<()> {
        let what = format!("source {}", source.key);
        self.fields.apply(source)?;
        for credit in &self.add_creator {
            if !source.creators.contains(credit) {
                source.creators.push(credit.clone());
            }
        }
        tags::change(&mut source.tags, &self.add_tag, &self.remove_tag, &what)
    }
}
