use crate::model::{Detto, Testo};
use crate::source::{FileId, Span};

/// The cells of a table, each with its place. Blank lines are no rows.
#[derive(Debug)]
pub(super) struct Grid {
    /// The names of the columns.
    pub(super) header: Vec<Detto<Testo>>,
    /// The rows below.
    pub(super) rows: Vec<Row>,
}

/// A row of a table.
#[derive(Debug)]
pub(super) struct Row {
    /// The cells, left to right, empty ones included.
    pub(super) cells: Vec<Detto<Testo>>,
    /// The lines it covers.
    pub(super) span: Span,
}

impl Grid {
    /// Cuts a text into cells. Quotes are as in RFC 4180: they may hold separators and line ends, doubled they are one.
    pub(super) fn of(file: FileId, text: &str) -> Self {
        let mut scan = Scan {
            file,
            text,
            separator: separator(text),
            at: 0,
        };
        let mut rows = std::iter::from_fn(|| scan.row()).filter(|row| row.cells.iter().any(|cell| !cell.is_empty()));
        Self {
            header: rows.next().map(|row| row.cells).unwrap_or_default(),
            rows: rows.collect(),
        }
    }

    /// The names of columns that a first line holds.
    pub(super) fn header_of(line: &str) -> Vec<Detto<Testo>> {
        Self::of(FileId(0), line).header
    }

    /// Offset behind the header.
    pub(super) fn header_end(&self) -> usize {
        self.header.last().map_or(0, |cell| cell.span.end as usize)
    }
}

/// The separator that a text's first line has most of.
fn separator(text: &str) -> char {
    let line = text.lines().next().unwrap_or_default();
    let count = |separator: char| line.matches(separator).count();
    [',', ';', '\t']
        .into_iter()
        .rev()
        .max_by_key(|separator| count(*separator))
        .unwrap_or(',')
}

struct Scan<'s> {
    file: FileId,
    text: &'s str,
    separator: char,
    at: usize,
}

impl Scan<'_> {
    fn row(&mut self) -> Option<Row> {
        if self.at >= self.text.len() {
            return None;
        }
        let start = self.at;
        let mut cells = Vec::new();
        loop {
            cells.push(self.cell());
            let end = self.at;
            if self.skip(self.separator) {
                continue;
            }
            self.skip('\r');
            self.skip('\n');
            let span = Span::new(self.file, start, end);
            return Some(Row { cells, span });
        }
    }

    fn cell(&mut self) -> Detto<Testo> {
        let start = self.at;
        let mut words = String::new();
        if self.skip('"') {
            self.quoted(&mut words);
        }
        let rest = &self.text[self.at..];
        let plain = rest.find([self.separator, '\n', '\r']).unwrap_or(rest.len());
        words.push_str(&rest[..plain]);
        self.at += plain;
        Detto::new(Testo::from(words.as_str()), Span::new(self.file, start, self.at))
    }

    /// What stands up to the closing quote; up to the end of the text where none closes.
    fn quoted(&mut self, words: &mut String) {
        loop {
            let rest = &self.text[self.at..];
            let Some(quote) = rest.find('"') else {
                words.push_str(rest);
                self.at = self.text.len();
                return;
            };
            words.push_str(&rest[..quote]);
            self.at += quote + 1;
            if !self.skip('"') {
                return;
            }
            words.push('"');
        }
    }

    fn skip(&mut self, mark: char) -> bool {
        let found = self.text[self.at..].starts_with(mark);
        if found {
            self.at += mark.len_utf8();
        }
        found
    }
}
