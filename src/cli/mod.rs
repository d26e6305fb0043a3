//! The command line: one file per command, and the only room that prints, asks the clock and reads the environment.
//!
//! What was typed (`args`) becomes what it means (`session`) before a command sees it. Data go to stdout, all else
//! to stderr, and nothing ever waits for an answer.

mod args;
mod browser;
mod build;
mod check;
mod clock;
mod exit;
mod explain;
mod files;
mod form;
mod help;
mod import;
mod interrupt;
mod list;
mod new;
mod origins;
mod progress;
mod schema;
mod serve;
mod session;
mod starter;
mod summary;
mod voice;

use std::process::ExitCode;

use clap::{CommandFactory as _, Parser as _};

use args::{Args, Command};
use exit::Exit;
use session::Session;

/// Reads the arguments, runs the command, says how it went.
#[must_use]
pub fn run() -> ExitCode {
    let typed: Vec<_> = std::env::args_os().collect();
    let args = match Args::try_parse_from(&typed) {
        Ok(args) => args,
        Err(refusal) => return exit::refusal(&help::told(refusal, Args::command(), typed)),
    };
    let exit = Session::open(args.common).map_or_else(Exit::from, |session| dispatch(&session, &args.command));
    exit.into()
}

fn dispatch(session: &Session, command: &Command) -> Exit {
    match command {
        Command::Build(args) => build::run(session, args),
        Command::Serve(args) => serve::run(session, args),
        Command::Check(args) => check::run(session, args),
        Command::Explain(args) => explain::run(session, args),
        Command::Import(args) => import::run(session, args),
        Command::List(args) => list::run(session, args),
        Command::New(args) => new::run(session, args),
        Command::Schema(args) => schema::run(session, args),
    }
}
