use std::fs::{self, File};
use std::io::{self, Read as _, Write as _};
use std::path::{Path, PathBuf};

use super::sieve::Drain;
use super::sum::Summing;
use super::{Entry, Failure};

/// A file on its way to the staging folder, piece by piece: nothing is written as long as it is what stands already.
pub(super) struct Placing {
    staged: PathBuf,
    standing: Option<PathBuf>,
    /// The file that stands, read up to where the new one has come, if they are equal so far.
    equal: Option<File>,
    /// The new file, from where they differ.
    new: Option<File>,
    summing: Summing,
    length: u64,
}

impl Placing {
    /// A file to be finished at `staged`, in the place of one that is `standing`, if one is.
    pub(super) fn new(staged: PathBuf, standing: Option<PathBuf>) -> Self {
        Self {
            staged,
            equal: standing.as_ref().and_then(|file| File::open(file).ok()),
            standing,
            new: None,
            summing: Summing::default(),
            length: 0,
        }
    }

    /// What was written, and whether it differs from what stands.
    pub(super) fn finish(mut self) -> Result<(Entry, bool), Failure> {
        let ends = |mut file: File| matches!(file.read(&mut [0]), Ok(0));
        if self.new.is_none() && !self.equal.take().is_some_and(ends) {
            self.begin()?;
        }
        let entry = Entry {
            length: self.length,
            sum: self.summing.sum(),
            job: None,
        };
        Ok((entry, self.new.is_some()))
    }

    /// Whether these bytes are the next of the file that stands.
    fn is_equal(&mut self, bytes: &[u8]) -> bool {
        let Some(file) = &mut self.equal else {
            return false;
        };
        let mut standing = vec![0; bytes.len()];
        file.read_exact(&mut standing).is_ok() && standing == bytes
    }

    /// Opens the new file, with what was equal so far.
    fn begin(&mut self) -> Result<(), Failure> {
        let mut new = create(&self.staged)?;
        if let Some(path) = self.standing.as_ref().filter(|_| self.length > 0) {
            let standing = File::open(path).map_err(Failure::at(path))?;
            io::copy(&mut standing.take(self.length), &mut new).map_err(Failure::at(&self.staged))?;
        }
        self.new = Some(new);
        Ok(())
    }
}

impl Drain for Placing {
    fn take(&mut self, bytes: &[u8]) -> Result<(), Failure> {
        if self.new.is_none() && !self.is_equal(bytes) {
            self.begin()?;
        }
        if let Some(new) = &mut self.new {
            new.write_all(bytes).map_err(Failure::at(&self.staged))?;
        }
        self.summing.add(bytes);
        self.length += bytes.len() as u64;
        Ok(())
    }
}

/// Writes a whole file.
pub(super) fn put(file: &Path, bytes: &[u8]) -> Result<(), Failure> {
    create(file)?.write_all(bytes).map_err(Failure::at(file))
}

/// Makes a file; its folder is made when it turns out to be missing.
fn create(file: &Path) -> Result<File, Failure> {
    let made = match (File::create(file), file.parent()) {
        (Err(error), Some(folder)) if error.kind() == io::ErrorKind::NotFound => {
            fs::create_dir_all(folder).and_then(|()| File::create(file))
        }
        (made, _) => made,
    };
    made.map_err(Failure::at(file))
}
