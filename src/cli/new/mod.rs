//! `vetrina new`: a whole small site, or a file that explains its own keys. It asks nothing and overwrites nothing.

mod matter;
mod piece;
mod site;

use std::fs;
use std::io::{self, Write};
use std::path::Path;

use clap::{Args as ClapArgs, Subcommand};

use super::exit::Exit;
use super::session::Session;
use super::voice::Voice;
use crate::read::front_matter::Tipo;

/// Make a site, or a file of content that explains its keys
#[derive(Debug, ClapArgs)]
pub(super) struct Args {
    #[command(subcommand)]
    what: What,
}

/// What can be made.
#[derive(Debug, Subcommand)]
enum What {
    /// A complete small site that builds at once
    Site(site::Args),
    /// A card of an exchange catalogue
    Scheda(piece::Args),
    /// A body
    Ente(piece::Args),
    /// A plan, or a project with partners
    Piano(piece::Args),
    /// A unit of a plan
    Unita(piece::Args),
    /// A strategic line of a plan
    Linea(piece::Args),
    /// A product or project of a plan
    Progetto(piece::Args),
    /// An objective of a plan
    Obiettivo(piece::Args),
    /// A plain page
    Pagina(piece::Args),
}

/// Makes what is asked for and says where.
pub(super) fn run(session: &Session, args: &Args) -> Exit {
    let made = match &args.what {
        What::Site(args) => site::make(args),
        What::Scheda(args) => piece::make(session, Tipo::Scheda, args),
        What::Ente(args) => piece::make(session, Tipo::Ente, args),
        What::Piano(args) => piece::make(session, Tipo::Piano, args),
        What::Unita(args) => piece::make(session, Tipo::Unita, args),
        What::Linea(args) => piece::make(session, Tipo::Linea, args),
        What::Progetto(args) => piece::make(session, Tipo::Progetto, args),
        What::Obiettivo(args) => piece::make(session, Tipo::Obiettivo, args),
        What::Pagina(args) => piece::make(session, Tipo::Pagina, args),
    };
    match made {
        Ok(paths) => {
            paths
                .iter()
                .for_each(|path| Voice::data(format!("{path}\n").as_bytes()));
            Exit::Done
        }
        Err(refusal) => refuse(session.voice, &refusal),
    }
}

/// Why nothing was made.
#[derive(Debug)]
enum Refusal {
    /// Something stands there already.
    Exists(String),
    /// A folder that should take the site is not empty.
    Occupied(String),
    /// A title without a letter or digit gives no file name.
    NoName,
    /// Several plans could be meant, or there is none.
    WhichPlan(Vec<String>),
    /// The system did not let us.
    System(String, io::Error),
}

fn refuse(voice: Voice, refusal: &Refusal) -> Exit {
    let reason = match refusal {
        Refusal::Exists(path) => format!("{path}: {}", voice.pick("esiste già", "exists already")),
        Refusal::Occupied(path) => format!(
            "{path}: {}",
            voice.pick("la cartella non è vuota", "the folder is not empty")
        ),
        Refusal::NoName => voice
            .pick(
                "il titolo non ha lettere né cifre",
                "the title has neither letters nor digits",
            )
            .to_owned(),
        Refusal::WhichPlan(plans) => format!(
            "{}: {}",
            voice.pick(
                "di' a quale piano appartiene con `--in CARTELLA`",
                "say which plan it belongs to with `--in FOLDER`"
            ),
            if plans.is_empty() {
                "piani/…".to_owned()
            } else {
                plans.join(", ")
            }
        ),
        Refusal::System(path, error) => format!("{path}: {error}"),
    };
    voice.fail(&reason);
    match refusal {
        Refusal::System(..) => Exit::Environment,
        _ => Exit::Usage,
    }
}

/// Writes a file that must not be there yet, with its folders.
fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Refusal> {
    let shown = || path.display().to_string();
    let refuse = |error: io::Error| match error.kind() {
        io::ErrorKind::AlreadyExists => Refusal::Exists(shown()),
        _ => Refusal::System(shown(), error),
    };
    if let Some(folder) = path.parent() {
        fs::create_dir_all(folder).map_err(|error| Refusal::System(folder.display().to_string(), error))?;
    }
    let mut file = fs::File::create_new(path).map_err(refuse)?;
    file.write_all(bytes).map_err(refuse)
}
