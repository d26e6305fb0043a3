use std::borrow::Cow;
use std::collections::BTreeSet;
use std::fs;
use std::path::{Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;
use sha2::{Digest as _, Sha256};

use super::{Digest, Entry, Failure, Manifest, Output, Place, address, compress, place};
use crate::config::Compression;
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
    fn new(path: &str, entry: Entry, ready: Option<Ready>) -> Self {
        Self {
            path: path.to_owned(),
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
    staged.written = staged.count(outputs);
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
        let taken: BTreeSet<&str> = match self.place.codings() {
            [] => BTreeSet::new(),
            _ => outputs.iter().map(|output| output.path()).collect(),
        };
        let numbered = outputs.par_iter().enumerate();
        numbered
            .filter(|(_, output)| place::is_inside(output.path()))
            .flat_map_iter(|(number, output)| {
                let staged = folder.0.join(number.to_string());
                match self.make(output.as_ref(), staged.clone()) {
                    Ok((fate, bytes)) => {
                        let copies = self.copies(&fate, &bytes, &staged, &taken);
                        std::iter::once(Ok(fate)).chain(copies).collect()
                    }
                    Err(trouble) => vec![Err(trouble)],
                }
            })
            .collect()
    }

    /// The fate of an output, and its bytes.
    fn make<'o>(&self, output: &'o dyn Output, staged: PathBuf) -> Result<(Fate, Cow<'o, [u8]>), Trouble> {
        if self.interrupted.load(Ordering::Relaxed) {
            return Err(Failure::Interrupted.into());
        }
        let file = self.place.file(output.path())?;
        let standing = fs::read(&file).ok();
        let job = output.digest();
        if let Some(entry) = self.still_good(output.path(), job, standing.as_deref()) {
            let bytes = standing.unwrap_or_default();
            self.inspect(output, &bytes)?;
            return Ok((Fate::new(output.path(), entry, None), Cow::Owned(bytes)));
        }
        let bytes = output.bytes().map_err(Trouble::Content)?;
        self.inspect(output, &bytes)?;
        let entry = Entry::of(&bytes, job);
        let ready = keep(&bytes, standing.as_deref(), staged, file)?;
        Ok((Fate::new(output.path(), entry, ready), bytes))
    }

    /// The fates of the compressed copies of a file, except those whose place the site has a file of its own for.
    fn copies(&self, of: &Fate, bytes: &[u8], staged: &Path, taken: &BTreeSet<&str>) -> Vec<Result<Fate, Trouble>> {
        if !compress::is_worth_it(&of.path, bytes.len()) {
            return Vec::new();
        }
        let copies = self.place.codings().iter().filter_map(|coding| {
            let path = compress::path(*coding, &of.path);
            (!taken.contains(path.as_str())).then(|| self.copy(*coding, path, of, bytes, staged))
        });
        copies.collect()
    }

    fn copy(&self, coding: Compression, path: String, of: &Fate, bytes: &[u8], staged: &Path) -> Result<Fate, Trouble> {
        let file = self.place.file(&path)?;
        let standing = fs::read(&file).ok();
        let job = Some(compress::job(coding, &of.entry.sha256));
        if let Some(entry) = self.still_good(&path, job, standing.as_deref()) {
            return Ok(Fate::new(&path, entry, None));
        }
        let copy = compress::encode(coding, bytes).map_err(Failure::at(&file))?;
        let entry = Entry::of(&copy, job);
        let ready = keep(&copy, standing.as_deref(), staged.with_extension(coding.word()), file)?;
        Ok(Fate::new(&path, entry, ready))
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

/// Keeps bytes as a finished file, unless those are what stands.
fn keep(bytes: &[u8], standing: Option<&[u8]>, staged: PathBuf, file: PathBuf) -> Result<Option<Ready>, Failure> {
    if standing == Some(bytes) {
        return Ok(None);
    }
    fs::write(&staged, bytes).map_err(Failure::at(&staged))?;
    Ok(Some(Ready { from: staged, to: file }))
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

impl Staged {
    fn count(&self, outputs: &[Box<dyn Output + '_>]) -> Written {
        let made = self.next.iter().count();
        Written {
            made,
            pages: outputs.iter().filter(|output| address::is_page(output.path())).count(),
            written: self.ready.len(),
            unchanged: made.saturating_sub(self.ready.len()),
            removed: self.stale.len(),
        }
    }

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
