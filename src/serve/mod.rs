//! The preview: one loop around the pipeline, without cases.
//!
//! Read what is not remembered, open an edition of the site, watch what was read, wait until it is quiet,
//! and again. An edition makes each page when a browser asks for it, so an edit shows as soon as the facts are linked;
//! behind it makes all the others, to say what changed and whether they can be made. Nothing is ever written. What is
//! wrong leaves the last good edition in place.

mod address;
mod board;
mod crew;
mod edition;
mod report;
mod server;
mod state;
mod watch;

use std::hint::black_box;
use std::io;
use std::net::IpAddr;
use std::num::NonZero;
use std::path::Path;
use std::sync::Arc;
use std::sync::mpsc::{Receiver, RecvTimeoutError, Sender, channel};
use std::thread;
use std::time::{Duration, Instant};

use crate::diag::{Diagnostic, Language, Reported};
use crate::pipeline::{self, Facts, Hands as _, Memory};
use board::{Board, Shown, is_error};
use crew::{Crew, Urgent};
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
    /// How many threads work side by side; one for each core unless told.
    pub jobs: Option<NonZero<usize>>,
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
    read: impl Fn(&str, &mut Memory) -> Facts + Sync,
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
        crew: Arc::new(Crew::new(settings.jobs)),
        number: 0,
        candidate: None,
        good: None,
        tell,
    };
    let mut memory = Memory::default();
    let mut urgent = preview.crew.urgent();
    loop {
        let started = Instant::now();
        memory.touch(watcher.touched());
        // On a thread of the pool: what is done side by side begins there, whether or not the others are free.
        let facts = Arc::new(preview.crew.run(|| read(&address, &mut memory)));
        let inputs = facts.inputs.clone();
        preview.turn(facts, started, urgent);
        watcher.follow(&inputs);
        match preview.wait(&happened) {
            Some(begun) => urgent = begun,
            None => return Ok(()),
        }
    }
}

/// The state of the loop.
struct Preview<T> {
    board: Arc<Board>,
    events: Sender<Event>,
    crew: Arc<Crew>,
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
    number: u64,
    edition: Arc<Edition>,
    facts: Arc<Facts>,
    took: Duration,
}

/// An edition whose files could all be made.
struct Good {
    edition: Arc<Edition>,
    proof: Arc<Proof>,
}

impl<T: FnMut(News<'_>)> Preview<T> {
    /// Opens an edition of what was read, unless it has errors; what is shown then stays. `urgent` ends when the edition
    /// can answer.
    fn turn(&mut self, facts: Arc<Facts>, started: Instant, urgent: Urgent) {
        let found = pipeline::weigh(facts.found.clone(), &facts);
        self.number += 1;
        if found.iter().any(is_error) {
            self.show(facts, found);
            return (self.tell)(News::Kept);
        }
        let earlier = self.good.as_ref().map(|good| Arc::clone(&good.proof));
        let edition = Edition::open(
            Arc::clone(&facts),
            self.number,
            earlier.unwrap_or_default(),
            (Arc::clone(&self.crew), urgent),
            self.events.clone(),
        );
        self.candidate = Some(Candidate {
            number: self.number,
            edition: Arc::new(edition),
            facts: Arc::clone(&facts),
            took: started.elapsed(),
        });
        self.show(facts, found);
    }

    /// The editions that answer: the newest, then the last good one.
    fn editions(&self) -> Vec<Arc<Edition>> {
        let newest = self.candidate.iter().map(|candidate| &candidate.edition);
        let editions = newest.chain(self.good.iter().map(|good| &good.edition));
        editions.map(Arc::clone).collect()
    }

    /// Shows what was found in what was read last.
    fn show(&mut self, facts: Arc<Facts>, found: Vec<Diagnostic>) {
        let found = Arc::new(found);
        self.board.show(Shown {
            editions: self.editions(),
            facts: Some(Arc::clone(&facts)),
            found: Arc::clone(&found),
        });
        (self.tell)(News::Read(&facts, &found));
    }

    /// All files of an edition were made: it is the good one from now on, or what is wrong with them is shown.
    fn proved(&mut self, number: u64, proof: Reported<Arc<Proof>>) {
        let Some(candidate) = self.candidate.take_if(|candidate| candidate.number == number) else {
            return;
        };
        let facts = candidate.facts;
        let found = facts.found.iter().cloned().chain(proof.problems);
        let found = pipeline::weigh(found.collect(), &facts);
        if !found.iter().any(is_error) {
            let good = Good {
                edition: candidate.edition,
                proof: proof.value,
            };
            self.keep(good, candidate.took);
        } else if number == self.number {
            self.show(facts, found);
            (self.tell)(News::Kept);
        }
        self.board.answer_from(self.editions());
    }

    fn keep(&mut self, good: Good, took: Duration) {
        let last = self.good.take().map(|last| last.proof).unwrap_or_default();
        (self.tell)(News::Shown {
            files: good.proof.len(),
            changed: good.proof.changes_since(&last),
            took,
        });
        self.good = Some(good);
    }

    /// Waits for a change and then for quiet; from the change on nothing is done behind. `None` if the preview is to stop.
    fn wait(&mut self, happened: &Receiver<Event>) -> Option<Urgent> {
        loop {
            match next(happened, &self.crew)? {
                Event::Stop => return None,
                Event::Proved(number, proof) => self.proved(number, proof),
                Event::Asked => {}
                Event::Change => {
                    let urgent = self.crew.urgent();
                    return self.settle(happened).map(|()| urgent);
                }
            }
        }
    }

    /// Waits for quiet: the shortest after a single save, as long as changes have been coming where they keep coming.
    fn settle(&mut self, happened: &Receiver<Event>) -> Option<()> {
        let (least, most) = QUIET;
        let first = Instant::now();
        let mut until = first + least;
        loop {
            match happened.recv_timeout(until.saturating_duration_since(Instant::now())) {
                Ok(Event::Stop) => return None,
                Ok(Event::Proved(number, proof)) => self.proved(number, proof),
                Ok(Event::Asked) => {}
                Ok(Event::Change) => until = Instant::now() + first.elapsed().clamp(least, most),
                Err(_) => return Some(()),
            }
        }
    }
}

/// How long it must be quiet after a save, at least and at most.
const QUIET: (Duration, Duration) = (Duration::from_millis(20), Duration::from_millis(500));

/// How often and how many times memory is given back while nothing happens.
const REST: (Duration, usize) = (Duration::from_millis(250), 8);

/// The next thing that happens. Until then threads go, and what they and earlier editions held goes back to the system.
fn next(happened: &Receiver<Event>, crew: &Crew) -> Option<Event> {
    let (pause, times) = REST;
    for _ in 0..times {
        match happened.recv_timeout(pause) {
            Ok(event) => return Some(event),
            Err(RecvTimeoutError::Timeout) => {
                crew.rest();
                give_memory_back();
            }
            Err(RecvTimeoutError::Disconnected) => return None,
        }
    }
    happened.recv().ok()
}

/// Lets a thread end that has allocated: the allocator keeps freed memory for a while in case it is needed again, and
/// then looks at it only where such a thread ends or one asks for much. While nobody edits neither happens.
fn give_memory_back() {
    let allocate = || drop(black_box(Box::new(0_u64)));
    let _ = thread::spawn(allocate).join();
}
