//! Outputs become finished files in the staging folder, those of them that differ from what stands.

use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use super::address::Tree;
use super::placing::{Placing, put};
use super::sieve::Sieve;
use super::{Digest, Entry, Failure, Inspect, Made, Manifest, Output, Pieces, Place, address, compress};
use crate::config::Compression;
use crate::diag::Diagnostic;

/// What became of one output.
pub(super) struct Fate {
    pub(super) path: String,
    pub(super) entry: Entry,
    /// Whether a finished file waits in the staging folder.
    pub(super) is_ready: bool,
}

/// A file that stands as the last build left it.
#[derive(Default)]
struct Known {
    entry: Entry,
    bytes: Vec<u8>,
}

/// Why one output came to nothing.
pub(super) enum Trouble {
    Content(Vec<Diagnostic>),
    System(Failure),
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        Trouble::System(failure)
    }
}

/// Makes one output after the other; shared by all threads.
pub(super) struct Maker<'s> {
    pub(super) place: &'s Place,
    /// The folders of the output that stood before this build.
    pub(super) standing: BTreeSet<&'s str>,
    pub(super) staging: &'s Path,
    pub(super) last: &'s Manifest,
    pub(super) inspect: &'s Inspect<'s>,
    pub(super) interrupted: &'s AtomicBool,
}

impl Maker<'_> {
    /// Makes the outputs on all threads; the fates come in a fixed order. Pages come last, since they say how large the
    /// files beside them are.
    pub(super) fn make_all(&self, tree: &Tree<'_>) -> Vec<Result<Fate, Trouble>> {
        let outputs = tree.files.values();
        let (pages, files): (Vec<_>, Vec<_>) = outputs.partition(|output| address::is_page(output.path()));
        let make = |outputs: Vec<&&dyn Output>| -> Vec<_> {
            let outputs = outputs.into_par_iter();
            outputs
                .flat_map_iter(|output| self.make_with_copies(*output, tree))
                .collect()
        };
        let mut fates = make(files);
        fates.extend(make(pages));
        fates
    }

    /// The fate of an output and of its compressed copies, except those whose place the site has a file of its own for.
    fn make_with_copies(&self, output: &dyn Output, tree: &Tree<'_>) -> Vec<Result<Fate, Trouble>> {
        let made = self.make(output);
        let copies: Vec<_> = match &made {
            Ok(of) if compress::is_worth_it(&of.path, of.entry.length) => {
                let codings = self.place.codings().iter();
                let paths = codings.map(|coding| (*coding, compress::path(*coding, &of.path)));
                let free = paths.filter(|(_, path)| !tree.files.contains_key(path.as_str()));
                free.map(|(coding, path)| self.copy(coding, path, of)).collect()
            }
            _ => Vec::new(),
        };
        std::iter::once(made).chain(copies).collect()
    }

    fn copy(&self, coding: Compression, path: String, of: &Fate) -> Result<Fate, Trouble> {
        let standing = self.standing_at(&path)?;
        let job = Some(compress::job(coding, of.entry.sum));
        let known = standing.as_deref().and_then(|file| self.known(&path, file));
        let (entry, is_ready) = match known {
            Some(known) if known.entry.job == job => (known.entry, false),
            _ => {
                let finished = if of.is_ready { self.staging } else { self.place.output() }.join(&of.path);
                let bytes = fs::read(&finished).and_then(|bytes| compress::encode(coding, &bytes));
                self.place_whole(&path, standing.as_deref(), &bytes.map_err(Failure::at(&finished))?, job)?
            }
        };
        Ok(Fate { path, entry, is_ready })
    }

    fn make(&self, output: &dyn Output) -> Result<Fate, Trouble> {
        if self.interrupted.load(Ordering::Relaxed) {
            return Err(Failure::Interrupted.into());
        }
        let standing = self.standing_at(output.path())?;
        let known = standing.as_deref().and_then(|file| self.known(output.path(), file));
        let job = known.as_ref().and_then(|known| known.entry.job);
        let (entry, is_ready) = match output.make(job.as_ref()).map_err(Trouble::Content)? {
            Made::AsKnown => (self.keep(output, known.unwrap_or_default())?, false),
            Made::File { bytes, job } => {
                clean((self.inspect)(output, &bytes))?;
                self.place_whole(output.path(), standing.as_deref(), &bytes, job)?
            }
            Made::Pieces(write) => self.place_pieces(output, standing, write)?,
        };
        let path = output.path().to_owned();
        Ok(Fate { path, entry, is_ready })
    }

    /// The file that stands at a path from before this build, if there is one.
    fn standing_at(&self, path: &str) -> Result<Option<PathBuf>, Failure> {
        let folder = path.rfind('/').map_or("", |end| &path[..end]);
        match self.standing.contains(folder) {
            true => self.place.standing_file(path),
            false => Ok(None),
        }
    }

    /// What the last build knew of a file that nobody touched since.
    fn known(&self, path: &str, standing: &Path) -> Option<Known> {
        let entry = *self.last.get(path).filter(|entry| entry.job.is_some())?;
        let bytes = fs::read(standing).ok()?;
        entry.is_of(&bytes).then_some(Known { entry, bytes })
    }

    /// What stands stays; what must not be published may be other than when it was made.
    fn keep(&self, output: &dyn Output, known: Known) -> Result<Entry, Trouble> {
        let found = (self.inspect)(output, &known.bytes);
        clean(found)?;
        Ok(known.entry)
    }

    fn place_whole(
        &self,
        path: &str,
        standing: Option<&Path>,
        bytes: &[u8],
        job: Option<Digest>,
    ) -> Result<(Entry, bool), Failure> {
        let equal = standing.is_some_and(|file| fs::read(file).is_ok_and(|standing| standing == bytes));
        if !equal {
            put(&self.staging.join(path), bytes)?;
        }
        Ok((Entry::of(bytes, job), !equal))
    }

    fn place_pieces(
        &self,
        output: &dyn Output,
        standing: Option<PathBuf>,
        write: Pieces<'_>,
    ) -> Result<(Entry, bool), Trouble> {
        let file = Placing::new(self.staging.join(output.path()), standing);
        let inspect = |bytes: &[u8]| (self.inspect)(output, bytes);
        let mut sieve = Sieve::new(&inspect, file);
        let written = write(&mut sieve);
        let (file, found) = sieve.finish()?;
        written.map_err(Trouble::Content)?;
        clean(found)?;
        Ok(file.finish()?)
    }
}

fn clean(found: Vec<Diagnostic>) -> Result<(), Trouble> {
    match found.is_empty() {
        true => Ok(()),
        false => Err(Trouble::Content(found)),
    }
}
