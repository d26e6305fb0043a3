//! Which files may have changed since the run before, as far as somebody watched them.

use std::collections::BTreeSet;
use std::path::Path;
use std::sync::Arc;

use super::memory::Memory;
use crate::source::walk::{self, Listing};

/// The files that may have changed since the run before.
#[derive(Clone, Debug, Default)]
pub enum Touched {
    /// Nobody watched, or lost sight: every file is looked at.
    #[default]
    Any,
    /// These, by their paths below the site's root. Whoever says so has seen every change below `content/`.
    Only(BTreeSet<String>),
}

impl Touched {
    /// Adds what somebody saw.
    pub fn add(&mut self, seen: Self) {
        match (&mut *self, seen) {
            (Self::Only(all), Self::Only(more)) => all.extend(more),
            _ => *self = Self::Any,
        }
    }

    /// Nothing.
    #[must_use]
    pub fn nothing() -> Self {
        Self::Only(BTreeSet::new())
    }

    /// Whether a file may have changed.
    pub(super) fn holds(&self, path: &str) -> bool {
        match self {
            Self::Any => true,
            Self::Only(paths) => paths.contains(path),
        }
    }
}

/// The files below a folder: as they were listed before, if none that may have changed came or went.
pub(super) fn listed(root: &Path, folder: &str, known: Option<&Arc<Listing>>, touched: &Touched) -> Arc<Listing> {
    let known = known.filter(|known| holds(known, root, folder, touched));
    known.map_or_else(|| Arc::new(walk::list(root, folder)), Arc::clone)
}

/// Whether a list of files is still true. What links lead to can come and go unseen.
fn holds(known: &Listing, root: &Path, folder: &str, touched: &Touched) -> bool {
    let Touched::Only(paths) = touched else {
        return false;
    };
    let below = |path: &&String| Path::new(path).starts_with(folder);
    let listed = |path: &String| known.files.binary_search(path).is_ok();
    let same = |path: &String| listed(path) == walk::is_file(root, path);
    known.troubles.is_empty() && !known.links && paths.iter().filter(below).all(same)
}

/// Whether files that were listed stand below this path: a folder has changed, and anything in it may have.
fn is_folder(listing: &Listing, path: &str) -> bool {
    let behind = listing.files.partition_point(|file| file.as_str() <= path);
    let below = listing.files[behind..].iter();
    let mut below = below.take_while(|file| file.starts_with(path));
    below.any(|file| file[path.len()..].starts_with('/'))
}

impl Memory {
    /// What may have changed, for the run that begins.
    pub(super) fn take_touched(&mut self) -> Touched {
        let touched = std::mem::take(&mut self.touched);
        match (&touched, &self.listing) {
            (Touched::Only(paths), Some(known)) if !paths.iter().any(|path| is_folder(known, path)) => touched,
            _ => Touched::Any,
        }
    }

    /// Says which files may have changed since the run before.
    pub fn touch(&mut self, touched: Touched) {
        self.touched = touched;
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn memory(files: &[&str], touched: &[&str]) -> Memory {
        let owned = |paths: &[&str]| paths.iter().map(|path| (*path).to_owned()).collect::<Vec<_>>();
        let files = owned(files);
        let mut memory = Memory {
            listing: Some(Arc::new(Listing {
                files,
                ..Listing::default()
            })),
            ..Memory::default()
        };
        memory.touch(Touched::Only(owned(touched).into_iter().collect()));
        memory
    }

    #[test]
    fn a_folder_that_moved_away_may_have_changed_anything() {
        let files = ["content/a-b.md", "content/a/b.md", "content/a/c.md"];
        let is_any = |touched: &str| matches!(memory(&files, &[touched]).take_touched(), Touched::Any);
        assert!(is_any("content/a"));
        assert!(is_any("content"));
        assert!(!is_any("content/a-"));
        assert!(!is_any("content/a/b.md"));
    }

    #[test]
    fn what_was_seen_is_said_once() {
        let mut memory = memory(&["content/a.md"], &["content/a.md"]);
        assert!(memory.take_touched().holds("content/a.md"));
        assert!(memory.take_touched().holds("content/b.md"), "nobody watched since");
    }
}
