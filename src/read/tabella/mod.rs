//! Tables: the columns of the open data as a form of document. An office without a printed plan keeps it in a
//! spreadsheet; and what vetrina publishes it reads back.
//!
//! The table is told by its header, in any order of columns. Cells part at commas, semicolons or tabs, whichever the
//! header has most of.

mod decode;
mod grid;
mod tables;

pub use decode::decode;

use super::block::{Block, Kind};
use super::{Document, Reader};
use crate::diag::register::lettura::DOCUMENTO_VUOTO;
use crate::diag::register::tabella::TABELLA_IGNOTA;
use crate::diag::{Diagnostic, Reported};
use crate::model::Bozze;
use crate::source::Span;
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
        let grid = Grid::of(document.file, document.text);
        let mut read = Reported::<Bozze>::default();
        let whole = Span::new(document.file, 0, grid.header_end());
        let name = document.hints.file.as_deref().map(stem).unwrap_or_default();
        let Some(table) = tables::told_by(name, &grid.header) else {
            let names = tables::names().join(", ");
            read.problems
                .push(Diagnostic::new(&TABELLA_IGNOTA).at(whole).with("tabelle", names));
            return read;
        };
        if grid.rows.is_empty() {
            let empty = Diagnostic::new(&DOCUMENTO_VUOTO).at(whole);
            read.problems.push(empty.with("lettore", self.name()));
        }
        (table.read)(&grid, &mut read);
        read
    }

    /// A table implies nothing: a row of it is something, whatever it leaves out.
    fn found_nothing(&self, read: &Bozze) -> bool {
        read.is_empty() && read.piani.is_empty()
    }
}

/// The name of a file without its folder and ending.
fn stem(path: &str) -> &str {
    let name = path.rsplit('/').next().unwrap_or(path);
    name.rsplit_once('.').map_or(name, |(stem, _)| stem)
}

/// Whether a file with this name is a table, by its ending.
#[must_use]
pub fn is_table(path: &str) -> bool {
    let ending = path.rsplit_once('.').map(|(_, ending)| ending.to_ascii_lowercase());
    ending.is_some_and(|ending| ["csv", "tsv"].contains(&ending.as_str()))
}

#[cfg(test)]
mod tests;
