use std::collections::BTreeMap;
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::mpsc::{Receiver, Sender, channel};
use std::thread;

use rayon::prelude::*;
use tokio::sync::oneshot;

use super::address::{Answer, answer};
use super::watch::Event;
use crate::diag::{Diagnostic, Reported};
use crate::graph::privacy::Withheld;
use crate::pipeline::{self, Facts};
use crate::write::{self, Digest, Made, Output};

/// One state of the site. It lives in a thread of its own, which owns the facts, makes every page when it is asked for,
/// and meanwhile makes all the others to see whether they can be made. Dropped, it lets go.
#[derive(Debug)]
pub(super) struct Edition {
    asks: Sender<Ask>,
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

/// What a file was made from and what it came to.
#[derive(Clone, Copy, Debug, Default)]
struct Mark {
    job: Option<Digest>,
    bytes: Digest,
}

impl Edition {
    /// Opens an edition. Once all its files are made, [`Event::Proved`] with its number goes to `events`; files whose
    /// job is as in `earlier` are not made for that.
    pub(super) fn open(facts: Arc<Facts>, number: u64, earlier: Arc<Proof>, events: Sender<Event>) -> Self {
        let (asks, asked) = channel();
        let dropped = Arc::new(AtomicBool::new(false));
        let flag = Arc::clone(&dropped);
        thread::spawn(move || {
            let found = pipeline::publish(&facts, |outputs| {
                thread::scope(|scope| {
                    scope.spawn(|| {
                        let proof = prove(outputs, &earlier, &facts.withheld, &flag);
                        // Nobody waits for an edition that was dropped.
                        let _ = proof.map(|proof| events.send(Event::Proved(number, proof)));
                    });
                    reply_to(&asked, outputs);
                });
            });
            if found.value.is_none() {
                let proof = Reported {
                    value: Arc::default(),
                    problems: found.problems,
                };
                let _ = events.send(Event::Proved(number, proof));
            }
        });
        Self { asks, dropped }
    }

    /// What stands at an address; `None` if it cannot be made.
    pub(super) async fn ask(&self, address: &str) -> Option<Reply> {
        let (reply, answered) = oneshot::channel();
        let address = address.to_owned();
        self.asks.send(Ask { address, reply }).ok()?;
        answered.await.ok().flatten()
    }
}

impl Drop for Edition {
    fn drop(&mut self) {
        self.dropped.store(true, Ordering::Relaxed);
    }
}

fn reply_to(asked: &Receiver<Ask>, outputs: &[Box<dyn Output + '_>]) {
    for ask in asked {
        // Whoever asked may have gone.
        let _ = ask.reply.send(reply(&ask.address, outputs));
    }
}

fn reply(address: &str, outputs: &[Box<dyn Output + '_>]) -> Option<Reply> {
    let find = |path: &str| outputs.iter().find(|output| output.path() == path);
    let bytes = |path: &str| find(path)?.bytes().ok();
    match answer(address, |path| find(path).is_some()) {
        Answer::File(path) => bytes(&path).map(|bytes| Reply::File(path, bytes)),
        Answer::Folder(address) => Some(Reply::Folder(address)),
        Answer::Nothing => Some(Reply::Missing(bytes("404.html").unwrap_or_default())),
    }
}

/// Makes every file whose job is not as in `earlier`. `None` if the edition was dropped meanwhile.
fn prove(
    outputs: &[Box<dyn Output + '_>],
    earlier: &Proof,
    withheld: &Withheld,
    dropped: &AtomicBool,
) -> Option<Reported<Arc<Proof>>> {
    let secrets = Some(secrets(withheld));
    let known = |path: &str| earlier.files.get(path).filter(|_| earlier.withheld == secrets);
    let made: Option<Vec<_>> = outputs
        .par_iter()
        .map(|output| {
            let made = || mark(output.as_ref(), known(output.path()), withheld);
            (!dropped.load(Ordering::Relaxed)).then(|| (output.path(), made()))
        })
        .collect();
    let mut problems: Vec<Diagnostic> = write::clashes(outputs);
    let mut files = BTreeMap::new();
    for (path, mark) in made? {
        match mark {
            Ok(mark) => {
                files.insert(path.to_owned(), mark);
            }
            // One mistake in a template is one finding, however many pages it spoils.
            Err(found) => {
                let new = |finding: &Diagnostic| problems.iter().all(|known| known.args != finding.args);
                let new: Vec<_> = found.into_iter().filter(new).collect();
                problems.extend(new);
            }
        }
    }
    let value = Arc::new(Proof {
        files,
        withheld: secrets,
    });
    Some(Reported { value, problems })
}

fn mark(output: &dyn Output, known: Option<&Mark>, withheld: &Withheld) -> Result<Mark, Vec<Diagnostic>> {
    let job = known.and_then(|known| known.job.as_ref());
    let (bytes, job) = match output.make(job)? {
        Made::AsKnown => return Ok(known.copied().unwrap_or_default()),
        made => made.whole()?,
    };
    match withheld.check(output.path(), &bytes) {
        Some(finding) => Err(vec![finding]),
        None => Ok(Mark {
            job,
            bytes: blake3::hash(&bytes).into(),
        }),
    }
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
