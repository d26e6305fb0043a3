use std::num::NonZero;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread;
use std::time::Duration;

use rayon::{ThreadPool, ThreadPoolBuilder};

use crate::pipeline::Hands;

/// Who works for the preview, and who goes first. Threads come with the work and go at rest, since the allocator gives
/// back to the system what a thread has freed when that thread ends, and hardly before.
#[derive(Debug)]
pub(super) struct Crew {
    /// How many work side by side.
    size: usize,
    /// Those that work while somebody waits.
    threads: Mutex<Option<Arc<ThreadPool>>>,
    /// How much there is to do that somebody waits for.
    urgent: AtomicUsize,
}

impl Crew {
    /// As many as were asked for, else one for each core; none before there is work.
    pub(super) fn new(jobs: Option<NonZero<usize>>) -> Self {
        let size = jobs.or_else(|| thread::available_parallelism().ok());
        Self {
            size: size.map_or(1, NonZero::get),
            threads: Mutex::default(),
            urgent: AtomicUsize::new(0),
        }
    }

    /// Does something long with threads of its own, which end with it.
    pub(super) fn apart<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        on(threads(self.size).as_ref(), work)
    }

    /// The same on half of the cores, for what nobody waits for.
    pub(super) fn behind<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        on(threads(self.size.div_ceil(2)).as_ref(), work)
    }

    /// Lets the threads go once they are done. The next work finds others.
    pub(super) fn rest(&self) {
        *self.threads.lock().unwrap_or_else(PoisonError::into_inner) = None;
    }

    fn threads(&self) -> Option<Arc<ThreadPool>> {
        let mut known = self.threads.lock().unwrap_or_else(PoisonError::into_inner);
        if known.is_none() {
            *known = threads(self.size).map(Arc::new);
        }
        known.clone()
    }

    /// Something that somebody waits for begins; it ends when the answer is dropped.
    pub(super) fn urgent(self: &Arc<Self>) -> Urgent {
        self.urgent.fetch_add(1, Ordering::Relaxed);
        Urgent(Arc::clone(self))
    }

    /// Waits as long as somebody waits for something else. Whether anybody still wants what is made behind.
    pub(super) fn may_go_on(&self, dropped: &AtomicBool) -> bool {
        let is_dropped = || dropped.load(Ordering::Relaxed);
        self.give_way(is_dropped);
        !is_dropped()
    }

    /// Waits as long as somebody waits for something else, unless it is over.
    pub(super) fn give_way(&self, is_over: impl Fn() -> bool) {
        while self.urgent.load(Ordering::Relaxed) > 0 && !is_over() {
            thread::sleep(Duration::from_millis(2));
        }
    }
}

impl Hands for Crew {
    fn run<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        on(self.threads().as_deref(), work)
    }
}

/// So many threads; none where the system gives no more.
fn threads(count: usize) -> Option<ThreadPool> {
    ThreadPoolBuilder::new().num_threads(count).build().ok()
}

/// Does something on these threads, else where it is.
fn on<T: Send>(threads: Option<&ThreadPool>, work: impl FnOnce() -> T + Send) -> T {
    match threads {
        Some(threads) => threads.install(work),
        None => work(),
    }
}

/// Something that somebody waits for.
#[derive(Debug)]
pub(super) struct Urgent(Arc<Crew>);

impl Drop for Urgent {
    fn drop(&mut self) {
        self.0.urgent.fetch_sub(1, Ordering::Relaxed);
    }
}

#[cfg(test)]
mod tests {
    use std::cell::RefCell;
    use std::sync::mpsc::{Sender, channel};

    use super::*;

    /// Says so when its thread ends.
    struct Farewell(Sender<()>);

    impl Drop for Farewell {
        fn drop(&mut self) {
            self.0.send(()).unwrap();
        }
    }

    thread_local! {
        static FAREWELL: RefCell<Option<Farewell>> = const { RefCell::new(None) };
    }

    /// How many threads work side by side where this is done; word is left for when one of them ends.
    fn side_by_side(ended: &Sender<()>) -> usize {
        FAREWELL.set(Some(Farewell(ended.clone())));
        rayon::current_num_threads()
    }

    #[test]
    fn threads_go_at_rest_and_others_come_with_the_next_work() {
        let (ended, heard) = channel();
        let crew = Crew::new(NonZero::new(3));
        for _ in 0..2 {
            assert_eq!(crew.run(|| side_by_side(&ended)), 3);
            assert!(heard.recv_timeout(Duration::from_millis(50)).is_err());
            crew.rest();
            heard.recv_timeout(Duration::from_secs(10)).unwrap();
        }
    }

    #[test]
    fn what_is_done_apart_or_behind_leaves_no_thread() {
        let (ended, heard) = channel();
        let crew = Crew::new(NonZero::new(3));
        assert_eq!(crew.apart(|| side_by_side(&ended)), 3);
        heard.recv_timeout(Duration::from_secs(10)).unwrap();
        assert_eq!(crew.behind(|| side_by_side(&ended)), 2);
        heard.recv_timeout(Duration::from_secs(10)).unwrap();
    }
}
