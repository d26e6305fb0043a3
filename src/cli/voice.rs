use std::io::{self, IsTerminal, Write};

use super::args::{Color, Common};
use crate::diag::render::{Format, Printer};
use crate::diag::{Diagnostic, Language, Severity};
use crate::source::SourceMap;

/// How loud vetrina is.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub(super) enum Volume {
    /// Errors only.
    Quiet,
    /// Findings and a summary.
    Normal,
    /// What is held back, too.
    Verbose,
}

/// How vetrina speaks in this run. Findings and progress go to stderr, data to stdout.
#[derive(Clone, Copy, Debug)]
pub(super) struct Voice {
    pub(super) language: Language,
    pub(super) volume: Volume,
    format: Format,
    color: bool,
}

impl Voice {
    pub(super) fn new(common: &Common) -> Self {
        let volume = match (common.quiet, common.verbose) {
            (true, _) => Volume::Quiet,
            (_, true) => Volume::Verbose,
            _ => Volume::Normal,
        };
        Self {
            language: common.lang.map_or_else(locale, Language::from),
            volume,
            format: common.message_format.into(),
            color: colored(common.color),
        }
    }

    /// One of two sentences, by language.
    pub(super) fn pick<'t>(&self, it: &'t str, en: &'t str) -> &'t str {
        match self.language {
            Language::It => it,
            Language::En => en,
        }
    }

    /// Says the findings, one after the other.
    pub(super) fn findings(&self, findings: &[Diagnostic], sources: &SourceMap) {
        let printer = Printer {
            sources,
            language: self.language,
            format: self.format,
            color: self.color,
        };
        let between = if self.format == Format::Human { "\n" } else { "" };
        let mut out = io::stderr().lock();
        for finding in findings.iter().filter(|finding| self.tells(finding)) {
            let _ = writeln!(out, "{}{between}", printer.text(finding));
        }
    }

    fn tells(&self, finding: &Diagnostic) -> bool {
        self.volume > Volume::Quiet || finding.severity == Severity::Error
    }

    /// Says a line to people; programs that read the findings do not get it.
    pub(super) fn say(&self, line: &str) {
        if self.volume > Volume::Quiet && !matches!(self.format, Format::Json) {
            let _ = writeln!(io::stderr().lock(), "{line}");
        }
    }

    /// Says why the command cannot go on.
    pub(super) fn fail(&self, reason: &str) {
        let word = Severity::Error.word(self.language);
        let _ = writeln!(io::stderr().lock(), "{word}: {reason}");
    }

    /// Whether people watch: a terminal, a format for people, and nobody asked for quiet.
    pub(super) fn is_watched(&self) -> bool {
        let hidden = std::env::var_os("CI").is_some() || self.volume == Volume::Quiet;
        !hidden && self.format == Format::Human && io::stderr().is_terminal()
    }

    /// Shows how far the work is, in place of what the line showed before; an empty line takes it away.
    pub(super) fn progress(line: &str) {
        let mut out = io::stderr().lock();
        let _ = write!(out, "\r\x1b[K{line}").and_then(|()| out.flush());
    }

    /// Gives data. A reader that closes the pipe has enough.
    pub(super) fn data(bytes: &[u8]) {
        let _ = io::stdout().lock().write_all(bytes);
    }
}

/// The language of the locale: English where it names a language other than Italian.
pub(super) fn locale() -> Language {
    let set = ["LC_ALL", "LC_MESSAGES", "LANG"]
        .into_iter()
        .filter_map(|name| std::env::var(name).ok());
    let named = set.into_iter().find(|locale| !locale.is_empty()).unwrap_or_default();
    match named.as_str() {
        "" | "C" | "POSIX" | "C.UTF-8" => Language::It,
        other if other.starts_with("it") => Language::It,
        _ => Language::En,
    }
}

fn colored(color: Color) -> bool {
    let refused = std::env::var_os("NO_COLOR").is_some_and(|value| !value.is_empty());
    let plain = std::env::var_os("TERM").is_some_and(|term| term == "dumb");
    match color {
        Color::Always => true,
        Color::Never => false,
        Color::Auto => !refused && !plain && io::stderr().is_terminal(),
    }
}
