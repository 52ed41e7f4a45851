//! `twosource demo`.

use std::fs;
use std::path::{Path, PathBuf};

use clap::Args;

use super::check::{show, survey};
use super::context::Context;
use super::export::bibliography::items;
use super::import::{keep_levels, tell};
use super::style::DEFAULT_STYLE;
use super::tree::Outcome;
use super::wording::counted;
use crate::bibliography::{Format, Style, render};
use crate::checks::{Finding, Selection, Severity, rule};
use crate::domain::shell_word;
use crate::error::{Error, ErrorKind, Result};
use crate::exchange::case::CaseFolder;
use crate::output::{Style as Look, Text};
use crate::store::import::ImportOptions;
use crate::store::{Access, CASEBOOK_FILE, Store};
use crate::transfer::import_case;

/// The case of the article, compiled in so that the demo needs no files.
const CASE: [(&str, &str); 4] = [
    ("sources.csv", include_str!("../../fixtures/menamm-2019/sources.csv")),
    ("claims.csv", include_str!("../../fixtures/menamm-2019/claims.csv")),
    ("lineage.csv", include_str!("../../fixtures/menamm-2019/lineage.csv")),
    ("citations.csv", include_str!("../../fixtures/menamm-2019/citations.csv")),
];

/// The folder where none is named.
const FOLDER: &str = "twosource-demo";

/// See it work: a real article, from import to bibliography
///
/// Makes a folder with a casebook of an article from 2019: its claims, and the sources to which the
/// article attributes them. Shows what rests on too little, and the bibliography. The casebook is
/// yours to play with. Nothing in it says that a claim is true.
#[derive(Debug, Args)]
#[command(after_help = "\
Examples:
  twosource demo
  twosource demo try-it-here")]
pub(crate) struct Demo {
    /// The folder to make; otherwise twosource-demo, or the next free name like it
    #[arg(value_name = "DIR")]
    folder: Option<PathBuf>,
}

impl Demo {
    pub(crate) fn run(self, context: &mut Context) -> Result<Outcome> {
        let signature = context.signature()?;
        let path = make_folder(self.folder)?.join(CASEBOOK_FILE);
        Store::create(&path, context.wait)?;
        let store = Store::open(&path, Access::Write, context.wait)?;
        context.console.status(format!("1. A new casebook: {}", path.display()));
        context.console.status("2. The case of an article, from a folder of CSV files:");
        let case = CaseFolder::from_texts(CASE)?;
        let options = ImportOptions::default();
        let summary = import_case(&store, &signature, &case, options, &mut |_| {})?;
        tell(context, &summary, false);
        keep_levels(context, &store)?;
        show_findings(context, &store)?;
        show_bibliography(context, &store)?;
        context.console.finish()?;
        next_steps(context, &path);
        Ok(Outcome::Done)
    }
}

fn show_findings(context: &mut Context, store: &Store) -> Result<()> {
    let survey = survey(store, Selection::new(&[], &[])?, &[])?;
    let is_grave = |finding: &&Finding| is_shown(finding.rule, finding.severity);
    let grave = survey.open().filter(is_grave).count();
    context.console.status(format!(
        "3. What its claims rest on. Of {}, {} to look at:",
        counted(survey.claims, "claim"),
        counted(grave, "finding")
    ));
    heading(context, "Claims that rest on too little")?;
    show(context, &survey, survey.open().filter(is_grave))?;
    let by_rule = survey.by_rule();
    let counts: Vec<_> = by_rule
        .iter()
        .filter(|(name, _)| rule(name).is_some_and(|rule| is_shown(name, rule.severity)))
        .map(|(rule, count)| format!("{count} {rule}"))
        .collect();
    context.console.status(counts.join(", "));
    let infos = survey.open().count() - grave;
    if infos > 0 {
        context.console.status(format!("{infos} more for information: twosource check"));
    }
    Ok(())
}

fn show_bibliography(context: &mut Context, store: &Store) -> Result<()> {
    let items = items(store, false, false)?;
    context.console.status(format!(
        "4. The bibliography of the {} that the claims cite:",
        counted(items.len(), "source")
    ));
    heading(context, "Bibliography")?;
    let bibliography = render(&Style::named(DEFAULT_STYLE)?, &items, Format::Text);
    for warning in &bibliography.warnings {
        context.console.warning(&format!("{}: {}", warning.key, warning.message));
    }
    context.console.data(bibliography.document())
}

/// What is grave, and all that is about what a claim rests on.
fn is_shown(rule: &str, severity: Severity) -> bool {
    severity > Severity::Info || rule == "unestablished-independence"
}

fn heading(context: &mut Context, text: &str) -> Result<()> {
    context.console.data(Text::new().plain("\n").styled(Look::Bold, text).plain("\n\n"))
}

fn next_steps(context: &mut Context, path: &Path) {
    let folder = path.parent().unwrap_or(Path::new("."));
    let folder = folder.to_string_lossy();
    let steps = [
        format!("cd {}", shell_word(&folder)),
        "twosource claim show vital-artery".to_owned(),
        "twosource rule single-origin".to_owned(),
        "twosource source show alqaeda-19p".to_owned(),
        "twosource export bibliography --style apa".to_owned(),
        "twosource --help".to_owned(),
    ];
    context.console.status("\nWhat to type next:");
    steps.iter().for_each(|step| context.console.status(format!("  {step}")));
}

/// Makes the folder that is named, or the first free one of our own names. One that has anything in
/// it is left alone.
fn make_folder(asked: Option<PathBuf>) -> Result<PathBuf> {
    let Some(folder) = asked else {
        return (1..)
            .find_map(|number| make_numbered(number).transpose())
            .unwrap_or_else(|| Err(Error::storage("no folder could be made for the demo")));
    };
    let empty = fs::read_dir(&folder).map(|mut entries| entries.next().is_none());
    if folder.exists() && !empty.unwrap_or(false) {
        return Err(Error::new(ErrorKind::Exists, format!("{} exists already", folder.display()))
            .hint("name a folder that does not exist; the demo never writes over anything"));
    }
    fs::create_dir_all(&folder).map_err(|error| unmakable(&folder, &error))?;
    Ok(folder)
}

fn make_numbered(number: u32) -> Result<Option<PathBuf>> {
    let name = if number == 1 { FOLDER.to_owned() } else { format!("{FOLDER}-{number}") };
    let folder = PathBuf::from(name);
    match fs::create_dir(&folder) {
        Ok(()) => Ok(Some(folder)),
        Err(error) if error.kind() == std::io::ErrorKind::AlreadyExists => Ok(None),
        Err(error) => Err(unmakable(&folder, &error)),
    }
}

fn unmakable(folder: &Path, error: &std::io::Error) -> Error {
    Error::storage(format!("the folder {} cannot be made: {error}", folder.display()))
        .hint("name a folder in a place where you may write: twosource demo FOLDER")
}
