use std::sync::atomic::{AtomicBool, Ordering};

use super::exit::Exit;

/// Set once whoever started vetrina wants it to stop.
static ASKED: AtomicBool = AtomicBool::new(false);

/// Listens for Ctrl-C from now on. The first sets the flag that is given back, so that the work stops at a clean place;
/// the second stops at once.
pub(super) fn listen() -> &'static AtomicBool {
    std::thread::spawn(|| {
        let Ok(runtime) = tokio::runtime::Builder::new_current_thread().enable_all().build() else {
            return;
        };
        runtime.block_on(wait());
    });
    &ASKED
}

async fn wait() {
    while tokio::signal::ctrl_c().await.is_ok() {
        if ASKED.swap(true, Ordering::Relaxed) {
            std::process::exit(Exit::Interrupted as i32);
        }
    }
}
