//! The preview: one loop around the pipeline, without cases.
//!
//! Read everything, make it in memory, serve the [`Snapshot`], watch the site's folder, wait until it is quiet, and
//! again. A page whose job is as it was is not made again; the bytes are those of a build. Nothing is ever written.
//! What is wrong leaves the last good snapshot in place.

mod address;
mod server;
mod snapshot;
mod watch;

pub use snapshot::Snapshot;

use std::io;
use std::net::IpAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, channel};
use std::time::{Duration, Instant};

use crate::diag::Diagnostic;
use crate::pipeline::{self, Facts};
use server::Shared;
use watch::{Event, Watcher};

/// Where the preview listens, and how it watches.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Interface; loopback unless the user opens it.
    pub interface: IpAddr,
    /// The first port to try.
    pub port: u16,
    /// Look for changes from time to time, as network drives need.
    pub poll: bool,
}

/// One turn of the loop, for whoever tells the user.
#[derive(Debug)]
pub struct Turn<'t> {
    /// Where the preview stands.
    pub address: &'t str,
    /// What was read.
    pub facts: &'t Facts,
    /// What was found beyond reading.
    pub found: Vec<Diagnostic>,
    /// Files of the site, and how many of them changed; none if the last good site stays.
    pub changed: Option<(usize, usize)>,
    /// How long it took.
    pub took: Duration,
}

/// Serves until it is stopped. `read` takes the walk to the facts for a base address, `tell` hears of every turn and
/// says whether its findings let the new site be shown.
///
/// # Errors
/// When no port is free, or the site's folder cannot be watched.
pub fn run(
    root: &Path,
    settings: Settings,
    read: impl Fn(&str) -> Facts,
    tell: impl Fn(&Turn<'_>) -> bool,
) -> io::Result<()> {
    let (events, happened) = channel();
    let shared = Arc::new(Shared::default());
    let address = server::start(settings, Arc::clone(&shared), events.clone())?;
    let _watcher = Watcher::start(root, settings.poll, events).map_err(io::Error::other)?;
    let mut last = Arc::new(Snapshot::default());
    loop {
        last = turn(&address, &shared, last, &read, &tell);
        if wait(&happened).is_none() {
            return Ok(());
        }
    }
}

/// Builds once; yields the snapshot that is served from now on.
fn turn(
    address: &str,
    shared: &Shared,
    last: Arc<Snapshot>,
    read: &impl Fn(&str) -> Facts,
    tell: &impl Fn(&Turn<'_>) -> bool,
) -> Arc<Snapshot> {
    let started = Instant::now();
    let facts = read(address);
    let made = pipeline::publish(&facts, |outputs| Snapshot::make(outputs, &last, &facts.withheld));
    let mut found = made.problems;
    let fresh = made.value.map(|fresh| fresh.drain_into(&mut found));
    let changes = fresh.as_ref().map(|fresh| fresh.changes_since(&last));
    let turn = Turn {
        address,
        facts: &facts,
        found,
        changed: fresh.as_ref().map(Snapshot::len).zip(changes.as_ref().map(Vec::len)),
        took: started.elapsed(),
    };
    match (tell(&turn), fresh) {
        (true, Some(fresh)) => {
            let fresh = Arc::new(fresh);
            shared.show(Arc::clone(&fresh), &changes.unwrap_or_default());
            fresh
        }
        _ => last,
    }
}

/// Waits for a change and then for quiet: 20 ms after a single save, longer while changes keep coming, at most half a
/// second. `None` if the preview is to stop.
fn wait(happened: &Receiver<Event>) -> Option<()> {
    let mut next = happened.recv().ok();
    let mut quiet = Duration::from_millis(20);
    loop {
        match next {
            None => return Some(()),
            Some(Event::Stop) => return None,
            Some(Event::Change) => next = happened.recv_timeout(quiet).ok(),
        }
        quiet = (quiet * 2).min(Duration::from_millis(500));
    }
}
