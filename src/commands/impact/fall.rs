//! What would fall with one source, or with all sources of a voice.

use serde::Serialize;

use crate::commands::context::Context;
use crate::commands::wording::counted;
use crate::domain::{Key, Standing};
use crate::error::{Error, Result};
use crate::output::{Cell, Column, Format, Style, Table, level_style};
use crate::store::Store;

/// The answer of `impact --format json`. Fields may be added, never renamed.
#[derive(Serialize)]
pub(crate) struct Fall {
    schema: &'static str,
    source: Option<String>,
    voice: Option<String>,
    /// The sources that are taken to be retracted.
    sources: Vec<Key>,
    lose_all_support: Vec<Change>,
    fall: Vec<Change>,
    unchanged: usize,
    /// How many of the sources are no evidence as it is.
    #[serde(skip)]
    fallen_already: usize,
}

/// A claim whose level would be another.
#[derive(Serialize)]
struct Change {
    claim: Key,
    statement: String,
    from: &'static str,
    to: &'static str,
}

impl Fall {
    /// What would follow if the source were retracted.
    pub(crate) fn of_source(store: &Store, key: String) -> Result<Self> {
        let key = String::from(store.source_key(&key)?);
        let source = store.source(&key)?;
        Fall::of(store, &[source.id], Some(key), None)
    }

    /// What would follow if all sources with this voice were retracted.
    pub(super) fn of_voice(store: &Store, name: String) -> Result<Self> {
        let sources = store.sources_of_voice(&name)?;
        Fall::of(store, &sources, None, Some(name))
    }

    fn of(
        store: &Store,
        ids: &[i64],
        source: Option<String>,
        voice: Option<String>,
    ) -> Result<Self> {
        let found = store.impact(ids)?;
        let sources = store.source_keys(ids)?;
        let mut fall = Fall {
            schema: "twosource/impact/1",
            source,
            voice,
            sources: Vec::new(),
            lose_all_support: Vec::new(),
            fall: Vec::new(),
            unchanged: found.unchanged,
            fallen_already: 0,
        };
        for key in sources {
            fall.fallen_already += usize::from(store.source(&key)?.record.standing.is_fallen());
            fall.sources.push(key);
        }
        for impacted in found.changed {
            let key = store.claim_key(impacted.claim)?;
            let key = key.ok_or_else(|| Error::storage("a claim has gone meanwhile"))?;
            let list =
                if impacted.is_bared() { &mut fall.lose_all_support } else { &mut fall.fall };
            list.push(Change {
                statement: store.claim(&key)?.record.statement,
                claim: key,
                from: impacted.before.level.as_str(),
                to: impacted.after.level.as_str(),
            });
        }
        Ok(fall)
    }

    /// Writes it in this format.
    pub(super) fn write(&self, context: &mut Context, format: Format) -> Result<()> {
        match format {
            Format::Table => self.table(context),
            Format::Json => context.console.json(self),
            Format::Csv => {
                let rows = self.changes().map(|change| {
                    [change.claim.as_str(), change.from, change.to, change.statement.as_str()]
                });
                context.console.csv(&["claim", "from", "to", "statement"], rows)
            }
        }
    }

    /// The gravest first.
    fn changes(&self) -> impl Iterator<Item = &Change> {
        self.lose_all_support.iter().chain(&self.fall)
    }

    fn table(&self, context: &mut Context) -> Result<()> {
        self.claims(context)?;
        context.console.data(self.in_words(None))?;
        match (self.fallen_already, self.sources.len()) {
            (0, _) => {}
            (1, 1) => context.console.status("it is no evidence as it is"),
            (fallen, all) => {
                context.console.status(format!("{fallen} of these {all} are no evidence as it is"));
            }
        }
        Ok(())
    }

    /// Writes it as what is about to happen: the source is to get this standing.
    pub(crate) fn announce(&self, context: &mut Context, standing: Standing) -> Result<()> {
        self.claims(context)?;
        context.console.data(self.in_words(Some(standing)))
    }

    /// The claims that change, as a table with an empty line after it.
    fn claims(&self, context: &mut Context) -> Result<()> {
        let mut table = Table::new([
            Column::whole("claim"),
            Column::whole("now"),
            Column::whole("then"),
            Column::text("statement"),
        ]);
        for change in self.changes() {
            table.row([
                Cell::styled(&change.claim, Style::Bold),
                Cell::styled(change.from, level_style(change.from)),
                Cell::styled(change.to, level_style(change.to)),
                Cell::plain(&change.statement),
            ]);
        }
        context.console.table(&table)?;
        if !table.is_empty() {
            context.console.data("")?;
        }
        Ok(())
    }

    /// In words: what would follow, or, where the source is about to get a standing, what will.
    fn in_words(&self, coming: Option<Standing>) -> String {
        let (opening, be, would) = match coming {
            Some(_) => ("When", "is", "will"),
            None => ("If", "were", "would"),
        };
        let standing = coming.map_or("retracted", Standing::as_str);
        let what = match (&self.voice, self.sources.as_slice()) {
            (Some(voice), sources) => {
                let all = if sources.len() == 1 { "" } else { " all" };
                format!("{} with the voice {voice} {be}{all}", counted(sources.len(), "source"))
            }
            (None, sources) => {
                let keys: Vec<&str> = sources.iter().map(Key::as_str).collect();
                format!("{} {be}", keys.join(", "))
            }
        };
        let bare = counted(self.lose_all_support.len(), "claim");
        let lower = counted(self.fall.len(), "claim");
        let kept = counted(self.unchanged, "claim");
        format!(
            "{opening} {what} {standing}:\n  {bare} {would} lose all support\n  {lower} {would} fall to a \
             lower level\n  {kept} {would} lean on it and yet keep the level"
        )
    }
}
