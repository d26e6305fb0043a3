use std::mem::ManuallyDrop;
use std::path::{Path, PathBuf};

use clap::Args as ClapArgs;

use super::args::{FailOn, View};
use super::exit::Exit;
use super::progress::Progress;
use super::session::Session;
use super::{interrupt, summary};
use crate::diag::Reported;
use crate::pipeline::{self, Facts};
use crate::write::{self, Failure, Output, Place, Staged};

/// Write the site into its output folder
#[derive(Debug, ClapArgs)]
pub(super) struct Args {
    /// Folder to write, below the folder of the site
    #[arg(short, long, value_name = "DIR", default_value = "public")]
    output_dir: PathBuf,
    #[command(flatten)]
    view: View,
    /// What fails the build
    #[arg(long, value_name = "SEVERITY", default_value = "error")]
    fail_on: FailOn,
    /// Make everything, write nothing
    #[arg(long)]
    dry_run: bool,
}

/// Reads, makes everything, and writes it only if nothing is wrong.
pub(super) fn run(session: &Session, args: &Args) -> Exit {
    let interrupted = interrupt::listen();
    let progress = Progress::start(session.voice);
    // The process ends with the build, and the system takes its memory back at once.
    let facts = ManuallyDrop::new(session.facts(&args.view));
    let output = session.common.root.join(&args.output_dir);
    let place = Place::new(&output).compressing(&facts.config.delivery.compress);
    let inspect = |output: &dyn Output, bytes: &[u8]| {
        progress.tick();
        facts.withheld.check(output.path(), bytes).into_iter().collect()
    };
    let staged = pipeline::publish(&facts, |outputs| write::stage(&place, outputs, &inspect, interrupted));
    drop(progress);
    finish(session, args, &facts, staged).unwrap_or_else(|failure| fail(session, &failure))
}

type Attempt = Reported<Option<Result<Staged, Failure>>>;

fn finish(session: &Session, args: &Args, facts: &Facts, attempt: Attempt) -> Result<Exit, Failure> {
    let mut found = attempt.problems;
    let mut staged = attempt.value.transpose()?;
    if let Some(staged) = &mut staged {
        found.append(&mut staged.found);
        // Where the site stays as it was, nothing is gone.
        if !staged.gone.is_empty() && !Session::is_wrong(facts, &found) {
            found.append(&mut staged.gone);
        }
    }
    let verdict = session.verdict(facts, found);
    let exit = verdict.exit(matches!(args.fail_on, FailOn::Warning));
    let made = staged.as_ref().map(|staged| staged.written);
    let commit = staged.filter(|_| exit == Exit::Done && !args.dry_run);
    let written = commit.map(Staged::commit).transpose()?;
    let outcome = summary::Outcome {
        made,
        written,
        output: &args.output_dir,
    };
    summary::say(session, facts, verdict, &outcome);
    Ok(exit)
}

/// Says why the system did not let us, and that the old site stands.
fn fail(session: &Session, failure: &Failure) -> Exit {
    let voice = session.voice;
    match failure {
        Failure::System { path, source } => voice.fail(&format!("{}: {source}", display(path))),
        Failure::Interrupted => voice.fail(voice.pick(
            "interrotto; il sito già scritto è rimasto com'era",
            "interrupted; the site that was written is as it was",
        )),
    }
    Exit::from(failure)
}

fn display(path: &Path) -> std::path::Display<'_> {
    path.strip_prefix(".").unwrap_or(path).display()
}
