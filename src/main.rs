//! The command line of vetrina; all of it is in the library.

fn main() -> std::process::ExitCode {
    vetrina::cli::run()
}
