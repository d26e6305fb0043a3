use std::collections::BTreeSet;
use std::path::{Component, Path, PathBuf};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::Sender;
use std::sync::{Arc, Mutex, PoisonError, RwLock};
use std::time::Duration;

use notify::event::{CreateKind, ModifyKind, RemoveKind};
use notify::{Config, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Result, Watcher as _};

use super::edition::Proof;
use crate::diag::Reported;
use crate::pipeline::Touched;
use crate::source::walk::is_private_name;

/// What wakes the loop.
#[derive(Debug)]
pub(super) enum Event {
    /// A file of the site may have changed.
    Change,
    /// A browser asked for something and got it.
    Asked,
    /// All files of the edition of this number were made, or could not be.
    Proved(u64, Reported<Arc<Proof>>),
    /// The user wants to stop.
    Stop,
}

/// Folders of which every file is read.
const WHOLE: &[&str] = &["content", "data", "static", "themes"];

/// Watches what the site was read from, as long as it lives.
pub(super) struct Watcher {
    inner: Box<dyn notify::Watcher + Send>,
    root: PathBuf,
    inputs: Arc<RwLock<BTreeSet<PathBuf>>>,
    /// What has changed and was not yet asked for.
    touched: Arc<Mutex<Touched>>,
    /// Whether folders may have come or gone since they were last put under watch.
    moved: Arc<AtomicBool>,
    followed: Vec<String>,
}

impl Watcher {
    pub(super) fn start(root: &Path, poll: bool, events: Sender<Event>) -> Result<Self> {
        let root = root.canonicalize().map_err(notify::Error::io)?;
        let inputs = Arc::<RwLock<BTreeSet<PathBuf>>>::default();
        let moved = Arc::new(AtomicBool::new(true));
        let touched = Arc::<Mutex<Touched>>::default();
        let (base, known, folders) = (root.clone(), Arc::clone(&inputs), Arc::clone(&moved));
        let seen = Arc::clone(&touched);
        let hear = move |event: Result<notify::Event>| {
            if event.as_ref().map_or(true, moves_folders) {
                folders.store(true, Ordering::Relaxed);
            }
            let files = if poll { Touched::Any } else { files(&base, &event) };
            seen.lock().unwrap_or_else(PoisonError::into_inner).add(files);
            let known = known.read().unwrap_or_else(PoisonError::into_inner);
            if is_change(event, |path| matters(&base, &known, path)) {
                // Nobody listens once the loop has ended.
                let _ = events.send(Event::Change);
            }
        };
        let mut inner: Box<dyn notify::Watcher + Send> = if poll {
            let config = Config::default().with_poll_interval(Duration::from_millis(500));
            Box::new(PollWatcher::new(hear, config)?)
        } else {
            Box::new(RecommendedWatcher::new(hear, Config::default())?)
        };
        inner.watch(&root, RecursiveMode::NonRecursive)?;
        let mut watcher = Self {
            inner,
            root,
            inputs,
            touched,
            moved,
            followed: Vec::new(),
        };
        watcher.follow(&[]);
        Ok(watcher)
    }

    /// What has changed since this was last asked; anything at first.
    pub(super) fn touched(&self) -> Touched {
        let mut touched = self.touched.lock().unwrap_or_else(PoisonError::into_inner);
        std::mem::replace(&mut touched, Touched::nothing())
    }

    /// Watches the folders of these files too, whether or not the files are there; paths are below the site's root.
    /// What links lead to is watched where it stands.
    pub(super) fn follow(&mut self, paths: &[String]) {
        if !self.moved.swap(false, Ordering::Relaxed) && self.followed == paths {
            return;
        }
        paths.clone_into(&mut self.followed);
        let inputs: BTreeSet<PathBuf> = paths.iter().flat_map(|path| places(&self.root.join(path))).collect();
        let folders: BTreeSet<&Path> = inputs.iter().filter_map(|path| nearest_folder(path)).collect();
        for folder in folders {
            // A folder that went away in this moment is noticed in the one above it.
            let _ = self.inner.watch(folder, RecursiveMode::NonRecursive);
        }
        for whole in WHOLE {
            let _ = self.inner.watch(&self.root.join(whole), RecursiveMode::Recursive);
        }
        *self.inputs.write().unwrap_or_else(PoisonError::into_inner) = inputs;
    }
}

