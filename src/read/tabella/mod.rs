//! Tables: the columns of the open data as a form of document. An office without a printed plan keeps it in a
//! spreadsheet; and what vetrina publishes it reads back.
//!
//! The table is told by the name of the file or sheet and by its header, in any order of columns. Cells of a text part
//! at commas, semicolons or tabs, whichever the header has most of; a spreadsheet holds a table on each of its sheets.

mod checks;
mod decode;
mod grid;
mod layout;
mod leaf;
mod sheets;
mod tables;
mod workbook;

pub use decode::{decode, for_spreadsheets, is_for_spreadsheets};
pub use grid::separator;
pub use sheets::{as_csv, left_out, tables_of};
pub use workbook::{is_old, transcribe, transcribe_whole};

use super::block::{Block, Kind};
use super::record::Shape;
use super::{Document, Hints, Reader};
use crate::diag::register::lettura::DOCUMENTO_VUOTO;
use crate::diag::register::righe::{FILE_VUOTO, INTESTAZIONE_SOTTO};
use crate::diag::register::tabella::{COLONNE_SCRITTE_ALTRIMENTI, TABELLA_IGNOTA};
use crate::diag::{Diagnostic, Reported};
use crate::model::Bozze;
use crate::source::Span;
use grid::Grid;

/// What the reader of tables is called.
pub const NAME: &str = "tabella";

/// The reader of tables.
#[derive(Debug)]
pub struct Tabella;

impl Reader for Tabella {
    fn name(&self) -> &'static str {
        NAME
    }

    /// A document that begins with a header of which every word is a column of one table.
    fn recognises(&self, blocks: &[Block<'_>]) -> bool {
        let Some(first) = blocks.first() else { return false };
        let header = match &first.kind {
            Kind::Table(table) => table.first().map(|row| row.texts().join("\t")),
            Kind::Paragraph { lines } => lines.first().map(|line| line.text()),
            _ => None,
        };
        header.is_some_and(|header| tables::is_header(&Grid::header_of(&header)))
    }

    fn read(&self, document: Document<'_>) -> Reported<Bozze> {
        match &document.hints.fogli {
            None => self.of_text(document),
            Some(sheets) => sheets::read(document, sheets),
        }
    }

    /// A table implies nothing: a row of it is something, whatever it leaves out.
    fn found_nothing(&self, read: &Bozze) -> bool {
        read.is_empty() && read.piani.is_empty()
    }
}

impl Tabella {
    fn of_text(&self, document: Document<'_>) -> Reported<Bozze> {
        let grid = Grid::of(document.file, document.text);
        let mut read = Reported::<Bozze>::default();
        match tables::told_by(stem(document.hints), &grid.header) {
            Some(table) => rows(table, &grid, &mut read),
            None => read.problems.push(of_no_text(stem(document.hints), &grid)),
        }
        read
    }
}

fn rows(table: &tables::Table, grid: &Grid, read: &mut Reported<Bozze>) {
    if grid.rows.is_empty() && !checks::is_published(grid) {
        let empty = Diagnostic::new(&DOCUMENTO_VUOTO).at(grid.head());
        read.problems
            .push(empty.with("lettore", Tabella.name()).with("tabella", table.name));
    }
    (table.read)(grid, read);
}

/// The table of the open data that a file holds, by its name or its header; `path` is that of the file.
#[must_use]
pub fn name_of(path: &str, text: &str) -> Option<&'static str> {
    let header = Grid::header_of(text.lines().next().unwrap_or_default());
    tables::told_by(stem_of(path), &header).map(|table| table.name)
}

/// Why a text is no table.
fn of_no_text(stem: &str, grid: &Grid) -> Diagnostic {
    if grid.header.is_empty() {
        return Diagnostic::new(&FILE_VUOTO).at(grid.head());
    }
    if let Some(columns) = tables::as_columns(&grid.header) {
        let finding = Diagnostic::new(&COLONNE_SCRITTE_ALTRIMENTI).at(grid.head());
        return finding.with("colonne", columns.join("`, `"));
    }
    let rows = grid.rows.iter().map(|row| row.cells.as_slice());
    match tables::header_below(stem, rows) {
        Some((at, table)) => {
            let below = Diagnostic::new(&INTESTAZIONE_SOTTO).at(grid.head());
            let below = below.with("tabella", table.name);
            below.with("riga", grid.rows[at].line)
        }
        None => of_no_table(grid.head()),
    }
}

fn of_no_table(head: Span) -> Diagnostic {
    let names = tables::names().join(", ");
    Diagnostic::new(&TABELLA_IGNOTA).at(head).with("tabelle", names)
}

/// What each table takes that can be given as a source, in the order of the open data.
#[must_use]
pub fn shapes() -> Vec<Shape> {
    tables::shapes()
}

/// The name of a document's file without its folder and ending.
fn stem(hints: &Hints) -> &str {
    stem_of(hints.file.as_deref().unwrap_or_default())
}

/// The name of a file without its folder and ending.
#[must_use]
pub fn stem_of(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Endings of tables written as text.
const TEXTS: [&str; 2] = ["csv", "tsv"];

/// Endings of spreadsheets.
const WORKBOOKS: [&str; 4] = ["xlsx", "xlsm", "xls", "ods"];

/// Endings of all files that are tables.
pub fn endings() -> impl Iterator<Item = &'static str> {
    TEXTS.into_iter().chain(WORKBOOKS)
}

/// Whether a file with this name is a table, by its ending.
#[must_use]
pub fn is_table(path: &str) -> bool {
    is_text(path) || is_workbook(path)
}

/// Whether a file with this name is a table written as text.
#[must_use]
pub fn is_text(path: &str) -> bool {
    ends(path, &TEXTS)
}

/// Whether a file with this name is a spreadsheet.
#[must_use]
pub fn is_workbook(path: &str) -> bool {
    ends(path, &WORKBOOKS)
}

fn ends(path: &str, endings: &[&str]) -> bool {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| endings.contains(&ending.as_str()))
}

#[cfg(test)]
mod tests;
