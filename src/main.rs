//! The command line of vetrina; all of it is in the library.

/// A build makes and drops many small texts on all threads; this allocator keeps them apart.
#[global_allocator]
static ALLOCATOR: mimalloc::MiMalloc = mimalloc::MiMalloc;

fn main() -> std::process::ExitCode {
    vetrina::cli::run()
}
