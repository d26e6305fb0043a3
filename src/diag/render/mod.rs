//! Diagnostics become text: one file per format of `--message-format`.

mod github;
mod json;
mod short;
mod terminal;

use super::{Diagnostic, Language};
use crate::source::{Position, SourceMap, Span};

/// How findings are written.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Format {
    /// With the source line and a caret, for people.
    #[default]
    Human,
    /// One line each, for people and for editors that jump to `path:line:column`.
    Short,
    /// One JSON object a line, for programs.
    Json,
    /// Workflow commands that GitHub shows beside the line.
    Github,
}

/// Turns findings into text. Knows the texts they point into, the language and the looks.
#[derive(Clone, Copy, Debug)]
pub struct Printer<'s> {
    /// The texts that places point into.
    pub sources: &'s SourceMap,
    /// The language of the sentences.
    pub language: Language,
    /// The format.
    pub format: Format,
    /// Whether the terminal shows colours.
    pub color: bool,
}

impl Printer<'_> {
    /// The text of one finding, without a final line break.
    #[must_use]
    pub fn text(&self, finding: &Diagnostic) -> String {
        match self.format {
            Format::Human => terminal::text(finding, self),
            Format::Short => short::text(finding, self),
            Format::Json => json::text(finding, self),
            Format::Github => github::text(finding, self),
        }
    }

    fn place(&self, span: Span) -> Place<'_> {
        let file = self.sources.file(span.file);
        Place {
            path: file.path(),
            start: file.position(span.start),
            end: file.position(span.end),
        }
    }
}

/// A span as people say it.
struct Place<'s> {
    path: &'s str,
    start: Position,
    end: Position,
}

#[cfg(test)]
mod tests;
