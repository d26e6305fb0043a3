//! `vetrina new`: a whole small site, a file that explains its own keys, tables to fill in, the next edition of a plan. It asks nothing and
//! overwrites nothing.

mod edition;
mod editor;
mod matter;
mod names;
mod next_year;
mod piece;
mod site;
mod tabelle;

use clap::{Args as ClapArgs, Subcommand};

pub(super) use matter::quoted;
pub(super) use site::is_starter;

use super::exit::Exit;
use super::files::{Refusal, write_new};
use super::session::Session;
use super::voice::Voice;
use crate::read::front_matter::Tipo;

/// Make a site, a file of content that explains its keys, tables to fill in, or the next edition of a plan
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
    /// The next year of a plan or catalogue: its structure with the dates moved on; the old one stays, with a notice
    Edition(edition::Args),
    /// The tables of a catalogue or plan, to fill in with a spreadsheet
    Tabelle(tabelle::Args),
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
    /// An activity of a project
    Attivita(piece::Args),
    /// A document that the office publishes, such as an act or a regulation
    Documento(piece::Args),
    /// A plain page
    Pagina(piece::Args),
}

/// Makes what is asked for and says where.
pub(super) fn run(session: &Session, args: &Args) -> Exit {
    let made = match &args.what {
        What::Site(args) => site::make(args),
        What::Edition(args) => edition::make(session, args),
        What::Tabelle(args) => tabelle::make(session, args),
        What::Scheda(args) => piece::make(session, Tipo::Scheda, args),
        What::Ente(args) => piece::make(session, Tipo::Ente, args),
        What::Piano(args) => piece::make(session, Tipo::Piano, args),
        What::Unita(args) => piece::make(session, Tipo::Unita, args),
        What::Linea(args) => piece::make(session, Tipo::Linea, args),
        What::Progetto(args) => piece::make(session, Tipo::Progetto, args),
        What::Obiettivo(args) => piece::make(session, Tipo::Obiettivo, args),
        What::Attivita(args) => piece::make(session, Tipo::Attivita, args),
        What::Documento(args) => piece::make(session, Tipo::Documento, args),
        What::Pagina(args) => piece::make(session, Tipo::Pagina, args),
    };
    match made {
        Ok(paths) => {
            for path in &paths {
                Voice::data(format!("{}\n", path.strip_prefix("./").unwrap_or(path)).as_bytes());
            }
            Exit::Done
        }
        Err(refusal) => refusal.tell(session.voice),
    }
}
