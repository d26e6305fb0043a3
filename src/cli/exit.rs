use std::io::{self, Write as _};
use std::process::ExitCode;

use super::help::Told;
use crate::write::Failure;

/// How a command ended, as the shell sees it.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Exit {
    /// All is well.
    Done = 0,
    /// Something in the content is wrong.
    Content = 1,
    /// The command or the configuration is wrong.
    Usage = 2,
    /// The system refused: disk, permission, port.
    Environment = 3,
    /// Stopped by whoever started it; the output is as it was.
    Interrupted = 130,
}

impl From<Exit> for ExitCode {
    fn from(exit: Exit) -> Self {
        ExitCode::from(exit as u8)
    }
}

impl From<&Failure> for Exit {
    fn from(failure: &Failure) -> Self {
        match failure {
            Failure::System { .. } => Exit::Environment,
            Failure::Interrupted => Exit::Interrupted,
        }
    }
}

/// Says what clap has to say: help and version are answers, all else is wrong usage.
pub(super) fn refusal(told: &Told) -> ExitCode {
    let is_wrong = match told {
        Told::Itself(refusal) => {
            // A closed pipe is the reader's choice.
            let _ = refusal.print();
            refusal.use_stderr()
        }
        Told::Wrong(reason) => {
            let _ = io::stderr().lock().write_all(reason.as_bytes());
            true
        }
    };
    if is_wrong {
        Exit::Usage.into()
    } else {
        Exit::Done.into()
    }
}
