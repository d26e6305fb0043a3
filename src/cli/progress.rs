use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use super::voice::Voice;

/// How long a run may be silent, and then how often it shows that it lives.
const PATIENCE: Duration = Duration::from_millis(500);

/// Shows on a terminal how many files are made, from half a second on; gone when dropped.
pub(super) struct Progress {
    count: Arc<Count>,
    shown_by: Option<JoinHandle<()>>,
}

#[derive(Default)]
struct Count {
    made: AtomicUsize,
    over: AtomicBool,
}

impl Progress {
    pub(super) fn start(voice: Voice) -> Self {
        let count = Arc::new(Count::default());
        let shown = Arc::clone(&count);
        let shown_by = voice.is_watched().then(|| thread::spawn(move || show(voice, &shown)));
        Self { count, shown_by }
    }

    /// Counts one more file.
    pub(super) fn tick(&self) {
        self.count.made.fetch_add(1, Ordering::Relaxed);
    }
}

impl Drop for Progress {
    fn drop(&mut self) {
        self.count.over.store(true, Ordering::Relaxed);
        if let Some(thread) = self.shown_by.take() {
            thread.thread().unpark();
            // A thread that only prints has nothing to give back.
            let _ = thread.join();
        }
    }
}

fn show(voice: Voice, count: &Count) {
    thread::park_timeout(PATIENCE);
    while !count.over.load(Ordering::Relaxed) {
        Voice::progress(&match count.made.load(Ordering::Relaxed) {
            0 => voice.pick("leggo…", "reading…").to_owned(),
            made => format!("{}: {made}", voice.pick("file fatti", "files made")),
        });
        thread::park_timeout(PATIENCE / 5);
    }
    Voice::progress("");
}
