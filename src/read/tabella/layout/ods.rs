//! OpenDocument (ODF 1.3 part 3, 9.1): `table:visibility` of rows and columns is `collapse` where they are hidden and
//! `filter` where a filter takes them out; a group of them that is folded away has `table:display="false"`.

use anyhow::Result;
use calamine::Dimensions;
use quick_xml::events::BytesStart;

use super::{Layout, Layouts, Parts, Tag, Walk, number, says};

/// The layouts of a spreadsheet's sheets.
///
/// # Errors
/// Where the file is none.
pub(in super::super) fn layouts(bytes: &[u8]) -> Result<Layouts> {
    let mut layouts = Layouts::new();
    let mut open = None;
    Parts::of(bytes)?.walk("content.xml", |tag| {
        match (tag, &mut open) {
            (Tag::Opens(tag), None) => open = Sheet::of(tag)?,
            (Tag::Opens(tag), Some(sheet)) => sheet.see(tag)?,
            (Tag::Closes(name), Some(sheet)) if name.as_ref() != b"table:table" => sheet.leave(name.as_ref()),
            (Tag::Closes(_), open) => layouts.extend(open.take().map(|sheet| (sheet.name, sheet.layout))),
        }
        Ok(Walk::On)
    })?;
    Ok(layouts)
}

/// A sheet while its tags go by.
#[derive(Default)]
struct Sheet {
    name: String,
    layout: Layout,
    /// Of each group that is open, whether it is folded away.
    folded: Vec<bool>,
    /// The row that is open, the one after it, and the next column and cell.
    row: u32,
    next_row: u32,
    next_column: u32,
    next_cell: u32,
}

impl Sheet {
    fn of(tag: &BytesStart<'_>) -> Result<Option<Self>> {
        let name = match tag.name().as_ref() {
            b"table:table" => says(tag, "table:name")?,
            _ => None,
        };
        let named = |name| Self {
            name,
            ..Self::default()
        };
        Ok(name.map(named))
    }

    fn see(&mut self, tag: &BytesStart<'_>) -> Result<()> {
        match tag.name().as_ref() {
            b"table:table-row-group" | b"table:table-column-group" => {
                self.folded
                    .push(says(tag, "table:display")?.is_some_and(|it| it == "false"));
            }
            b"table:table-column" => self.column(tag)?,
            b"table:table-row" => self.row(tag)?,
            b"table:table-cell" | b"table:covered-table-cell" => self.cell(tag)?,
            _ => {}
        }
        Ok(())
    }

    fn leave(&mut self, name: &[u8]) {
        if [b"table:table-row-group".as_slice(), b"table:table-column-group"].contains(&name) {
            self.folded.pop();
        }
    }

    fn column(&mut self, tag: &BytesStart<'_>) -> Result<()> {
        let count = number(tag, "table:number-columns-repeated")?.unwrap_or(1);
        if self.is_hidden(tag)? {
            self.layout.columns.push(self.next_column, count);
        }
        self.next_column = self.next_column.saturating_add(count);
        Ok(())
    }

    fn row(&mut self, tag: &BytesStart<'_>) -> Result<()> {
        let count = number(tag, "table:number-rows-repeated")?.unwrap_or(1);
        (self.row, self.next_cell) = (self.next_row, 0);
        if self.is_hidden(tag)? {
            self.layout.rows.push(self.row, count);
        }
        self.next_row = self.row.saturating_add(count);
        Ok(())
    }

    fn cell(&mut self, tag: &BytesStart<'_>) -> Result<()> {
        let here = (self.row, self.next_cell);
        let repeated = number(tag, "table:number-columns-repeated")?.unwrap_or(1);
        self.next_cell = here.1.saturating_add(repeated);
        let rows = number(tag, "table:number-rows-spanned")?.unwrap_or(1).max(1);
        let columns = number(tag, "table:number-columns-spanned")?.unwrap_or(1).max(1);
        if (rows, columns) != (1, 1) {
            let end = (here.0.saturating_add(rows - 1), here.1.saturating_add(columns - 1));
            self.layout.merged.push(Dimensions { start: here, end });
        }
        Ok(())
    }

    fn is_hidden(&self, tag: &BytesStart<'_>) -> Result<bool> {
        let seen = says(tag, "table:visibility")?.is_none_or(|said| said == "visible");
        Ok(!seen || self.folded.contains(&true))
    }
}