/// The files that an event is about; any where folders, links or other places may have changed, or events were lost.
fn files(root: &Path, event: &Result<notify::Event>) -> Touched {
    let Ok(event) = event else { return Touched::Any };
    if moves_folders(event) {
        return Touched::Any;
    }
    if matches!(event.kind, EventKind::Access(_)) {
        return Touched::nothing();
    }
    let below = |path: &PathBuf| {
        let parts = path.strip_prefix(root).ok()?.components();
        let parts: Vec<_> = parts.map(|part| part.as_os_str().to_string_lossy()).collect();
        Some(parts.join("/"))
    };
    let paths: Option<BTreeSet<String>> = event.paths.iter().map(below).collect();
    paths.map_or(Touched::Any, Touched::Only)
}

/// Whether an event may say that a folder or a link came or went, not a file alone.
fn moves_folders(event: &notify::Event) -> bool {
    let of_file = match event.kind {
        EventKind::Access(_) | EventKind::Remove(RemoveKind::File) => true,
        EventKind::Modify(ModifyKind::Data(_) | ModifyKind::Metadata(_)) => true,
        // What moved away cannot be looked at; a folder that comes back is seen when it does.
        EventKind::Create(CreateKind::File) | EventKind::Modify(ModifyKind::Name(_)) => {
            event.paths.iter().all(|path| !path.is_dir() && !path.is_symlink())
        }
        _ => false,
    };
    !of_file || event.need_rescan()
}

/// A path, and where it really leads if that is elsewhere.
fn places(path: &Path) -> impl Iterator<Item = PathBuf> + use<> {
    let real = path.canonicalize().ok().filter(|real| real != path);
    std::iter::once(path.to_owned()).chain(real)
}

/// The folder that holds a path, or the first one above it that is there.
fn nearest_folder(path: &Path) -> Option<&Path> {
    path.ancestors().skip(1).find(|folder| folder.is_dir())
}

/// Whether an event says that something was written, moved or removed, or that events were lost.
fn is_change(event: Result<notify::Event>, matters: impl Fn(&Path) -> bool) -> bool {
    event.map_or(true, |event| {
        let written = !matches!(event.kind, EventKind::Access(_));
        event.need_rescan() || (written && event.paths.iter().any(|path| matters(path)))
    })
}

/// Whether a path is a part of the site: one of its inputs, a folder above one or a file in one, or anything in the
/// folders that are read whole but what is hidden or an editor's temporary file.
fn matters(root: &Path, inputs: &BTreeSet<PathBuf>, path: &Path) -> bool {
    let mut behind = inputs.range(path.to_owned()..);
    if behind.next().is_some_and(|input| input.starts_with(path)) {
        return true;
    }
    if path.parent().is_some_and(|folder| inputs.contains(folder)) {
        return true;
    }
    let Ok(below) = path.strip_prefix(root) else {
        return false;
    };
    let mut names = below.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy()),
        _ => None,
    });
    let whole = names
        .clone()
        .next()
        .is_some_and(|first| WHOLE.contains(&first.as_ref()));
    whole && !names.any(|name| is_private_name(&name))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_the_site_is_made_of_wakes_the_loop() {
        let root = Path::new("/sito");
        let inputs = ["vetrina.yaml", "seeds/piani/peg.txt", "seeds/tabelle"].map(|path| root.join(path));
        let matters = |path| super::matters(root, &inputs.clone().into(), &root.join(path));
        for path in [
            "content/a.md",
            "themes/comune/theme.yaml",
            "vetrina.yaml",
            "seeds/piani/peg.txt",
            "seeds/piani",
            "seeds/tabelle/fasi.csv",
            "seeds",
        ] {
            assert!(matters(path), "{path}");
        }
        for path in [
            "public/index.html",
            "content/.a.md.swp",
            "content/a.md~",
            ".git/HEAD",
            "seeds/altro.txt",
        ] {
            assert!(!matters(path), "{path}");
        }
    }
}
