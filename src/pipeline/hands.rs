/// Where work is done that can be done side by side.
pub trait Hands {
    /// Does it there, and waits for it.
    fn run<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T;
}

/// The threads of the program, which stay as long as it runs.
pub(super) struct OfProgram;

impl Hands for OfProgram {
    fn run<T: Send>(&self, work: impl FnOnce() -> T + Send) -> T {
        work()
    }
}
