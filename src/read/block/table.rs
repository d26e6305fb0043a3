use super::Inline;
use crate::source::{FileId, Span};

/// A tab-separated table, as printed: no row is taken for a header here.
#[derive(Clone, Debug)]
pub struct Table<'s> {
    /// The rows, top to bottom.
    pub rows: Vec<Row<'s>>,
}

/// A row of a table.
#[derive(Clone, Debug)]
pub struct Row<'s> {
    /// The cells, left to right, empty ones included.
    pub cells: Vec<Inline<'s>>,
    /// The line it covers.
    pub span: Span,
}

impl<'s> Row<'s> {
    pub(super) fn new(file: FileId, line: &'s str, offset: usize) -> Self {
        let mut at = offset;
        let cells = line.split('\t').map(|cell| {
            let inline = Inline::new(file, cell, at);
            at += cell.len() + 1;
            inline
        });
        Self {
            cells: cells.collect(),
            span: Span::new(file, offset, offset + line.trim_end().len()),
        }
    }

    /// The words of the cell at `column` (from 0); empty where the row is shorter.
    #[must_use]
    pub fn text(&self, column: usize) -> String {
        self.cells.get(column).map(Inline::text).unwrap_or_default()
    }

    /// The words of every cell.
    #[must_use]
    pub fn texts(&self) -> Vec<String> {
        self.cells.iter().map(Inline::text).collect()
    }

    /// The cells that hold something.
    pub fn filled(&self) -> impl Iterator<Item = &Inline<'s>> {
        self.cells.iter().filter(|cell| !cell.is_empty())
    }

    /// Whether the row's words are these, cell by cell; empty cells at its end do not count.
    #[must_use]
    pub fn reads(&self, words: &[&str]) -> bool {
        let texts = self.texts();
        let filled = texts
            .iter()
            .rposition(|text| !text.is_empty())
            .map_or(0, |last| last + 1);
        filled == words.len()
            && texts
                .iter()
                .zip(words)
                .all(|(text, word)| text.eq_ignore_ascii_case(word))
    }
}

impl<'s> Table<'s> {
    /// The first row.
    #[must_use]
    pub fn first(&self) -> Option<&Row<'s>> {
        self.rows.first()
    }

    /// Adds the rows of a table that a page end cut off from this one; a first row that repeats this table's first
    /// row, word for word, is the header printed again and is left out.
    pub fn append(&mut self, rest: Table<'s>) {
        let header = self.first().map(Row::texts);
        let repeated = header.is_some() && rest.first().map(Row::texts) == header;
        self.rows.extend(rest.rows.into_iter().skip(usize::from(repeated)));
    }
}
