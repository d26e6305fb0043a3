//! The preview: one loop around the pipeline, without cases.
//!
//! Read what is not remembered, open an [`Edition`](edition) of the site, watch what was read, wait until it is quiet,
//! and again. An edition makes each page when a browser asks for it, so an edit shows as soon as the facts are linked;
//! behind it makes all the others, to say what changed and whether they can be made. Nothing is ever written. What is
//! wrong leaves the last good edition in place.

mod address;
mod board;
mod edition;
mod report;
mod server;
mod state;
mod watch;

use std::io;
use std::net::IpAddr;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, Sender, channel};
use std::time::{Duration, Instant};

use crate::diag::{Diagnostic, Language, Reported};
use crate::pipeline::{self, Facts, Memory};
use board::{Board, Shown, is_error};
use edition::{Edition, Proof};
use watch::{Event, Watcher};

/// Where the preview listens, and how it watches and speaks.
#[derive(Clone, Copy, Debug)]
pub struct Settings {
    /// Interface; loopback unless the user opens it.
    pub interface: IpAddr,
    /// The first port to try.
    pub port: u16,
    /// Look for changes from time to time, as network drives need.
    pub poll: bool,
    /// The language of what the preview adds to pages.
    pub language: Language,
}

/// What the preview tells of, one after the other.
#[derive(Debug)]
pub enum News<'n> {
    /// It can be visited at this address.
    Open(&'n str),
    /// The site was read; these findings have errors among them or not.
    Read(&'n Facts, &'n [Diagnostic]),
    /// All files of the edition were made.
    Shown {
        /// How many files the site has.
        files: usize,
        /// How many of them are new, gone or have other bytes.
        changed: usize,
        /// From the end of the quiet until pages could be asked for.
        took: Duration,
    },
    /// Errors: the last good edition stays.
    Kept,
}

/// Serves until it is stopped. `read` takes the walk to the facts for a base address, `tell` hears what happens.
///
/// # Errors
/// When no port is free, or the site's folder cannot be watched.
pub fn run(
    root: &Path,
    settings: Settings,
    read: impl Fn(&str, &mut Memory) -> Facts,
    mut tell: impl FnMut(News<'_>),
) -> io::Result<()> {
    let (events, happened) = channel();
    let board = Arc::new(Board::new(settings.language));
    let address = server::start(settings, Arc::clone(&board), events.clone())?;
    let mut watcher = Watcher::start(root, settings.poll, events.clone()).map_err(io::Error::other)?;
    tell(News::Open(&address));
    let mut preview = Preview {
        board,
        events,
        number: 0,
        candidate: None,
        good: None,
        tell,
    };
    let mut memory = Memory::default();
    loop {
        let started = Instant::now();
        let facts = Arc::new(read(&address, &mut memory));
        preview.turn(&facts, started);
        watcher.follow(&facts.inputs);
        drop(facts);
        if preview.wait(&happened).is_none() {
            return Ok(());
        }
    }
}

/// The state of the loop.
struct Preview<T> {
    board: Arc<Board>,
    events: Sender<Event>,
    /// Number of the newest edition.
    number: u64,
    /// The newest edition, until all its files are made.
    candidate: Option<Candidate>,
    /// The last edition of which all files could be made.
    good: Option<Good>,
    tell: T,
}

/// An edition that answers, though not all its files are made yet.
struct Candidate {
    edition: Arc<Edition>,
    took: Duration,
}

/// An edition whose files could all be made.
struct Good {
    edition: Arc<Edition>,
    proof: Arc<Proof>,
}

impl<T: FnMut(News<'_>)> Preview<T> {
    /// Shows what was read, unless it has errors.
    fn turn(&mut self, facts: &Arc<Facts>, started: Instant) {
        let found = pipeline::weigh(facts.found.clone(), &facts.config, &facts.sources);
        self.candidate = None;
        self.number += 1;
        if found.iter().any(is_error) {
            self.show(facts, found);
            return (self.tell)(News::Kept);
        }
        let earlier = self.good.as_ref().map(|good| Arc::clone(&good.proof));
        let edition = Edition::open(
            Arc::clone(facts),
            self.number,
            earlier.unwrap_or_default(),
            self.events.clone(),
        );
        self.candidate = Some(Candidate {
            edition: Arc::new(edition),
            took: started.elapsed(),
        });
        self.show(facts, found);
    }

    /// Shows the newest edition, if there is one, and what was found.
    fn show(&mut self, facts: &Arc<Facts>, found: Vec<Diagnostic>) {
        let newest = self.candidate.iter().map(|candidate| &candidate.edition);
        let editions = newest.chain(self.good.iter().map(|good| &good.edition));
        self.board.show(Shown {
            editions: editions.map(Arc::clone).collect(),
            facts: Some(Arc::clone(facts)),
            found: Arc::new(found),
        });
        let shown = self.board.shown();
        (self.tell)(News::Read(facts, &shown.found));
    }

    /// All files of an edition were made: it is the good one from now on, or what is wrong with them is shown.
    fn proved(&mut self, number: u64, proof: Reported<Arc<Proof>>) {
        let Some(candidate) = self.candidate.take().filter(|_| number == self.number) else {
            return;
        };
        let shown = self.board.shown();
        let Some(facts) = shown.facts else { return };
        let found = facts.found.iter().cloned().chain(proof.problems);
        let found = pipeline::weigh(found.collect(), &facts.config, &facts.sources);
        if found.iter().any(is_error) {
            self.show(&facts, found);
            return (self.tell)(News::Kept);
        }
        let last = self
            .good
            .as_ref()
            .map(|good| Arc::clone(&good.proof))
            .unwrap_or_default();
        (self.tell)(News::Shown {
            files: proof.value.len(),
            changed: proof.value.changes_since(&last),
            took: candidate.took,
        });
        self.good = Some(Good {
            edition: candidate.edition,
            proof: proof.value,
        });
        self.board.settle();
    }

    /// Waits for a change and then for quiet. `None` if the preview is to stop.
    fn wait(&mut self, happened: &Receiver<Event>) -> Option<()> {
        loop {
            match happened.recv().ok()? {
                Event::Stop => return None,
                Event::Proved(number, proof) => self.proved(number, proof),
                Event::Change => return self.settle(happened),
            }
        }
    }

    /// Waits for quiet: 20 ms after a single save, as long as changes have been coming where they keep coming, at most
    /// half a second.
    fn settle(&mut self, happened: &Receiver<Event>) -> Option<()> {
        let first = Instant::now();
        loop {
            let quiet = first
                .elapsed()
                .clamp(Duration::from_millis(20), Duration::from_millis(500));
            match happened.recv_timeout(quiet) {
                Ok(Event::Stop) => return None,
                Ok(Event::Proved(number, proof)) => self.proved(number, proof),
                Ok(Event::Change) => {}
                Err(_) => return Some(()),
            }
        }
    }
}
