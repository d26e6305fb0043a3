//! Tables by the words of their header: which column holds what, in any order.

use crate::model::{Detto, Euro, Testo};
use crate::read::block::{Block, Inline, Row, Table};
use crate::read::cell::parse_euro;

/// The table of a block with the columns that `columns` finds in its header, if it finds them.
pub(super) fn headed<'b, 's, C>(
    block: &'b Block<'s>,
    columns: impl Fn(&Row<'s>) -> Option<C>,
) -> Option<(&'b Table<'s>, C)> {
    let table = block.table()?;
    Some((table, columns(table.first()?)?))
}

/// The column whose header begins with one of these lower-case words.
pub(super) fn column(header: &Row<'_>, words: &[&str]) -> Option<usize> {
    header.cells.iter().position(|cell| {
        let text = cell.text().to_lowercase();
        words.iter().any(|word| text.starts_with(word))
    })
}

/// The rows below the header that hold something.
pub(super) fn body<'t, 's>(table: &'t Table<'s>) -> impl Iterator<Item = &'t Row<'s>> {
    table.rows.iter().skip(1).filter(|row| row.filled().next().is_some())
}

/// The cell of a row, if the table has the column and the cell holds something.
pub(super) fn cell<'r, 's>(row: &'r Row<'s>, column: Option<usize>) -> Option<&'r Inline<'s>> {
    row.cells.get(column?).filter(|cell| !cell.is_empty())
}

/// The words of a cell with its place, if it holds any.
pub(super) fn said(row: &Row<'_>, column: Option<usize>) -> Option<Detto<Testo>> {
    cell(row, column).map(|it| it.said())
}

/// The amount in a cell with its place; nothing where the cell is empty or holds no amount.
pub(super) fn amount(row: &Row<'_>, column: Option<usize>) -> Option<Detto<Euro>> {
    let cell = cell(row, column)?;
    Some(Detto::new(parse_euro(&cell.text())?, cell.span()))
}
