use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use super::{Digest, Entry, Failure, Manifest, Output, Place, address, place};
use crate::diag::Diagnostic;
use crate::diag::register::output::{FILE_NON_NOSTRO, INDIRIZZO_SPARITO};

/// Folder in the output for files that are finished but not yet in their place. In the output, since only there a
/// rename is sure to stay on one disk; gone when a build ends.
pub(super) const FOLDER: &str = ".vetrina";

/// What looks at every byte before it may be published, such as the scan for withheld values.
pub type Inspect<'i> = dyn Fn(&dyn Output, &[u8]) -> Vec<Diagnostic> + Sync + 'i;

/// Files that are ready to take their places. Dropped without a [`commit`](Staged::commit), they leave no trace.
#[derive(Debug)]
pub struct Staged {
    /// What is wrong: pages that failed, addresses that clash or vanish.
    pub found: Vec<Diagnostic>,
    /// What a commit will do.
    pub written: Written,
    place: Place,
    ready: Vec<Ready>,
    stale: Vec<PathBuf>,
    last: Manifest,
    next: Manifest,
    folder: Folder,
}

/// Counts of a build's files.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub struct Written {
    /// Files of the site.
    pub made: usize,
    /// Of these, pages.
    pub pages: usize,
    /// Files that are new or differ.
    pub written: usize,
    /// Files that stand as they were.
    pub unchanged: usize,
    /// Files of an older build that this one lacks.
    pub removed: usize,
}

/// A finished file and where it belongs.
#[derive(Debug)]
struct Ready {
    from: PathBuf,
    to: PathBuf,
}

/// The staging folder; removed when dropped.
#[derive(Debug)]
struct Folder(PathBuf);

impl Drop for Folder {
    fn drop(&mut self) {
        // What stays behind is removed by the next build, and the public never sees it.
        let _ = fs::remove_dir_all(&self.0);
        // An output folder that nothing was put into goes too; one that holds anything cannot be removed like this.
        let _ = self.0.parent().map(fs::remove_dir);
    }
}

/// What became of one output.
struct Fate {
    path: String,
    entry: Entry,
    ready: Option<Ready>,
}

impl Fate {
    fn new(output: &dyn Output, entry: Entry, ready: Option<Ready>) -> Self {
        Self {
            path: output.path().to_owned(),
            entry,
            ready,
        }
    }
}

/// Why one output came to nothing.
enum Trouble {
    Content(Vec<Diagnostic>),
    System(Failure),
}

impl From<Failure> for Trouble {
    fn from(failure: Failure) -> Self {
        Trouble::System(failure)
    }
}

/// Makes every output and keeps, as finished files in a folder of their own, those that differ from what stands.
///
/// All outputs are tried, so all that fail are reported. Only as many are in memory as there are threads.
///
/// # Errors
/// When the system does not let us read or write, or when `interrupted` is set meanwhile.
pub fn stage(
    place: &Place,
    outputs: &[Box<dyn Output + '_>],
    inspect: &Inspect<'_>,
    interrupted: &AtomicBool,
) -> Result<Staged, Failure> {
    let last = place.last_manifest();
    let folder = Folder::fresh(place)?;
    let maker = Maker {
        place,
        last: &last,
        inspect,
        interrupted,
    };
    let fates = maker.make_all(outputs, &folder);
    let mut staged = Staged {
        found: address::clashes(outputs),
        written: Written::default(),
        place: place.clone(),
        ready: Vec::new(),
        stale: Vec::new(),
        next: Manifest::default(),
        last: Manifest::default(),
        folder,
    };
    staged.next = staged.take_in(fates)?;
    staged.last = last;
    staged.find_stale()?;
    staged.written = Written::count(outputs, staged.ready.len(), staged.stale.len());
    Ok(staged)
}

impl Folder {
    /// An empty staging folder, whatever a killed build left.
    fn fresh(place: &Place) -> Result<Self, Failure> {
        let folder = place.output().join(FOLDER);
        let _ = fs::remove_dir_all(&folder);
        fs::create_dir_all(&folder).map_err(Failure::at(&folder))?;
        Ok(Self(folder))
    }
}

/// Makes one output after the other; shared by all threads.
struct Maker<'s> {
    place: &'s Place,
    last: &'s Manifest,
    inspect: &'s Inspect<'s>,
    interrupted: &'s AtomicBool,
}

