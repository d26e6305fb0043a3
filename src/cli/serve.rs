use std::net::{IpAddr, Ipv4Addr};

use clap::Args as ClapArgs;

use super::args::View;
use super::exit::Exit;
use super::session::Session;
use crate::diag::Language;
use crate::serve::{self, Settings, Turn};

/// Preview the site while it is being written; nothing is written to disk
#[derive(Debug, ClapArgs)]
pub(super) struct Args {
    /// Port to listen on; the next free one if it is taken
    #[arg(short, long, value_name = "PORT", default_value_t = 1111)]
    port: u16,
    /// Address to listen on; other machines see the preview only if this says so
    #[arg(short, long, value_name = "IP", default_value_t = IpAddr::V4(Ipv4Addr::LOCALHOST))]
    interface: IpAddr,
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
    };
    let read = |address: &str| session.facts(&view(args, address));
    match serve::run(&session.common.root, settings, read, |turn| tell(session, turn)) {
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

/// Says the findings and what changed; a site with errors is not shown.
fn tell(session: &Session, turn: &Turn<'_>) -> bool {
    let verdict = session.verdict(turn.facts, turn.found.clone());
    let sound = verdict.errors == 0;
    let took = turn.took.as_millis();
    let Some((files, changed)) = turn.changed.filter(|_| sound) else {
        let stays = "errori: resta l'ultima versione buona";
        session
            .voice
            .say(session.voice.pick(stays, "errors: the last good version stays"));
        return false;
    };
    session.voice.say(&match session.voice.language {
        Language::It => format!("{}: {changed} file cambiati su {files}, in {took} ms", turn.address),
        Language::En => format!("{}: {changed} of {files} files changed, in {took} ms", turn.address),
    });
    true
}
