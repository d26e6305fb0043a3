use std::collections::BTreeMap;

use crate::model::Bozze;

/// The drafts, as they were read and as they are mended so far.
#[derive(Debug)]
pub(super) struct Mended<'f> {
    files: &'f [&'f Bozze],
    own: BTreeMap<usize, Bozze>,
}

impl<'f> Mended<'f> {
    /// Drafts that nobody has mended yet.
    pub(super) fn of(files: &'f [&'f Bozze]) -> Self {
        let own = BTreeMap::new();
        Self { files, own }
    }

    /// The drafts as they were read.
    pub(super) fn as_read(&self) -> &'f [&'f Bozze] {
        self.files
    }

    /// The draft of a file.
    pub(super) fn get(&self, file: usize) -> Option<&Bozze> {
        self.own.get(&file).or_else(|| self.files.get(file).copied())
    }

    /// The drafts, file by file.
    pub(super) fn iter(&self) -> impl Iterator<Item = &Bozze> {
        let files = self.files.iter().enumerate();
        files.map(|(file, as_read)| self.own.get(&file).unwrap_or(as_read))
    }

    /// The draft of a file, to be mended.
    pub(super) fn get_mut(&mut self, file: usize) -> Option<&mut Bozze> {
        let as_read = *self.files.get(file)?;
        Some(self.own.entry(file).or_insert_with(|| as_read.clone()))
    }

    /// Those that were mended, by their place.
    pub(super) fn own(self) -> BTreeMap<usize, Bozze> {
        self.own
    }
}
