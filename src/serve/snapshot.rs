use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use crate::diag::{Diagnostic, Reported};
use crate::graph::privacy::Withheld;
use crate::write::{Digest, Output};

/// A whole site in memory.
#[derive(Debug, Default)]
pub struct Snapshot {
    files: BTreeMap<String, File>,
}

/// A file of the site, and the job that made it.
#[derive(Clone, Debug)]
struct File {
    bytes: Arc<[u8]>,
    job: Option<Digest>,
}

impl Snapshot {
    /// Makes every output; one whose job is the same as in `last` is taken from there.
    pub(super) fn make(outputs: &[Box<dyn Output + '_>], last: &Self, withheld: &Withheld) -> Reported<Self> {
        let made: Vec<_> = outputs
            .par_iter()
            .map(|output| (output.path().to_owned(), last.file(output.as_ref(), withheld)))
            .collect();
        let mut snapshot = Reported::clean(Self::default());
        for (path, file) in made {
            match file {
                Ok(file) => {
                    snapshot.value.files.insert(path, file);
                }
                Err(findings) => snapshot.problems.extend(findings),
            }
        }
        snapshot
    }

    fn file(&self, output: &dyn Output, withheld: &Withheld) -> Result<File, Vec<Diagnostic>> {
        let job = output.digest();
        let known = self
            .files
            .get(output.path())
            .filter(|known| job.is_some() && known.job == job);
        let bytes = match known {
            Some(known) => Arc::clone(&known.bytes),
            None => Arc::from(output.bytes()?.as_ref()),
        };
        match withheld.check(output.path(), &bytes) {
            Some(finding) => Err(vec![finding]),
            None => Ok(File { bytes, job }),
        }
    }

    /// How many files there are.
    pub(super) fn len(&self) -> usize {
        self.files.len()
    }

    /// The bytes of a file.
    pub(super) fn get(&self, path: &str) -> Option<Arc<[u8]>> {
        self.files.get(path).map(|file| Arc::clone(&file.bytes))
    }

    /// Paths that are new, gone or have other bytes than in `last`.
    pub(super) fn changes_since(&self, last: &Self) -> Vec<String> {
        let differs = |path: &&String| self.get(path) != last.get(path);
        let gone = last.files.keys().filter(|path| !self.files.contains_key(*path));
        self.files.keys().filter(differs).chain(gone).cloned().collect()
    }
}
