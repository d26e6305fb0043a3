//! `vetrina import`: a document is read on trial, what is in it is said, and it gets its section. The document itself is
//! copied and never edited; nothing is written over.

mod found;
mod section;
mod trial;

use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::Args as ClapArgs;

use super::args::View;
use super::exit::Exit;
use super::files::{Refusal, write_new};
use super::session::Session;
use super::voice::Voice;
use crate::model::{Detto, Pagina, Testo};
use crate::pipeline::Facts;
use crate::read::tabella;
use trial::Trial;

/// Where documents stand in a site, as received.
const SEEDS: &str = "seeds";

/// Take documents into the site: say what is in them, copy them, write their sections
#[derive(Debug, ClapArgs)]
pub(super) struct Args {
    /// Documents: the text of a printed plan, catalogue or project, a table, a folder of tables
    #[arg(value_name = "FILE", required = true)]
    files: Vec<PathBuf>,
    /// Form of the documents, instead of recognising it
    #[arg(long, value_name = "NAME")]
    reader: Option<String>,
    /// Folder of the section below content/, such as piani/peg-2025
    #[arg(long = "in", value_name = "FOLDER")]
    folder: Option<String>,
    /// Say what is in them, write nothing
    #[arg(long)]
    dry_run: bool,
    #[command(flatten)]
    view: View,
}

/// Takes the documents in one by one; one that cannot be taken leaves the others alone.
pub(super) fn run(session: &Session, args: &Args) -> Exit {
    let site = session.facts(&args.view);
    if site.config_file.is_none() {
        return session.verdict(&site, Vec::new()).exit(false);
    }
    let taken = args.files.iter().map(|file| import(session, &site, args, file));
    let outcomes: Vec<Exit> = taken.collect();
    let worst = outcomes.into_iter().find(|exit| *exit != Exit::Done);
    worst.unwrap_or(Exit::Done)
}

fn import(session: &Session, site: &Facts, args: &Args, file: &Path) -> Exit {
    let voice = session.voice;
    let document = match Received::of(&session.common.root, file) {
        Ok(document) => document,
        Err(refusal) => return refusal.tell(voice),
    };
    let trial = match Trial::of(&document, args) {
        Ok(trial) => trial,
        Err(error) => return system(file, error).tell(voice),
    };
    if !trial.is_understood() {
        return trial.refuse(session);
    }
    Voice::data(found::text(&trial, voice).as_bytes());
    trial.say_unread(session);
    if args.dry_run {
        return Exit::Done;
    }
    match place(session, site, &document, &trial) {
        Ok(()) => Exit::Done,
        Err(refusal) => refusal.tell(voice),
    }
}

/// Copies the document and writes its section. A section that waits for a document is not written over: it is told what
/// to say.
fn place(session: &Session, site: &Facts, document: &Received, trial: &Trial) -> Result<(), Refusal> {
    let root = &session.common.root;
    let path = format!("{}/_index.md", trial.folder);
    let target = root.join("content").join(&path);
    let waits = target.exists();
    if let Some(taken) = named_by(site, &document.path).or_else(|| with_document(site, &path)) {
        return Err(Refusal::Exists(format!("content/{taken}")));
    }
    for part in document.parts.iter().filter(|part| !part.is_there) {
        let copy = root.join(&part.path);
        write_new(&copy, &part.bytes)?;
        told(session, "scritto", "written", &copy);
    }
    if waits {
        told(session, "da completare", "to be completed", &target);
        Voice::data(format!("    source: \"{}\"\n", document.path).as_bytes());
        return Ok(());
    }
    write_new(&target, trial.section.as_bytes())?;
    told(session, "scritto", "written", &target);
    Ok(())
}

fn told(session: &Session, it: &str, en: &str, path: &Path) {
    let shown = path.strip_prefix(".").unwrap_or(path).display();
    Voice::data(format!("  {}: {shown}\n", session.voice.pick(it, en)).as_bytes());
}

/// The section that names a document already.
fn named_by(site: &Facts, document: &str) -> Option<Testo> {
    let mut pages = site.graph.pagine.iter();
    let names = |page: &&Pagina| source_of(page).is_some_and(|source| source.as_str() == document);
    pages.find(names).map(|page| page.percorso.clone())
}

/// The section at a path below `content/`, if it has a document.
fn with_document(site: &Facts, path: &str) -> Option<Testo> {
    let mut pages = site.graph.pagine.iter();
    let page = pages.find(|page| page.percorso == path)?;
    source_of(page).map(|_| page.percorso.clone())
}

fn source_of(page: &Pagina) -> Option<&Detto<Testo>> {
    page.sorgente.as_ref()?.documento.as_ref()
}

/// A document as it came: a file, or a folder of tables.
struct Received {
    /// Path below the root of the site that it has or will have, with `/`.
    path: String,
    /// Its files.
    parts: Vec<Part>,
}

/// A file of a document.
struct Part {
    /// Path below the root of the site.
    path: String,
    bytes: Vec<u8>,
    /// Whether it stands there already.
    is_there: bool,
}

impl Received {
    /// Reads a document, and sees to it that the site has no other one of its name.
    fn of(root: &Path, file: &Path) -> Result<Self, Refusal> {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let path = format!("{SEEDS}/{name}");
        let parts = match tables(file)? {
            Some(tables) => tables
                .iter()
                .map(|table| Part::of(root, table, &path))
                .collect::<Result<_, _>>()?,
            None => vec![Part::of(root, file, SEEDS)?],
        };
        Ok(Self { path, parts })
    }
}

impl Part {
    fn of(root: &Path, file: &Path, folder: &str) -> Result<Self, Refusal> {
        let name = file.file_name().unwrap_or_default().to_string_lossy();
        let path = format!("{folder}/{name}");
        let bytes = fs::read(file).map_err(|error| system(file, error))?;
        let copy = root.join(&path);
        let is_there = match fs::read(&copy) {
            Ok(there) if there == bytes => true,
            Ok(_) => return Err(Refusal::Exists(copy.display().to_string())),
            Err(error) if error.kind() == io::ErrorKind::NotFound => false,
            Err(error) => return Err(system(&copy, error)),
        };
        Ok(Self { path, bytes, is_there })
    }
}

/// The tables of a folder, by name; nothing for what is no folder.
fn tables(folder: &Path) -> Result<Option<Vec<PathBuf>>, Refusal> {
    if !folder.is_dir() {
        return Ok(None);
    }
    let entries = fs::read_dir(folder).map_err(|error| system(folder, error))?;
    let paths = entries.filter_map(Result::ok).map(|entry| entry.path());
    let mut tables: Vec<_> = paths
        .filter(|path| tabella::is_table(&path.to_string_lossy()))
        .collect();
    tables.sort();
    Ok(Some(tables))
}

fn system(path: &Path, error: io::Error) -> Refusal {
    Refusal::System(path.display().to_string(), error)
}
