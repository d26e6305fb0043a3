//! Diagnostics become text: one file per format of `--message-format`.

mod github;
mod json;
mod short;
mod terminal;

use super::{Diagnostic, Language};
use crate::source::{CellPlace, Position, SourceMap, Span};

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
            cell: file.cell(span.start),
        }
    }
}

/// A span as people say it.
struct Place<'s> {
    path: &'s str,
    start: Position,
    end: Position,
    /// The cell, if the file is a spreadsheet.
    cell: Option<CellPlace<'s>>,
}

impl Place<'_> {
    /// `path:line:column`, or `path, foglio «Obiettivi», C14`.
    fn words(&self, language: Language) -> String {
        match (&self.cell, language) {
            (None, _) => format!("{}:{}:{}", self.path, self.start.line, self.start.column),
            (Some(cell), Language::It) => format!("{}, foglio «{}», {cell}", self.path, cell.sheet),
            (Some(cell), Language::En) => format!("{}, sheet “{}”, {cell}", self.path, cell.sheet),
        }
    }
}

#[cfg(test)]
mod tests;
