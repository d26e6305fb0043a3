use std::fs;
use std::io::{self, Write};
use std::path::Path;

use super::exit::Exit;
use super::voice::Voice;

/// Why nothing was made.
#[derive(Debug)]
pub(super) enum Refusal {
    /// Something stands there already.
    Exists(String),
    /// A folder that should take the site is not empty.
    Occupied(String),
    /// A title without a letter or digit gives no file name.
    NoName,
    /// Several plans could be meant, or there is none.
    WhichPlan(Vec<String>),
    /// A folder of content that has no `_index.md`.
    NoSection(String),
    /// A section that names no year and whose plan has none.
    NoYear(String),
    /// The system did not let us.
    System(String, io::Error),
}

impl Refusal {
    /// Says it; how the command ends.
    pub(super) fn tell(&self, voice: Voice) -> Exit {
        voice.fail(&self.reason(voice));
        match self {
            Self::System(..) => Exit::Environment,
            _ => Exit::Usage,
        }
    }

    fn reason(&self, voice: Voice) -> String {
        let of = |path: &str, it, en| format!("{}: {}", path.trim_start_matches("./"), voice.pick(it, en));
        match self {
            Self::Exists(path) => of(path, "esiste già, e resta com'è", "exists already, and stays as it is"),
            Self::Occupied(path) => of(path, "la cartella non è vuota", "the folder is not empty"),
            Self::NoName => voice
                .pick(
                    "il titolo non ha lettere né cifre",
                    "the title has neither letters nor digits",
                )
                .to_owned(),
            Self::WhichPlan(plans) => which_plan(voice, plans),
            Self::NoSection(path) => of(path, "non c'è: non è una sezione", "is not there: this is no section"),
            Self::NoYear(path) => of(
                path,
                "non dice l'anno: scrivi `anno:` nel file o `--year` nel comando",
                "does not say its year: write `anno:` in the file or `--year` in the command",
            ),
            Self::System(path, error) => format!("{path}: {error}"),
        }
    }
}

fn which_plan(voice: Voice, plans: &[String]) -> String {
    let reason = voice.pick(
        "di' a quale piano appartiene con `--in CARTELLA`",
        "say which plan it belongs to with `--in FOLDER`",
    );
    if plans.is_empty() {
        return format!("{reason}: piani/…");
    }
    format!("{reason}: {}", plans.join(", "))
}

/// Writes a file that must not be there yet, with its folders.
///
/// # Errors
/// If it is there, or if the system does not let us.
pub(super) fn write_new(path: &Path, bytes: &[u8]) -> Result<(), Refusal> {
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
