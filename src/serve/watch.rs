use std::path::{Component, Path};
use std::sync::mpsc::Sender;
use std::time::Duration;

use notify::{Config, EventKind, PollWatcher, RecommendedWatcher, RecursiveMode, Result, Watcher as _};

/// What wakes the loop.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Event {
    /// A file of the site may have changed.
    Change,
    /// The user wants to stop.
    Stop,
}

/// Folders in which nothing of a site is written by hand.
const MADE: &[&str] = &["public", "target", "node_modules"];

/// Watches the site's folder as long as it lives.
pub(super) struct Watcher {
    _inner: Box<dyn notify::Watcher + Send>,
}

impl Watcher {
    pub(super) fn start(root: &Path, poll: bool, events: Sender<Event>) -> Result<Self> {
        let root = root.canonicalize().map_err(notify::Error::io)?;
        let base = root.clone();
        let hear = move |event: Result<notify::Event>| {
            let heard = event.is_ok_and(|event| {
                !matches!(event.kind, EventKind::Access(_)) && event.paths.iter().any(|path| matters(&base, path))
            });
            if heard {
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
        inner.watch(&root, RecursiveMode::Recursive)?;
        Ok(Self { _inner: inner })
    }
}

/// Whether a path can be part of the site: not hidden, not an editor's temporary file, not made by a program.
fn matters(root: &Path, path: &Path) -> bool {
    let Ok(below) = path.strip_prefix(root) else {
        return true;
    };
    let mut names = below.components().filter_map(|part| match part {
        Component::Normal(name) => Some(name.to_string_lossy()),
        _ => None,
    });
    let first_is_made = names.clone().next().is_some_and(|first| MADE.contains(&first.as_ref()));
    !first_is_made && !names.any(|name| name.starts_with('.') || name.ends_with('~'))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_people_write_wakes_the_loop() {
        let matters = |path| super::matters(Path::new("/sito"), &Path::new("/sito").join(path));
        assert!(matters("content/a.md"));
        assert!(matters("vetrina.yaml"));
        for path in [
            "public/index.html",
            "content/.a.md.swp",
            "content/a.md~",
            ".git/HEAD",
            "target/x",
        ] {
            assert!(!matters(path), "{path}");
        }
    }
}
