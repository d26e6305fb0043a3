use std::fs;
use std::io;
use std::path::{Path, PathBuf};

use clap::{Args as ClapArgs, ValueEnum};
use rust_embed::RustEmbed;

use super::{Refusal, editor, write_new};
use crate::read::front_matter::cut;
use crate::source::FileId;

#[derive(RustEmbed)]
#[folder = "src/cli/new/examples"]
struct Examples;

/// Where, and with what in it.
#[derive(Debug, ClapArgs)]
pub(super) struct Args {
    /// Folder of the new site; empty, or not there yet
    #[arg(value_name = "DIR")]
    dir: PathBuf,
    /// What the site holds
    #[arg(long, value_name = "NAME", default_value = "vuoto")]
    example: Example,
}

#[derive(Clone, Copy, Debug, ValueEnum)]
enum Example {
    /// An exchange catalogue of three cards
    Catalogo,
    /// A plan with units, strategic lines and three objectives
    Peg,
    /// A project of two bodies
    Progetto,
    /// A home page
    Vuoto,
}

impl Example {
    fn folder(self) -> &'static str {
        match self {
            Self::Catalogo => "catalogo/",
            Self::Peg => "peg/",
            Self::Progetto => "progetto/",
            Self::Vuoto => "vuoto/",
        }
    }
}

/// Writes the files of an example; their paths, as typed.
pub(super) fn make(args: &Args) -> Result<Vec<String>, Refusal> {
    if is_occupied(&args.dir)? {
        return Err(Refusal::Occupied(args.dir.display().to_string()));
    }
    let mut made = Vec::new();
    let mut write = |below: &str, bytes: &[u8]| {
        let path = args.dir.join(below);
        write_new(&path, bytes)?;
        made.push(path.display().to_string());
        Ok(())
    };
    let mut names: Vec<_> = Examples::iter().collect();
    names.sort();
    for name in names {
        let Some(below) = name.strip_prefix(args.example.folder()) else {
            continue;
        };
        let Some(file) = Examples::get(&name) else { continue };
        write(below, &file.data)?;
    }
    for (below, text) in editor::files() {
        write(below, text.as_bytes())?;
    }
    Ok(made)
}

/// Whether the text of a home page is that of an example.
pub(in crate::cli) fn is_starter(text: &str) -> bool {
    let homes = Examples::iter().filter(|name| name.ends_with("/content/_index.md") && name.matches('/').count() == 2);
    let mut homes = homes.filter_map(|name| String::from_utf8(Examples::get(&name)?.data.into_owned()).ok());
    homes.any(|home| home[cut(FileId::new(0), &home).value.body].trim() == text)
}

fn is_occupied(dir: &Path) -> Result<bool, Refusal> {
    match fs::read_dir(dir) {
        Ok(mut entries) => Ok(entries.next().is_some()),
        Err(error) if error.kind() == io::ErrorKind::NotFound => Ok(false),
        Err(error) => Err(Refusal::System(dir.display().to_string(), error)),
    }
}
