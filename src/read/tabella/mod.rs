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
use crate::source::{FileId, Sheet, Sheets};
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

    /// Reads every sheet that is a table.
    fn of_sheets(&self, document: Document<'_>, sheets: &Arc<Sheets>) -> Reported<Bozze> {
        let filled = filled(document.file, document.text, stem(document.hints), sheets);
        let mut read = Reported::<Bozze>::default();
        let mut others = Vec::new();
        for (sheet, grid, table) in &filled {
            match table {
                Some(table) => self.rows(table, grid, &mut read),
                None => others.push((sheet.name.as_str(), grid)),
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

/// The sheets with something in them, each with the table that it is, if it is one. The name of the only one may be
/// left to the file.
fn filled<'s>(
    file: FileId,
    text: &str,
    stem: &str,
    sheets: &'s Arc<Sheets>,
) -> Vec<(&'s Sheet, Grid, Option<&'static tables::Table>)> {
    let grids = sheets
        .iter()
        .map(|sheet| (sheet, Grid::of_sheet(file, text, sheet, sheets)));
    let grids: Vec<(&Sheet, Grid)> = grids.filter(|(_, grid)| !grid.header.is_empty()).collect();
    let alone = grids.len() == 1;
    let told = grids.into_iter().map(|(sheet, grid)| {
        let by_file = || tables::named(stem).filter(|_| alone);
        let table = tables::of_sheet(&sheet.name, by_file, &grid.header);
        (sheet, grid, table)
    });
    told.collect()
}

/// The table of the open data that a file holds, by its name or its header; `path` is that of the file.
#[must_use]
pub fn name_of(path: &str, text: &str) -> Option<&'static str> {
    let header = Grid::header_of(text.lines().next().unwrap_or_default());
    tables::told_by(stem_of(path), &header).map(|table| table.name)
}

/// The tables of a spreadsheet, each with its name, as CSV with semicolons; `path` is that of the spreadsheet. Cells
/// are written as the sheet shows them; sheets that are no tables, formulas and formats are not in it.
///
/// # Errors
/// Why the bytes are no spreadsheet.
pub fn tables_of(path: &str, bytes: &[u8]) -> Result<Vec<(&'static str, String)>, String> {
    let (text, sheets) = transcribe(bytes)?;
    let sheets = Arc::new(sheets);
    let filled = filled(FileId::new(0), &text, stem_of(path), &sheets);
    let tables = filled.into_iter().filter_map(|(sheet, _, table)| {
        let rows = text[sheet.start..sheet.end]
            .lines()
            .skip_while(|row| row.trim().is_empty());
        Some((table?.name, as_csv(rows)))
    });
    Ok(tables.collect())
}

fn as_csv<'t>(rows: impl Iterator<Item = &'t str>) -> String {
    let mut writer = csv::WriterBuilder::new();
    let mut writer = writer.flexible(true).delimiter(b';').from_writer(Vec::new());
    for row in rows {
        let cells = row.split('\t').map(|cell| cell.replace(workbook::BREAK, "\n"));
        // Writing into memory cannot fail.
        let _ = writer.write_record(cells);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}

fn of_no_table(grid: &Grid) -> Diagnostic {
    let names = tables::names().join(", ");
    Diagnostic::new(&TABELLA_IGNOTA).at(grid.head()).with("tabelle", names)
}

/// The name of a document's file without its folder and ending.
fn stem(hints: &Hints) -> &str {
    stem_of(hints.file.as_deref().unwrap_or_default())
}

fn stem_of(path: &str) -> &str {
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
