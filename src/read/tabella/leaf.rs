//! What of a sheet is read, and so stands in its text.

use calamine::{Data, Range, StyleRange};

use super::layout::Layout;
use super::tables;
use crate::model::{Detto, Testo};
use crate::source::{FileId, SheetContent, Span, Unseen};

/// A sheet as its file holds it.
pub(super) struct Leaf {
    pub(super) name: String,
    pub(super) styles: Option<StyleRange>,
    pub(super) layout: Layout,
    hidden: bool,
    cells: Range<Data>,
}

/// How many rows a title above a table may have.
const TITLES: u32 = 20;

/// Row and column, from 0.
pub(super) type Here = (u32, u32);

/// What a cell is to the table of its sheet.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub(super) enum Part {
    /// It is of the table, or a name in its header.
    Written,
    /// It stands below a name that the table does not know, which is said of the name.
    Unknown,
    /// It stands below no name.
    Beside,
}

/// The part of each cell of a sheet.
pub(super) enum Parts {
    /// All are written.
    Whole,
    /// The row of the header, and for each column what stands below.
    Table(u32, Vec<Part>),
}

impl Leaf {
    pub(super) fn new(name: String, hidden: bool, cells: Range<Data>, styles: Option<StyleRange>) -> Self {
        Self {
            name,
            styles,
            layout: Layout::default(),
            hidden,
            cells,
        }
    }

    pub(super) fn with_layout(self, layout: Layout) -> Self {
        Self { layout, ..self }
    }

    /// The cells that say something to whoever opens the sheet, row by row.
    pub(super) fn used(&self) -> impl Iterator<Item = (Here, &Data)> {
        let all = self.all().filter(|(.., unseen)| unseen.is_none());
        all.map(|(here, cell, _)| (here, cell))
    }

    /// The cells that say something, row by row, and the hidden rows or columns that each stands in.
    pub(super) fn all(&self) -> impl Iterator<Item = (Here, &Data, Option<Unseen>)> {
        let (first_row, first_column) = self.cells.start().unwrap_or_default();
        let last = self.cells.end().unwrap_or_default();
        let used = self.cells.used_cells().filter(|(.., cell)| !is_blank(cell));
        used.map(move |(row, column, cell)| {
            let here = (first_row + row as u32, first_column + column as u32);
            (here, cell, self.layout.hides(here, last))
        })
    }

    /// Whether somebody who opens the spreadsheet sees something in it.
    pub(super) fn is_seen(&self) -> bool {
        !self.hidden && self.used().next().is_some()
    }

    /// What of the sheet is shown where it is no table.
    pub(super) fn whole(&self) -> SheetContent {
        match self.hidden {
            true => SheetContent::Hidden,
            false => SheetContent::Whole,
        }
    }

    /// What of the sheet is read. The name of a sheet that is the only one may be left to the file.
    pub(super) fn content(&self, stem: &str, alone: bool) -> SheetContent {
        let by_file = || tables::named(stem).filter(|_| alone);
        let Some((first, _)) = self.used().next() else {
            let named = tables::exactly(&self.name).map(|table| table.name);
            return SheetContent::Blank { named };
        };
        let header = self.names(first.0);
        match tables::of_sheet(&self.name, by_file, &header) {
            _ if self.hidden => SheetContent::Hidden,
            Some(table) => SheetContent::Table(table.name),
            None => self.other(first.0),
        }
    }

    /// A sheet whose first row holds no names of columns: another one may.
    fn other(&self, first: u32) -> SheetContent {
        let rows: Vec<_> = (first + 1..=first + TITLES).map(|row| self.names(row)).collect();
        let below = tables::header_below(&self.name, rows.iter().map(Vec::as_slice));
        let exactly = || tables::exactly(&self.name).map(|table| table.name);
        SheetContent::Other {
            named: below.map(|(_, table)| table.name).or_else(exactly),
            header: below.map(|(at, _)| first + 2 + at as u32),
        }
    }

    /// Whether its name and cells stand in the text.
    pub(super) fn shown(&self, content: SheetContent) -> bool {
        matches!(content, SheetContent::Whole | SheetContent::Table(_))
    }

    /// What each of its cells is.
    pub(super) fn parts(&self, content: SheetContent) -> Parts {
        let table = match content {
            SheetContent::Table(name) => tables::called(name),
            _ => None,
        };
        let Some((table, header)) = table.zip(self.used().next()) else {
            return Parts::Whole;
        };
        let row = header.0.0;
        let part = |name: &Detto<Testo>| match name.as_str() {
            "" => Part::Beside,
            name if table.knows(name) => Part::Written,
            _ => Part::Unknown,
        };
        Parts::Table(row, self.names(row).iter().map(part).collect())
    }

    /// What the cells of a row say, from the first column on.
    fn names(&self, row: u32) -> Vec<Detto<Testo>> {
        let mut names = Vec::new();
        for (here, cell) in self.used().skip_while(|(here, _)| here.0 < row) {
            if here.0 > row {
                break;
            }
            names.resize(here.1 as usize, nothing());
            names.push(Detto::new(cell.to_string().trim().into(), nowhere()));
        }
        names
    }
}

impl Parts {
    pub(super) fn of(&self, here: Here) -> Part {
        match self {
            Self::Whole => Part::Written,
            Self::Table(header, _) if here.0 <= *header => Part::Written,
            Self::Table(_, columns) => columns.get(here.1 as usize).copied().unwrap_or(Part::Beside),
        }
    }
}

fn nothing() -> Detto<Testo> {
    Detto::new(Testo::new(), nowhere())
}

fn nowhere() -> Span {
    Span::new(FileId::new(0), 0, 0)
}

fn is_blank(cell: &Data) -> bool {
    match cell {
        Data::Empty => true,
        Data::String(words) => words.trim().is_empty(),
        _ => false,
    }
}
