use std::sync::Arc;

use super::workbook::BREAK;
use crate::model::{Detto, Testo};
use crate::source::{FileId, Note, Sheet, Sheets, Span};

/// The cells of a table, each with its place. Blank lines are no rows.
#[derive(Debug)]
pub(super) struct Grid {
    /// The names of the columns.
    pub(super) header: Vec<Detto<Testo>>,
    /// The rows below.
    pub(super) rows: Vec<Row>,
    /// Quotes that open and are not closed.
    pub(super) unclosed: Vec<Span>,
    /// What is known of the cells beside their words, if the table is a sheet.
    sheets: Option<Arc<Sheets>>,
    file: FileId,
}

/// A row of a table.
#[derive(Debug)]
pub(super) struct Row {
    /// The cells, left to right, empty ones included.
    pub(super) cells: Vec<Detto<Testo>>,
    /// The lines it covers.
    pub(super) span: Span,
    /// Its line in the text or sheet, from 1.
    pub(super) line: usize,
}

impl Grid {
    /// Cuts a text into cells. Quotes are as in RFC 4180: they may hold separators and line ends, doubled they are one.
    pub(super) fn of(file: FileId, text: &str) -> Self {
        let mut scan = Scan {
            file,
            text,
            separator: char::from(separator(text)),
            at: 0,
            line: 1,
            unclosed: Vec::new(),
        };
        let rows: Vec<Row> = std::iter::from_fn(|| scan.row()).collect();
        Self {
            unclosed: scan.unclosed,
            ..Self::with_header(file, rows.into_iter(), None)
        }
    }

    /// Cuts the rows of a sheet into cells.
    pub(super) fn of_sheet(file: FileId, text: &str, sheet: &Sheet, sheets: &Arc<Sheets>) -> Self {
        let rows = text.get(sheet.start..sheet.end).unwrap_or_default();
        let mut at = sheet.start;
        let rows = rows.split_inclusive('\n').zip(1..).map(|(line, number)| {
            let start = at;
            at += line.len();
            let line = line.trim_end_matches('\n');
            Row {
                cells: cells_of_sheet(file, line, start),
                span: Span::new(file, start, start + line.len()),
                line: number,
            }
        });
        Self::with_header(file, rows, Some(Arc::clone(sheets)))
    }

    /// The first row that says anything is the header.
    fn with_header(file: FileId, rows: impl Iterator<Item = Row>, sheets: Option<Arc<Sheets>>) -> Self {
        let mut rows = rows.filter(|row| row.cells.iter().any(|cell| !cell.is_empty()));
        Self {
            header: rows.next().map(|row| row.cells).unwrap_or_default(),
            rows: rows.collect(),
            unclosed: Vec::new(),
            sheets,
            file,
        }
    }

    /// Whether it is written as text, with the separators that its writer set.
    pub(super) fn is_text(&self) -> bool {
        self.sheets.is_none()
    }

    /// How many columns there are up to the last that has a name.
    pub(super) fn width(&self) -> usize {
        self.header
            .iter()
            .rposition(|name| !name.is_empty())
            .map_or(0, |last| last + 1)
    }

    /// Whether its header has a column.
    pub(super) fn has(&self, name: &str) -> bool {
        self.header.iter().any(|header| header.as_str() == name)
    }

    /// What is known of a cell beside its words.
    pub(super) fn note(&self, cell: &Detto<Testo>) -> Option<Note> {
        self.sheets.as_ref()?.note_at(cell.span.start)
    }

    /// The names of columns that a first line holds.
    pub(super) fn header_of(line: &str) -> Vec<Detto<Testo>> {
        Self::of(FileId::new(0), line).header
    }

    /// Where the header stands; the beginning of the file where there is none.
    pub(super) fn head(&self) -> Span {
        let first = self.header.first().map(|cell| cell.span);
        let last = self.header.iter().rfind(|cell| !cell.is_empty());
        let whole = first.zip(last).map(|(first, last)| first.to(last.span));
        whole.unwrap_or(Span::new(self.file, 0, 0))
    }
}

/// The cells of a line, parted by tabs.
fn cells_of_sheet(file: FileId, line: &str, start: usize) -> Vec<Detto<Testo>> {
    let mut at = start;
    let cells = line.split('\t').map(|cell| {
        let span = Span::new(file, at, at + cell.len());
        at += cell.len() + 1;
        let words = match cell.contains(BREAK) {
            true => Testo::from(cell.replace(BREAK, "\n")),
            false => Testo::from(cell),
        };
        Detto::new(words, span)
    });
    cells.collect()
}

/// The mark between the cells of a table written as text: of comma, semicolon and tab the one that its first line has
/// most of.
#[must_use]
pub fn separator(text: &str) -> u8 {
    let line = text.lines().next().unwrap_or_default();
    let count = |separator: &u8| line.bytes().filter(|byte| byte == separator).count();
    [b'\t', b';', b','].into_iter().max_by_key(count).unwrap_or(b',')
}

struct Scan<'s> {
    file: FileId,
    text: &'s str,
    separator: char,
    at: usize,
    line: usize,
    unclosed: Vec<Span>,
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
            let line = self.line;
            self.line += self.text[start..self.at].matches('\n').count();
            let span = Span::new(self.file, start, end);
            return Some(Row { cells, span, line });
        }
    }

    fn cell(&mut self) -> Detto<Testo> {
        let start = self.at;
        let mut words = String::new();
        if self.skip('"') && !self.quoted(&mut words) {
            // Taken for a letter, so that the lines below stay what they are.
            self.unclosed.push(Span::new(self.file, start, start + 1));
            self.at = start;
            words.clear();
        }
        let rest = &self.text[self.at..];
        let plain = rest.find([self.separator, '\n', '\r']).unwrap_or(rest.len());
        words.push_str(&rest[..plain]);
        self.at += plain;
        Detto::new(Testo::from(words.as_str()), Span::new(self.file, start, self.at))
    }

    /// What stands up to the closing quote, and whether there is one: a quote in another line that ends no cell opens
    /// the next one there.
    fn quoted(&mut self, words: &mut String) -> bool {
        loop {
            let rest = &self.text[self.at..];
            let Some(quote) = rest.find('"') else {
                return false;
            };
            words.push_str(&rest[..quote]);
            self.at += quote + 1;
            if !self.skip('"') {
                let rest = &self.text[self.at..];
                let ends = rest.is_empty() || rest.starts_with([self.separator, '\n', '\r']);
                return ends || !words.contains('\n');
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
