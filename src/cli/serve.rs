use std::net::{IpAddr, Ipv4Addr};
use std::time::Duration;

use clap::Args as ClapArgs;

use super::args::View;
use super::browser;
use super::exit::Exit;
use super::session::Session;
use crate::diag::{Diagnostic, Language};
use crate::pipeline::Memory;
use crate::serve::{self, News, Settings};
use crate::source::SourceMap;

/// Preview the site while it is being written; nothing is written to disk
#[derive(Debug, ClapArgs)]
pub(super) struct Args {
    /// Port to listen on; the next free one if it is taken
    #[arg(short, long, value_name = "PORT", default_value_t = 1111)]
    port: u16,
    /// Address to listen on; other machines see the preview only if this says so
    #[arg(short, long, value_name = "IP", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    interface: IpAddr,
    /// Open the preview in the browser
    #[arg(short = 'O', long)]
    open: bool,
    /// Hold back drafts, future and expired pages, as a build does
    #[arg(long)]
    as_published: bool,
    /// Look for changes from time to time, for network drives
    #[arg(long)]
    poll: bool,
    #[command(flatten)]
    view: View,
}

/// Serves until Ctrl-C, saying of each turn what it found and how long it took.
pub(super) fn run(session: &Session, args: &Args) -> Exit {
    let settings = Settings {
        interface: args.interface,
        port: args.port,
        poll: args.poll,
        jobs: args.view.jobs,
        language: session.voice.language,
    };
    let read = |address: &str, memory: &mut Memory| session.facts_again(&view(args, address), memory);
    let mut said = Said::default();
    match serve::run(&session.common.root, settings, read, |news| {
        said.tell(session, args, &news)
    }) {
        Ok(()) => Exit::Done,
        Err(error) => {
            session.voice.fail(&error.to_string());
            Exit::Environment
        }
    }
}

/// What the preview shows: all that is held back, too, unless it is to look as published.
fn view(args: &Args, address: &str) -> View {
    let all = !args.as_published;
    View {
        base_url: Some(args.view.base_url.clone().unwrap_or_else(|| address.to_owned())),
        drafts: all || args.view.drafts,
        future: all || args.view.future,
        expired: all || args.view.expired,
        ..args.view
    }
}

/// The findings that were said last: those that an edit leaves as they were are not said again.
#[derive(Default)]
struct Said(Vec<Diagnostic>);

impl Said {
    fn tell(&mut self, session: &Session, args: &Args, news: &News<'_>) {
        let voice = session.voice;
        match news {
            News::Open(address) => {
                voice.say(&format!("{}: {address}/", voice.pick("anteprima", "preview")));
                if args.open
                    && let Err(error) = browser::open(address)
                {
                    voice.fail(&error.to_string());
                }
            }
            News::Read(facts, found) => self.findings(session, found, &facts.sources),
            News::Shown { files, changed, took } => voice.say(&shown(voice.language, *files, *changed, *took)),
            News::Kept => voice.say(voice.pick(
                "errori: resta l'ultima versione buona",
                "errors: the last good version stays",
            )),
        }
    }

    fn findings(&mut self, session: &Session, found: &[Diagnostic], sources: &SourceMap) {
        let is_new = |finding: &&Diagnostic| {
            let same = |known: &Diagnostic| known.code.id == finding.code.id && known.args == finding.args;
            !self.0.iter().any(same)
        };
        let new: Vec<_> = found.iter().filter(is_new).cloned().collect();
        session.voice.findings(&new, sources);
        self.0 = found.to_vec();
    }
}

fn shown(language: Language, files: usize, changed: usize, took: Duration) -> String {
    let took = took.as_millis();
    match language {
        Language::It => format!("{changed} file cambiati su {files}, visibili dopo {took} ms"),
        Language::En => format!("{changed} of {files} files changed, shown after {took} ms"),
    }
}
