//! The sheets of a spreadsheet: those that are tables are read, of all others it is said that they are not.

use std::sync::Arc;

use super::grid::Grid;
use super::workbook::{BREAK, transcribe};
use super::{of_no_table, rows, stem_of, tables};
use crate::diag::register::tabella::{CELLA_FUORI, FOGLIO_NASCOSTO, FOGLIO_NON_LETTO};
use crate::diag::{Diagnostic, Reported};
use crate::model::Bozze;
use crate::read::Document;
use crate::source::{FileId, Sheet, SheetContent, Sheets, Span};

/// Reads every sheet that is a table.
pub(super) fn read(document: Document<'_>, sheets: &Arc<Sheets>) -> Reported<Bozze> {
    let mut read = Reported::<Bozze>::default();
    let mut tables = 0;
    for (sheet, table) in tables_in(sheets) {
        let grid = Grid::of_sheet(document.file, document.text, sheet, sheets);
        rows(table, &grid, &mut read);
        tables += 1;
    }
    read.problems.extend(left_out(document.file, sheets));
    let first = sheets.iter().find(|sheet| is_other(sheet)).or(sheets.iter().next());
    if let Some(first) = first.filter(|_| tables == 0) {
        read.problems.retain(|problem| problem.code.id != FOGLIO_NON_LETTO.id);
        read.problems.push(of_no_table(start_of(document.file, first)));
    }
    read
}

/// What of a spreadsheet stands nowhere on the site: sheets that are no tables or that nobody sees, cells beside tables.
#[must_use]
pub fn left_out(file: FileId, sheets: &Sheets) -> Vec<Diagnostic> {
    let others = sheets.iter().filter_map(|sheet| {
        let code = match sheet.content {
            SheetContent::Hidden => &FOGLIO_NASCOSTO,
            SheetContent::Other { .. } => &FOGLIO_NON_LETTO,
            SheetContent::Whole | SheetContent::Table(_) | SheetContent::Blank { .. } => return None,
        };
        let finding = Diagnostic::new(code).at(start_of(file, sheet));
        Some(finding.with("foglio", &sheet.name))
    });
    let beside = sheets.left_out().map(|at| {
        let here = Span::new(file, at as usize, at as usize);
        Diagnostic::new(&CELLA_FUORI).at(here)
    });
    others.chain(beside).collect()
}

fn is_other(sheet: &Sheet) -> bool {
    matches!(sheet.content, SheetContent::Other { .. })
}

/// The first cell of a sheet, of which no word stands in the text.
fn start_of(file: FileId, sheet: &Sheet) -> Span {
    Span::new(file, sheet.start, sheet.start)
}

/// The sheets that are tables.
fn tables_in(sheets: &Sheets) -> impl Iterator<Item = (&Sheet, &'static tables::Table)> {
    sheets.iter().filter_map(|sheet| match sheet.content {
        SheetContent::Table(name) => Some((sheet, tables::called(name)?)),
        _ => None,
    })
}

/// The tables of a spreadsheet, each with its name, as CSV with semicolons; `path` is that of the spreadsheet. Cells
/// are written as the sheet shows them; sheets that are no tables, formulas and formats are not in it.
///
/// # Errors
/// Why the bytes are no spreadsheet.
pub fn tables_of(path: &str, bytes: &[u8]) -> Result<Vec<(&'static str, String)>, String> {
    let (text, sheets) = transcribe(stem_of(path), bytes)?;
    let tables = tables_in(&sheets).map(|(sheet, table)| {
        let rows = text[sheet.start..sheet.end]
            .lines()
            .skip_while(|row| row.trim().is_empty());
        let cells = rows.map(|row| row.split('\t').map(|cell| cell.replace(BREAK, "\n")));
        (table.name, as_csv(cells))
    });
    Ok(tables.collect())
}

/// Rows of cells as CSV with semicolons, as spreadsheets of Italian offices write it.
#[must_use]
pub fn as_csv<R: IntoIterator<Item = String>>(rows: impl IntoIterator<Item = R>) -> String {
    let mut writer = csv::WriterBuilder::new();
    let mut writer = writer.flexible(true).delimiter(b';').from_writer(Vec::new());
    for cells in rows {
        // Writing into memory cannot fail.
        let _ = writer.write_record(cells);
    }
    String::from_utf8(writer.into_inner().unwrap_or_default()).unwrap_or_default()
}
