use std::collections::{BTreeMap, HashMap};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::sync::{Arc, OnceLock};
use std::thread;
use std::time::{Duration, Instant};

use rayon::prelude::*;
use tokio::sync::oneshot;

use super::address::{Answer, answer};
use super::crew::{Crew, Urgent};
use super::watch::Event;
use crate::diag::{Diagnostic, Reported};
use crate::graph::privacy::Withheld;
use crate::pipeline::{self, Facts, Hands as _, Listing};
use crate::write::{self, Digest, Mark, Output};

/// One state of the site. It lives in a thread of its own, which owns the facts, makes every page when it is asked for,
/// and meanwhile makes all the others to see whether they can be made. Dropped, it lets go.
#[derive(Debug)]
pub(super) struct Edition {
    asks: Sender<Ask>,
    events: Sender<Event>,
    dropped: Arc<AtomicBool>,
}

/// A request for what stands at an address.
struct Ask {
    address: String,
    reply: oneshot::Sender<Option<Reply>>,
}

/// What stands at an address.
#[derive(Debug)]
pub(super) enum Reply {
    /// A file: its path below the output folder and its bytes.
    File(String, Vec<u8>),
    /// The same address with a final `/`.
    Folder(String),
    /// Nothing; the page that says so.
    Missing(Vec<u8>),
}

/// That every file could be made, and what it came to.
#[derive(Debug, Default)]
pub(super) struct Proof {
    files: BTreeMap<String, Mark>,
    /// What had to be kept out of them.
    withheld: Option<Digest>,
}

/// How long an edition that nobody needs any more waits until it is taken apart, which takes time too.
const LINGERS: Duration = Duration::from_millis(200);

impl Edition {
    /// Opens an edition; `urgent` ends when it can answer. Once all its files are made, [`Event::Proved`] with its
    /// number goes to `events`; files whose job is as in `earlier` are not made for that.
    pub(super) fn open(
        facts: Arc<Facts>,
        number: u64,
        earlier: Arc<Proof>,
        (crew, urgent): (Arc<Crew>, Urgent),
        events: Sender<Event>,
    ) -> Self {
        let (asks, asked) = channel();
        let dropped = Arc::new(AtomicBool::new(false));
        let flag = Arc::clone(&dropped);
        let answering = events.clone();
        thread::spawn(move || {
            let found = pipeline::list(&facts, crew.as_ref(), |listing| {
                thread::scope(|scope| {
                    scope.spawn(|| {
                        let prove = || prove(&listing, &earlier, &facts.withheld, &crew, &flag);
                        let proof = crew.behind(prove);
                        // Nobody waits for an edition that was dropped.
                        let _ = proof.map(|proof| events.send(Event::Proved(number, proof)));
                    });
                    reply_to(&asked, &listing, &crew, urgent);
                });
                let since = Instant::now();
                crew.give_way(|| since.elapsed() > LINGERS);
            });
            if found.value.is_none() {
                let proof = Reported {
                    value: Arc::default(),
                    problems: found.problems,
                };
                let _ = events.send(Event::Proved(number, proof));
            }
        });
        Self {
            asks,
            events: answering,
            dropped,
        }
    }

    /// What stands at an address; `None` if it cannot be made.
    pub(super) async fn ask(&self, address: &str) -> Option<Reply> {
        let (reply, answered) = oneshot::channel();
        let address = address.to_owned();
        self.asks.send(Ask { address, reply }).ok()?;
        let reply = answered.await.ok().flatten();
        // Nobody listens once the loop has ended.
        let _ = self.events.send(Event::Asked);
        reply
    }
}

impl Drop for Edition {
    fn drop(&mut self) {
        self.dropped.store(true, Ordering::Relaxed);
    }
}

/// Answers whatever is asked. The search index is made when it is first asked for, while others are answered.
fn reply_to(asked: &Receiver<Ask>, listing: &Listing<'_, '_>, crew: &Arc<Crew>, urgent: Urgent) {
    let index = OnceLock::new();
    let files = &crew.run(|| ByPath::of(&listing.files));
    drop(urgent);
    thread::scope(|scope| {
        for ask in asked {
            let urgent = crew.urgent();
            let Some(path) = index_path(&ask.address, listing) else {
                // Whoever asked may have gone.
                let _ = ask.reply.send(crew.run(|| reply(&ask.address, files)));
                continue;
            };
            let index = &index;
            scope.spawn(move || {
                let of_index = index.get_or_init(|| crew.apart(|| listing.index().unwrap_or_default()));
                let file = of_index.iter().find(|file| file.path == path);
                let found = file.map(|file| Reply::File(path, file.bytes.clone()));
                let _ = (ask.reply).send(found.or_else(|| crew.run(|| reply(&ask.address, files))));
                drop(urgent);
            });
        }
    });
}

