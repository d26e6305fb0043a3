//! The sheets of a spreadsheet: those that are tables are read, of all others it is said that they are not.

use std::sync::Arc;

use super::grid::Grid;
use super::workbook::{BREAK, transcribe};
use super::{Tabella, of_no_table, rows, stem_of, tables};
use crate::diag::register::lettura::DOCUMENTO_VUOTO;
use crate::diag::register::righe::{CELLE_UNITE, FOGLIO_SENZA_COLONNE, INTESTAZIONE_SOTTO, TABELLA_VUOTA};
use crate::diag::register::tabella::{
    CELLA_FUORI, COLONNE_NASCOSTE, FOGLIO_NASCOSTO, FOGLIO_NON_LETTO, RIGHE_NASCOSTE,
};
use crate::diag::{Diagnostic, Reported, Severity};
use crate::model::Bozze;
use crate::read::{Document, Reader as _};
use crate::source::{FileId, Sheet, SheetContent, Sheets, Span, Unseen};

/// Reads every sheet that is a table.
pub(super) fn read(document: Document<'_>, sheets: &Arc<Sheets>) -> Reported<Bozze> {
    let mut read = Reported::<Bozze>::default();
    let mut tables = 0;
    for (sheet, table) in tables_in(sheets) {
        let grid = Grid::of_sheet(document.file, document.text, sheet, sheets);
        rows(table, &grid, &mut read);
        tables += 1;
    }
    if !Tabella.found_nothing(&read.value) {
        read.problems.iter_mut().for_each(without_rows);
    }
    read.problems.extend(left_out(document.file, sheets));
    read.problems.extend(merged(document.file, sheets));
    let first = sheets.iter().find(|sheet| is_other(sheet)).or(sheets.iter().next());
    if let Some(first) = first.filter(|_| !says_why(&read.problems) && tables == 0) {
        read.problems.retain(|problem| problem.code.id != FOGLIO_NON_LETTO.id);
        read.problems.push(of_no_table(start_of(document.file, first)));
    }
    read
}

/// Of several tables one may well have no rows.
fn without_rows(problem: &mut Diagnostic) {
    if problem.code.id == DOCUMENTO_VUOTO.id {
        *problem = problem.clone().as_code(&TABELLA_VUOTA);
    }
}

fn says_why(problems: &[Diagnostic]) -> bool {
    problems.iter().any(|problem| problem.code.severity == Severity::Error)
}

fn merged(file: FileId, sheets: &Sheets) -> Vec<Diagnostic> {
    let merged = sheets.merged().map(|(at, cells)| {
        let here = Span::new(file, at as usize, at as usize);
        Diagnostic::new(&CELLE_UNITE).at(here).with("celle", cells)
    });
    merged.collect()
}

/// What of a spreadsheet stands nowhere on the site: sheets that are no tables, cells beside tables, and sheets, rows and
/// columns that nobody sees.
#[must_use]
pub fn left_out(file: FileId, sheets: &Sheets) -> Vec<Diagnostic> {
    let others = sheets.iter().filter_map(|sheet| of_sheet(file, sheet));
    let beside = sheets.left_out().map(|at| {
        let here = Span::new(file, at as usize, at as usize);
        Diagnostic::new(&CELLA_FUORI).at(here)
    });
    let hidden = sheets.hidden().map(|(at, hidden)| of_hidden(file, at, hidden));
    others.chain(hidden).chain(beside).collect()
}

fn of_hidden(file: FileId, at: u32, hidden: Unseen) -> Diagnostic {
    let (code, first, last) = match hidden {
        Unseen::Rows(first, last) => (&RIGHE_NASCOSTE, first, last),
        Unseen::Columns(first, last) => (&COLONNE_NASCOSTE, first, last),
    };
    let finding = Diagnostic::new(code).at(Span::new(file, at as usize, at as usize));
    finding.with("quali", hidden).with("quante", last - first + 1)
}

/// What is to be said of a sheet that is not read.
fn of_sheet(file: FileId, sheet: &Sheet) -> Option<Diagnostic> {
    let at = |code| {
        Diagnostic::new(code)
            .at(start_of(file, sheet))
            .with("foglio", &sheet.name)
    };
    Some(match sheet.content {
        SheetContent::Whole | SheetContent::Table(_) | SheetContent::Blank { named: None } => return None,
        SheetContent::Blank { named: Some(table) } => at(&TABELLA_VUOTA).with("tabella", table),
        SheetContent::Hidden => at(&FOGLIO_NASCOSTO),
        SheetContent::Other {
            named: Some(table),
            header: Some(row),
        } => at(&INTESTAZIONE_SOTTO).with("tabella", table).with("riga", row),
        SheetContent::Other { named: Some(name), .. } => {
            let columns = tables::called(name).map_or_else(Vec::new, |table| (table.columns)());
            let bare = at(&FOGLIO_SENZA_COLONNE).with("tabella", name);
            bare.with("colonne", columns.join(", "))
        }
        SheetContent::Other { named: None, .. } => at(&FOGLIO_NON_LETTO),
    })
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
/// are written as the sheet shows them; sheets that are no tables, what is hidden, formulas and formats are not in it.
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
