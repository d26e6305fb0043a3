use std::borrow::Cow;
use std::fs;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::atomic::AtomicBool;

use rayon::prelude::*;

use super::address::Tree;
use super::maker::{Fate, Maker, Trouble};
use super::{Failure, Manifest, Output, Place, address};
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
    /// What is wrong: pages that failed, addresses that clash.
    pub found: Vec<Diagnostic>,
    /// What a commit takes away: addresses that vanish, files that somebody changed and that stay.
    pub gone: Vec<Diagnostic>,
    /// What a commit will do.
    pub written: Written,
    place: Place,
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

/// The staging folder, in which every finished file has the path that it will have; removed when dropped.
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

/// Makes every output and keeps, as finished files in a folder of their own, those that differ from what stands.
///
/// All outputs that can stand together are tried, so all that fail are reported. Only as many are in memory as there are threads.
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
    let (tree, found) = Tree::of(outputs);
    let standing = place.standing(&tree.folders)?;
    let folder = Folder::fresh(place)?;
    folder.open_all(tree.folders.difference(&standing))?;
    let maker = Maker {
        place,
        standing,
        staging: &folder.0,
        last: &last,
        inspect,
        interrupted,
    };
    let fates = maker.make_all(&tree);
    let mut staged = Staged {
        found,
        written: Written::default(),
        place: place.clone(),
        stale: Vec::new(),
        gone: Vec::new(),
        next: Manifest::default(),
        last: Manifest::default(),
        folder,
    };
    let ready = fates.iter().flatten().filter(|fate| fate.is_ready).count();
    staged.next = staged.take_in(fates)?;
    staged.last = last;
    staged.find_stale()?;
    staged.written = staged.count(outputs, ready);
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

    /// Makes the folders that no earlier build made: each gets a file for certain, and making it first is cheaper than
    /// to find out that it is missing.
    fn open_all<'f>(&self, folders: impl Iterator<Item = &'f &'f str>) -> Result<(), Failure> {
        let folders: Vec<_> = folders.collect();
        folders.par_iter().try_for_each(|folder| {
            let folder = self.0.join(folder);
            fs::create_dir_all(&folder).map_err(Failure::at(&folder))
        })
    }
}

impl Staged {
    fn count(&self, outputs: &[Box<dyn Output + '_>], ready: usize) -> Written {
        let made = self.next.iter().count();
        Written {
            made,
            pages: outputs.iter().filter(|output| address::is_page(output.path())).count(),
            written: ready,
            unchanged: made.saturating_sub(ready),
            removed: self.stale.len(),
        }
    }

    /// Takes what is wrong out of the fates; yields the manifest of what this build has.
    fn take_in(&mut self, fates: Vec<Result<Fate, Trouble>>) -> Result<Manifest, Failure> {
        let mut entries = Vec::with_capacity(fates.len());
        for fate in fates {
            match fate {
                Ok(fate) => entries.push((fate.path, fate.entry)),
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
                self.gone.push(finding.with("indirizzo", address::of(path)));
            }
            let file = self.place.file(path)?;
            match fs::read(&file) {
                Ok(bytes) if entry.is_of(&bytes) => self.stale.push(file),
                Ok(_) => self.gone.push(Diagnostic::new(&FILE_NON_NOSTRO).with("file", path)),
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
        let both = self.last.joined(&self.next);
        let changes = self.written.written > 0 || !self.stale.is_empty();
        if changes {
            self.place.keep(&both)?;
        }
        for file in &self.stale {
            fs::remove_file(file).map_err(Failure::at(file))?;
            remove_empty_parents(file, self.place.output());
        }
        settle(&self.folder.0, self.place.output())?;
        if !changes || matches!(both, Cow::Owned(_)) {
            self.place.keep(&self.next)?;
        }
        drop(self.folder);
        Ok(self.written)
    }
}

/// Puts what stands in one folder into the same places of another: whole folders where there are none yet.
fn settle(from: &Path, to: &Path) -> Result<(), Failure> {
    let entries = fs::read_dir(from).and_then(Iterator::collect::<io::Result<Vec<_>>>);
    for entry in entries.map_err(Failure::at(from))? {
        let (from, to) = (entry.path(), to.join(entry.file_name()));
        match is_folder(&from) && is_folder(&to) {
            true => settle(&from, &to)?,
            false => fs::rename(&from, &to).map_err(Failure::at(&to))?,
        }
    }
    Ok(())
}

fn is_folder(path: &Path) -> bool {
    fs::symlink_metadata(path).is_ok_and(|found| found.is_dir())
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