impl Maker<'_> {
    /// Makes the outputs that may be written, on all threads; the fates come in the order of the outputs.
    fn make_all(&self, outputs: &[Box<dyn Output + '_>], folder: &Folder) -> Vec<Result<Fate, Trouble>> {
        let numbered = outputs.par_iter().enumerate();
        numbered
            .filter(|(_, output)| place::is_inside(output.path()))
            .map(|(number, output)| self.make(output.as_ref(), folder.0.join(number.to_string())))
            .collect()
    }

    fn make(&self, output: &dyn Output, staged: PathBuf) -> Result<Fate, Trouble> {
        if self.interrupted.load(Ordering::Relaxed) {
            return Err(Failure::Interrupted.into());
        }
        let file = self.place.file(output.path())?;
        let standing = fs::read(&file).ok();
        let job = output.digest();
        if let Some(entry) = self.still_good(output.path(), job, standing.as_deref()) {
            self.inspect(output, standing.as_deref().unwrap_or_default())?;
            return Ok(Fate::new(output, entry, None));
        }
        let bytes = output.bytes().map_err(Trouble::Content)?;
        self.inspect(output, &bytes)?;
        let entry = Entry::of(&bytes, job);
        if standing.is_some_and(|standing| standing == *bytes) {
            return Ok(Fate::new(output, entry, None));
        }
        fs::write(&staged, &bytes).map_err(Failure::at(&staged))?;
        Ok(Fate::new(output, entry, Some(Ready { from: staged, to: file })))
    }

    /// The entry of a file that an equal job made and nobody touched since.
    fn still_good(&self, path: &str, job: Option<Digest>, standing: Option<&[u8]>) -> Option<Entry> {
        let entry = self.last.get(path)?;
        (job.is_some() && entry.job == job && entry.is_of(standing?)).then_some(*entry)
    }

    fn inspect(&self, output: &dyn Output, bytes: &[u8]) -> Result<(), Trouble> {
        let findings = (self.inspect)(output, bytes);
        if findings.is_empty() {
            Ok(())
        } else {
            Err(Trouble::Content(findings))
        }
    }
}

impl Entry {
    fn of(bytes: &[u8], job: Option<Digest>) -> Self {
        Self {
            length: bytes.len() as u64,
            sha256: Sha256::digest(bytes).into(),
            job,
        }
    }

    fn is_of(&self, bytes: &[u8]) -> bool {
        self.length == bytes.len() as u64 && self.sha256 == Digest::from(Sha256::digest(bytes))
    }
}

impl Written {
    fn count(outputs: &[Box<dyn Output + '_>], written: usize, removed: usize) -> Self {
        Self {
            made: outputs.len(),
            pages: outputs.iter().filter(|output| address::is_page(output.path())).count(),
            written,
            unchanged: outputs.len().saturating_sub(written),
            removed,
        }
    }
}

impl Staged {
    /// Sorts the fates into what is ready and what is wrong; yields the manifest of what this build has.
    fn take_in(&mut self, fates: Vec<Result<Fate, Trouble>>) -> Result<Manifest, Failure> {
        let mut entries = Vec::with_capacity(fates.len());
        for fate in fates {
            match fate {
                Ok(fate) => {
                    entries.push((fate.path, fate.entry));
                    self.ready.extend(fate.ready);
                }
                Err(Trouble::Content(findings)) => self.found.extend(findings),
                Err(Trouble::System(failure)) => return Err(failure),
            }
        }
        Ok(entries.into_iter().collect())
    }

    /// Finds the files that the last build wrote and this one lacks. Pages among them are reported; what somebody
    /// changed since stays.
    fn find_stale(&mut self) -> Result<(), Failure> {
        for (path, entry) in self.last.iter().filter(|(path, _)| self.next.get(path).is_none()) {
            if address::is_page(path) {
                let finding = Diagnostic::new(&INDIRIZZO_SPARITO);
                self.found.push(finding.with("indirizzo", address::of(path)));
            }
            let file = self.place.file(path)?;
            match fs::read(&file) {
                Ok(bytes) if entry.is_of(&bytes) => self.stale.push(file),
                Ok(_) => self.found.push(Diagnostic::new(&FILE_NON_NOSTRO).with("file", path)),
                Err(_) => {}
            }
        }
        Ok(())
    }

    /// Puts every finished file into its place and removes what is no longer part of the site.
    ///
    /// While that lasts the manifest lists the files of both builds, so that one who is cut off here is still known
    /// to have written them.
    ///
    /// # Errors
    /// When the system refuses; the files already in their places are whole, and the next build does the rest.
    pub fn commit(self) -> Result<Written, Failure> {
        if !self.ready.is_empty() || !self.stale.is_empty() {
            self.place.keep(&self.last.joined(&self.next))?;
        }
        for file in &self.stale {
            fs::remove_file(file).map_err(Failure::at(file))?;
            remove_empty_parents(file, self.place.output());
        }
        for ready in &self.ready {
            let parent = ready.to.parent().unwrap_or(self.place.output());
            fs::create_dir_all(parent).map_err(Failure::at(parent))?;
            fs::rename(&ready.from, &ready.to).map_err(Failure::at(&ready.to))?;
        }
        self.place.keep(&self.next)?;
        drop(self.folder);
        Ok(self.written)
    }
}

/// Removes the folders that a removed file leaves empty, up to the output folder.
fn remove_empty_parents(file: &Path, output: &Path) {
    let parents = file.ancestors().skip(1).take_while(|parent| *parent != output);
    for parent in parents {
        if fs::remove_dir(parent).is_err() {
            return;
        }
    }
}
