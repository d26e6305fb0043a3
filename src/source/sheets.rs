use std::collections::BTreeMap;
use std::fmt;

/// Where the cells of a spreadsheet stand in the text that was drawn from it: for each sheet a line with its name, then
/// a line for each of its rows, cells parted by tabs.
#[derive(Clone, Debug, Default, PartialEq, Eq)]
pub struct Sheets {
    sheets: Vec<Sheet>,
    notes: BTreeMap<u32, Note>,
    merged: Vec<(u32, String)>,
    hidden: Vec<(u32, Unseen)>,
}

/// A sheet.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Sheet {
    /// Its name.
    pub name: String,
    /// The line of the text that says its name, from 1; its first row is the next.
    pub line: u32,
    /// Offset of its first row.
    pub start: usize,
    /// Offset behind its last row.
    pub end: usize,
    /// What of it stands in the text.
    pub content: Content,
}

/// What of a sheet stands in the text. Of a sheet that is left out not even its name does: it was not written to be
/// read by others.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Content {
    /// All its cells.
    Whole,
    /// The cells below the names of the columns of the table that is called so.
    Table(&'static str),
    /// Nothing: whoever opens the spreadsheet does not see it.
    Hidden,
    /// Nothing: there is nothing in it.
    Blank {
        /// The table that its name means.
        named: Option<&'static str>,
    },
    /// Nothing: it is no table.
    Other {
        /// The table that its name means.
        named: Option<&'static str>,
        /// The row that has the names of that table's columns, from 1, if it is not the first.
        header: Option<u32>,
    },
}

/// What the words of a cell do not tell.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Note {
    /// It is a number and stands here as the sheet shows it.
    Number,
    /// It is a number; how the sheet shows it is not known.
    Unshown,
    /// It is a day; it stands here as ISO 8601.
    Day,
    /// It is what a formula says that has failed.
    Failed,
    /// Something is written there beside the table, and does not stand in the text.
    LeftOut,
}

/// Rows or columns of a sheet in which something is written and that whoever opens the spreadsheet does not see: the
/// first and the last, from 1. Nothing of them stands in the text.
#[derive(Clone, Copy, Debug, PartialEq, Eq, PartialOrd, Ord)]
pub enum Unseen {
    /// Rows.
    Rows(u32, u32),
    /// Columns.
    Columns(u32, u32),
}

/// A cell as people say it: `foglio «Obiettivi», C14`.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct CellPlace<'s> {
    /// Name of the sheet.
    pub sheet: &'s str,
    /// Row, from 1.
    pub row: u32,
    /// Column, from 1.
    pub column: u32,
}

impl Sheets {
    /// Adds a sheet below those that are there.
    pub fn push(&mut self, sheet: Sheet) {
        self.sheets.push(sheet);
    }

    /// Says more of the cell that begins at an offset of the text.
    pub fn note(&mut self, offset: u32, note: Note) {
        self.notes.insert(offset, note);
    }

    /// Says that the cell that begins at an offset is merged with others: `A2:A3`.
    pub fn join(&mut self, offset: u32, cells: String) {
        self.merged.push((offset, cells));
    }

    /// The merged cells, each with the offset of the first.
    pub fn merged(&self) -> impl Iterator<Item = (u32, &str)> {
        self.merged.iter().map(|(at, cells)| (*at, cells.as_str()))
    }

    /// Says that hidden rows or columns begin at an offset.
    pub fn hide(&mut self, offset: u32, hidden: Unseen) {
        self.hidden.push((offset, hidden));
    }

    /// The hidden rows and columns, each with the offset of its first cell.
    pub fn hidden(&self) -> impl Iterator<Item = (u32, Unseen)> {
        self.hidden.iter().copied()
    }

    /// What is known of the cell that begins at an offset.
    #[must_use]
    pub fn note_at(&self, offset: u32) -> Option<Note> {
        self.notes.get(&offset).copied()
    }

    /// Offsets of the cells beside the tables.
    pub fn left_out(&self) -> impl Iterator<Item = u32> {
        let notes = self.notes.iter();
        notes.filter(|(_, note)| **note == Note::LeftOut).map(|(at, _)| *at)
    }

    /// The sheets, in the order of the file.
    pub fn iter(&self) -> impl ExactSizeIterator<Item = &Sheet> {
        self.sheets.iter()
    }

    /// The row of a line, with its sheet; none for a line that says a sheet's name.
    pub(super) fn row(&self, line: u32) -> Option<(&Sheet, u32)> {
        let above = self.sheets.partition_point(|sheet| sheet.line < line);
        let sheet = self.sheets.get(above.checked_sub(1)?)?;
        Some((sheet, line - sheet.line))
    }
}

/// The name of the cell: `C14`.
impl fmt::Display for CellPlace<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}{}", letters(self.column), self.row)
    }
}

/// The numbers of rows and letters of columns: `4–6`, `C`.
impl fmt::Display for Unseen {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        match *self {
            Self::Rows(first, last) if first == last => write!(f, "{first}"),
            Self::Rows(first, last) => write!(f, "{first}–{last}"),
            Self::Columns(first, last) if first == last => f.write_str(&letters(first)),
            Self::Columns(first, last) => write!(f, "{}–{}", letters(first), letters(last)),
        }
    }
}

/// The letters of a column, from 1.
fn letters(column: u32) -> String {
    let mut letters = Vec::new();
    let mut left = column;
    while left > 0 {
        letters.push(char::from(b'A' + ((left - 1) % 26) as u8));
        left = (left - 1) / 26;
    }
    letters.iter().rev().collect()
}

#[cfg(test)]
mod tests {
    use super::CellPlace;

    #[test]
    fn columns_are_letters() {
        for (column, name) in [(1, "A7"), (26, "Z7"), (27, "AA7"), (702, "ZZ7"), (703, "AAA7")] {
            let place = CellPlace {
                sheet: "",
                row: 7,
                column,
            };
            assert_eq!(place.to_string(), name);
        }
    }
}
