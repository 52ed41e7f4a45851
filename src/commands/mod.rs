//! The command line: the tree of commands, one file each. The only place that names clap.
//!
//! A command file parses and calls; the work is done by the modules it calls. The doc comment of
//! its arguments is its help.

mod backup;
mod check;
mod citation;
mod cite;
mod claim;
mod completions;
mod context;
mod creator;
mod deliver;
mod demo;
mod disclosure;
mod doctor;
mod explain;
mod export;
mod format;
mod global;
mod graph;
mod history;
mod impact;
mod import;
mod init;
mod level_changes;
mod man;
mod merged;
mod names;
mod passphrase;
mod past_view;
mod place;
mod removal;
mod replaced;
mod restore;
mod review;
mod rule;
mod search;
mod signals;
mod source;
mod spellings;
mod stats;
mod style;
mod tags;
mod tree;
mod undo;
mod usage;
mod values;
mod view;
mod waive;
mod wording;

#[cfg(test)]
mod tree_tests;

use std::ffi::OsString;
use std::process::ExitCode;

use clap::Parser;

use crate::error::Result;
use crate::store::CAN_DECRYPT;
use context::Context;
use tree::{Outcome, command_tree};

/// What `--version` says after the name.
const VERSION: &str = if CAN_DECRYPT {
    concat!(env!("CARGO_PKG_VERSION"), " (with encryption)")
} else {
    env!("CARGO_PKG_VERSION")
};

/// The casebook of people who check facts: which claims rest on one source, or on several that are
/// really one.
///
/// You log the claims of a text, the sources behind them, and which source says what. twosource tells
/// which claims rest on too little, and writes the bibliography. Everything is in one file, the
/// casebook.
#[derive(Debug, Parser)]
#[command(
    name = "twosource",
    version = VERSION,
    max_term_width = 100,
    subcommand_required = true,
    arg_required_else_help = true,
    after_help = "\
Examples:
  twosource init
  twosource claim add \"The bank paid the families of the attackers.\"
  twosource claim list --level single-source

Exit status: 0 done; 1 a check has findings; 2 something was wrong."
)]
struct CommandLine {
    #[command(flatten, next_help_heading = "Options of every command")]
    global: global::GlobalOptions,

    #[command(subcommand)]
    command: Command,
}

command_tree! {
    /// What to do.
    Command {
        Demo(demo::Demo),
        Init(init::Init),
        #[command(subcommand)]
        Claim(claim::Claim),
        #[command(subcommand)]
        Source(source::Source),
        Cite(cite::Cite),
        #[command(subcommand)]
        Citation(citation::Citation),
        #[command(subcommand)]
        Creator(creator::Creator),
        Check(check::Check),
        Explain(explain::Explain),
        Impact(impact::Impact),
        Graph(graph::Graph),
        Rule(rule::Rule),
        Waive(waive::Waive),
        Review(review::Review),
        Search(search::Search),
        Import(import::Import),
        #[command(subcommand)]
        Export(export::Export),
        #[command(subcommand)]
        Style(style::Style),
        History(history::History),
        Undo(undo::Undo),
        Stats(stats::Stats),
        Doctor(doctor::Doctor),
        Backup(backup::Backup),
        Restore(restore::Restore),
        Completions(completions::Completions),
        Man(man::Man),
    }
}

/// Does what the command line says and returns the status to exit with: 0 done, 1 findings, 2 a
/// usage error, bad input or a failure, which has been told on stderr.
pub fn run(arguments: impl IntoIterator<Item = OsString>) -> ExitCode {
    signals::let_writes_fail();
    let arguments: Vec<OsString> = arguments.into_iter().collect();
    let command_line = match CommandLine::try_parse_from(&arguments) {
        Ok(command_line) => command_line,
        Err(answer) => return usage::answer(answer, &arguments),
    };
    let mut context = Context::new(command_line.global);
    match carry_out(command_line.command, &mut context) {
        Ok(outcome) => outcome.exit_code(),
        Err(error) => {
            context.console.error(&error);
            ExitCode::from(error.exit_code())
        }
    }
}

fn carry_out(command: Command, context: &mut Context) -> Result<Outcome> {
    let outcome = command.run(context)?;
    context.finish()?;
    Ok(outcome)
}
