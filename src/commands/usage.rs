//! What is said where a command line cannot be understood, or asks for help.

use std::error::Error as _;
use std::ffi::OsString;
use std::process::ExitCode;

use clap::error::{ContextKind, ErrorKind};
use clap::{Command, CommandFactory};

use super::CommandLine;
use crate::error::Error;
use crate::output::{ColorChoice, Console};

/// Prints the help or version that was asked for, or tells what is wrong with the command line.
pub(crate) fn answer(answer: clap::Error, called: &[OsString]) -> ExitCode {
    let answer = match answer.kind() {
        ErrorKind::DisplayVersion => answer,
        // Parsing puts together only what was called; help lists all commands with what each does.
        _ => whole_tree().try_get_matches_from(called).err().unwrap_or(answer),
    };
    let asked_for_help = matches!(
        answer.kind(),
        ErrorKind::DisplayHelp
            | ErrorKind::DisplayVersion
            | ErrorKind::DisplayHelpOnMissingArgumentOrSubcommand
    );
    if asked_for_help {
        // Who asked for help and does not read it to the end is owed no error.
        let _ = answer.print();
    } else {
        Console::new(ColorChoice::Auto, false).error(&explained(&answer, help_command(called)));
    }
    u8::try_from(answer.exit_code()).map_or(ExitCode::FAILURE, ExitCode::from)
}

/// All commands with all their arguments.
fn whole_tree() -> Command {
    let mut tree = CommandLine::command();
    tree.build();
    tree
}

/// What clap found wrong, as an error of ours with a hint.
fn explained(wrong: &clap::Error, help: String) -> Error {
    let rendered = wrong.render().to_string();
    if let Some(error) = wrong.source().and_then(|source| source.downcast_ref::<Error>()) {
        let mut error = error.clone();
        if let (Some(problem), Some(argument)) = (error.problems.last_mut(), argument(wrong)) {
            problem.message = format!("{argument}: {}", problem.message);
            problem.hint.get_or_insert(help);
        }
        return error;
    }
    let paragraph = rendered.split("\n\n").next().unwrap_or_default();
    let lines = paragraph.trim_start_matches("error: ").lines().map(str::trim);
    let (values, message): (Vec<&str>, Vec<&str>) =
        lines.partition(|line| line.starts_with("[possible values"));
    let tips = rendered.lines().filter_map(|line| line.trim().strip_prefix("tip: "));
    let values = values.into_iter().map(|line| line.trim_matches(['[', ']']));
    let advice: Vec<&str> = tips.chain(values).chain([help.as_str()]).collect();
    Error::invalid(message.join(" ")).hint(advice.join("; "))
}

fn argument(wrong: &clap::Error) -> Option<String> {
    let argument = wrong.get(ContextKind::InvalidArg)?.to_string();
    Some(argument.split_whitespace().next()?.to_owned())
}

/// The help of the command that was called, as far as its words are those of a command.
fn help_command(called: &[OsString]) -> String {
    let mut command = &whole_tree();
    let mut path = command.get_name().to_owned();
    for word in called.iter().skip(1) {
        let inner = command.find_subcommand(word);
        if let Some(inner) = inner.filter(|inner| inner.get_name() != "help") {
            path.push_str(&format!(" {}", inner.get_name()));
            command = inner;
        }
    }
    format!("`{path} --help` explains it")
}
