mod ask;
mod external;

use std::sync::atomic::Ordering;

use clap::Args as ClapArgs;

use super::args::{FailOn, View};
use super::exit::Exit;
use super::progress::Progress;
use super::session::Session;
use super::{interrupt, starter, summary};
use crate::pipeline;
use crate::write::{self, Output};

/// Make the whole site, say what is wrong with it, write nothing
#[derive(Debug, ClapArgs)]
pub(super) struct Args {
    #[command(flatten)]
    view: View,
    /// Ask other sites whether the links to them still lead to something
    #[arg(long)]
    external: bool,
    /// What fails the check
    #[arg(long, value_name = "SEVERITY", default_value = "error")]
    fail_on: FailOn,
}

/// The same walk as `build`, up to the bytes of every file, which are looked at and thrown away.
pub(super) fn run(session: &Session, args: &Args) -> Exit {
    let interrupted = interrupt::listen();
    let progress = Progress::start(session.voice);
    let facts = session.facts(&args.view);
    let inspect = |output: &dyn Output, bytes: &[u8]| {
        progress.tick();
        facts.withheld.check(output.path(), bytes).into_iter().collect()
    };
    let proof = pipeline::publish(&facts, |outputs| write::proof(outputs, &inspect, interrupted));
    let asked = args
        .external
        .then(|| external::ask(&facts, &|| progress.tick(), interrupted));
    drop(progress);
    if interrupted.load(Ordering::Relaxed) {
        return Exit::Interrupted;
    }
    let mut found = proof.problems;
    match proof.value.transpose() {
        Ok(more) => found.extend(more.into_iter().flatten()),
        Err(failure) => return Exit::from(&failure),
    }
    let said = asked.as_ref().map(|asked| external::words(&session.voice, asked));
    found.extend(asked.into_iter().flat_map(|asked| asked.found));
    found.extend(starter::still_there(&facts));
    let verdict = session.verdict(&facts, found);
    said.iter().for_each(|words| session.voice.say(words));
    summary::say_checked(session, &facts, verdict);
    verdict.exit(matches!(args.fail_on, FailOn::Warning))
}
