use std::io;
use std::process::{Command, Stdio};

/// The system's own command for opening what an address leads to.
const OPENER: &[&str] = if cfg!(target_os = "windows") {
    &["cmd", "/C", "start", ""]
} else if cfg!(target_os = "macos") {
    &["open"]
} else {
    &["xdg-open"]
};

/// Opens an address in the user's browser.
///
/// # Errors
/// If the system has no such command.
pub(super) fn open(address: &str) -> io::Result<()> {
    let mut command = Command::new(OPENER[0]);
    command.args(&OPENER[1..]).arg(address);
    command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().map(drop)
}
