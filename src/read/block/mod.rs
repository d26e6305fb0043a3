//! The surface that all source documents share, before any form gives it a meaning.
//!
//! The documents are texts drawn from PDF files: headings of any level, bold lines, paragraphs, list items,
//! tab-separated tables, rules. [`scan`] cuts a text into [`Block`]s that borrow from it; nothing is left out, every
//! non-blank line belongs to exactly one block, but the numbers of pages, which count as blank. Readers work on blocks and
//! on [`Inline`] texts, never on raw lines.

mod folio;
mod inline;
mod scan;
mod table;

pub use inline::Inline;
pub use scan::scan;
pub use table::{Row, Table};

use crate::source::Span;

/// A piece of a document's surface.
#[derive(Clone, Debug)]
pub struct Block<'s> {
    /// What it is.
    pub kind: Kind<'s>,
    /// The lines it covers, without the final line break.
    pub span: Span,
}

/// What a block is. Heading levels are kept, but in converted documents they mean little: forms go by the words.
#[derive(Clone, Debug)]
pub enum Kind<'s> {
    /// A line that begins with one to six `#`.
    Heading {
        /// 1 to 6.
        level: u8,
        /// The words, without the marks.
        text: Inline<'s>,
    },
    /// Lines of running text that follow each other without a blank line.
    Paragraph {
        /// The lines, one by one.
        lines: Vec<Inline<'s>>,
    },
    /// A list item with the lines that continue it.
    Item {
        /// The mark as printed: `-`, `•`, `⇒`, `▶`, `1.`.
        marker: &'s str,
        /// Depth by indentation, 0 for the outermost.
        depth: u8,
        /// The lines, one by one, without the mark.
        lines: Vec<Inline<'s>>,
    },
    /// Lines with tabs that follow each other without a blank line.
    Table(Table<'s>),
    /// A line of dashes or underscores, alone or in columns. Never a heading mark.
    Rule,
}

impl<'s> Block<'s> {
    /// The lines of a heading, paragraph or item; none for a table or rule.
    #[must_use]
    pub fn lines(&self) -> &[Inline<'s>] {
        match &self.kind {
            Kind::Heading { text, .. } => std::slice::from_ref(text),
            Kind::Paragraph { lines } | Kind::Item { lines, .. } => lines,
            Kind::Table(_) | Kind::Rule => &[],
        }
    }

    /// The words of a heading, paragraph or item, its lines joined by spaces; empty for a table or rule.
    #[must_use]
    pub fn text(&self) -> String {
        inline::join(self.lines())
    }

    /// The table, if it is one.
    #[must_use]
    pub fn table(&self) -> Option<&Table<'s>> {
        match &self.kind {
            Kind::Table(table) => Some(table),
            _ => None,
        }
    }

    /// Whether it stands out as a title does: a heading, or a paragraph whose every line is bold.
    #[must_use]
    pub fn is_title(&self) -> bool {
        match &self.kind {
            Kind::Heading { .. } => true,
            Kind::Paragraph { lines } => is_bold(lines),
            _ => false,
        }
    }
}

/// Whether lines are bold from the first letter to the last, each by itself or all in one pair of marks.
fn is_bold(lines: &[Inline<'_>]) -> bool {
    let [first, .., last] = lines else {
        return lines.first().is_some_and(Inline::is_bold);
    };
    lines.iter().all(Inline::is_bold) || (first.opens_bold() && last.closes_bold())
}

#[cfg(test)]
mod tests;