/// How many outputs are put by path in one go.
const STRETCH: usize = 4096;

/// The outputs by path, in stretches; of two with one path the first counts.
struct ByPath<'o>(Vec<HashMap<&'o str, &'o dyn Output>>);

impl<'o> ByPath<'o> {
    fn of(outputs: &'o [Box<dyn Output + 'o>]) -> Self {
        let by_path = |outputs: &'o [Box<dyn Output + 'o>]| {
            let outputs = outputs.iter().rev();
            outputs.map(|output| (output.path(), output.as_ref())).collect()
        };
        Self(outputs.par_chunks(STRETCH).map(by_path).collect())
    }

    fn get(&self, path: &str) -> Option<&'o dyn Output> {
        self.0.iter().find_map(|stretch| stretch.get(path)).copied()
    }
}

fn reply(address: &str, outputs: &ByPath<'_>) -> Option<Reply> {
    let bytes = |path: &str| outputs.get(path)?.bytes().ok();
    match answer(address, |path| outputs.get(path).is_some()) {
        Answer::File(path) => bytes(&path).map(|bytes| Reply::File(path, bytes)),
        Answer::Folder(address) => Some(Reply::Folder(address)),
        Answer::Nothing => Some(Reply::Missing(not_found(address, bytes))),
    }
}

/// The page that says so, in the language that the address begins with.
fn not_found(address: &str, bytes: impl Fn(&str) -> Option<Vec<u8>>) -> Vec<u8> {
    let language = address.trim_start_matches('/').split('/').next().unwrap_or_default();
    let of_language = bytes(&format!("{language}/404.html"));
    of_language.or_else(|| bytes("404.html")).unwrap_or_default()
}

/// The path of a file of the search index, if the address is that of one.
fn index_path(address: &str, listing: &Listing<'_, '_>) -> Option<String> {
    let path = address.trim_start_matches('/');
    listing.is_of_index(path).then(|| path.to_owned())
}

/// Makes every file whose job is not as in `earlier`. `None` if the edition was dropped meanwhile.
fn prove(
    listing: &Listing<'_, '_>,
    earlier: &Proof,
    withheld: &Withheld,
    crew: &Crew,
    dropped: &AtomicBool,
) -> Option<Reported<Arc<Proof>>> {
    let secrets = Some(secrets(withheld));
    let known = |path: &str| earlier.files.get(path).filter(|_| earlier.withheld == secrets);
    let inspect = |output: &dyn Output, bytes: &[u8]| {
        let found = withheld.check(output.path(), bytes);
        found.into_iter().collect()
    };
    let made: Option<Vec<_>> = (listing.files)
        .par_iter()
        .map(|output| {
            let go_on = || crew.may_go_on(dropped);
            let made = || Mark::of(output.as_ref(), known(output.path()), &inspect, &go_on);
            go_on().then(|| (output.path(), made()))
        })
        .collect();
    let made = made?;
    let mut problems: Vec<Diagnostic> = write::clashes(&listing.files);
    problems.extend(listing.dead_paths());
    let mut files = BTreeMap::new();
    for (path, mark) in made {
        match mark {
            Ok(mark) => {
                files.insert(path.to_owned(), mark);
            }
            Err(found) => problems.extend(found),
        }
    }
    let value = Arc::new(Proof {
        files,
        withheld: secrets,
    });
    Some(Reported { value, problems })
}

/// Tells one set of withheld values from another.
fn secrets(withheld: &Withheld) -> Digest {
    let mut hasher = blake3::Hasher::new();
    for datum in withheld.personal() {
        let line = format!("{:?}\0{}\0{:?}\n", datum.kind, datum.value, datum.reason);
        hasher.update(line.as_bytes());
    }
    hasher.finalize().into()
}

impl Proof {
    /// How many files there are.
    pub(super) fn len(&self) -> usize {
        self.files.len()
    }

    /// How many files are new, gone or have other bytes than in `last`.
    pub(super) fn changes_since(&self, last: &Self) -> usize {
        let bytes = |proof: &Self, path: &String| proof.files.get(path).map(|mark| mark.bytes);
        let differs = |path: &&String| bytes(self, path) != bytes(last, path);
        let gone = last.files.keys().filter(|path| !self.files.contains_key(*path));
        self.files.keys().filter(differs).count() + gone.count()
    }
}
