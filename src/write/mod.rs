//! Room 6: outputs become files.
//!
//! The walk: [`stage`] makes every [`Output`] in parallel, compares it with the file that stands at its place and keeps
//! only what differs, as a finished file beside the old ones; nothing the public sees has changed yet. The caller looks
//! at what was found (a page that fails, a withheld value, an address that vanishes) and either drops the [`Staged`]
//! files, which leaves the old site as it was, or [commits](Staged::commit) them: what an older [`Manifest`] lists and this
//! build lacks is removed, each file, or a whole folder where there is none yet, is renamed into its place, the new
//! manifest is written.
//!
//! Where compressed copies are asked for, each is made from the bytes that were just looked at, and only if those changed.
//!
//! What vetrina did not write is never deleted, and nothing is written outside the output folder or through a symbolic
//! link in it. The manifest stands beside the output (`.vetrina/public.jsonl` for `public/`), so whoever copies the
//! output copies the site and nothing else.

mod address;
mod compress;
mod maker;
mod manifest;
mod output;
mod place;
mod placing;
mod proof;
mod sieve;
mod stage;
mod sum;

pub use address::clashes;
pub use manifest::{Entry, Manifest};
pub use output::{Digest, Made, Output, Pieces};
pub use place::Place;
pub use proof::{Mark, proof};
pub use stage::{Inspect, Staged, Written, stage};
pub use sum::Sum;

use std::io;
use std::path::{Path, PathBuf};

/// Why the files could not be written, though the site itself may be right.
#[derive(Debug, thiserror::Error)]
pub enum Failure {
    /// The system refused: a disk that is full, a folder that is not ours, a link where none may be.
    #[error("{}: {source}", path.display())]
    System {
        /// The file or folder.
        path: PathBuf,
        /// What the system said.
        source: io::Error,
    },
    /// Whoever started the build stopped it.
    #[error("interrupted")]
    Interrupted,
}

impl Failure {
    /// Joins what the system said to the path it was about.
    fn at(path: &Path) -> impl FnOnce(io::Error) -> Failure + '_ {
        |source| Failure::System {
            path: path.to_owned(),
            source,
        }
    }
}

#[cfg(test)]
mod tests;
