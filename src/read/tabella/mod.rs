//! Tables: the columns of the open data as a form of document. An office without a printed plan keeps it in a
//! spreadsheet; and what vetrina publishes it reads back.
//!
//! The table is told by the name of the file or sheet and by its header, in any order of columns. Cells of a text part
//! at commas, semicolons or tabs, whichever the header has most of; a spreadsheet holds a table on each of its sheets.

mod decode;
mod grid;
mod tables;
mod workbook;

use std::sync::Arc;

pub use decode::decode;
pub use grid::separator;
pub use workbook::transcribe;

use super::block::{Block, Kind};
use super::{Document, Hints, Reader};
use crate::diag::register::lettura::DOCUMENTO_VUOTO;
use crate::diag::register::tabella::{FOGLIO_NON_LETTO, TABELLA_IGNOTA};
use crate::diag::{Diagnostic, Reported};
use crate::model::Bozze;
use crate::source::{Sheet, Sheets};
use grid::Grid;

/// The reader of tables.
#[derive(Debug)]
pub struct Tabella;

impl Reader for Tabella {
    fn name(&self) -> &'static str {
        "tabella"
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
            Some(sheets) => self.of_sheets(document, sheets),
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
            Some(table) => self.rows(table, &grid, &mut read),
            None => read.problems.push(of_no_table(&grid)),
        }
        read
    }

    /// Reads every sheet that is a table. The name of the only one may be left to the file.
    fn of_sheets(&self, document: Document<'_>, sheets: &Arc<Sheets>) -> Reported<Bozze> {
        let grid = |sheet: &Sheet| Grid::of_sheet(document.file, document.text, sheet, sheets);
        let grids: Vec<(&str, Grid)> = sheets.iter().map(|sheet| (sheet.name.as_str(), grid(sheet))).collect();
        let filled: Vec<&(&str, Grid)> = grids.iter().filter(|(_, grid)| !grid.header.is_empty()).collect();
        let mut read = Reported::<Bozze>::default();
        let mut others = Vec::new();
        for (name, grid) in &filled {
            let alone = filled.len() == 1;
            let by_file = || tables::named(stem(document.hints)).filter(|_| alone);
            match tables::of_sheet(name, by_file, &grid.header) {
                Some(table) => self.rows(table, grid, &mut read),
                None => others.push((name, grid)),
            }
        }
        let all = others.len() == filled.len();
        read.problems.extend(others.into_iter().map(|(name, grid)| match all {
            true => of_no_table(grid),
            false => Diagnostic::new(&FOGLIO_NON_LETTO).at(grid.head()).with("foglio", name),
        }));
        read
    }

    fn rows(&self, table: &tables::Table, grid: &Grid, read: &mut Reported<Bozze>) {
        if grid.rows.is_empty() {
            let empty = Diagnostic::new(&DOCUMENTO_VUOTO).at(grid.head());
            read.problems.push(empty.with("lettore", self.name()));
        }
        (table.read)(grid, read);
    }
}

fn of_no_table(grid: &Grid) -> Diagnostic {
    let names = tables::names().join(", ");
    Diagnostic::new(&TABELLA_IGNOTA).at(grid.head()).with("tabelle", names)
}

/// The name of a document's file without its folder and ending.
fn stem(hints: &Hints) -> &str {
    let path = hints.file.as_deref().unwrap_or_default();
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
